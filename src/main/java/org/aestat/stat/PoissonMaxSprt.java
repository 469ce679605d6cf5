package org.aestat.stat;

import java.util.List;

/**
 * The maximized sequential probability ratio test for more events than a Poisson process with a known rate would bring.
 *
 * <pre>LLR = &mu; - n + n ln(n/&mu;) where n &gt; &mu;, else 0</pre>
 *
 * <p>n events were seen where &mu; were expected. A signal is the first LLR at or above the critical value with at least
 * the least number of events, before more than the length T is expected. With n events the LLR falls as &mu; grows, so that
 * n events signal up to a time s_n. A course without a signal has fewer than n events at s_n for every n, and the
 * probability of that is carried from one s_n to the next. The critical value is the one at which a signal has
 * probability alpha where the rate is the known one.
 *
 * <p>Special result: where the least number of events is above T and so improbable that every such number may signal, the
 * critical value is the LLR of that number at T, and the attained error below alpha. Accuracy: absolute 1e-9 of the
 * critical value, 1e-12 of probabilities.
 *
 * <p>Sources: Kulldorff et al. 2011, Seq Anal 30:58-78, doi:10.1080/07474946.2011.539924; least number of events:
 * Kulldorff and Silva 2017, REVSTAT 15:373-394.
 *
 * @param length the expected number of events T up to which the test goes, above 0, at most 10,000
 * @param alpha the probability of a false signal that is allowed, above 0, at most 0.5
 * @param leastEvents the smallest number of events that may signal, 1 or more
 * @param criticalValue the LLR from which on there is a signal
 * @param attainedAlpha the probability of a false signal, at most alpha
 */
public record PoissonMaxSprt(double length, double alpha, int leastEvents, double criticalValue, double attainedAlpha)
        implements SequentialTest {

    private static final double WIDTH = 1e-12;

    /**
     * The test of a length.
     *
     * @param length the expected number of events up to which it goes, above 0, at most 10,000
     * @param alpha the probability of a false signal that is allowed, above 0, at most 0.5
     * @param leastEvents the smallest number of events that may signal, 1 or more
     * @throws IllegalArgumentException if an argument is out of its range; the message holds it
     */
    public static PoissonMaxSprt design(double length, double alpha, int leastEvents) {
        Arguments.expectedEvents(length);
        Arguments.alpha(alpha);
        Arguments.leastEvents(leastEvents);
        if (leastEvents > length) {
            double atTheEnd = logLikelihoodRatio(leastEvents, length);
            double error = signalProbability(atTheEnd, length, leastEvents, 1);
            if (error <= alpha) {
                return new PoissonMaxSprt(length, alpha, leastEvents, atTheEnd, error);
            }
        }
        CriticalValueSearch search = new CriticalValueSearch(c -> signalProbability(c, length, leastEvents, 1), alpha);
        search.narrow(WIDTH);
        double criticalValue = search.enough();
        return new PoissonMaxSprt(
                length, alpha, leastEvents, criticalValue, signalProbability(criticalValue, length, leastEvents, 1));
    }

    /**
     * The statistic: 0 unless there are more events than expected, infinite where none was expected.
     *
     * @param events the number of events, 0 or more
     * @param expected the expected number, 0 or more
     */
    public static double logLikelihoodRatio(long events, double expected) {
        SequentialLook look = new SequentialLook(events, expected);
        if (!(look.events() > look.exposure())) {
            return 0;
        }
        return expected - events + events * StrictMath.log(events / expected);
    }

    /**
     * The probability of a signal where events come more often than expected.
     *
     * @param rateRatio how many times as often, positive
     */
    public double power(double rateRatio) {
        return signalProbability(criticalValue, length, leastEvents, Arguments.positive(rateRatio, "rate ratio"));
    }

    @Override
    public SequentialOutcome outcome(List<SequentialLook> looks) {
        return new LookSeries(looks)
                .likelihoodRatios(length, leastEvents, criticalValue, PoissonMaxSprt::logLikelihoodRatio);
    }

    private static double signalProbability(double criticalValue, double length, int leastEvents, double rateRatio) {
        BoundaryCrossing crossing = new BoundaryCrossing(CountIncrements.poisson(rateRatio));
        double reached = 0;
        for (int events = leastEvents; reached < length; events++) {
            reached = Math.min(length, latest(events, criticalValue));
            crossing.advance(reached, events);
        }
        return crossing.probability();
    }

    /**
     * The expected number s up to which n events signal: v = ln(n/s) is the root of exp(-v) - 1 + v = c/n, to which Newton
     * steps fall from v = 1 + c/n.
     */
    private static double latest(int events, double criticalValue) {
        double share = criticalValue / events;
        double v = 1 + share;
        double step;
        do {
            step = (StrictMath.expm1(-v) + v - share) / -StrictMath.expm1(-v);
            v -= step;
        } while (step > 1e-15 * v);
        return events * StrictMath.exp(-v);
    }
}
