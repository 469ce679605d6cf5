package org.aestat.cli;

import org.aestat.result.ThresholdResult.Verdict;
import org.aestat.safety.SwitchPoints.Counts;
import org.jspecify.annotations.Nullable;

/**
 * Counts of which the verdict is known.
 *
 * @param name what they are to show
 * @param counts how many there are and how many have what the metric counts
 * @param recorded whether anything is recorded of them
 * @param second the counts of a second stratum, or null
 * @param expected the verdict, the worst of all strata
 */
record ProofSample(
        String name,
        Counts counts,
        boolean recorded,
        @Nullable Counts second,
        Verdict expected) {

    /** Whether nothing at all is assessed. */
    boolean isWithoutData() {
        return !recorded || counts.sessions() == 0;
    }

    static ProofSample of(String name, long events, long sessions, Verdict expected) {
        return new ProofSample(name, new Counts(events, sessions), true, null, expected);
    }

    static ProofSample nothingRecorded(long sessions) {
        return new ProofSample("nothing recorded", new Counts(0, sessions), false, null, Verdict.INCONCLUSIVE);
    }

    static ProofSample nothingSelected() {
        return of("nothing selected", 0, 0, Verdict.INCONCLUSIVE);
    }
}
