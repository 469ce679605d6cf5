package org.aestat.stat;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The limits at which the binomial tail that counts the observed result half has the given probability.
 *
 * <pre>
 * lower:  P(X &gt; x) + P(X = x)/2 = (I_p(x, n - x + 1) + I_p(x + 1, n - x))/2 = tail
 * upper:  P(X &lt; x) + P(X = x)/2 = 1 - (I_p(x, n - x + 1) + I_p(x + 1, n - x))/2 = tail
 * </pre>
 *
 * <p>I is the regularized incomplete beta function, which carries the definition to counts that are fractions. Special
 * results: 0 and 1 at the closed ends; (2 tail)^(1/n) as the lower limit of x = n, and 1 less that as the upper limit
 * of x = 0.
 */
final class MidP {

    private static final int MOST_EVALUATIONS = 1000;
    private static final double RELATIVE = 1e-15;

    private MidP() {}

    static double lower(double x, double n, double tail) {
        if (x == 0) {
            return 0;
        }
        if (x == n) {
            return Math.pow(2 * tail, 1 / n);
        }
        BetaDistribution atLeast = BetaDistribution.of(x, n - x + 1);
        BetaDistribution above = BetaDistribution.of(x + 1, n - x);
        return root(
                p -> (atLeast.cumulativeProbability(p) + above.cumulativeProbability(p)) / (2 * tail) - 1,
                BetaQuantile.lower(x, n - x + 1, tail),
                BetaQuantile.lower(x + 1, n - x, tail));
    }

    static double upper(double x, double n, double tail) {
        if (x == n) {
            return 1;
        }
        if (x == 0) {
            return -Math.expm1(Math.log(2 * tail) / n);
        }
        BetaDistribution below = BetaDistribution.of(x, n - x + 1);
        BetaDistribution atMost = BetaDistribution.of(x + 1, n - x);
        return root(
                p -> 1 - (below.survivalProbability(p) + atMost.survivalProbability(p)) / (2 * tail),
                BetaQuantile.upper(x, n - x + 1, tail),
                BetaQuantile.upper(x + 1, n - x, tail));
    }

    /** The root of a rising function between two quantiles, either of which it is where rounding leaves no other. */
    private static double root(UnivariateFunction rising, double low, double high) {
        if (!(rising.value(low) < 0)) {
            return low;
        }
        if (!(rising.value(high) > 0)) {
            return high;
        }
        return new BrentSolver(RELATIVE, Double.MIN_VALUE, 0).solve(MOST_EVALUATIONS, rising, low, high);
    }
}
