package org.aestat.stat;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What clustering makes of the sample behind a proportion: a design effect and the effective number of independent
 * trials n*, from which the exact interval with n* p events in n* trials is taken
 * ({@link ProportionMethod#CLOPPER_PEARSON}).
 *
 * <p>Source: Korn and Graubard 1998, Survey Methodology 24:193-201; the cap at n is that of Parker et al. 2017,
 * Vital and Health Statistics 2(175).
 */
public final class ClusteredProportion {

    /** The method's name in results where the user states the design effect. */
    public static final String STATED = "stated";

    /** How many events the assumption about patients' differing propensity weighs against the data. */
    private static final double PRIOR_EVENTS = 8;

    private static final double MOST_CORRELATION = 0.3;

    private ClusteredProportion() {}

    /**
     * The effective number of independent trials.
     *
     * <pre>n* = min(n, n/d (t(&alpha;/2; n - 1)/t(&alpha;/2; m - 1))&sup2;)</pre>
     *
     * @param trials the number of trials n, at least 2
     * @param clusters the number of clusters m, at least 2
     * @param designEffect the design effect d, at least 0; 0 gives n
     * @param level the two-sided confidence level 1 - &alpha;, from 0 to below 1
     */
    public static double effectiveSize(long trials, long clusters, double designEffect, double level) {
        if (!(clusters >= 2 && trials >= clusters)) {
            throw new IllegalArgumentException(clusters + " clusters of " + trials + " trials");
        }
        if (!(designEffect >= 0)) {
            throw new IllegalArgumentException("design effect is not 0 or more: " + designEffect);
        }
        double ratio = tRatio(trials - 1.0, clusters - 1.0, (1 - Arguments.level(level)) / 2);
        double n = trials;
        return Math.min(n, n / designEffect * ratio * ratio);
    }

    /**
     * The effective number of independent trials where the design effect is known and not estimated, so that the number
     * of clusters does not matter: n/d.
     *
     * @param trials the number of trials n, positive
     * @param designEffect the design effect d, at least 1
     */
    public static double effectiveSize(double trials, double designEffect) {
        if (!(designEffect >= 1 && designEffect < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("design effect is not 1 or more: " + designEffect);
        }
        return Arguments.positive(trials, "number of trials") / designEffect;
    }

    private static double tRatio(double trialsDf, double clustersDf, double tail) {
        TDistribution ofTrials = TDistribution.of(trialsDf);
        TDistribution ofClusters = TDistribution.of(clustersDf);
        if (tail == 0.5) {
            return ofClusters.density(0) / ofTrials.density(0);
        }
        return ofTrials.inverseSurvivalProbability(tail) / ofClusters.inverseSurvivalProbability(tail);
    }

    /**
     * The design effect shrunk towards the one that patients of differing propensity would cause, since with few events
     * the estimate alone is too uncertain.
     *
     * <pre>
     * p~ = (y + 2)/(n + 4);  &rho; = min(0.3, p~ (exp(&sigma;&sup2;) - 1)/(1 - p~))
     * d0 = 1 + &rho; (m_w - 1),  m_w = &Sigma; n_i&sup2;/n
     * d* = max(1, (y d + 8 d0)/(y + 8)),  d = 1 at y = 0 and y = n
     * </pre>
     *
     * <p>Where two levels cross, m_w is the larger of theirs: the patients' differing propensity is taken to act on
     * whichever clusters are larger. At least 1. Special result: 1 where no cluster has two trials.
     *
     * @param sums the clusters, at least two
     * @param heterogeneity the standard deviation &sigma; of patients' log-odds, 0 or more
     */
    public static double stabilizedDesignEffect(Clusters sums, double heterogeneity) {
        if (!(heterogeneity >= 0 && heterogeneity < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("heterogeneity is not 0 or more: " + heterogeneity);
        }
        double y = sums.events();
        double p = (y + 2) / (sums.trials() + 4);
        double correlation = Math.min(MOST_CORRELATION, p * Math.expm1(heterogeneity * heterogeneity) / (1 - p));
        double assumed = 1 + correlation * (sums.meanClusterSize() - 1);
        double estimated = sums.designEffect();
        double observed = Double.isNaN(estimated) ? 1 : estimated;
        return Math.max(1, (y * observed + PRIOR_EVENTS * assumed) / (y + PRIOR_EVENTS));
    }
}
