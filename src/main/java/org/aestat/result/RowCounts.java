package org.aestat.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the rows that were read; {@code read = used + excluded + rejected} always holds.
 *
 * @param read data rows read
 * @param used rows in the analyses
 * @param excluded rows left out by the preset, the mapping or the filters of the run
 * @param rejected rows that could not be read
 * @param excludedBy why rows were left out, adding up to {@code excluded}; empty where only filters can do so
 */
public record RowCounts(long read, long used, long excluded, long rejected, List<Exclusion> excludedBy) {

    /** No rows. */
    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

    /**
     * Rows left out for one reason.
     *
     * @param reason what the preset says, a column and its word as the mapping has them, or "filters"
     * @param rows how many
     */
    public record Exclusion(String reason, long rows) {}

    /** Refuses counts that do not balance. */
    public RowCounts {
        excludedBy = List.copyOf(excludedBy);
        if (read != used + excluded + rejected) {
            throw new IllegalStateException(
                    "rows do not balance: " + read + " != " + used + " + " + excluded + " + " + rejected);
        }
        long explained = excludedBy.stream().mapToLong(Exclusion::rows).sum();
        if (!excludedBy.isEmpty() && explained != excluded) {
            throw new IllegalStateException("exclusions do not balance: " + excluded + " != " + explained);
        }
    }

    /** Counts of rows of which the filters alone left some out. */
    public RowCounts(long read, long used, long excluded, long rejected) {
        this(read, used, excluded, rejected, List.of());
    }

    /** The counts of two inputs together. */
    public RowCounts plus(RowCounts other) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        excludedBy.forEach(exclusion -> reasons.merge(exclusion.reason(), exclusion.rows(), Long::sum));
        other.excludedBy.forEach(exclusion -> reasons.merge(exclusion.reason(), exclusion.rows(), Long::sum));
        List<Exclusion> together = new ArrayList<>();
        reasons.forEach((reason, rows) -> together.add(new Exclusion(reason, rows)));
        return new RowCounts(
                read + other.read, used + other.used, excluded + other.excluded, rejected + other.rejected, together);
    }
}
