package org.aestat.analysis;

import java.util.HashMap;
import java.util.Map;
import org.aestat.stat.ClusterSums;

/** Sessions and events in the cells in which two levels of clusters meet, by definition. */
final class SlowCellCounts {

    private final ClusterLevel level;
    private final ClusterSums closed = new ClusterSums();
    private final Map<Long, long[]> open = new HashMap<>();

    SlowCellCounts(ClusterLevel level) {
        this.level = level;
    }

    void add(int therapist, int site, int event) {
        if (level.isTwoWay()) {
            long ofTherapist = level.includes(ClusterLevel.THERAPIST) ? therapist : 0;
            long ofSite = level.includes(ClusterLevel.SITE) ? site : 0;
            long[] counts = open.computeIfAbsent(ofTherapist << Integer.SIZE | ofSite, key -> new long[2]);
            counts[0]++;
            counts[1] += event;
        }
    }

    void endPatient() {
        if (level.includes(ClusterLevel.PATIENT) && !open.isEmpty()) {
            open.values().forEach(counts -> closed.add(counts[0], counts[1]));
            open.clear();
        }
    }

    ClusterSums sums() {
        ClusterSums sums = new ClusterSums();
        sums.add(closed);
        open.values().forEach(counts -> sums.add(counts[0], counts[1]));
        return sums;
    }
}
