package org.aestat.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aestat.result.SequentialResult;
import org.aestat.result.SequentialResult.Design;
import org.aestat.result.SequentialResult.Look;
import org.aestat.result.ThresholdResult.Effect;
import org.aestat.safety.Threshold.Severity;
import org.aestat.stat.BernoulliCusum;
import org.aestat.stat.BinomialMaxSprt;
import org.aestat.stat.PoissonMaxSprt;
import org.aestat.stat.SequentialLook;
import org.aestat.stat.SequentialOutcome;
import org.aestat.stat.SequentialTest;
import org.jspecify.annotations.Nullable;

/**
 * A test of one threshold that is repeated whenever sessions have come in. The limit of the threshold is the rate that
 * is taken as acceptable. All sessions of a date are one look.
 *
 * @param threshold the threshold, a limit below which the rate of an event has to be
 * @param method maxsprt-poisson, maxsprt-binomial or cusum
 * @param test the test
 * @param sessions at how many sessions it ends, null where it does not
 * @param design what was fixed beforehand, as results state it
 */
public record Watch(
        Threshold threshold,
        String method,
        SequentialTest test,
        @Nullable Long sessions,
        Design design) {

    /** The Poisson test, whose expected events are limit times sessions. */
    public static final String POISSON = "maxsprt-poisson";

    /** The binomial test. */
    public static final String BINOMIAL = "maxsprt-binomial";

    /** The Bernoulli CUSUM. */
    public static final String CUSUM = "cusum";

    /**
     * A Poisson maxSPRT.
     *
     * @throws IllegalArgumentException if there is no such test; the message says why
     */
    public static Watch poisson(Threshold threshold, long sessions, double alpha, int fewestEvents) {
        PoissonMaxSprt test = PoissonMaxSprt.design(threshold.limit() * sessions, alpha, fewestEvents);
        Design design = new Design(test.criticalValue(), test.attainedAlpha(), test.length(), fewestEvents, null, null);
        return new Watch(threshold, POISSON, test, sessions, design);
    }

    /**
     * A binomial maxSPRT.
     *
     * @throws IllegalArgumentException if there is no such test; the message says why
     */
    public static Watch binomial(Threshold threshold, long sessions, double alpha, int fewestEvents) {
        BinomialMaxSprt test = BinomialMaxSprt.design(threshold.limit(), sessions, alpha, fewestEvents);
        Design design =
                new Design(test.criticalValue(), test.attainedAlpha(), (double) sessions, fewestEvents, null, null);
        return new Watch(threshold, BINOMIAL, test, sessions, design);
    }

    /**
     * A Bernoulli CUSUM.
     *
     * @throws IllegalArgumentException if there is no such test; the message says why
     */
    public static Watch cusum(Threshold threshold, double oddsRatio, double runLength) {
        BernoulliCusum test = BernoulliCusum.design(threshold.limit(), oddsRatio, runLength);
        Design design = new Design(test.criticalValue(), null, null, null, oddsRatio, test.inControlRunLength());
        return new Watch(threshold, CUSUM, test, null, design);
    }

    /** The event that is watched. */
    public String event() {
        return threshold.metric().argument();
    }

    /**
     * What the looks come to.
     *
     * @param days all days that were looked at, ascending
     * @param signalled when an earlier run found a signal, or null
     * @param from the first date that counts, null for the first of the data
     * @param repeated whether patients have several of the sessions
     */
    public SequentialResult result(
            List<Day> days, @Nullable LocalDate signalled, @Nullable LocalDate from, boolean repeated) {
        List<SequentialLook> looks = new ArrayList<>();
        long events = 0;
        long soFar = 0;
        for (Day day : days) {
            events += day.events();
            soFar += day.sessions();
            looks.add(new SequentialLook(events, method.equals(POISSON) ? threshold.limit() * soFar : (double) soFar));
        }
        SequentialOutcome outcome = test.outcome(looks);
        List<Look> path = path(days, outcome);
        Integer place = outcome.signal();
        LocalDate signal = place == null ? signalled : earlier(days.get(place).date(), signalled);
        return new SequentialResult(
                threshold.name(),
                method,
                event(),
                threshold.limit(),
                from,
                days.isEmpty() ? null : days.get(days.size() - 1).date(),
                design,
                signal != null,
                signal,
                new WatchSentence(this, path, signal).text(repeated),
                path,
                effect(signal != null, !days.isEmpty()));
    }

    /**
     * Whether the surveillance is over without a signal.
     *
     * @param result its result
     */
    public boolean hasEnded(SequentialResult result) {
        Long end = sessions;
        return end != null
                && !result.signal()
                && !result.path().isEmpty()
                && result.path().get(result.path().size() - 1).sessions() >= end;
    }

    private static LocalDate earlier(LocalDate date, @Nullable LocalDate other) {
        return other != null && other.isBefore(date) ? other : date;
    }

    private static List<Look> path(List<Day> days, SequentialOutcome outcome) {
        List<Look> path = new ArrayList<>();
        long events = 0;
        long sessions = 0;
        for (int i = 0; i < days.size(); i++) {
            events += days.get(i).events();
            sessions += days.get(i).sessions();
            path.add(new Look(
                    days.get(i).date(), events, sessions, outcome.path().get(i)));
        }
        return path;
    }

    /** A signal is a breach; without one nothing fails, unless there was nothing at all to look at. */
    private Effect effect(boolean signal, boolean assessed) {
        if (signal) {
            return threshold.rule().severity() == Severity.ERROR ? Effect.FAIL : Effect.WARN;
        }
        if (assessed) {
            return Effect.NONE;
        }
        return threshold.rule().inconclusiveStated()
                ? threshold.rule().inconclusive().effect()
                : Effect.FAIL;
    }
}
