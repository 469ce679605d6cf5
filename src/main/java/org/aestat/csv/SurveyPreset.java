package org.aestat.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What exports of surveys have in common: questions as names of columns, and questions about adverse events whose answers
 * stand in one cell. Each event of such a question gets a column of its own after the others.
 */
final class SurveyPreset {

    private final PresetTable table;
    private final List<String> labels;
    private final Mapping mapping;
    private final Set<String> identifying;
    private final ObjIntConsumer<PresetColumns> recogniser;

    /**
     * A survey.
     *
     * @param table its responses
     * @param mapping the mapping of the run
     * @param identifying the names of columns that tell who somebody is
     * @param recogniser tells what the column at a place is
     */
    SurveyPreset(
            PresetTable table, Mapping mapping, Set<String> identifying, ObjIntConsumer<PresetColumns> recogniser) {
        this.table = table;
        this.labels = table.distinctLabels();
        this.mapping = mapping;
        this.identifying = identifying;
        this.recogniser = recogniser;
    }

    /**
     * The export as it is read from here on.
     *
     * @throws InputException if it is not clear what a column is
     */
    PresetExport export() {
        PresetColumns columns = recognised(new PresetColumns(table, labels, mapping), -1);
        columns.settle();
        int list = columns.place(CanonicalColumns.ADVERSE_EVENTS);
        PresetColumns last = list < 0 ? columns : takenApart(list, columns.label(list));
        Set<Integer> places = new TreeSet<>();
        for (int place = 0; place < table.labels().size(); place++) {
            if (identifying.contains(CanonicalColumns.normalise(table.labels().get(place)))) {
                places.add(place);
            }
        }
        return last.export(places, list < 0 ? Set.of() : Set.of(list));
    }

    private PresetColumns recognised(PresetColumns columns, int except) {
        for (int place = 0; place < labels.size(); place++) {
            if (place != except) {
                recogniser.accept(columns, place);
            }
        }
        return columns;
    }

    private PresetColumns takenApart(int list, String question) {
        MultiSelect answers = new MultiSelect(table, list, question, said());
        List<String> wide = new ArrayList<>(labels);
        if (CanonicalColumns.kind(CanonicalColumns.normalise(question)) != null) {
            wide.set(list, question + " (list)");
        }
        answers.offered().forEach(event -> wide.add(question + " (choice=" + event + ")"));
        table.rows().stream().filter(PresetRow::isOpen).forEach(row -> row.append(answers.cells(row)));
        PresetColumns columns = new PresetColumns(table, wide, mapping.without(CanonicalColumns.ADVERSE_EVENTS));
        recognised(columns, list);
        for (int i = 0; i < answers.offered().size(); i++) {
            columns.recognise(labels.size() + i, answers.offered().get(i));
        }
        columns.settle();
        columns.decide(
                "'" + question + "' is a list; an event counts as asked for if an answer or the mapping names it.");
        return columns;
    }

    private @Nullable ColumnMapping said() {
        return mapping.columns().get(CanonicalColumns.ADVERSE_EVENTS);
    }
}
