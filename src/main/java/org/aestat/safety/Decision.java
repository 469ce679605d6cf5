package org.aestat.safety;

import org.aestat.result.ThresholdResult.Bound;
import org.aestat.result.ThresholdResult.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A verdict with what decided it.
 *
 * @param verdict what the data say
 * @param reason why
 * @param bound the bound that decided, or that would have had to; null where none did
 * @param sessionsNeeded further event-free sessions that would decide, or null
 */
record Decision(
        Verdict verdict,
        String reason,
        @Nullable Bound bound,
        @Nullable Long sessionsNeeded) {

    static Decision of(Verdict verdict, String reason) {
        return new Decision(verdict, reason, null, null);
    }
}
