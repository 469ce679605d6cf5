package org.aestat.csv;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column of a file of adverse events. */
public enum EventColumn {
    /** The id of the session. */
    SESSION_ID(ValueKind.ID),
    /** The patient, where the date tells which session it was. */
    PATIENT_ID(ValueKind.ID),
    /** The date of the session. */
    SESSION_DATE(ValueKind.DATE),
    /** Part of who a patient is. */
    SITE(ValueKind.TEXT),
    /** The name of the event. */
    EVENT(ValueKind.TEXT),
    /** How severe it was. */
    GRADE(ValueKind.EVENT),
    /** When it began. */
    ONSET(ValueKind.DATE),
    /** When it was gone. */
    RESOLVED(ValueKind.DATE);

    private static final Map<String, EventColumn> NAMES =
            Stream.of(values()).collect(Collectors.toMap(EventColumn::column, Function.identity()));

    private final ValueKind kind;

    EventColumn(ValueKind kind) {
        this.kind = kind;
    }

    /** The columns by their names. */
    static Map<String, EventColumn> byName() {
        return NAMES;
    }

    /** What the cells hold, as a mapping describes them. */
    ValueKind kind() {
        return kind;
    }

    /** The name of the column. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
