package org.aestat.stat;

import java.util.function.DoubleUnaryOperator;

/** Where an error probability that falls with the critical value passes the one that is allowed. */
final class CriticalValueSearch {

    private static final double HIGHEST = 1e6;
    private static final double SMALLEST_ERROR = 1e-300;
    private static final double LEAST_SHARE = 0.01;

    private final DoubleUnaryOperator error;
    private final double alpha;
    private double low;
    private double high = 1;
    private double lowExcess;
    private double highExcess;

    /**
     * Starts with a wide bracket.
     *
     * @param error the error probability of a critical value, not increasing
     * @param alpha the error probability that is allowed
     * @throws IllegalArgumentException if no critical value makes the error small enough
     */
    CriticalValueSearch(DoubleUnaryOperator error, double alpha) {
        this.error = error;
        this.alpha = alpha;
        lowExcess = -StrictMath.log(alpha);
        highExcess = excess(high);
        while (highExcess > 0) {
            low = high;
            lowExcess = highExcess;
            high *= 2;
            if (high > HIGHEST) {
                throw new IllegalArgumentException("no critical value has an error of at most " + alpha);
            }
            highExcess = excess(high);
        }
    }

    /** A critical value with an error that is too large, or 0. */
    double tooLow() {
        return low;
    }

    /** A critical value with an error that is small enough. */
    double enough() {
        return high;
    }

    /**
     * Narrows the bracket, by the secant of the logarithms, which are nearly straight, and by halves where that is slow.
     *
     * @param width how far apart the two values may be
     */
    void narrow(double width) {
        boolean halve = false;
        int side = 0;
        while (high - low > width) {
            double before = high - low;
            double secant = lowExcess / (lowExcess - highExcess);
            double share = halve ? 1 / 2.0 : Math.max(LEAST_SHARE, Math.min(1 - LEAST_SHARE, secant));
            double middle = low + share * before;
            if (middle <= low || middle >= high) {
                return;
            }
            double excess = excess(middle);
            if (excess > 0) {
                low = middle;
                lowExcess = excess;
                highExcess = side > 0 ? highExcess / 2 : highExcess;
                side = 1;
            } else {
                high = middle;
                highExcess = excess;
                lowExcess = side < 0 ? lowExcess / 2 : lowExcess;
                side = -1;
            }
            halve = high - low > before / 2;
        }
    }

    private double excess(double criticalValue) {
        return StrictMath.log(Math.max(SMALLEST_ERROR, error.applyAsDouble(criticalValue)) / alpha);
    }
}
