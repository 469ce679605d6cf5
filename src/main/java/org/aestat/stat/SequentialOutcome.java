package org.aestat.stat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sequential test says of a series of looks.
 *
 * @param path the statistic at each look, also at those after a signal or the end
 * @param signal the place in the path of the first look that signals, counted from 0; null without a signal
 * @param isOver whether nothing more can be concluded from further looks: there is a signal, or the planned length is
 *     used up
 */
public record SequentialOutcome(List<Double> path, @Nullable Integer signal, boolean isOver) {

    /** Copies the path. */
    public SequentialOutcome {
        path = List.copyOf(path);
    }

    /** Whether some look signalled. */
    public boolean isSignal() {
        return signal != null;
    }
}
