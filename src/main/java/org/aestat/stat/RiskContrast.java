package org.aestat.stat;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How the proportions of two strata, p of the first and q of the second, differ, with limits that allow for clusters
 * within and across the strata.
 *
 * <p>With g the scale (the identity or the logarithm), c the contrast g(q) - g(p) and V the covariance matrix of both
 * proportions as ratio estimators ({@link StratifiedSums#covariance}):
 *
 * <pre>se&sup2; = g'(q)&sup2; V_qq + g'(p)&sup2; V_pp - 2 g'(p) g'(q) V_pq,  c &plusmn; t(1 - &alpha;/2; m - 1) se, turned back by g</pre>
 *
 * <p>Meaning: what the second stratum has more than the first, in trials. Special results: null where a proportion that
 * the scale cannot hold (0, for odds also 1) or a stratum without trials occurs; limits are null with fewer than two
 * clusters or a standard error of 0. The same standard errors come from a saturated linear, log-linear (modified
 * Poisson) or logistic regression with the cluster-robust variance and factor m/(m - 1). Accuracy: relative 1e-9.
 *
 * <p>Sources: Binder 1983, Int Stat Rev 51:279-292, doi:10.2307/1402588; Zou 2004, Am J Epidemiol 159:702-706,
 * doi:10.1093/aje/kwh090.
 */
public enum RiskContrast {
    /** q - p, with limits clamped to [-1, 1]. */
    RISK_DIFFERENCE("risk difference") {
        @Override
        double scaled(double p) {
            return p;
        }

        @Override
        double slope(double p) {
            return 1;
        }

        @Override
        double back(double scaled) {
            return Math.max(-1, Math.min(1, scaled));
        }
    },
    /** q/p. */
    RISK_RATIO("risk ratio") {
        @Override
        double scaled(double p) {
            return Math.log(p);
        }

        @Override
        double slope(double p) {
            return 1 / p;
        }

        @Override
        double back(double scaled) {
            return Math.exp(scaled);
        }
    },
    /** (q/(1 - q))/(p/(1 - p)). */
    ODDS_RATIO("odds ratio") {
        @Override
        double scaled(double p) {
            return Math.log(p) - Math.log1p(-p);
        }

        @Override
        double slope(double p) {
            return 1 / (p * (1 - p));
        }

        @Override
        double back(double scaled) {
            return Math.exp(scaled);
        }
    };

    /**
     * A contrast.
     *
     * @param value the difference or ratio
     * @param standardError of the difference, or of the logarithm of the ratio; NaN with fewer than two clusters
     * @param limits its limits, null where the data show no variation
     */
    public record Estimate(
            double value, double standardError, @Nullable Limits limits) {}

    private final String label;

    RiskContrast(String label) {
        this.label = label;
    }

    /** The name in results. */
    public String label() {
        return label;
    }

    abstract double scaled(double p);

    abstract double slope(double p);

    abstract double back(double scaled);

    /**
     * The second stratum against the first.
     *
     * @param sums two strata
     * @param level the two-sided confidence level, from 0 to below 1
     * @return null where the contrast is not defined
     */
    public @Nullable Estimate estimate(StratifiedSums sums, double level) {
        double tail = (1 - Arguments.level(level)) / 2;
        if (sums.strata() != 2) {
            throw new IllegalArgumentException("number of strata is not 2: " + sums.strata());
        }
        double p = sums.proportion(0);
        double q = sums.proportion(1);
        double contrast = scaled(q) - scaled(p);
        if (!(Math.abs(contrast) < Double.POSITIVE_INFINITY)) {
            return null;
        }
        double variance = slope(q) * slope(q) * sums.covariance(1, 1)
                + slope(p) * slope(p) * sums.covariance(0, 0)
                - 2 * slope(p) * slope(q) * sums.covariance(0, 1);
        double error = Math.sqrt(Math.max(0, variance));
        Limits limits = null;
        if (error > 0) {
            double t = tail == 0.5 ? 0 : TDistribution.of(sums.clusters() - 1.0).inverseSurvivalProbability(tail);
            limits = new Limits(back(contrast - t * error), back(contrast + t * error));
        }
        return new Estimate(back(contrast), error, limits);
    }
}
