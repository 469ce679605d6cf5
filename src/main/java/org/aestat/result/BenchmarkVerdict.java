package org.aestat.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the data show that an event's rate is below or above a published limit.
 *
 * @param id the benchmark's name
 * @param event the event
 * @param stratum the sessions
 * @param limit the limit, a fraction of sessions
 * @param level the one-sided confidence level of either bound
 * @param verdict what the data show
 * @param reason why, in words
 * @param counts the exact counts
 * @param rate events per assessed session, null where none was assessed
 * @param lower the one-sided lower bound, null where none was assessed
 * @param upper the one-sided upper bound, null where none was assessed
 * @param sessionsNeeded further event-free sessions that would demonstrate "below", null when decided
 * @param holdsToDesignEffect the largest design effect at which the verdict stands, null when inconclusive
 * @param tippingPoint how many unrecorded sessions would have to be yes to lose "below", null where none would
 * @param source where the limit comes from
 * @param comparators published figures to read beside the limit
 */
public record BenchmarkVerdict(
        String id,
        String event,
        Stratum stratum,
        double limit,
        double level,
        Verdict verdict,
        String reason,
        EventRate.Counts counts,
        @Nullable Double rate,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Long sessionsNeeded,
        @Nullable Double holdsToDesignEffect,
        @Nullable Long tippingPoint,
        String source,
        List<Comparator> comparators) {

    /** What data show about a limit. */
    public enum Verdict {
        /** The upper bound is below the limit. */
        DEMONSTRATED_BELOW("demonstrated below"),
        /** The lower bound is above the limit. */
        DEMONSTRATED_ABOVE("demonstrated above"),
        /** The data cannot tell. */
        INCONCLUSIVE("inconclusive");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** The words in results. */
        public String label() {
            return label;
        }
    }

    /**
     * A published count.
     *
     * @param study the study
     * @param events events counted
     * @param denominator among how many
     * @param unit of what
     */
    public record Comparator(String study, long events, long denominator, String unit) {}
}
