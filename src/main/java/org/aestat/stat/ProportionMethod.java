package org.aestat.stat;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Confidence intervals for a proportion from independent trials.
 *
 * <p>Counts may be fractions, so that an effective sample size can stand for the trials. All limits are within [0, 1].
 * Accuracy: relative 1e-10 of the quantiles. Arguments out of range are refused with an
 * {@link IllegalArgumentException} that holds the value.
 */
public enum ProportionMethod {
    /**
     * The exact interval: beta quantiles with (1 - level) / 2 a side.
     *
     * <pre>lower = B(&alpha;/2; x, n - x + 1), upper = B(1 - &alpha;/2; x + 1, n - x)</pre>
     *
     * <p>Special results: lower is 0 where x = 0, upper is 1 where x = n.
     *
     * <p>Source: Clopper and Pearson 1934, Biometrika 26:404-413, doi:10.1093/biomet/26.4.404.
     */
    CLOPPER_PEARSON("clopper-pearson") {
        @Override
        double lower(double x, double n, double tail) {
            return x == 0 ? 0 : BetaDistribution.of(x, n - x + 1).inverseCumulativeProbability(tail);
        }

        @Override
        double upper(double x, double n, double tail) {
            return x == n ? 1 : BetaDistribution.of(x + 1, n - x).inverseSurvivalProbability(tail);
        }
    },
    /**
     * The score interval without continuity correction.
     *
     * <pre>(p + z&sup2;/2n &plusmn; z &radic;(p(1 - p)/n + z&sup2;/4n&sup2;)) / (1 + z&sup2;/n)</pre>
     *
     * <p>Special results: lower is 0 where x = 0, upper is 1 where x = n.
     *
     * <p>Source: Wilson 1927, J Am Stat Assoc 22:209-212, doi:10.1080/01621459.1927.10502953.
     */
    WILSON("wilson") {
        @Override
        double lower(double x, double n, double tail) {
            return x == 0 ? 0 : score(x, n, tail, -1);
        }

        @Override
        double upper(double x, double n, double tail) {
            return x == n ? 1 : score(x, n, tail, 1);
        }

        private double score(double x, double n, double tail, int side) {
            double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
            double root = Math.sqrt(x * (n - x) / n + z * z / 4);
            return (x + z * z / 2 + side * z * root) / (n + z * z);
        }
    };

    private final String label;

    ProportionMethod(String label) {
        this.label = label;
    }

    /** The name on the command line and in results. */
    public String label() {
        return label;
    }

    abstract double lower(double x, double n, double tail);

    abstract double upper(double x, double n, double tail);

    /**
     * The two-sided interval. Either limit alone is the one-sided limit at level (1 + level) / 2.
     *
     * @param events how many trials had the event, 0 to {@code trials}; may be a fraction
     * @param trials how many trials, positive; may be a fraction
     * @param level the two-sided confidence level, from 0 to below 1
     */
    public Limits limits(double events, double trials, double level) {
        Arguments.counts(events, trials);
        double tail = (1 - Arguments.level(level)) / 2;
        return Limits.clamped(lower(events, trials, tail), upper(events, trials, tail));
    }
}
