package org.aestat.stat;

/**
 * The time at which a falling step curve reaches a level: the first time at which it is at or below it; where it is
 * exactly at the level, the middle between that time and the next drop, or the last time if it drops no more. This is
 * the rule of R's {@code quantile.survfit}.
 */
final class StepQuantile {

    /** Room for the rounding of a long product; far below the step of one in a hundred million. */
    static final double ROUNDING = 1e-11;

    private StepQuantile() {}

    /**
     * The quantile, NaN where the curve does not reach the level.
     *
     * @param times ascending times
     * @param curve the curve at and after each time; NaN crosses no level
     * @param level the level, between 0 and 1
     */
    static double of(int[] times, double[] curve, double level) {
        for (int i = 0; i < times.length; i++) {
            if (curve[i] <= level + ROUNDING) {
                return curve[i] < level - ROUNDING ? times[i] : middle(times, curve, level, i);
            }
        }
        return Double.NaN;
    }

    private static double middle(int[] times, double[] curve, double level, int first) {
        for (int i = first + 1; i < times.length; i++) {
            if (curve[i] < level - ROUNDING) {
                return (times[first] + (double) times[i]) / 2;
            }
        }
        return (times[first] + (double) times[times.length - 1]) / 2;
    }
}
