package org.aestat.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The header of an export, held against a mapping. */
final class Header {

    private final String file;
    private final long line;
    private final List<String> labels;
    private final Mapping mapping;
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> mapped;

    /**
     * A header.
     *
     * @param file the export's name
     * @param line the line on which the header starts
     * @param labels its fields, trimmed
     * @param mapping what columns mean
     */
    Header(String file, long line, List<String> labels, Mapping mapping) {
        this.file = file;
        this.line = line;
        this.labels = List.copyOf(labels);
        this.mapping = mapping;
        names = labels.stream().map(CanonicalColumns::normalise).toList();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i), i);
        }
        mapped = mapping.headers().map(CanonicalColumns::normalise).collect(Collectors.toSet());
    }

    int size() {
        return labels.size();
    }

    String label(int place) {
        return labels.get(place);
    }

    /** The label in the form in which headers are compared. */
    String name(int place) {
        return names.get(place);
    }

    /** Whether it has the required columns and all that the mapping names. */
    boolean isComplete() {
        return missingRequirement() == null
                && places.keySet().containsAll(mapped)
                && mapping.exclusions().stream()
                        .allMatch(exclusion -> places.containsKey(CanonicalColumns.normalise(exclusion.header())));
    }

    /**
     * The place of a header that the mapping names.
     *
     * @throws MappingException if there is none
     */
    int place(String header, int mappingLine) {
        Integer place = places.get(CanonicalColumns.normalise(header));
        if (place == null) {
            throw misfit(
                    mappingLine, file + " has no column '" + header + "'." + NearestName.suggestion(header, labels));
        }
        return place;
    }

    /** The exception for a mapping that does not fit this header. */
    MappingException misfit(int mappingLine, String problem) {
        return new MappingException(mapping.fileName(), mappingLine, problem);
    }

    /** The exception for a header that cannot be used. */
    InputException fault(String problem) {
        return new InputException(file, line, problem);
    }

    /**
     * Checks that every column has a name of its own and the required ones are there. Names are shown only once it is
     * clear that the line is a header and not a row.
     *
     * @throws InputException if not
     */
    void check() {
        int blank = labels.indexOf("");
        if (blank >= 0) {
            throw fault("the name of column " + (blank + 1) + " is blank. Every column needs a name.");
        }
        String missing = missingRequirement();
        if (missing != null) {
            throw fault(missing);
        }
        for (int i = 0; i < labels.size(); i++) {
            Integer first = places.get(names.get(i));
            if (first != null && first != i) {
                throw fault("columns " + (first + 1) + " and " + (i + 1) + " have the same name '" + labels.get(i)
                        + "'. Rename one of them.");
            }
        }
    }

    private @Nullable String missingRequirement() {
        if (mapping.isEachRow()) {
            return null;
        }
        if (!has(CanonicalColumns.PATIENT_ID)) {
            return "there is no column 'patient_id'. A mapping file (--mapping) can name the column that holds it.";
        }
        if (!has(CanonicalColumns.SESSION_DATE) && !has(CanonicalColumns.SESSION_NUMBER)) {
            return "there is neither a column 'session_date' nor a column 'session_number'."
                    + " A mapping file (--mapping) can name one that holds it.";
        }
        return null;
    }

    /** Whether a canonical column is there, by the header itself or by the mapping. */
    boolean has(String name) {
        return mapping.columns().containsKey(name)
                || mapping.constants().containsKey(name)
                || (places.containsKey(name) && !mapped.contains(name));
    }
}
