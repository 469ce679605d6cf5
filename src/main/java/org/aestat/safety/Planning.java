package org.aestat.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.aestat.result.PlanResult.Bound;
import org.aestat.result.PlanResult.Needed;
import org.aestat.result.PlanResult.Power;
import org.aestat.result.PlanResult.Question;
import org.aestat.result.PlanResult.Shows;
import org.aestat.stat.BinomialProbability;
import org.aestat.stat.ProportionMethod;
import org.jspecify.annotations.Nullable;

/**
 * Sessions needed for a verdict on a limit, by the exact bounds that give verdicts on data with a stated design effect.
 *
 * <p>A rate is shown to be below the limit where the one-sided Clopper-Pearson upper bound of y/D events in n/D sessions is
 * below it; D is the design effect. Source: Clopper and Pearson 1934, Biometrika 26:404-413,
 * doi:10.1093/biomet/26.4.404.
 */
public final class Planning {

    /** So many events make the search for a probability stop. */
    static final long MOST_EVENTS = 2000;

    private static final double SAFELY = 0.01;

    private final double limit;
    private final double designEffect;
    private final OneSidedBounds bounds;

    /**
     * Planning for a question.
     *
     * @param question limit between 0 and 1, level from 0.5 to below 1, design effect 1 or more
     */
    public Planning(Question question) {
        if (!(question.limit() > 0 && question.limit() < 1)) {
            throw new IllegalArgumentException("limit is not between 0 and 1: " + question.limit());
        }
        if (!(question.designEffect() >= 1 && question.designEffect() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("design effect is not 1 or more: " + question.designEffect());
        }
        limit = question.limit();
        designEffect = question.designEffect();
        bounds = new OneSidedBounds(ProportionMethod.CLOPPER_PEARSON, question.level(), 1 / designEffect);
    }

    /**
     * The smallest number of sessions that shows a rate below the limit.
     *
     * @param events how many of them have the event, 0 or more
     * @throws IllegalArgumentException if it would be out of reach
     */
    public Needed needed(long events) {
        long fewest = Math.max(1, events);
        LimitSearch search = new LimitSearch(bounds, events, fewest, limit);
        Long further = search.isBelow() ? Long.valueOf(0) : search.sessionsNeeded();
        if (further == null) {
            throw new IllegalArgumentException("no number of sessions in reach shows a rate below " + limit);
        }
        return new Needed(events, fewest + further);
    }

    /**
     * The sessions that show a rate below the limit with a probability.
     *
     * <p>While sessions are added, the probability falls until one event more is allowed, and rises there: a saw-tooth.
     * Its lows are looked through until they are far above what is asked for. Under a design effect D, sessions are taken to
     * come in groups of D that are alike.
     *
     * @param trueRate the true rate, above 0 and below the limit
     * @param probability the probability asked for, between 0 and 1
     * @throws IllegalArgumentException if more than 2,000 events would be allowed, the true rate being too near to the limit
     */
    public Power power(double trueRate, double probability) {
        Planning independent = designEffect == 1 ? this : independent();
        long first = 0;
        long always = 0;
        long alwaysEvents = 0;
        long from = independent.needed(0).sessions();
        long step = from;
        for (long events = 0; events <= MOST_EVENTS; events++) {
            long next = independent.neededNear(events + 1, from, from + step);
            step = next - from;
            if (first == 0 && BinomialProbability.atMost(events, from, trueRate) >= probability) {
                first = from;
            }
            double low = BinomialProbability.atMost(events, next - 1, trueRate);
            if (low < probability) {
                always = 0;
            } else if (always == 0) {
                always = from;
                alwaysEvents = events;
            }
            if (1 - low < SAFELY * (1 - probability)) {
                return new Power(
                        trueRate,
                        probability,
                        grouped(always),
                        mostBelow(grouped(always)),
                        BinomialProbability.atMost(alwaysEvents, always, trueRate),
                        grouped(first));
            }
            from = next;
        }
        throw new IllegalArgumentException("a true rate of " + trueRate + " is too near to the limit");
    }

    /**
     * What a number of sessions can show.
     *
     * @param sessions the number, 1 or more
     * @param events the numbers of events to give bounds for; those above the number of sessions are left out
     * @param trueRate the true rate at which to say how likely it is that a rate below the limit is shown, or null
     */
    public Shows shows(long sessions, List<Long> events, @Nullable Double trueRate) {
        List<Bound> rows = new ArrayList<>();
        for (long count : events) {
            if (count <= sessions) {
                rows.add(new Bound(
                        count,
                        bounds.lower(count, sessions),
                        bounds.upper(count, sessions),
                        new LimitSearch(bounds, count, sessions, limit).verdict()));
            }
        }
        long below = mostBelow(sessions);
        long above = first(-1, sessions + 1, count -> bounds.lower(count, sessions) > limit);
        Double probability = trueRate == null ? null : probabilityBelow(sessions, trueRate);
        return new Shows(
                sessions, below < 0 ? null : below, above > sessions ? null : above, trueRate, probability, rows);
    }

    private double probabilityBelow(long sessions, double trueRate) {
        long groups = Math.max(1, (long) Math.floor(sessions / designEffect));
        long most = independent().mostBelow(groups);
        return most < 0 ? 0 : BinomialProbability.atMost(most, groups, trueRate);
    }

    private Planning independent() {
        return new Planning(new Question(limit, bounds.level(), 1));
    }

    private long grouped(long independentSessions) {
        return (long) Math.ceil(independentSessions * designEffect);
    }

    /** The most events that show a rate below the limit, -1 if not even none does. */
    private long mostBelow(long sessions) {
        return first(-1, sessions, count -> bounds.upper(count, sessions) >= limit) - 1;
    }

    /** The same as {@link #needed}, searched from a guess, which has to be above a number that is too small. */
    private long neededNear(long events, long tooFew, long guess) {
        long step = 1;
        if (bounds.upper(events, guess) < limit) {
            while (guess - step > tooFew && bounds.upper(events, guess - step) < limit) {
                step *= 2;
            }
            return first(Math.max(tooFew, guess - step), guess, n -> bounds.upper(events, n) < limit);
        }
        while (bounds.upper(events, guess + step) >= limit) {
            step *= 2;
        }
        return first(guess, guess + step, n -> bounds.upper(events, n) < limit);
    }

    /** The first number above {@code below} that fulfils what all numbers from some number on fulfil, at most {@code last}. */
    private static long first(long below, long last, LongPredicate fulfils) {
        long no = below;
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
