package org.aestat.cli;

import java.util.Arrays;
import org.aestat.analysis.AnalysisSettings;
import org.aestat.analysis.ClusterLevel;
import org.aestat.safety.Policy;
import org.aestat.safety.Threshold.Rule;

/**
 * The choices by which the thresholds of a policy are computed.
 *
 * @param options the options of the run
 * @param policy the policy, which says the level and the clusters
 */
record CheckSettings(AnalysisOptions options, Policy policy) {

    /** The choices that hold where a threshold says nothing. */
    AnalysisSettings ofRun() {
        return of(policy.confidence(), policy.cluster());
    }

    /** The choices of a threshold. */
    AnalysisSettings of(Rule rule) {
        return of(rule.confidence(), rule.cluster());
    }

    private AnalysisSettings of(double confidence, String cluster) {
        return options.settings(confidence, level(cluster), false);
    }

    private static ClusterLevel level(String label) {
        return Arrays.stream(ClusterLevel.values())
                .filter(level -> level.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
