package org.aestat.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aestat.csv.ColumnPrivacy;
import org.aestat.pipeline.ColumnNeed.Use;
import org.aestat.session.Dictionary;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/**
 * Refuses columns whose values tell who somebody is, where they would be shown: as strata, or as the value of a filter.
 * These are e-mail addresses, phone numbers, dates of birth; of columns with at least {@value #SEVERAL} values of which
 * most belong to one patient each, names of people and free text; and columns with at least {@value #MANY} values, if
 * most values belong to one patient each or there are more values than half the rows that have one.
 *
 * @param table the sessions
 */
record PersonalColumns(SessionTable table) {

    private static final int SEVERAL = 5;
    private static final int MANY = 20;
    private static final int NOBODY = -1;
    private static final int SEVERAL_PATIENTS = -2;

    /**
     * Refuses a request that asks for such a column.
     *
     * @param request the request, its columns resolved
     * @param needed the names in the table of further columns, by the names under which they are needed
     */
    void refuse(DataRequest request, Map<String, String> needed) {
        Map<String, String> places = new LinkedHashMap<>();
        request.by().forEach(column -> places.putIfAbsent(column, "--by"));
        request.stratify().forEach(column -> places.putIfAbsent(column, "--stratify"));
        request.where().forEach(condition -> places.putIfAbsent(condition.column(), "--where"));
        for (ColumnNeed need : request.needs()) {
            String column = needed.get(need.column());
            if (need.use() == Use.VALUES && column != null) {
                places.putIfAbsent(column, need.place());
            }
        }
        places.forEach((column, place) -> {
            String found = found(column);
            if (found != null) {
                throw new RequestException(place + ": in the column '" + column + "' " + found
                        + ", which results must not show. Choose a column of few values that many patients share.");
            }
        });
    }

    private @Nullable String found(String column) {
        int category = table.layout().category(column);
        Dictionary texts = table.categoryTexts(category);
        int[] patients = new int[texts.size() + 1];
        Arrays.fill(patients, NOBODY);
        int shared = 0;
        long recorded = 0;
        for (int row = 0; row < table.size() && shared < texts.size(); row++) {
            int code = table.category(category, row);
            if (code > 0 && patients[code] != SEVERAL_PATIENTS) {
                int patient = table.patient(row);
                boolean isFirst = patients[code] == NOBODY || patients[code] == patient;
                patients[code] = isFirst ? patient : SEVERAL_PATIENTS;
                shared += isFirst ? 0 : 1;
            }
            recorded += code > 0 ? 1 : 0;
        }
        long values =
                Arrays.stream(patients).filter(patient -> patient != NOBODY).count();
        long single = Arrays.stream(patients).filter(patient -> patient >= 0).count();
        if (values >= MANY && 2 * values > recorded) {
            return "nearly every row has a value of its own";
        }
        if (values >= MANY && 2 * single > values) {
            return "most values belong to one patient each";
        }
        String kind = ColumnPrivacy.byTexts(column, texts(texts, patients), values >= SEVERAL && 2 * single > values);
        return kind == null ? null : "the values look like " + kind;
    }

    private static List<String> texts(Dictionary texts, int[] patients) {
        List<String> seen = new ArrayList<>();
        for (int code = 1; code < patients.length; code++) {
            if (patients[code] != NOBODY) {
                seen.add(texts.text(code));
            }
        }
        return seen;
    }
}
