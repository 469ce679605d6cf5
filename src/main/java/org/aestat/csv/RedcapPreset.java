package org.aestat.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aestat.csv.RedcapColumn.Role;
import org.jspecify.annotations.Nullable;

/** Reads exports of REDCap: choices and checkboxes as answers, rows of the session's instrument as sessions. */
final class RedcapPreset {

    /** Why rows are left out. */
    static final List<String> REASONS = List.of("row of a record that is no session", "row of another instrument");

    private final PresetTable table;
    private final List<String> labels;
    private final RedcapHeader header;
    private final PresetColumns columns;
    private final Map<String, CheckboxGroup> groups = new LinkedHashMap<>();
    private final Map<Integer, ChoiceCells> choices = new TreeMap<>();

    private RedcapPreset(PresetTable table, ReadOptions options) {
        this.table = table;
        this.labels = table.distinctLabels();
        this.header = new RedcapHeader(table.labels(), options.dictionary());
        this.columns = new PresetColumns(table, labels, options.mapping());
        DataDictionary dictionary = options.dictionary();
        if (dictionary != null && !header.isOfDictionary()) {
            throw new MappingException(
                    dictionary.fileName(), 1, "none of its fields is a column of " + table.file() + ".");
        }
    }

    /** The export as it is read from here on. */
    static PresetExport reshape(PresetTable table, ReadOptions options) {
        return new RedcapPreset(table, options).export();
    }

    private PresetExport export() {
        recognise();
        columns.settle();
        RedcapRows rows = new RedcapRows(table, header, columns);
        groups.forEach((field, group) -> {
            boolean conditional = isConditional(group);
            int status = header.status(column(group).form());
            describe(field, group, conditional || status < 0);
            table.rows().stream()
                    .filter(PresetRow::isOpen)
                    .forEach(row -> group.settle(row, !conditional && RedcapRows.isSaved(row, status)));
        });
        prepareChoices();
        table.rows().stream().filter(PresetRow::isOpen).forEach(this::readChoices);
        rows.settle();
        Set<Integer> understood = new TreeSet<>();
        for (int place = 0; place < labels.size(); place++) {
            if (!column(place).isData() && columns.name(place) == null) {
                understood.add(place);
            }
        }
        for (CheckboxGroup group : groups.values()) {
            group.choices().stream()
                    .filter(RedcapPreset::isUnderstood)
                    .forEach(choice -> understood.add(choice.place()));
        }
        return columns.export(identifying(), understood);
    }

    private RedcapColumn column(int place) {
        return header.columns().get(place);
    }

    private RedcapColumn column(CheckboxGroup group) {
        return column(group.choices().get(0).place());
    }

    private boolean isConditional(CheckboxGroup group) {
        DictionaryField entry = column(group).entry();
        return entry != null && entry.conditional();
    }

    private void recognise() {
        for (int place = 0; place < labels.size(); place++) {
            RedcapColumn column = column(place);
            if (column.is(Role.CHOICE)) {
                groups.computeIfAbsent(column.field(), field -> new CheckboxGroup(table, labels))
                        .add(new CheckboxGroup.Choice(place, column.choice(), column.missing()));
                recognise(place, PresetColumns.meaning(column.choice(), column.context()));
            } else if (column.is(Role.FIELD)) {
                DictionaryField entry = column.entry();
                String byLabel = entry == null ? null : PresetColumns.meaning(entry.label(), entry.context());
                recognise(place, byLabel == null ? PresetColumns.meaning(column.field(), column.context()) : byLabel);
            }
        }
        int record = header.place(Role.RECORD);
        if (columns.place(CanonicalColumns.PATIENT_ID) < 0) {
            recognise(record, CanonicalColumns.PATIENT_ID);
        }
    }

    private void recognise(int place, @Nullable String name) {
        if (name != null) {
            columns.recognise(place, name);
        }
    }

    private void describe(String field, CheckboxGroup group, boolean unsure) {
        boolean events = false;
        for (CheckboxGroup.Choice choice : group.choices()) {
            events |= columns.kind(choice.place()) == ValueKind.EVENT;
        }
        if (unsure && events) {
            columns.doubt("where no choice of '" + field + "' is checked, nothing is taken as recorded, because "
                    + (isConditional(group)
                            ? "the question is shown only under a condition. If it was put at every session, clear its"
                                    + " branching logic in the dictionary."
                            : "no column says whether the form was complete."));
        }
        if (!PresetColumns.isAboutEvents(column(group).context())) {
            return;
        }
        List<String> others = group.choices().stream()
                .filter(choice -> !isUnderstood(choice) && columns.name(choice.place()) == null)
                .map(choice -> columns.label(choice.place()))
                .toList();
        if (!others.isEmpty()) {
            columns.doubt("choices of '" + field + "' that are no adverse events of aestat are in no rate: "
                    + String.join(", ", others) + ". A mapping file can name them under [events].");
        }
    }

    private static boolean isUnderstood(CheckboxGroup.Choice choice) {
        return choice.isNone() || choice.missing();
    }

    private void prepareChoices() {
        for (int place = 0; place < labels.size(); place++) {
            DictionaryField entry = column(place).entry();
            if (entry != null
                    && column(place).is(Role.FIELD)
                    && !entry.choices().isEmpty()
                    && !columns.hasWords(place)) {
                choices.put(place, new ChoiceCells(entry, columns.kind(place), header.dictionaryName()));
            }
        }
    }

    private void readChoices(PresetRow row) {
        for (int place = 0; place < labels.size(); place++) {
            if (!column(place).is(Role.FIELD)) {
                continue;
            }
            ChoiceCells cells = choices.get(place);
            String text = cells == null ? null : cells.text(row.cell(place));
            if (text != null) {
                row.set(place, text);
            } else if (RedcapHeader.isMissing(row.cell(place))) {
                row.set(place, "");
            }
        }
    }

    private Set<Integer> identifying() {
        Set<Integer> places = new TreeSet<>();
        for (int place = 0; place < labels.size(); place++) {
            if (column(place).isIdentifier()) {
                places.add(place);
            }
        }
        return places;
    }
}
