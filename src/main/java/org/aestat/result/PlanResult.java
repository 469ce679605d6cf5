package org.aestat.result;

import java.util.List;
import org.aestat.result.BenchmarkVerdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How many sessions it takes to show that a rate is below a limit, or what a number of sessions can show.
 *
 * @param version the version of aestat
 * @param question the limit, and what counts as showing
 * @param plan the sessions needed, a row an event count; null where the sessions are given
 * @param power the sessions that show it with a probability, null if not asked
 * @param shows what the given sessions can show, null if none are given
 */
public record PlanResult(
        String version,
        Question question,
        @Nullable List<Needed> plan,
        @Nullable Power power,
        @Nullable Shows shows) {

    /**
     * What is to be shown.
     *
     * @param limit the limit, a fraction of sessions
     * @param level the one-sided confidence level of either bound
     * @param designEffect how many sessions are worth as much as one independent session
     */
    public record Question(double limit, double level, double designEffect) {}

    /**
     * The smallest number of sessions that shows a rate below the limit in spite of some events.
     *
     * @param events sessions with the event
     * @param sessions sessions needed
     */
    public record Needed(long events, long sessions) {}

    /**
     * The sessions that show a rate below the limit with a probability.
     *
     * @param trueRate the true rate
     * @param probability the probability asked for
     * @param sessions the smallest number from which on every number has it
     * @param events the most events among that number that still show it
     * @param attained the probability at that number
     * @param firstSessions the smallest number that has it
     */
    public record Power(
            double trueRate, double probability, long sessions, long events, double attained, long firstSessions) {}

    /**
     * What a number of sessions can show.
     *
     * @param sessions the number of sessions
     * @param mostEventsBelow the most events that still show a rate below the limit, null if not even none does
     * @param fewestEventsAbove the fewest events that show a rate above the limit, null if not even one at each does
     * @param trueRate the true rate supposed, null if none
     * @param probabilityBelow the probability that the sessions show a rate below the limit at that rate, or null
     * @param bounds the bounds for some numbers of events
     */
    public record Shows(
            long sessions,
            @Nullable Long mostEventsBelow,
            @Nullable Long fewestEventsAbove,
            @Nullable Double trueRate,
            @Nullable Double probabilityBelow,
            List<Bound> bounds) {}

    /**
     * What a number of events shows.
     *
     * @param events sessions with the event
     * @param lower the one-sided lower bound of the rate
     * @param upper the one-sided upper bound of the rate
     * @param verdict what they show of the limit
     */
    public record Bound(long events, double lower, double upper, Verdict verdict) {}
}
