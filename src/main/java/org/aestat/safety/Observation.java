package org.aestat.safety;

import org.aestat.result.ProportionInterval;
import org.aestat.result.Stratum;
import org.aestat.result.ThresholdResult.Counts;
import org.jspecify.annotations.Nullable;

/**
 * What the data say of a metric in one stratum.
 *
 * @param stratum the sessions
 * @param assessed whether anything was assessed at all
 * @param counts the exact counts behind the figure
 * @param point the figure itself
 * @param interval its two-sided interval, or null
 * @param bounds its one-sided bounds
 * @param doubt why no bound may decide, or null
 */
public record Observation(
        Stratum stratum,
        boolean assessed,
        Counts counts,
        Point point,
        @Nullable ProportionInterval interval,
        Bounds bounds,
        @Nullable String doubt) {

    /** A fact about the export: a value without uncertainty. */
    public static Observation fact(Stratum stratum, Counts counts, Point point) {
        return new Observation(stratum, counts.denominator() > 0, counts, point, null, Bounds.NONE, null);
    }

    /** One-sided confidence bounds at any level. */
    public interface Bounds {

        /** No bounds. */
        Bounds NONE = new Bounds() {
            @Override
            public @Nullable Double lower(double level) {
                return null;
            }

            @Override
            public @Nullable Double upper(double level) {
                return null;
            }
        };

        /**
         * The lower bound, null where there is none.
         *
         * @param level its one-sided confidence level, 0.5 to below 1
         */
        @Nullable
        Double lower(double level);

        /**
         * The upper bound, null where there is none.
         *
         * @param level its one-sided confidence level, 0.5 to below 1
         */
        @Nullable
        Double upper(double level);
    }

    /**
     * A figure, or the range in which it lies.
     *
     * @param value the figure, null where the data do not give one
     * @param reason why they do not, else null
     * @param least the smallest figure that the data allow
     * @param most the largest
     */
    public record Point(@Nullable Double value, @Nullable String reason, double least, double most) {

        /** A figure. */
        public static Point at(double value) {
            return new Point(value, null, value, value);
        }

        /** A figure known only to lie in a range, both ends included. */
        public static Point within(double least, double most, String reason) {
            return new Point(null, reason, least, most);
        }

        /** A figure that the data do not tell. */
        public static Point unknown(String reason) {
            return within(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, reason);
        }

        /** Whether the data tell nothing of the figure. */
        boolean isUnknown() {
            return least == Double.NEGATIVE_INFINITY && most == Double.POSITIVE_INFINITY;
        }
    }
}
