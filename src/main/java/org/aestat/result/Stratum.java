package org.aestat.result;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that share the values of some columns.
 *
 * @param columns the columns' names, empty for all sessions
 * @param values a value a column as written, null where not recorded
 */
public record Stratum(List<String> columns, List<@Nullable String> values)
        implements Comparable<Stratum>, Serializable {

    /** All sessions. */
    public static final Stratum OVERALL = new Stratum(List.of(), List.of());

    private static final Comparator<@Nullable String> VALUE = Comparator.nullsLast(Comparator.naturalOrder());

    /** Copies the lists. */
    public Stratum {
        columns = List.copyOf(columns);
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Whether this is the stratum of all sessions. */
    public boolean isOverall() {
        return columns.isEmpty();
    }

    /** By value, column by column; not recorded comes last. */
    @Override
    public int compareTo(Stratum other) {
        for (int i = 0; i < values.size(); i++) {
            int order = VALUE.compare(values.get(i), other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
