package org.aestat.stat;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Probabilities of the number of events among independent trials.
 *
 * <pre>P(X &le; y) = I_(1 - p)(n - y, y + 1)</pre>
 *
 * <p>I is the regularized incomplete beta function. Accuracy: relative 1e-10.
 */
public final class BinomialProbability {

    private BinomialProbability() {}

    /**
     * The probability of at most a number of events. Special result: 1 where that is the number of trials or more.
     *
     * @param events the number of events y, 0 or more
     * @param trials the number of trials n, 1 or more
     * @param rate the probability p of an event, between 0 and 1
     */
    public static double atMost(long events, long trials, double rate) {
        if (events < 0 || trials < 1) {
            throw new IllegalArgumentException(events + " events in " + trials + " trials");
        }
        Arguments.rate(rate);
        return events >= trials
                ? 1
                : BetaDistribution.of(events + 1.0, (double) (trials - events)).survivalProbability(rate);
    }
}
