package org.aestat.stat;

import org.apache.commons.math3.special.Gamma;
import org.jspecify.annotations.Nullable;

/**
 * Fisher's exact test whether the proportions of two or more groups of independent trials differ.
 *
 * <pre>P = &Sigma; of the probabilities of all tables with the same margins that are at most as probable as this one</pre>
 *
 * <p>Tables are (multivariate) hypergeometric given how many trials each group and how many events there are. Equal up to
 * a relative 1e-7 counts as equal, as in R. Special results: 1 with no event, with nothing but events, and with one
 * group that has trials; null where more than 5,000,000 tables would have to be looked at. Accuracy: relative 1e-8 up to a
 * million trials.
 *
 * <p>Sources: Fisher 1935, J R Stat Soc 98:39-82; Freeman and Halton 1951, Biometrika 38:141-149,
 *.
 */
public final class FisherExact {

    private static final double MOST_TABLES = 5e6;
    private static final double TIE = 1e-7;

    private final long[] trials;
    private final long[] trialsFrom;
    private final double logAll;
    private final double logObserved;

    private FisherExact(long[] events, long[] trials) {
        this.trials = trials;
        trialsFrom = new long[trials.length + 1];
        long allEvents = 0;
        double log = 0;
        for (int k = trials.length - 1; k >= 0; k--) {
            trialsFrom[k] = trialsFrom[k + 1] + trials[k];
            allEvents += events[k];
            log += logChoose(trials[k], events[k]);
        }
        logAll = logChoose(trialsFrom[0], allEvents);
        logObserved = log - logAll;
    }

    /**
     * The two-sided probability.
     *
     * @param events the events of each group
     * @param trials the trials of each group, of which the events are part
     */
    public static @Nullable Double pValue(long[] events, long[] trials) {
        double tables = 1;
        long allEvents = 0;
        for (int k = 0; k < trials.length; k++) {
            if (!(events[k] >= 0 && events[k] <= trials[k])) {
                throw new IllegalArgumentException(events[k] + " events in " + trials[k] + " trials");
            }
            allEvents += events[k];
        }
        for (int k = 0; k < trials.length - 1; k++) {
            tables *= Math.min(trials[k], allEvents) + 1.0;
        }
        if (tables > MOST_TABLES) {
            return null;
        }
        return Math.min(1, new FisherExact(events, trials).sum(0, allEvents, 0));
    }

    /** Over the tables that give the groups from k on the events that are left. */
    private double sum(int k, long left, double log) {
        if (k == trials.length - 1) {
            double probability = log + logChoose(trials[k], left) - logAll;
            return probability <= logObserved + Math.log1p(TIE) ? Math.exp(probability) : 0;
        }
        double sum = 0;
        long most = Math.min(trials[k], left);
        for (long y = Math.max(0, left - trialsFrom[k + 1]); y <= most; y++) {
            sum += sum(k + 1, left - y, log + logChoose(trials[k], y));
        }
        return sum;
    }

    private static double logChoose(long n, long k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }
}
