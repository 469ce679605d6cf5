package org.aestat.safety;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.aestat.result.ThresholdResult.Side;
import org.aestat.safety.Threshold.Adjust;

/**
 * In which strata the data show that a limit is passed.
 *
 * <p>With Holm's adjustment the probability that any stratum is wrongly shown to pass its limit is at most 1 -
 * confidence, however many there are. Its step-down needs no p-values: stratum by stratum in the order of their
 * p-values, "p at most a" is "the bound at level 1 - a passes the limit". So for j = 1 to k, at level 1 -
 * (1 - confidence)/(k - j + 1), at least j strata have to pass; the strata of the last step that held are broken.
 *
 * <p>Source: Holm 1979, A simple sequentially rejective multiple test procedure, Scand J Statist 6:65-70.
 *
 * @param places the places of the strata that are broken
 * @param level the one-sided level at which they are shown to be
 * @param nextLevel the level at which no more strata were, or {@code level} where none was left
 * @param tested how many strata could be judged
 */
record BrokenStrata(BitSet places, double level, double nextLevel, int tested) {

    static BrokenStrata of(List<Observation> observations, Threshold threshold) {
        List<Integer> judged = new ArrayList<>();
        for (int i = 0; i < observations.size(); i++) {
            if (isJudged(observations.get(i))) {
                judged.add(i);
            }
        }
        double confidence = threshold.rule().confidence();
        int k = judged.size();
        if (threshold.rule().adjust() == Adjust.NONE || k < 2) {
            BitSet shown = shown(observations, judged, threshold, confidence);
            return new BrokenStrata(shown, confidence, confidence, k);
        }
        BitSet broken = new BitSet();
        double level = level(confidence, k);
        for (int j = 1; j <= k; j++) {
            double next = level(confidence, k - j + 1);
            BitSet shown = shown(observations, judged, threshold, next);
            if (shown.cardinality() < j) {
                return new BrokenStrata(broken, level, next, k);
            }
            broken = shown;
            level = next;
        }
        return new BrokenStrata(broken, level, level, k);
    }

    /** Whether a bound may decide. */
    static boolean isJudged(Observation observation) {
        return !observation.point().isUnknown() && observation.doubt() == null;
    }

    private static double level(double confidence, int strata) {
        return strata == 1 ? confidence : 1 - (1 - confidence) / strata;
    }

    private static BitSet shown(
            List<Observation> observations, List<Integer> judged, Threshold threshold, double level) {
        BitSet shown = new BitSet();
        for (int place : judged) {
            if (isShown(observations.get(place), threshold, level)) {
                shown.set(place);
            }
        }
        return shown;
    }

    private static boolean isShown(Observation observation, Threshold threshold, double level) {
        if (threshold.side() == Side.BELOW) {
            Double lower = observation.bounds().lower(level);
            return lower != null && lower > threshold.limit();
        }
        Double upper = observation.bounds().upper(level);
        return upper != null && upper < threshold.limit();
    }
}
