package org.aestat.stat;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The exact interval for a Poisson rate.
 *
 * <pre>lower = G(&alpha;/2; x)/t, upper = G(1 - &alpha;/2; x + 1)/t</pre>
 *
 * <p>G is the quantile of the gamma distribution with scale 1. The unit is events per unit of exposure.
 *
 * <p>Source: Garwood 1936, Biometrika 28:437-442, doi:10.1093/biomet/28.3-4.437.
 */
public final class PoissonRate {

    /** The method's name in results. */
    public static final String GARWOOD = "garwood";

    private PoissonRate() {}

    /**
     * The two-sided interval. Special result: the lower limit is 0 without events.
     *
     * @param events the number of events x, 0 or more; may be a fraction
     * @param exposure the exposure t, positive
     * @param level the two-sided confidence level, from 0 to below 1
     */
    public static Limits garwood(double events, double exposure, double level) {
        if (!(events >= 0 && events < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("number of events is not 0 or more: " + events);
        }
        Arguments.positive(exposure, "exposure");
        double tail = (1 - Arguments.level(level)) / 2;
        double lower = events == 0 ? 0 : GammaDistribution.of(events, 1).inverseCumulativeProbability(tail);
        double upper = GammaDistribution.of(events + 1, 1).inverseSurvivalProbability(tail);
        return new Limits(lower / exposure, upper / exposure);
    }
}
