package org.aestat.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aestat.pipeline.DataRequest.Condition;
import org.aestat.session.Session;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/** Which sessions the conditions and dates of a run let into the analyses. */
final class RowFilter {

    private final List<Condition> conditions;
    private final int[] categories;
    private final int[] codes;
    private final boolean[] met;
    private final boolean dated;
    private final int from;
    private final int to;

    /**
     * The filter of a request, whose conditions name categories of the table.
     *
     * @param request the request, its columns resolved
     * @param table the table that takes the sessions, whose dictionaries code the values
     */
    RowFilter(DataRequest request, SessionTable table) {
        conditions = request.where();
        categories = new int[conditions.size()];
        codes = new int[conditions.size()];
        met = new boolean[conditions.size()];
        for (int i = 0; i < categories.length; i++) {
            String value = conditions.get(i).value();
            categories[i] = table.layout().category(conditions.get(i).column());
            codes[i] = value.isEmpty() ? 0 : table.categoryTexts(categories[i]).code(value);
        }
        dated = request.from() != null || request.to() != null;
        from = day(request.from(), Integer.MIN_VALUE);
        to = day(request.to(), Integer.MAX_VALUE);
    }

    private static int day(@Nullable LocalDate date, int otherwise) {
        return date == null ? otherwise : Math.toIntExact(date.toEpochDay());
    }

    boolean admits(SessionDraft draft) {
        boolean admitted = !dated || (draft.date() != Session.NO_DATE && draft.date() >= from && draft.date() <= to);
        for (int i = 0; i < categories.length; i++) {
            met[i] |= draft.category(categories[i]) == codes[i];
            admitted &= anyOfColumn(draft, categories[i]);
        }
        return admitted;
    }

    private boolean anyOfColumn(SessionDraft draft, int category) {
        for (int i = 0; i < categories.length; i++) {
            if (categories[i] == category && draft.category(category) == codes[i]) {
                return true;
            }
        }
        return false;
    }

    /** Takes over which conditions were fulfilled in another part of the data set. */
    void join(RowFilter other) {
        for (int i = 0; i < met.length; i++) {
            met[i] |= other.met[i];
        }
    }

    /** The conditions that no row fulfilled so far. */
    List<Condition> unmet() {
        List<Condition> unmet = new ArrayList<>();
        for (int i = 0; i < met.length; i++) {
            if (!met[i]) {
                unmet.add(conditions.get(i));
            }
        }
        return unmet;
    }
}
