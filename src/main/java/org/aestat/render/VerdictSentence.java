package org.aestat.render;

import org.aestat.result.ThresholdResult;
import org.aestat.result.ThresholdResult.Bound;
import org.aestat.result.ThresholdResult.Counts;
import org.aestat.result.ThresholdResult.Effect;
import org.aestat.result.ThresholdResult.StratumVerdict;
import org.aestat.result.ThresholdResult.Unit;
import org.aestat.result.ThresholdResult.Verdict;

/** The verdict on one stratum in words, with figures as people read them. */
final class VerdictSentence {

    private static final int LONGEST_LEVEL = "99.99 %".length();

    private final ThresholdResult threshold;
    private final StratumVerdict verdict;

    VerdictSentence(ThresholdResult threshold, StratumVerdict verdict) {
        this.threshold = threshold;
        this.verdict = verdict;
    }

    /** What a threshold demands, for programs: {@code rate(bruising) < 0.1}. */
    static String expression(ThresholdResult threshold) {
        return threshold.metric() + " " + threshold.side().sign() + " "
                + ShortestDecimal.of(threshold.limit()).stripTrailingZeros().toPlainString();
    }

    /** The name of the threshold and, if it has one, of the stratum: "Pneumothorax (site = North)". */
    String subject() {
        return verdict.stratum().isOverall()
                ? threshold.name()
                : threshold.name() + " (" + Names.stratum(verdict.stratum(), "") + ")";
    }

    /** The word for the verdict, "PASS", "BREACH" or "INCONCLUSIVE". */
    String word() {
        return verdict.verdict().name();
    }

    /** The metric as found, in the unit of its table column, or a dash. */
    String value() {
        Double value = verdict.value();
        return value == null ? "-" : cell(value);
    }

    /** The bound, "≤ 0.14 %", "≥ 0.11 %", or a dash. */
    String bound() {
        Bound bound = verdict.bound();
        Double value = bound == null ? null : bound.value();
        if (bound == null || value == null) {
            return "-";
        }
        return (isUpper(bound) ? "≤ " : "≥ ") + cell(value);
    }

    /** The counts, "3 of 818". */
    String counts() {
        Counts counts = verdict.counts();
        return Quantity.count(counts.events()) + " of " + Quantity.count(counts.denominator());
    }

    /** The limit with its sign, "< 0.1 %". */
    String limit() {
        String limit = isShare() ? Percent.exact(threshold.limit()) : cell(threshold.limit());
        return threshold.side().sign() + " " + limit;
    }

    private String cell(double value) {
        return threshold.unit() == Unit.SESSIONS ? Quantity.plain(value) : quantity(value);
    }

    /** What was seen, why that decides or not, and what to do. */
    String text() {
        return threshold.metric() + " should be " + threshold.side().label() + " " + exact(threshold.limit()) + ". "
                + seen() + " " + why() + " " + consequence();
    }

    private String seen() {
        Double value = verdict.value();
        Counts counts = verdict.counts();
        String unrecorded =
                counts.notRecorded() == 0 ? "" : ", " + Quantity.count(counts.notRecorded()) + " more not recorded";
        return value == null
                ? "No value: " + verdict.notEstimable() + " (" + counts() + " " + counts.denominatorOf() + unrecorded
                        + ")."
                : "It is " + quantity(value) + " (" + counts() + " " + counts.denominatorOf() + unrecorded + ").";
    }

    private String why() {
        Bound bound = verdict.bound();
        Double value = bound == null ? null : bound.value();
        String reason = Names.capitalised(verdict.reason());
        if (bound == null || value == null) {
            return verdict.value() == null && verdict.bound() == null ? "" : reason + ".";
        }
        return reason + ": with " + level(bound.level()) + " confidence it is at "
                + (isUpper(bound) ? "most " : "least ") + quantity(value) + ".";
    }

    /** A level with its digits, but one that an adjustment made rounded. */
    private static String level(double level) {
        String exact = Percent.exact(level);
        return exact.length() > LONGEST_LEVEL ? Percent.of(level) : exact;
    }

    private String consequence() {
        Long needed = verdict.sessionsNeeded();
        String more = needed == null
                ? ""
                : Quantity.count(needed) + " more event-free " + Quantity.plural(needed, "session")
                        + " would show it to hold. ";
        return more + Names.capitalised(advice());
    }

    private String advice() {
        if (verdict.verdict() == Verdict.BREACH) {
            return "look into it" + outcome() + ".";
        }
        if (verdict.verdict() == Verdict.PASS) {
            return "the threshold holds.";
        }
        String todo = verdict.counts().denominator() == 0
                ? "check the export, the filters and the mapping, or say what an inconclusive verdict should do"
                : "collect more sessions, or say what an inconclusive verdict should do";
        return (verdict.effect() == Effect.FAIL ? todo : "nothing is decided") + outcome() + ".";
    }

    private String outcome() {
        return switch (verdict.effect()) {
            case FAIL -> "; this fails the gate";
            case WARN -> "; this is a warning";
            case NONE -> "; this passes the gate, as the policy says";
        };
    }

    private static boolean isUpper(Bound bound) {
        return bound.side().equals("upper");
    }

    private String quantity(double value) {
        return switch (threshold.unit()) {
            case FRACTION ->
                MetricText.isDifference(threshold) ? Percent.points(value) : Percent.apart(value, threshold.limit());
            case COUNT -> Quantity.plain(value);
            case HOURS -> Quantity.plain(value) + " h";
            case SESSIONS -> Quantity.plain(value) + " sessions";
        };
    }

    private boolean isShare() {
        return threshold.unit() == Unit.FRACTION && !MetricText.isDifference(threshold);
    }

    private String exact(double limit) {
        return isShare() ? Percent.exact(limit) : quantity(limit);
    }
}
