package org.aestat.result;

/**
 * What became of the rows that were read; {@code read = used + excluded + rejected} always holds.
 *
 * @param read data rows read
 * @param used rows in the analyses
 * @param excluded rows left out by the filters of the run
 * @param rejected rows that could not be read
 */
public record RowCounts(long read, long used, long excluded, long rejected) {

    /** No rows. */
    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

    /** Refuses counts that do not balance. */
    public RowCounts {
        if (read != used + excluded + rejected) {
            throw new IllegalStateException(
                    "rows do not balance: " + read + " != " + used + " + " + excluded + " + " + rejected);
        }
    }

    /** The counts of two inputs together. */
    public RowCounts plus(RowCounts other) {
        return new RowCounts(
                read + other.read, used + other.used, excluded + other.excluded, rejected + other.rejected);
    }
}
