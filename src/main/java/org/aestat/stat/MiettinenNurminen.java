package org.aestat.stat;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Limits for the difference of two proportions of independent trials, by inverting the score test.
 *
 * <pre>
 * z(d) = (q - p - d) / &radic;((q~(1 - q~)/n_q + p~(1 - p~)/n_p) N/(N - 1)),  limits: z(d) = &plusmn; z(&alpha;/2)
 * </pre>
 *
 * <p>p~ and q~ = p~ + d are the most likely proportions that differ by d, N all trials. The unit is that of a proportion,
 * from -1 to 1. Special results: none is undefined; with no event, or nothing but events, in both groups the limits
 * still have a width. Accuracy: absolute 1e-12.
 *
 * <p>Source: Miettinen and Nurminen 1985, Stat Med 4:213-226, doi:10.1002/sim.4780040211.
 */
public final class MiettinenNurminen {

    /** The method's name in results. */
    public static final String LABEL = "miettinen-nurminen";

    private static final int HALVINGS = 100;

    private MiettinenNurminen() {}

    /**
     * The limits of q - p.
     *
     * @param events trials of the first group with the event, which make p
     * @param trials trials of the first group, positive
     * @param secondEvents trials of the second group with the event, which make q
     * @param secondTrials trials of the second group, positive
     * @param level the two-sided confidence level, from 0 to below 1
     */
    public static Limits limits(long events, long trials, long secondEvents, long secondTrials, double level) {
        double y = events;
        double n = trials;
        double x = secondEvents;
        double k = secondTrials;
        Arguments.counts(y, n);
        Arguments.counts(x, k);
        double tail = (1 - Arguments.level(level)) / 2;
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
        double difference = x / k - y / n;
        DoubleUnaryOperator score = d -> score(y, n, x, k, d);
        return new Limits(
                root(d -> score.applyAsDouble(d) - z, -1, difference),
                root(d -> score.applyAsDouble(d) + z, difference, 1));
    }

    private static double score(double y, double n, double x, double k, double d) {
        double p = root(e -> slope(y, n, e) + slope(x, k, e + d), Math.max(0, -d), Math.min(1, 1 - d));
        double q = Math.max(0, Math.min(1, p + d));
        double variance = (p * (1 - p) / n + q * (1 - q) / k) * ((n + k) / (n + k - 1));
        return (x / k - y / n - d) / Math.sqrt(variance);
    }

    /** The derivative of the log-likelihood of a proportion; a count of 0 adds nothing even at the ends. */
    private static double slope(double y, double n, double p) {
        return (y == 0 ? 0 : y / p) - (y == n ? 0 : (n - y) / (1 - p));
    }

    /** Where a falling function passes 0, by halving; its ends are never evaluated. */
    private static double root(DoubleUnaryOperator falling, double low, double high) {
        double from = low;
        double to = high;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = from + (to - from) / 2;
            if (falling.applyAsDouble(middle) > 0) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from + (to - from) / 2;
    }
}
