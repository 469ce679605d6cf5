package org.aestat.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the variables of the SDTM domains EX, DM and AE are. A mapping goes first. */
final class CdiscPreset {

    /** Variables of DM that tell who somebody is besides {@code USUBJID}. */
    static final Set<String> IDENTIFYING = Set.of("subjid", "brthdtc");

    private static final String USUBJID = "USUBJID";
    private static final String AESTDTC = "AESTDTC";
    private static final String DATE = "yyyy-MM-dd['T'HH:mm[:ss]]";
    private static final List<Map.Entry<String, String>> SESSIONS = List.of(
            Map.entry(CanonicalColumns.PATIENT_ID, USUBJID),
            Map.entry(CanonicalColumns.SESSION_DATE, "EXSTDTC"),
            Map.entry("technique", "EXTRT"),
            Map.entry("region", "EXLOC"),
            Map.entry("site", "SITEID"),
            Map.entry("age", "AGE"));

    /** Terms of MedDRA that are other words for events of the table; haemorrhage is not, which may be minor or major. */
    private static final Map<String, String> TERMS =
            Map.of("contusion", "bruising", "bruise", "bruising", "syncope", "fainting", "somnolence", "drowsiness");

    private CdiscPreset() {}

    /** The records of EX, or of EX and DM in one file, as they are read from here on. */
    static PresetExport reshape(PresetTable table, ReadOptions options) {
        List<String> labels = table.labels();
        Set<String> identifying = Set.copyOf(labels.stream()
                .filter(label -> IDENTIFYING.contains(CanonicalColumns.normalise(label)))
                .toList());
        RecordSource records =
                new PresetRecords(table.rows(), labels.size(), table.stored().delimiterAdvice());
        return new PresetExport(
                labels, ofSessions(options.mapping(), labels), records, identifying, Set.of(), List.of(), List.of());
    }

    static Mapping ofSessions(Mapping mapping, List<String> labels) {
        Map<String, ColumnMapping> columns = new LinkedHashMap<>(mapping.columns());
        Set<String> used = Set.copyOf(columns.values().stream()
                .flatMap(column -> column.headers().stream())
                .map(CanonicalColumns::normalise)
                .toList());
        for (Map.Entry<String, String> entry : SESSIONS) {
            String name = entry.getKey();
            String variable = entry.getValue();
            boolean free = !columns.containsKey(name) && !mapping.constants().containsKey(name);
            if (free && has(labels, variable) && !used.contains(CanonicalColumns.normalise(variable))) {
                columns.put(name, column(variable, name.equals(CanonicalColumns.SESSION_DATE) ? DATE : null));
            }
        }
        return mapping.withColumns(columns);
    }

    static Mapping ofEvents(Mapping mapping, List<String> labels) {
        EventFileMapping stated = mapping.eventsFile();
        Map<EventColumn, ColumnMapping> columns = new EnumMap<>(EventColumn.class);
        put(columns, labels, EventColumn.PATIENT_ID, USUBJID);
        put(columns, labels, EventColumn.EVENT, "AETERM");
        put(columns, labels, EventColumn.EVENT, "AEDECOD");
        put(columns, labels, EventColumn.GRADE, "AETOXGR");
        put(columns, labels, EventColumn.GRADE, "AESEV");
        put(columns, labels, EventColumn.ONSET, AESTDTC);
        put(columns, labels, EventColumn.RESOLVED, "AEENDTC");
        if (!stated.isByLatestSession()) {
            put(columns, labels, EventColumn.SESSION_DATE, AESTDTC);
        }
        columns.putAll(stated.columns());
        Map<String, String> terms = new LinkedHashMap<>(TERMS);
        stated.ignored().forEach(term -> terms.remove(Words.fold(term)));
        terms.putAll(stated.terms());
        return mapping.withEventsFile(new EventFileMapping(
                stated.line(), columns, terms, stated.ignored(), stated.complete(), stated.withinDays()));
    }

    /** What {@link #ofSessions} adds to a mapping. */
    static List<String> decisionsOnSessions(Mapping mapping, List<String> labels) {
        List<String> decisions = new ArrayList<>();
        ofSessions(mapping, labels).columns().forEach((name, column) -> {
            if (!mapping.columns().containsKey(name)) {
                decisions.add(decision(column, labels, name));
            }
        });
        return decisions;
    }

    /** What {@link #ofEvents} adds to a mapping. */
    static List<String> decisionsOnEvents(Mapping mapping, List<String> labels) {
        EventFileMapping stated = mapping.eventsFile();
        EventFileMapping all = ofEvents(mapping, labels).eventsFile();
        List<String> decisions = new ArrayList<>();
        for (EventColumn column : EventColumn.values()) {
            ColumnMapping found = all.columns().get(column);
            if (found != null && !stated.columns().containsKey(column)) {
                decisions.add(decision(found, labels, column.column()));
            }
        }
        String terms = TERMS.keySet().stream()
                .filter(term -> all.terms().containsKey(term) && !stated.terms().containsKey(term))
                .sorted()
                .map(term -> "'" + term + "' is " + TERMS.get(term))
                .collect(Collectors.joining(", "));
        if (!terms.isEmpty()) {
            decisions.add("Of the terms, " + terms + ".");
        }
        return decisions;
    }

    private static String decision(ColumnMapping column, List<String> labels, String name) {
        String variable = column.headers().get(0);
        String label =
                labels.stream().filter(variable::equalsIgnoreCase).findFirst().orElse(variable);
        return "'" + label + "' is " + name + ".";
    }

    private static void put(
            Map<EventColumn, ColumnMapping> columns, List<String> labels, EventColumn column, String variable) {
        if (has(labels, variable)) {
            columns.put(column, column(variable, null));
        }
    }

    private static boolean has(List<String> labels, String variable) {
        return labels.stream().anyMatch(variable::equalsIgnoreCase);
    }

    private static ColumnMapping column(String variable, @Nullable String format) {
        return new ColumnMapping(List.of(variable), format, Map.of(), WordLists.NONE, 0);
    }
}
