package org.aestat.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header of a file of adverse events, held against a mapping. */
final class EventFileHeader {

    private final String file;
    private final long line;
    private final List<String> labels;
    private final Mapping mapping;
    private final List<String> normal;
    private final Map<EventColumn, List<Integer>> places = new EnumMap<>(EventColumn.class);

    /**
     * A header.
     *
     * @param file the name of the file
     * @param line the line on which the header starts
     * @param labels its fields, trimmed
     * @param mapping what columns mean
     */
    EventFileHeader(String file, long line, List<String> labels, Mapping mapping) {
        this.file = file;
        this.line = line;
        this.labels = List.copyOf(labels);
        this.mapping = mapping;
        this.normal = labels.stream().map(CanonicalColumns::normalise).toList();
        for (EventColumn column : EventColumn.values()) {
            List<Integer> found = places(column);
            if (!found.contains(-1)) {
                places.put(column, found);
            }
        }
    }

    private List<Integer> places(EventColumn column) {
        ColumnMapping mapped = mapping.eventsFile().columns().get(column);
        List<String> headers = mapped == null ? List.of(column.column()) : mapped.headers();
        return headers.stream()
                .map(header -> normal.indexOf(CanonicalColumns.normalise(header)))
                .toList();
    }

    /** Whether it has what is required and all that the mapping names. */
    boolean isComplete() {
        return missingRequirement() == null
                && places.keySet().containsAll(mapping.eventsFile().columns().keySet());
    }

    /**
     * Checks that all is there.
     *
     * @throws InputException if the header cannot be used
     * @throws MappingException if the mapping names a column that is not there
     */
    void check() {
        mapping.eventsFile().columns().forEach((column, mapped) -> {
            for (String header : mapped.headers()) {
                if (!normal.contains(CanonicalColumns.normalise(header))) {
                    throw new MappingException(
                            mapping.fileName(),
                            mapped.line(),
                            file + " has no column '" + header + "'." + NearestName.suggestion(header, labels));
                }
            }
        });
        String missing = missingRequirement();
        if (missing != null) {
            throw new InputException(file, line, missing);
        }
        places.values().forEach(found -> found.forEach(this::refuseTwice));
    }

    private void refuseTwice(int place) {
        int last = normal.lastIndexOf(normal.get(place));
        if (last != place) {
            throw new InputException(
                    file,
                    line,
                    "columns " + (place + 1) + " and " + (last + 1) + " have the same name '" + labels.get(place)
                            + "'. Rename one of them.");
        }
    }

    private @Nullable String missingRequirement() {
        if (!has(EventColumn.EVENT)) {
            return "there is no column 'event'. A mapping file (--mapping) can name the column that holds it,"
                    + " in [events_file.columns].";
        }
        if (!has(EventColumn.SESSION_ID) && !hasPatientAndDay()) {
            return "there is neither a column 'session_id' nor the columns 'patient_id' and '"
                    + (mapping.eventsFile().isByLatestSession() ? EventColumn.ONSET : EventColumn.SESSION_DATE).column()
                    + "'. A mapping file (--mapping) can name those that hold them, in [events_file.columns].";
        }
        return null;
    }

    /** Whether a patient and a day can tell the session. */
    boolean hasPatientAndDay() {
        return has(EventColumn.PATIENT_ID)
                && (has(EventColumn.SESSION_DATE)
                        || (has(EventColumn.ONSET) && mapping.eventsFile().isByLatestSession()));
    }

    boolean has(EventColumn column) {
        return places.containsKey(column);
    }

    int size() {
        return labels.size();
    }

    /** The places of a column, several only for ids, none where it is not there. */
    int[] placesOf(EventColumn column) {
        return places.getOrDefault(column, List.of()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The name of a column as the header has it, or its own where it is not there. */
    String label(EventColumn column) {
        List<Integer> found = places.getOrDefault(column, List.of());
        return found.isEmpty() ? column.column() : labels.get(found.get(0));
    }

    /** Sentences about columns that look like misspelt ones. */
    List<String> notes() {
        List<String> missing = new ArrayList<>();
        for (EventColumn column : EventColumn.values()) {
            if (!has(column)) {
                missing.add(column.column());
            }
        }
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            String meant = NearestName.misspelt(normal.get(i), missing);
            if (meant != null) {
                notes.add(file + ": the column '" + labels.get(i) + "' is not used. If it is '" + meant
                        + "', rename it or map it.");
            }
        }
        return notes;
    }
}
