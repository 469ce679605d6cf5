package org.aestat.cli;

import java.util.function.DoubleFunction;
import org.aestat.result.ProportionInterval;
import org.aestat.result.Quantile;
import org.aestat.safety.Observation.Bounds;
import org.aestat.safety.Observation.Point;
import org.jspecify.annotations.Nullable;

/** What figures read off curves have in common for thresholds. */
final class CurveObservation {

    private static final long FEWEST_IN_CURVE = 20;
    private static final long FEWEST_PATIENTS = 5;

    private CurveObservation() {}

    /** The limits of a figure at a two-sided level, null where there are none. */
    record Limits(@Nullable Double lower, @Nullable Double upper) {}

    /** One-sided bounds: the limits of the two-sided interval at 2 level - 1. */
    static Bounds bounds(DoubleFunction<Limits> limits) {
        return new Bounds() {
            @Override
            public @Nullable Double lower(double level) {
                return limits.apply(twoSided(level)).lower();
            }

            @Override
            public @Nullable Double upper(double level) {
                return limits.apply(twoSided(level)).upper();
            }
        };
    }

    private static double twoSided(double level) {
        return Math.max(0, 2 * level - 1);
    }

    /** The two-sided interval, null where a limit is missing. */
    static @Nullable ProportionInterval interval(String method, double level, Limits limits) {
        Double lower = limits.lower();
        Double upper = limits.upper();
        return lower == null || upper == null ? null : new ProportionInterval(method, level, lower, upper, null, null);
    }

    /**
     * A median as a point.
     *
     * @param median the median
     * @param notReachedBy up to where it is known not to be reached, or null
     */
    static Point point(Quantile median, @Nullable Double notReachedBy) {
        Double value = median.value();
        Double from = median.from();
        Double to = median.to();
        if (value != null) {
            return Point.at(value);
        }
        if (from != null && to != null) {
            return Point.within(Math.nextUp(from), to, "the median is only known to lie in an interval");
        }
        String reason = String.valueOf(median.reason());
        return notReachedBy == null
                ? Point.unknown(reason)
                : Point.within(Math.nextUp(notReachedBy), Double.POSITIVE_INFINITY, reason);
    }

    /** Why a curve is too small to decide anything, or null. */
    static @Nullable String tooFew(long inCurve, String what, long patients) {
        if (inCurve < FEWEST_IN_CURVE) {
            return "fewer than " + FEWEST_IN_CURVE + " " + what + " in the curve";
        }
        return patients < FEWEST_PATIENTS ? "fewer than " + FEWEST_PATIENTS + " patients in the curve" : null;
    }
}
