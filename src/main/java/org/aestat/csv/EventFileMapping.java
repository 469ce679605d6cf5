package org.aestat.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a mapping says about a file of adverse events.
 *
 * @param line where it says so, 0 where it says nothing
 * @param columns the headers of its columns
 * @param terms texts of the file, {@linkplain Words#fold folded}, and the names of the events that they stand for
 * @param ignored texts of the file that are left out, as written
 * @param complete the events of which the file holds every one
 * @param withinDays how many days after a session an event may begin to belong to it, or {@link #SAME_DAY}
 */
record EventFileMapping(
        int line,
        Map<EventColumn, ColumnMapping> columns,
        Map<String, String> terms,
        List<String> ignored,
        List<String> complete,
        int withinDays) {

    /** An event belongs to the session whose date the file gives. */
    static final int SAME_DAY = -1;

    /** Nothing is said. */
    static final EventFileMapping UNSAID = new EventFileMapping(0, Map.of(), Map.of(), List.of(), List.of(), SAME_DAY);

    EventFileMapping {
        columns = Map.copyOf(columns);
        terms = new LinkedHashMap<>(terms);
        ignored = List.copyOf(ignored);
        complete = List.copyOf(complete);
    }

    /** Whether an event without the date of its session belongs to the latest session before it. */
    boolean isByLatestSession() {
        return withinDays != SAME_DAY;
    }
}
