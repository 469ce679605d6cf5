package org.aestat.safety;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.ThresholdResult.Bound;
import org.aestat.result.ThresholdResult.Counts;
import org.aestat.result.ThresholdResult.Side;
import org.aestat.result.ThresholdResult.Verdict;
import org.aestat.safety.Observation.Point;
import org.aestat.safety.Threshold.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was observed against one threshold.
 *
 * @param threshold the threshold
 */
record ThresholdTest(Threshold threshold) {

    /** How small a share of unrecorded sessions is not asked whether it could undo a verdict: one in this many. */
    private static final long TOLERATED_UNRECORDED = 10;

    /** A decision a stratum, in the order of the observations. */
    List<Decision> decisions(List<Observation> observations) {
        boolean byPoint = threshold.metric().isFact() || threshold.rule().evidence() == Evidence.POINT;
        BrokenStrata broken = byPoint ? null : BrokenStrata.of(observations, threshold);
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < observations.size(); i++) {
            Observation observation = observations.get(i);
            String unknown =
                    observation.point().isUnknown() ? observation.point().reason() : null;
            if (unknown != null) {
                decisions.add(Decision.of(Verdict.INCONCLUSIVE, unknown));
            } else if (broken == null) {
                decisions.add(ofPoint(observation.point()));
            } else if (broken.places().get(i)) {
                decisions.add(broken(observation, broken));
            } else {
                decisions.add(notBroken(observation, broken));
            }
        }
        return decisions;
    }

    private boolean isBelow() {
        return threshold.side() == Side.BELOW;
    }

    private Decision ofPoint(Point point) {
        String side = threshold.side().label();
        boolean holds = isBelow() ? point.most() < threshold.limit() : point.least() > threshold.limit();
        boolean fails = isBelow() ? point.least() >= threshold.limit() : point.most() <= threshold.limit();
        if (holds) {
            return Decision.of(Verdict.PASS, "the value is " + side + " the limit");
        }
        return fails
                ? Decision.of(Verdict.BREACH, "the value is not " + side + " the limit")
                : Decision.of(Verdict.INCONCLUSIVE, "the value is not known exactly enough: " + point.reason());
    }

    private Decision broken(Observation observation, BrokenStrata broken) {
        Bound bound = passing(observation, broken.level());
        return new Decision(
                Verdict.BREACH,
                "the " + bound.side() + " bound is " + (isBelow() ? "above" : "below") + " the limit",
                bound,
                null);
    }

    private Decision notBroken(Observation observation, BrokenStrata broken) {
        double level = threshold.rule().confidence();
        Bound clearing = clearing(observation, level);
        String doubt = observation.doubt();
        if (doubt != null) {
            return new Decision(Verdict.INCONCLUSIVE, doubt, clearing, sessionsNeeded(observation));
        }
        if (isCleared(clearing)) {
            String tipped = tipped(observation);
            return tipped == null
                    ? new Decision(
                            Verdict.PASS,
                            "the " + clearing.side() + " bound is "
                                    + threshold.side().label() + " the limit",
                            clearing,
                            null)
                    : new Decision(Verdict.INCONCLUSIVE, tipped, clearing, null);
        }
        Bound unadjusted = passing(observation, level);
        if (isPassed(unadjusted)) {
            return new Decision(
                    Verdict.INCONCLUSIVE,
                    "the " + unadjusted.side() + " bound is " + (isBelow() ? "above" : "below")
                            + " the limit, but not with Holm's adjustment for " + broken.tested() + " strata",
                    passing(observation, broken.nextLevel()),
                    sessionsNeeded(observation));
        }
        String reason = clearing.value() == null
                ? "the data give no " + clearing.side() + " bound"
                : "the limit lies between the bounds";
        return new Decision(Verdict.INCONCLUSIVE, reason, clearing, sessionsNeeded(observation));
    }

    /** The bound that has to be on the right side of the limit. */
    private Bound clearing(Observation observation, double level) {
        return isBelow() ? upper(observation, level) : lower(observation, level);
    }

    /** The bound that shows a breach on the wrong side of the limit. */
    private Bound passing(Observation observation, double level) {
        return isBelow() ? lower(observation, level) : upper(observation, level);
    }

    private static Bound lower(Observation observation, double level) {
        return new Bound("lower", level, observation.bounds().lower(level));
    }

    private static Bound upper(Observation observation, double level) {
        return new Bound("upper", level, observation.bounds().upper(level));
    }

    private boolean isCleared(Bound clearing) {
        Double value = clearing.value();
        return value != null && (isBelow() ? value < threshold.limit() : value > threshold.limit());
    }

    private boolean isPassed(Bound passing) {
        Double value = passing.value();
        return value != null && (isBelow() ? value > threshold.limit() : value < threshold.limit());
    }

    private @Nullable Long sessionsNeeded(Observation observation) {
        if (isBelow() && observation.bounds() instanceof RateBounds rate && rate.ofSessions()) {
            LimitSearch search = rate.search(threshold.rule().confidence(), threshold.limit());
            return search.isBelow() ? null : search.sessionsNeeded();
        }
        return null;
    }

    /** Why what was not recorded keeps a limit from being shown to hold, or null. */
    private @Nullable String tipped(Observation observation) {
        Counts counts = observation.counts();
        boolean much = counts.notRecorded() * TOLERATED_UNRECORDED > counts.denominator() + counts.notRecorded();
        if (threshold.rule().evidence() != Evidence.DEMONSTRATED
                || !much
                || !(observation.bounds() instanceof RateBounds rate)) {
            return null;
        }
        LimitSearch search = rate.search(threshold.rule().confidence(), threshold.limit());
        Long tipping =
                isBelow() ? search.tippingPoint(counts.notRecorded()) : search.tippingPointAbove(counts.notRecorded());
        return tipping == null
                ? null
                : "more than 10 % of " + counts.denominatorOf() + " are not recorded, and " + tipping + " of them "
                        + (isBelow() ? "with" : "without") + " the event would undo it";
    }
}
