package org.aestat.stat;

import java.util.List;

/** Observations in groups as lists, for the tests of the log-rank test. */
final class GroupedObservations {

    private GroupedObservations() {}

    record Observation(int group, int time, boolean event, int stratum) {

        Observation(int group, int time, boolean event) {
            this(group, time, event, 0);
        }
    }

    record Cluster(List<Observation> observations, long copies) {}

    static GroupedTimes of(List<Cluster> clusters) {
        GroupedTimes times = new GroupedTimes();
        for (Cluster cluster : clusters) {
            for (Observation o : cluster.observations()) {
                times.observe(o.group(), o.time(), o.event(), o.stratum());
            }
            times.endCluster(cluster.copies());
        }
        return times;
    }
}
