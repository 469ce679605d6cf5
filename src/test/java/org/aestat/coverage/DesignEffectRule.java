package org.aestat.coverage;

import org.aestat.analysis.IntervalChoice;
import org.jspecify.annotations.Nullable;

/**
 * A method as a rule for the design effect, from which the exact interval follows.
 *
 * @param label the name in tables
 * @param choice the program's own method, against which samples are checked; null for a rule that it does not have
 * @param exact whether the limits are beta quantiles; otherwise score limits
 * @param designEffect the design effect of a sample; NaN where sessions count as independent
 */
record DesignEffectRule(String label, @Nullable IntervalChoice choice, boolean exact, Effect designEffect) {

    interface Effect {
        double of(RateSample sample);
    }

    static final DesignEffectRule CLOPPER_PEARSON =
            new DesignEffectRule("clopper-pearson", IntervalChoice.CLOPPER_PEARSON, true, sample -> Double.NaN);
    static final DesignEffectRule WILSON =
            new DesignEffectRule("wilson", IntervalChoice.WILSON, false, sample -> Double.NaN);
    static final DesignEffectRule KORN_GRAUBARD =
            new DesignEffectRule("korn-graubard", IntervalChoice.KORN_GRAUBARD, true, RateSample::designEffect);
    static final DesignEffectRule STABILIZED = new DesignEffectRule(
            "stabilized", IntervalChoice.STABILIZED, true, sample -> stabilized(sample, 1.5, 8, 0));
    static final DesignEffectRule AUTO =
            new DesignEffectRule("auto", IntervalChoice.AUTO, true, STABILIZED.designEffect);

    /**
     * The stabilized design effect, written apart from the program's.
     *
     * @param heterogeneity the assumed standard deviation of log-odds
     * @param weight how many events the assumption weighs
     * @param floor the least correlation assumed
     */
    static double stabilized(RateSample sample, double heterogeneity, double weight, double floor) {
        double y = sample.events();
        double p = (y + 2) / (sample.patients().trials() + 4);
        double correlation = Math.max(floor, Math.min(0.3, p * Math.expm1(heterogeneity * heterogeneity) / (1 - p)));
        double assumed = 1 + correlation * (sample.patients().meanClusterSize() - 1);
        double estimated = sample.designEffect();
        double observed = Double.isNaN(estimated) ? 1 : estimated;
        return Math.max(1, (y * observed + weight * assumed) / (y + weight));
    }
}
