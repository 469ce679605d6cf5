package org.aestat.safety;

import java.util.function.LongPredicate;
import org.aestat.result.ThresholdResult.Side;
import org.aestat.result.ThresholdResult.Verdict;
import org.aestat.stat.BinomialProbability;
import org.jspecify.annotations.Nullable;

/**
 * Where the verdict on a rate of independent sessions has to switch, by the tails of the binomial distribution and not by
 * any bound.
 *
 * <p>A rate is shown to be below a limit L by y events in n sessions where P(X &le; y) &lt; 1 - level at rate L, and above
 * it where P(X &ge; y) &lt; 1 - level. Source: Clopper and Pearson 1934, Biometrika 26:404-413, doi:10.1093/biomet/26.4.404.
 *
 * @param side on which side of the limit the rate has to be
 * @param limit the limit L, between 0 and 1
 * @param level the one-sided level, 0.5 to below 1
 */
public record SwitchPoints(Side side, double limit, double level) {

    /** More sessions are not tried. */
    public static final long MOST_SESSIONS = 100_000;

    /** Switches at fewer sessions are passed over, since so few decide nothing whatever they show. */
    private static final long FEWEST_SESSIONS = 40;

    private static final long EVENTS_TO_BREAK = 3;

    /**
     * Counts at which a verdict is given.
     *
     * @param events sessions with the event
     * @param sessions all sessions
     */
    public record Counts(long events, long sessions) {}

    /** The verdict on counts. */
    public Verdict verdict(Counts counts) {
        boolean below = isBelow(counts.events(), counts.sessions());
        boolean above = isAbove(counts.events(), counts.sessions());
        if (side == Side.BELOW ? below : above) {
            return Verdict.PASS;
        }
        return below || above ? Verdict.BREACH : Verdict.INCONCLUSIVE;
    }

    /** The fewest sessions that show the rate to be below the limit, with as few events as can be; null out of reach. */
    public @Nullable Counts fewestBelow() {
        for (long events = 0; events < MOST_SESSIONS; events = next(events)) {
            long count = events;
            if (!isBelow(count, MOST_SESSIONS)) {
                return null;
            }
            long sessions = first(Math.max(1, count), MOST_SESSIONS, sample -> isBelow(count, sample));
            if (sessions > FEWEST_SESSIONS) {
                return new Counts(count, sessions);
            }
        }
        return null;
    }

    /** The most sessions in which three events, or as few as can be, show the rate to be above; null out of reach. */
    public @Nullable Counts mostAbove() {
        for (long events = EVENTS_TO_BREAK; events < MOST_SESSIONS; events = next(events)) {
            long count = events;
            if (isAbove(count, MOST_SESSIONS)) {
                return null;
            }
            long sessions = first(count, MOST_SESSIONS, sample -> !isAbove(count, sample)) - 1;
            if (sessions >= Math.max(count, FEWEST_SESSIONS)) {
                return new Counts(count, sessions);
            }
        }
        return null;
    }

    /** The most events among so many sessions that show the rate to be below the limit, -1 if not even none does. */
    public long mostEventsBelow(long sessions) {
        return first(0, sessions + 1, events -> !isBelow(events, sessions)) - 1;
    }

    /** The fewest events among so many sessions that show the rate to be above, one more than these if not even all do. */
    public long fewestEventsAbove(long sessions) {
        return first(0, sessions + 1, events -> isAbove(events, sessions));
    }

    private static long next(long events) {
        return events + 1 + events / 8;
    }

    private boolean isBelow(long events, long sessions) {
        return BinomialProbability.atMost(events, sessions, limit) < 1 - level;
    }

    private boolean isAbove(long events, long sessions) {
        return events > 0 && 1 - BinomialProbability.atMost(events - 1, sessions, limit) < 1 - level;
    }

    /** The first number from one on that fulfils what all after it fulfil, at most the last. */
    private static long first(long from, long last, LongPredicate fulfils) {
        long no = from - 1;
        long yes = last;
        while (yes - no > 1) {
            long middle = (no + yes) >>> 1;
            if (fulfils.test(middle)) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return yes;
    }
}
