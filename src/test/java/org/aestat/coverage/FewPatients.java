package org.aestat.coverage;

import org.aestat.stat.Limits;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A rule that the program does not have: log-log limits with the variance times m/(m - 1) and Student's t with m - 1
 * degrees of freedom in the place of the normal quantile, for m patients.
 */
final class FewPatients {

    private FewPatients() {}

    /**
     * @param estimate the curve
     * @param limits its limits, NaN where there are none
     * @param patients how many
     * @param level the two-sided level of the limits
     */
    static Limits widened(double estimate, Limits limits, int patients, double level) {
        double tail = (1 - level) / 2;
        double normal = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
        double student = TDistribution.of(patients - 1.0).inverseSurvivalProbability(tail);
        double factor = student / normal * Math.sqrt(patients / (patients - 1.0));
        double log = Math.log(estimate);
        double spread = factor * Math.log(Math.log(limits.lower()) / log);
        return new Limits(Math.exp(log * Math.exp(spread)), Math.exp(log * Math.exp(-spread)));
    }
}
