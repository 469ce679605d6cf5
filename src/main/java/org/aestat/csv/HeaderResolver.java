package org.aestat.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aestat.csv.Mapping.DiaryEntry;
import org.aestat.csv.Mapping.EventEntry;
import org.aestat.session.AdverseEvent;
import org.jspecify.annotations.Nullable;

/** Finds out what the columns of a header are, by their names and the mapping; the mapping goes first. */
final class HeaderResolver {

    private final String file;
    private final Header header;
    private final ReadOptions options;
    private final Mapping mapping;
    private final Set<String> identifying;
    private final List<ExportColumn> columns = new ArrayList<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Set<Integer> mappedPlaces = new HashSet<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * A resolver.
     *
     * @param file the export's name
     * @param header its header
     * @param options how it is read
     * @param identifying the headers of columns that tell who somebody is
     */
    HeaderResolver(String file, Header header, ReadOptions options, Set<String> identifying) {
        this.file = file;
        this.header = header;
        this.options = options;
        this.mapping = options.mapping();
        this.identifying = identifying;
    }

    /**
     * The columns.
     *
     * @throws InputException if the header is faulty or lacks a required column
     * @throws MappingException if the mapping does not fit the header
     */
    ExportColumns resolve() {
        addMapped();
        header.check();
        Set<String> mapped = Set.copyOf(labels.keySet());
        for (int place = 0; place < header.size(); place++) {
            if (!mappedPlaces.contains(place)) {
                addUnmapped(place, mapped);
            }
        }
        addConstants();
        if (mapping.isEachRow() && labels.containsKey(CanonicalColumns.PATIENT_ID)) {
            throw header.misfit(
                    mapping.eachRowLine(),
                    "every row cannot be its own patient, because " + file + " has the column 'patient_id'.");
        }
        return new ExportColumns(columns, events(), notes, identifying);
    }

    private void addMapped() {
        mapping.columns().forEach((name, column) -> {
            for (String mapped : column.headers()) {
                addMapped(header.place(mapped, column.line()), name);
            }
        });
        for (EventEntry entry : mapping.events()) {
            for (String mapped : entry.column().headers()) {
                addMapped(
                        header.place(mapped, entry.column().line()),
                        entry.event().name());
            }
        }
        for (DiaryEntry entry : mapping.diary()) {
            int place = header.place(entry.header(), entry.line());
            mappedPlaces.add(place);
            addDiary(place, header.label(place), entry.minutes(), null);
        }
    }

    private void addMapped(int place, String name) {
        mappedPlaces.add(place);
        add(place, name);
    }

    private void add(int place, String name) {
        int minutes = CanonicalColumns.diaryMinutes(name);
        if (minutes >= 0) {
            addDiary(place, name, minutes, mapping.columns().get(name));
        } else {
            labels.put(name, header.label(place));
            columns.add(new ExportColumn(place, header.label(place), name, reader(name, options), -1, null));
        }
    }

    private void addDiary(int place, String name, int minutes, @Nullable ColumnMapping column) {
        labels.put(diaryKey(minutes), header.label(place));
        ColumnReader reader = new ColumnReader(ValueKind.SCORE, column, options);
        columns.add(new ExportColumn(place, header.label(place), name, reader, minutes, null));
    }

    private static String key(String name) {
        int minutes = CanonicalColumns.diaryMinutes(name);
        return minutes < 0 ? name : diaryKey(minutes);
    }

    private static String diaryKey(int minutes) {
        return "soreness after " + minutes + " minutes";
    }

    private ColumnReader reader(String name, ReadOptions how) {
        ColumnMapping column = mapping.columns().get(name);
        ValueKind kind = CanonicalColumns.kind(name);
        for (EventEntry entry : mapping.events()) {
            if (entry.event().name().equals(name)) {
                kind = entry.kind();
                column = column == null ? entry.column() : column;
            }
        }
        return new ColumnReader(kind == null ? ValueKind.TEXT : kind, column, how);
    }

    private void addUnmapped(int place, Set<String> mapped) {
        String label = header.label(place);
        String name = header.name(place);
        String key = key(name);
        if (name.equals(CanonicalColumns.SOURCE)) {
            notes.add(file + ": the column '" + label + "' is not used, because 'source' is the name of the file.");
        } else if (mapped.contains(key)) {
            notes.add(file + ": the column '" + label + "' is not used, because " + mapping.fileName() + " takes '"
                    + labels.get(key) + "' in its place.");
        } else if (labels.containsKey(key)) {
            throw header.fault("the columns '" + labels.get(key) + "' and '" + label
                    + "' are for the same time. Leave one of them out.");
        } else if (CanonicalColumns.kind(name) == null) {
            ColumnReader reader = new ColumnReader(ValueKind.TEXT, null, options);
            columns.add(new ExportColumn(place, label, label, reader, -1, null));
            noteMisspelling(label, name);
        } else {
            add(place, name);
        }
    }

    private void noteMisspelling(String label, String name) {
        String meant = NearestName.misspelt(name, CanonicalColumns.names());
        if (meant != null && !header.has(meant)) {
            notes.add(file + ": the column '" + label + "' is known only to --by and --where. If it is '" + meant
                    + "', rename it or map it.");
        }
    }

    private void addConstants() {
        ReadOptions canonical = new ReadOptions(mapping, null, null, false, null);
        mapping.constants().forEach((name, constant) -> {
            String label = labels.get(key(name));
            if (label != null) {
                throw header.misfit(
                        constant.line(),
                        "'" + name + "' cannot be the same in every row, because " + file + " has the column '" + label
                                + "'.");
            }
            int minutes = CanonicalColumns.diaryMinutes(name);
            Cell cell = Cell.of(constant.text());
            columns.add(new ExportColumn(-1, name, name, reader(name, canonical), minutes, cell));
        });
    }

    private List<AdverseEvent> events() {
        boolean list = isThere(CanonicalColumns.ADVERSE_EVENTS);
        List<AdverseEvent> events = new ArrayList<>();
        for (AdverseEvent event : AdverseEvent.CANONICAL) {
            if (list || isThere(event.name())) {
                events.add(mapping.events().stream()
                        .map(EventEntry::event)
                        .filter(mapped -> mapped.name().equals(event.name()))
                        .findFirst()
                        .orElse(event));
            }
        }
        List<String> canonical = CanonicalColumns.eventNames();
        mapping.events().stream()
                .map(EventEntry::event)
                .filter(event -> !canonical.contains(event.name()))
                .forEach(events::add);
        return events;
    }

    private boolean isThere(String name) {
        for (ExportColumn column : columns) {
            if (column.isNamed(name)) {
                return true;
            }
        }
        return false;
    }
}
