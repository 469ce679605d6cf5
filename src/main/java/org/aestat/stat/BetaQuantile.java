package org.aestat.stat;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Quantiles of the beta distribution. Commons Statistics finds them to an absolute error near 1e-15 in probability or
 * 1e-9 in the argument; Newton steps on the distribution function make that a relative error below 1e-11, which matters
 * where the quantile itself is 1e-9.
 */
final class BetaQuantile {

    private static final int STEPS = 3;
    private static final double FARTHEST_STEP = 1e-3;

    private BetaQuantile() {}

    /** The value below which the probability is {@code p}. */
    static double lower(double a, double b, double p) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        double quantile = beta.inverseCumulativeProbability(p);
        for (int step = 0; step < STEPS; step++) {
            quantile = stepped(quantile, (beta.cumulativeProbability(quantile) - p) / beta.density(quantile));
        }
        return quantile;
    }

    /** The value above which the probability is {@code p}. */
    static double upper(double a, double b, double p) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        double quantile = beta.inverseSurvivalProbability(p);
        for (int step = 0; step < STEPS; step++) {
            quantile = stepped(quantile, (p - beta.survivalProbability(quantile)) / beta.density(quantile));
        }
        return quantile;
    }

    /** One step back, where it is one of refinement: not at 0 or 1, nor where the density overflows. */
    private static double stepped(double quantile, double step) {
        return Math.abs(step) < FARTHEST_STEP * Math.min(quantile, 1 - quantile) ? quantile - step : quantile;
    }
}
