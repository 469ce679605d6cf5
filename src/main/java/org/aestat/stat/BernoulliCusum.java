package org.aestat.stat;

import java.util.ArrayList;
import java.util.List;

/**
 * The Bernoulli CUSUM for a rise of a known rate p0, each session being an independent trial.
 *
 * <pre>
 * B_k = max(0, B_(k-1) + X_k - &gamma;), B_0 = 0, signal at B_k &ge; h
 * &gamma; = ln((1 - p0)/(1 - p1)) / ln(R),  R = p1 (1 - p0) / (p0 (1 - p1))
 * </pre>
 *
 * <p>X is 1 at a session with the event, else 0; the statistic is in units of events. So that B has steps of 1/m, &gamma;
 * is 1/m with 1/&gamma; rounded to the integer m, and at most what keeps p1 above p0; p1 is adjusted to it. The run length
 * is the number of sessions until the first signal. Its mean is exact, from the Markov chain of B on the grid: it is
 * eliminated from the top, each value being expressed by the one below, without subtractions. The limit h is the
 * smallest grid value whose mean run length at p0 is at least the stated one.
 *
 * <p>At looks after several sessions their order is not known. The events count as the first ones and only the value at
 * the look counts, which is never above that of any order: run lengths are then at least those stated.
 *
 * <p>Accuracy: relative 1e-9 of run lengths. Time and memory grow with m, which is near 1/p0 for small R.
 *
 * <p>Source: Reynolds and Stoumbos 1999, J Qual Technol 31:87-108, doi:10.1080/00224065.1999.11979900.
 *
 * @param rate the known rate p0, 1e-6 to below 1
 * @param raisedRate the adjusted p1 that the chart is made for
 * @param stepsPerEvent m, at least 2
 * @param limitSteps the limit h in steps of 1/m
 * @param inControlRunLength the mean number of sessions to a false signal at p0
 * @param raisedRunLength the mean number of sessions to a signal where the rate is p1 from the beginning
 */
public record BernoulliCusum(
        double rate,
        double raisedRate,
        int stepsPerEvent,
        int limitSteps,
        double inControlRunLength,
        double raisedRunLength)
        implements SequentialTest {

    private static final double SMALLEST_RATE = 1e-6;
    private static final int MOST_STEPS = 1 << 28;

    /**
     * The chart of a run length.
     *
     * @param rate the known rate p0, 1e-6 to below 1, so small that m is at least 2
     * @param oddsRatio the odds ratio R of p1 to p0 that is to be found fast, above 1
     * @param runLength the mean number of sessions to a false signal that is asked for, 1 or more
     * @throws IllegalArgumentException if an argument is out of its range; the message holds it
     */
    public static BernoulliCusum design(double rate, double oddsRatio, double runLength) {
        if (Arguments.rate(rate) < SMALLEST_RATE) {
            throw new IllegalArgumentException("rate is below 1e-6: " + rate);
        }
        if (!(oddsRatio > 1 && oddsRatio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("odds ratio is not above 1: " + oddsRatio);
        }
        if (!(runLength >= 1 && runLength < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("run length is not 1 or more: " + runLength);
        }
        int steps = stepsPerEvent(rate, oddsRatio);
        double raised = raisedRate(rate, steps);
        int limit = limit(rate, steps, runLength);
        return new BernoulliCusum(
                rate, raised, steps, limit, runLength(rate, steps, limit), runLength(raised, steps, limit));
    }

    /** 1/&gamma; to the nearest integer, below 1/p0. */
    private static int stepsPerEvent(double rate, double oddsRatio) {
        double odds = oddsRatio * rate / (1 - rate);
        double gamma = StrictMath.log1p(odds - rate - odds * rate) / StrictMath.log(oddsRatio);
        int steps = (int) Math.rint(1 / gamma);
        int most = (int) Math.ceil(1 / rate) - 1;
        if (Math.min(steps, most) < 2) {
            throw new IllegalArgumentException(
                    "rate is too high for steps of half an event at an odds ratio of " + oddsRatio + ": " + rate);
        }
        return Math.min(steps, most);
    }

    /** The p1 at which &gamma; is 1/m, by halving. */
    private static double raisedRate(double rate, int steps) {
        double low = rate;
        double high = 1;
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return low;
            }
            double without = StrictMath.log1p(-rate) - StrictMath.log1p(-middle);
            if (without * steps < StrictMath.log(middle / rate) + without) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /** One state more is one step more of the limit, so that a single elimination passes all limits. */
    private static int limit(double rate, int steps, double runLength) {
        DownwardWindow window = new DownwardWindow(steps - 1, rate);
        int limit = 1;
        while (window.fromZero() < runLength) {
            if (limit == MOST_STEPS) {
                throw new IllegalArgumentException("run length is out of reach: " + runLength);
            }
            window.eliminate();
            limit++;
        }
        return limit;
    }

    /**
     * The mean number of sessions to a signal.
     *
     * @param trueRate the rate from the beginning, between 0 and 1
     */
    public double averageRunLength(double trueRate) {
        return runLength(Arguments.rate(trueRate), stepsPerEvent, limitSteps);
    }

    private static double runLength(double rate, int steps, int limit) {
        DownwardWindow window = new DownwardWindow(steps - 1, rate);
        for (int state = limit - 1; state > 0; state--) {
            window.eliminate();
        }
        return window.fromZero();
    }

    @Override
    public double criticalValue() {
        return (double) limitSteps / stepsPerEvent;
    }

    @Override
    public SequentialOutcome outcome(List<SequentialLook> looks) {
        List<Double> path = new ArrayList<>();
        Integer signal = null;
        long events = 0;
        long sessions = 0;
        long sum = 0;
        for (SequentialLook look : LookSeries.ofSessions(looks).looks()) {
            long moreSessions = (long) look.exposure() - sessions;
            sum = Math.max(0, sum + (look.events() - events) * stepsPerEvent - moreSessions);
            events = look.events();
            sessions = (long) look.exposure();
            if (signal == null && sum >= limitSteps) {
                signal = path.size();
            }
            path.add((double) sum / stepsPerEvent);
        }
        return new SequentialOutcome(path, signal, signal != null);
    }
}
