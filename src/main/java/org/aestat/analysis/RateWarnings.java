package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aestat.result.Warning;
import org.aestat.stat.Clusters;

/**
 * What the reader of rates has to know of the data behind their intervals.
 *
 * @param settings the choices of the run
 */
record RateWarnings(AnalysisSettings settings) {

    private static final long FEW_PATIENTS = 20;
    private static final long FEW_CLUSTERS = 10;

    /**
     * What the rate of an event among all sessions rests on.
     *
     * @param event the event
     * @param patients how many patients had it
     * @param clusters its clusters
     */
    record Data(String event, long patients, Clusters clusters) {}

    /** The warnings about the rates of some events. */
    List<Warning> list(List<Data> rates) {
        List<Warning> warnings = new ArrayList<>();
        String rough = rates.stream()
                .filter(rate -> !rate.event().startsWith("any"))
                .filter(rate -> rate.patients() > 0 && rate.patients() < FEW_PATIENTS)
                .map(rate -> rate.event().replace('_', ' ') + " (" + rate.patients() + ")")
                .collect(Collectors.joining(", "));
        if (!rough.isEmpty()) {
            warnings.add(new Warning(
                    "few-patients-with-event",
                    "Fewer than " + FEW_PATIENTS + " patients had these events, so their intervals are rough: " + rough
                            + "."));
        }
        if (settings.isClusteringEstimated()) {
            rates.stream()
                    .map(Data::clusters)
                    .filter(sums -> sums.trials() > 0)
                    .mapToLong(Clusters::clusters)
                    .filter(count -> count < FEW_CLUSTERS)
                    .min()
                    .ifPresent(fewest -> warnings.add(fewClusters(fewest)));
        }
        return warnings;
    }

    private Warning fewClusters(long fewest) {
        String level = settings.cluster().label().replace(",", " and ");
        return new Warning(
                "few-clusters",
                "Sessions are clustered by " + level + ", and some interval rests on "
                        + (fewest == 1 ? "1 cluster" : fewest + " clusters") + " only: below " + FEW_CLUSTERS
                        + ", how much clusters differ is hardly known.");
    }
}
