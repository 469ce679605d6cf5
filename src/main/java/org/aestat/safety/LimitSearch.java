package org.aestat.safety;

import org.aestat.result.BenchmarkVerdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Where the verdict of one rate on one limit would change.
 *
 * @param bounds the one-sided bounds
 * @param events sessions with the event
 * @param sessions assessed sessions, positive
 * @param limit the limit, between 0 and 1
 */
record LimitSearch(OneSidedBounds bounds, long events, long sessions, double limit) {

    private static final long MOST_SESSIONS = 1L << 50;

    boolean isBelow() {
        return bounds.upper(events, sessions) < limit;
    }

    private boolean isAbove() {
        return bounds.lower(events, sessions) > limit;
    }

    Verdict verdict() {
        if (isBelow()) {
            return Verdict.DEMONSTRATED_BELOW;
        }
        return isAbove() ? Verdict.DEMONSTRATED_ABOVE : Verdict.INCONCLUSIVE;
    }

    /**
     * The smallest number of further event-free sessions that would show the rate to be below the limit, each worth as
     * much as those at hand; null if no number in reach would.
     */
    @Nullable
    Long sessionsNeeded() {
        long enough = 1;
        while (bounds.upper(events, sessions + enough) >= limit) {
            enough *= 2;
            if (enough > MOST_SESSIONS) {
                return null;
            }
        }
        long tooFew = enough / 2;
        while (enough - tooFew > 1) {
            long middle = (tooFew + enough) >>> 1;
            if (bounds.upper(events, sessions + middle) < limit) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    /**
     * The fewest of the unrecorded sessions that would have to be yes to lose "below", the others staying unrecorded;
     * null if even all would not.
     */
    @Nullable
    Long tippingPoint(long unrecorded) {
        if (unrecorded == 0 || bounds.upper(events + unrecorded, sessions + unrecorded) < limit) {
            return null;
        }
        long held = 0;
        long lost = unrecorded;
        while (lost - held > 1) {
            long middle = (held + lost) >>> 1;
            if (bounds.upper(events + middle, sessions + middle) < limit) {
                held = middle;
            } else {
                lost = middle;
            }
        }
        return lost;
    }

    /**
     * The fewest of the unrecorded sessions that would have to be no to lose "above", the others staying unrecorded;
     * null if even all would not.
     */
    @Nullable
    Long tippingPointAbove(long unrecorded) {
        if (unrecorded == 0 || bounds.lower(events, sessions + unrecorded) > limit) {
            return null;
        }
        long held = 0;
        long lost = unrecorded;
        while (lost - held > 1) {
            long middle = (held + lost) >>> 1;
            if (bounds.lower(events, sessions + middle) > limit) {
                held = middle;
            } else {
                lost = middle;
            }
        }
        return lost;
    }

    /**
     * The largest design effect at which the verdict would stand, whatever the clusters; null where not even
     * independent sessions would show it, and where every design effect in reach would.
     */
    @Nullable
    Double holdsToDesignEffect() {
        boolean below = isBelow();
        double holds = 1;
        if (!standsAt(holds, below)) {
            return null;
        }
        double fails = 2;
        while (standsAt(fails, below)) {
            holds = fails;
            fails *= 2;
            if (fails > MOST_SESSIONS) {
                return null;
            }
        }
        while (true) {
            double middle = holds + (fails - holds) / 2;
            if (middle <= holds || middle >= fails) {
                return holds;
            }
            if (standsAt(middle, below)) {
                holds = middle;
            } else {
                fails = middle;
            }
        }
    }

    private boolean standsAt(double designEffect, boolean below) {
        OneSidedBounds assumed = bounds.atDesignEffect(designEffect);
        return below ? assumed.upper(events, sessions) < limit : assumed.lower(events, sessions) > limit;
    }
}
