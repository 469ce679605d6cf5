package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.EventRate.LadderStep;
import org.aestat.stat.ClusterSums;
import org.aestat.stat.ProportionMethod;

/**
 * The one-sided upper bound of a rate with few events under a ladder of assumptions about clustering, since few events
 * say little about it: fixed design effects, small correlations within therapists, and whole patients, therapists or
 * sites as the sample.
 *
 * @param level the one-sided confidence level
 * @param hasTherapists whether the data tell therapists apart
 * @param hasSites whether they tell sites apart
 */
record DesignEffectLadder(double level, boolean hasTherapists, boolean hasSites) {

    private static final int FEW_EVENTS = 20;
    private static final String[] DESIGN_EFFECTS = {"1", "1.5", "2", "5"};
    private static final String[] CORRELATIONS = {"0.001", "0.005", "0.01"};

    List<LadderStep> steps(EventTally tally) {
        long y = tally.patients().events();
        long n = tally.patients().trials();
        List<LadderStep> steps = new ArrayList<>();
        if (y >= FEW_EVENTS) {
            return steps;
        }
        for (String designEffect : DESIGN_EFFECTS) {
            double d = Double.parseDouble(designEffect);
            steps.add(step("design effect " + designEffect, y / d, n / d));
        }
        ClusterSums therapists = tally.therapists().sums();
        if (hasTherapists) {
            for (String correlation : CORRELATIONS) {
                double d = 1 + (therapists.meanClusterSize() - 1) * Double.parseDouble(correlation);
                steps.add(step("therapist correlation " + correlation, y / d, n / d));
            }
        }
        steps.add(step("patients as the sample", (double) tally.patientsWithEvent(), (double)
                tally.patients().clusters()));
        if (hasTherapists) {
            steps.add(
                    step("therapists as the sample", (double) tally.therapists().withEvent(), (double)
                            therapists.clusters()));
        }
        if (hasSites) {
            double sites = tally.sites().sums().clusters();
            steps.add(step("sites as the sample", (double) tally.sites().withEvent(), sites));
        }
        return steps;
    }

    private LadderStep step(String assumption, double events, double trials) {
        double upper = ProportionMethod.CLOPPER_PEARSON
                .limits(events, trials, 2 * level - 1)
                .upper();
        return new LadderStep(assumption, level, upper);
    }
}
