package org.aestat.safety;

import java.util.function.DoubleFunction;
import org.aestat.result.ThresholdResult.Counts;
import org.aestat.safety.Observation.Bounds;

/**
 * The bounds of a rate, which can also be asked for other counts.
 *
 * @param atLevel the bounds at a one-sided level
 * @param counts the counts at hand
 * @param ofSessions whether the rate is one of sessions; otherwise of patients
 */
record RateBounds(DoubleFunction<OneSidedBounds> atLevel, Counts counts, boolean ofSessions) implements Bounds {

    @Override
    public Double lower(double level) {
        return atLevel.apply(level).lower(counts.events(), counts.denominator());
    }

    @Override
    public Double upper(double level) {
        return atLevel.apply(level).upper(counts.events(), counts.denominator());
    }

    /** Where the verdict on a limit would change. */
    LimitSearch search(double level, double limit) {
        return new LimitSearch(atLevel.apply(level), counts.events(), counts.denominator(), limit);
    }
}
