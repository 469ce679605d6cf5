package org.aestat.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one threshold of a policy.
 *
 * @param name its name
 * @param metric what is measured, as in the policy: {@code rate(bruising)}
 * @param side whether the metric has to be below or above the limit
 * @param limit the limit, in the unit of the metric
 * @param unit the unit of the metric
 * @param evidence what has to be shown: demonstrated, not-exceeded or point
 * @param level the one-sided confidence level of either bound, before any adjustment
 * @param cluster what sessions are clustered by, null for metrics without an interval
 * @param where the filters, {@code COLUMN=VALUE}
 * @param by the columns that make strata
 * @param adjust how breaches are adjusted for the number of strata: holm or none
 * @param severity error or warning
 * @param inconclusive what an inconclusive verdict does: fail, warn or pass
 * @param line the line of the policy at which it stands
 * @param strataWithoutData strata in which nothing was assessed
 * @param verdicts a verdict a stratum; one at all sessions where no stratum exists
 */
public record ThresholdResult(
        String name,
        String metric,
        Side side,
        double limit,
        Unit unit,
        String evidence,
        double level,
        @Nullable String cluster,
        List<String> where,
        List<String> by,
        String adjust,
        String severity,
        String inconclusive,
        int line,
        long strataWithoutData,
        List<StratumVerdict> verdicts) {

    /** Copies the lists. */
    public ThresholdResult {
        where = List.copyOf(where);
        by = List.copyOf(by);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * The same result whose breaches only warn.
     *
     * @param why what keeps them from failing the gate, added to their reason
     */
    public ThresholdResult breachesAsWarnings(String why) {
        List<StratumVerdict> eased = verdicts.stream()
                .map(verdict -> verdict.verdict() == Verdict.BREACH ? verdict.asWarning(why) : verdict)
                .toList();
        return new ThresholdResult(
                name,
                metric,
                side,
                limit,
                unit,
                evidence,
                level,
                cluster,
                where,
                by,
                adjust,
                severity,
                inconclusive,
                line,
                strataWithoutData,
                eased);
    }

    /** On which side of the limit a metric has to be. */
    public enum Side {
        /** Below the limit. */
        BELOW("below", "<"),
        /** Above the limit. */
        ABOVE("above", ">");

        private final String label;
        private final String sign;

        Side(String label, String sign) {
            this.label = label;
            this.sign = sign;
        }

        /** The key in the policy. */
        public String label() {
            return label;
        }

        /** The sign in expressions. */
        public String sign() {
            return sign;
        }
    }

    /** In what a metric is measured. */
    public enum Unit {
        /** A fraction, 0 to 1, or a difference of two. */
        FRACTION("fraction"),
        /** Sessions, rows or events. */
        COUNT("count"),
        /** Hours. */
        HOURS("hours"),
        /** Sessions of a course. */
        SESSIONS("sessions");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        /** The word in results. */
        public String label() {
            return label;
        }
    }

    /** What the data say of a threshold. */
    public enum Verdict {
        /** It holds. */
        PASS("pass"),
        /** It is broken. */
        BREACH("breach"),
        /** The data cannot tell. */
        INCONCLUSIVE("inconclusive");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** The word in results. */
        public String label() {
            return label;
        }
    }

    /** What a verdict does to the gate. */
    public enum Effect {
        /** Nothing. */
        NONE("none"),
        /** A warning. */
        WARN("warn"),
        /** The gate fails. */
        FAIL("fail");

        private final String label;

        Effect(String label) {
            this.label = label;
        }

        /** The word in results. */
        public String label() {
            return label;
        }
    }

    /**
     * The verdict on one stratum.
     *
     * @param stratum the sessions
     * @param verdict what the data say
     * @param effect what it does to the gate
     * @param reason why, in a sentence for people, without the name of threshold and stratum
     * @param value the metric, null where it cannot be estimated
     * @param notEstimable why it cannot, else null
     * @param counts the exact counts behind it
     * @param interval the two-sided interval in the unit of the metric, null for counts and where there is none
     * @param bound the one-sided bound that decided; where the verdict is open, the one that would have had to clear the
     *     limit; null where no bound decides
     * @param sessionsNeeded further event-free sessions that would show a rate to be below the limit, null when decided
     */
    public record StratumVerdict(
            Stratum stratum,
            Verdict verdict,
            Effect effect,
            String reason,
            @Nullable Double value,
            @Nullable String notEstimable,
            Counts counts,
            @Nullable ProportionInterval interval,
            @Nullable Bound bound,
            @Nullable Long sessionsNeeded) {

        private StratumVerdict asWarning(String why) {
            return new StratumVerdict(
                    stratum,
                    verdict,
                    Effect.WARN,
                    reason + "; " + why,
                    value,
                    notEstimable,
                    counts,
                    interval,
                    bound,
                    sessionsNeeded);
        }
    }

    /**
     * The counts behind a metric.
     *
     * @param events what is counted: sessions or patients with the event, sessions resolved, courses relieved, rows
     * @param denominator among how many
     * @param notRecorded sessions or courses left out because nothing is recorded
     * @param denominatorOf of what: sessions, patients, sore sessions, courses or rows
     */
    public record Counts(long events, long denominator, long notRecorded, String denominatorOf) {}

    /**
     * A one-sided confidence bound.
     *
     * @param side "lower" or "upper"
     * @param level its one-sided confidence level, after any adjustment
     * @param value the bound, null where there is none on that side
     */
    public record Bound(String side, double level, @Nullable Double value) {}
}
