package org.aestat.analysis;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.aestat.stat.ClusterSums;

/**
 * Sessions and events in the cells in which two levels of clusters meet. Cells within a patient are complete when the
 * patient ends and are then only summed; cells of therapists and sites stay open, since later patients add to them.
 */
final class CellCounts implements Serializable {

    private static final long serialVersionUID = 1;

    private final ClusterLevel level;
    private final ClusterSums closed = new ClusterSums();
    private final Map<Long, long[]> open = new HashMap<>();

    CellCounts(ClusterLevel level) {
        this.level = level;
    }

    void add(int therapist, int site, int event) {
        if (level.isTwoWay()) {
            long ofTherapist = level.includes(ClusterLevel.THERAPIST) ? therapist : 0;
            long ofSite = level.includes(ClusterLevel.SITE) ? site : 0;
            add(ofTherapist << Integer.SIZE | ofSite, 1, event);
        }
    }

    private void add(long cell, long trials, long events) {
        long[] counts = open.computeIfAbsent(cell, key -> new long[2]);
        counts[0] += trials;
        counts[1] += events;
    }

    void endPatient() {
        if (level.includes(ClusterLevel.PATIENT) && !open.isEmpty()) {
            open.values().forEach(counts -> closed.add(counts[0], counts[1]));
            open.clear();
        }
    }

    void add(CellCounts other) {
        closed.add(other.closed);
        other.open.forEach((cell, counts) -> add(cell, counts[0], counts[1]));
    }

    ClusterSums sums() {
        ClusterSums sums = new ClusterSums();
        sums.add(closed);
        open.values().forEach(counts -> sums.add(counts[0], counts[1]));
        return sums;
    }
}
