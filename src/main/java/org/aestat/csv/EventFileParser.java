package org.aestat.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the section {@code [events_file]} of a mapping file. */
final class EventFileParser {

    private static final String COLUMNS = "columns";
    private static final String TERMS = "terms";
    private static final String IGNORE = "ignore";
    private static final String COMPLETE = "complete";
    private static final String ATTRIBUTE = "attribute";
    private static final String WITHIN_DAYS = "within_days";
    private static final String LATEST = "latest-session";
    private static final int MOST_DAYS = 100_000;

    private final TomlSection section;
    private final int line;
    private final List<String> vocabulary;
    private final Set<String> known = new HashSet<>();

    /**
     * A parser of the section.
     *
     * @param root the mapping file
     * @param key the name of the section
     * @param vocabulary the names of all adverse events
     */
    EventFileParser(TomlSection root, String key, List<String> vocabulary) {
        this.section = root.section(key);
        this.line = root.line(key);
        this.vocabulary = List.copyOf(vocabulary);
        section.allowOnly(List.of(COLUMNS, COMPLETE, TERMS, IGNORE, ATTRIBUTE, WITHIN_DAYS));
    }

    EventFileMapping parse(ColumnMappingParser entries) {
        return new EventFileMapping(
                line,
                section.has(COLUMNS) ? columns(section.section(COLUMNS), entries) : Map.of(),
                section.has(TERMS) ? terms(section.section(TERMS)) : Map.of(),
                section.has(IGNORE) ? ignored() : List.of(),
                section.has(COMPLETE) ? complete() : List.of(),
                withinDays());
    }

    private static Map<EventColumn, ColumnMapping> columns(TomlSection names, ColumnMappingParser entries) {
        Map<EventColumn, ColumnMapping> columns = new EnumMap<>(EventColumn.class);
        Map<String, EventColumn> headers = new HashMap<>();
        for (String name : names.keys()) {
            EventColumn column = EventColumn.byName().get(name);
            if (column == null) {
                throw names.at(
                        name,
                        "'" + name + "' is not a column of a file of events."
                                + NearestName.suggestion(
                                        name, EventColumn.byName().keySet()));
            }
            ColumnMapping mapping = entries.parse(names, name, column.kind(), List.of());
            if (mapping.headers().isEmpty()) {
                throw names.at(name, "'" + name + "' does not say its column; expected column = \"a header\".");
            }
            for (String header : mapping.headers()) {
                EventColumn first = headers.put(CanonicalColumns.normalise(header), column);
                if (first != null && !areOneDate(first, column)) {
                    throw names.at(name, "the header '" + header + "' is used twice.");
                }
            }
            columns.put(column, mapping);
        }
        return columns;
    }

    /** An event may begin on the day of its session by definition. */
    private static boolean areOneDate(EventColumn one, EventColumn other) {
        return Set.of(one, other).equals(Set.of(EventColumn.SESSION_DATE, EventColumn.ONSET));
    }

    private Map<String, String> terms(TomlSection texts) {
        Map<String, String> terms = new LinkedHashMap<>();
        for (String text : texts.keys()) {
            claim(texts, text, text);
            terms.put(Words.fold(text), event(texts, text, texts.text(text)));
        }
        return terms;
    }

    private List<String> ignored() {
        List<String> ignored = section.texts(IGNORE);
        ignored.forEach(text -> claim(section, IGNORE, text));
        return ignored;
    }

    private void claim(TomlSection place, String key, String text) {
        if (!known.add(Words.fold(text))) {
            throw place.at(key, "the term '" + text + "' is given a meaning twice.");
        }
    }

    private String event(TomlSection place, String key, String name) {
        if (!vocabulary.contains(name)) {
            throw place.at(
                    key,
                    "'" + name + "' is not an adverse event that aestat knows."
                            + NearestName.suggestion(name, vocabulary));
        }
        return name;
    }

    private List<String> complete() {
        if (!section.isList(COMPLETE)) {
            return section.flag(COMPLETE) ? vocabulary : List.of();
        }
        List<String> complete = new ArrayList<>();
        section.texts(COMPLETE).forEach(name -> complete.add(event(section, COMPLETE, name)));
        return vocabulary.stream().filter(complete::contains).toList();
    }

    private int withinDays() {
        String attribute = section.has(ATTRIBUTE) ? section.text(ATTRIBUTE) : "same-day";
        if (!Set.of("same-day", LATEST).contains(attribute)) {
            throw section.at(ATTRIBUTE, "expected \"same-day\" or \"" + LATEST + "\" for '" + ATTRIBUTE + "'.");
        }
        if (!section.has(WITHIN_DAYS)) {
            return attribute.equals(LATEST) ? MOST_DAYS : EventFileMapping.SAME_DAY;
        }
        if (!attribute.equals(LATEST)) {
            throw section.at(
                    WITHIN_DAYS, "'" + WITHIN_DAYS + "' goes with " + ATTRIBUTE + " = \"" + LATEST + "\" only.");
        }
        double days = section.number(WITHIN_DAYS);
        if (days < 0 || days > MOST_DAYS || days != Math.rint(days)) {
            throw section.at(WITHIN_DAYS, "expected whole days from 0 to " + MOST_DAYS + " for '" + WITHIN_DAYS + "'.");
        }
        return (int) days;
    }
}
