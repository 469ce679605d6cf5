package org.aestat.stat;

import java.util.Arrays;
import java.util.List;

/**
 * The maximized sequential probability ratio test for an event at more sessions than a known rate would bring, each
 * session being an independent trial.
 *
 * <pre>LLR = y ln(p/p0) + (n - y) ln((1 - p)/(1 - p0)) where p = y/n &gt; p0, else 0</pre>
 *
 * <p>A signal is the first LLR at or above the critical value with at least the least number of events, within the first
 * N sessions. With y events the LLR falls from session to session, so there is a last session at which y events signal,
 * and the probability of a signal follows from one such session to the next.
 *
 * <p>The LLR takes finitely many values. The critical value is the smallest of them at which a signal has probability at
 * most alpha where the rate is p0; the attained probability is stated. Where even every y &gt; n p0 with the least number
 * of events may signal, it is the smallest value that occurs. Accuracy: 1e-12 of probabilities. Time grows with the
 * expected number of events N p0, not with N: about half a second at 1,000.
 *
 * <p>Source: Kulldorff et al. 2011, Seq Anal 30:58-78, doi:10.1080/07474946.2011.539924.
 *
 * @param rate the known rate p0, between 0 and 1
 * @param length the number of sessions N up to which the test goes
 * @param alpha the probability of a false signal that is allowed, above 0, at most 0.5
 * @param leastEvents the smallest number of events that may signal, 1 or more
 * @param criticalValue the LLR from which on there is a signal
 * @param attainedAlpha the probability of a false signal, at most alpha
 */
