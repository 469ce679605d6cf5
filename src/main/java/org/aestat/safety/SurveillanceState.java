package org.aestat.safety;

import java.util.List;
import java.util.Optional;

/**
 * What earlier runs of a surveillance have counted.
 *
 * @param sha256 of the surveillance it belongs to
 * @param watches a state a threshold, in the order of the policy
 */
public record SurveillanceState(String sha256, List<WatchState> watches) {

    /** Copies the list. */
    public SurveillanceState {
        watches = List.copyOf(watches);
    }

    /** The state of a threshold. */
    public Optional<WatchState> of(Threshold threshold) {
        return watches.stream()
                .filter(watch -> watch.threshold().equals(threshold.name()))
                .findFirst();
    }
}
