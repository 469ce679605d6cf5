package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aestat.result.EventRate;
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
     * The warnings.
     *
     * @param overall the rates of all sessions
     * @param clusters the clusters of the same events
     */
    List<Warning> list(List<EventRate> overall, List<Clusters> clusters) {
        List<Warning> warnings = new ArrayList<>();
        String rough = overall.stream()
                .filter(rate -> !rate.event().startsWith("any"))
                .filter(rate -> rate.counts().patients() > 0 && rate.counts().patients() < FEW_PATIENTS)
                .map(rate ->
                        rate.event().replace('_', ' ') + " (" + rate.counts().patients() + ")")
                .collect(Collectors.joining(", "));
        if (!rough.isEmpty()) {
            warnings.add(new Warning(
                    "few-patients-with-event",
                    "Fewer than " + FEW_PATIENTS + " patients had these events, so their intervals are rough: " + rough
                            + "."));
        }
        if (settings.isClusteringEstimated()) {
            clusters.stream()
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