public record BinomialMaxSprt(
        double rate, long length, double alpha, int leastEvents, double criticalValue, double attainedAlpha)
        implements SequentialTest {

    private static final double FIRST_WIDTH = 1e-3;
    private static final double NARROWER = 1 / 64.0;
    private static final long MOST_CANDIDATES = 1000;

    /**
     * The test of a number of sessions.
     *
     * @param rate the known rate p0, between 0 and 1
     * @param length the number of sessions up to which it goes, 1 or more, with at most 10,000 expected events
     * @param alpha the probability of a false signal that is allowed, above 0, at most 0.5
     * @param leastEvents the smallest number of events that may signal, 1 to the number of sessions
     * @throws IllegalArgumentException if an argument is out of its range, or so few sessions cannot show anything at this
     *     alpha; the message holds the value
     */
    public static BinomialMaxSprt design(double rate, long length, double alpha, int leastEvents) {
        Arguments.rate(rate);
        Arguments.alpha(alpha);
        if (length < 1) {
            throw new IllegalArgumentException("number of sessions is not positive: " + length);
        }
        Arguments.expectedEvents(rate * length);
        if (Arguments.leastEvents(leastEvents) > length) {
            throw new IllegalArgumentException(
                    "least number of events is not from 1 to " + length + ": " + leastEvents);
        }
        if (StrictMath.pow(rate, (double) length) > alpha) {
            throw new IllegalArgumentException(
                    "even an event at every one of " + length + " sessions is more probable than " + alpha);
        }
        SignalBoundary boundary = new SignalBoundary(rate, length, leastEvents);
        double criticalValue = smallest(boundary, alpha);
        return new BinomialMaxSprt(
                rate, length, alpha, leastEvents, criticalValue, boundary.signalProbability(criticalValue, rate));
    }

    /** The smallest value of the statistic with a small enough error: a search among those within a narrow bracket. */
    private static double smallest(SignalBoundary boundary, double alpha) {
        CriticalValueSearch search =
                new CriticalValueSearch(c -> boundary.signalProbability(c, boundary.rate()), alpha);
        double width = FIRST_WIDTH;
        search.narrow(width);
        while (boundary.countBetween(search.tooLow(), search.enough()) > MOST_CANDIDATES) {
            width *= NARROWER;
            search.narrow(width);
        }
        double[] candidates = boundary.valuesFrom(search.tooLow(), search.enough());
        int tooLow = -1;
        int enough = candidates.length - 1;
        while (enough - tooLow > 1) {
            int middle = (tooLow + enough) >>> 1;
            if (boundary.signalProbability(candidates[middle], boundary.rate()) > alpha) {
                tooLow = middle;
            } else {
                enough = middle;
            }
        }
        return candidates[enough];
    }

    /**
     * The statistic: 0 unless the rate is above the known one.
     *
     * @param events the number of events, 0 to the number of sessions
     * @param sessions the number of sessions, 0 or more
     * @param rate the known rate, between 0 and 1
     */
    public static double logLikelihoodRatio(long events, long sessions, double rate) {
        if (!(events >= 0 && events <= sessions)) {
            throw new IllegalArgumentException("number of events is not from 0 to " + sessions + ": " + events);
        }
        double expected = sessions * Arguments.rate(rate);
        if (!(events > expected)) {
            return 0;
        }
        double yes = events * StrictMath.log(events / expected);
        double free = sessions - (double) events;
        return free == 0 ? yes : yes + free * StrictMath.log1p((expected - events) / (sessions * (1 - rate)));
    }

    /**
     * The probability of a signal at another rate.
     *
     * @param trueRate the rate, between 0 and 1
     */
    public double power(double trueRate) {
        return new SignalBoundary(rate, length, leastEvents).signalProbability(criticalValue, Arguments.rate(trueRate));
    }

    @Override
    public SequentialOutcome outcome(List<SequentialLook> looks) {
        return LookSeries.ofSessions(looks)
                .likelihoodRatios(
                        (double) length,
                        leastEvents,
                        criticalValue,
                        (events, sessions) -> logLikelihoodRatio(events, (long) sessions, rate));
    }

    /** Which counts signal at a critical value. */
    private record SignalBoundary(double rate, long length, int leastEvents) {

        /** The last session at which that many events signal; one less than the events if they never do. */
        private long last(long events, double criticalValue) {
            long signals = events - 1;
            long silent = length + 1;
            while (silent - signals > 1) {
                long middle = (signals + silent) >>> 1;
                double ratio = logLikelihoodRatio(events, middle, rate);
                if (ratio > 0 && ratio >= criticalValue) {
                    signals = middle;
                } else {
                    silent = middle;
                }
            }
            return signals;
        }

        double signalProbability(double criticalValue, double trueRate) {
            BoundaryCrossing crossing = new BoundaryCrossing(CountIncrements.trials(trueRate));
            long reached = 0;
            for (int events = leastEvents; events <= length && reached < length; events++) {
                reached = last(events, criticalValue);
                crossing.advance((double) reached, events);
            }
            return crossing.probability();
        }

        /** How many pairs of events and sessions have a value from the lower to below the upper one. */
        long countBetween(double lower, double upper) {
            long count = 0;
            long above = 0;
            for (int events = leastEvents; events <= length && above < length; events++) {
                above = last(events, upper);
                count += last(events, lower) - above;
            }
            return count;
        }

        /** The values from the lower one, exclusive, to the first at or above the upper one, ascending. */
        double[] valuesFrom(double lower, double upper) {
            double[] values = new double[Math.toIntExact(countBetween(lower, upper)) + 1];
            int size = 0;
            double next = Double.POSITIVE_INFINITY;
            long above = 0;
            for (int events = leastEvents; events <= length && above < length; events++) {
                above = last(events, upper);
                if (above >= events) {
                    next = Math.min(next, logLikelihoodRatio(events, above, rate));
                }
                for (long sessions = last(events, lower); sessions > above; sessions--) {
                    values[size++] = logLikelihoodRatio(events, sessions, rate);
                }
            }
            values[size++] = next;
            double[] ascending = Arrays.copyOf(values, size);
            Arrays.sort(ascending);
            return ascending;
        }
    }
}
