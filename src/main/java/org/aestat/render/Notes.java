package org.aestat.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The notes below a table: what is said of several rows is said once. */
final class Notes {

    private static final int MOST_NAMES = 12;

    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    /** Notes something of a row. */
    void add(String note, String row) {
        rows.computeIfAbsent(note, key -> new ArrayList<>()).add(row);
    }

    private static String names(Page page, List<String> labels) {
        Stream<String> names = labels.stream().map(page::label);
        return labels.size() <= MOST_NAMES
                ? names.collect(Collectors.joining(", "))
                : names.limit(MOST_NAMES).collect(Collectors.joining(", ")) + " and "
                        + Quantity.count(labels.size() - MOST_NAMES) + " more";
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Puts the notes on the page, each with its rows. */
    void writeTo(Page page) {
        rows.forEach((note, labels) -> page.continued(note + ": " + names(page, labels) + "."));
    }

    /** Puts the notes on the page; the one of most rows is said of "the others", or of all if it is the only one. */
    void writeTo(Page page, String subject) {
        String main = "";
        int most = 0;
        for (Map.Entry<String, List<String>> entry : rows.entrySet()) {
            if (entry.getValue().size() > most) {
                main = entry.getKey();
                most = entry.getValue().size();
            }
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : rows.entrySet()) {
            if (!entry.getKey().equals(main)) {
                parts.add(entry.getKey() + " for " + names(page, entry.getValue()));
            }
        }
        parts.add(parts.isEmpty() ? main : main + " for the others");
        page.continued(subject + ": " + String.join("; ", parts) + ".");
    }
}
