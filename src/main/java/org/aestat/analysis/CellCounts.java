package org.aestat.analysis;

import java.io.Serializable;
import java.util.Arrays;
import org.aestat.session.KeyNumbers;
import org.aestat.stat.ClusterSums;

/**
 * The sessions of one stratum in the cells in which two levels of clusters meet and, event by event, those that differ
 * from a recorded no. Cells within a patient are complete when the patient ends and are then only summed; cells of
 * therapists and sites stay open, since later patients add to them.
 */
final class CellCounts implements Serializable {

    private static final long serialVersionUID = 1;

    private final ClusterLevel level;
    private final ClusterSums[] closed;
    private final KeyNumbers cells = new KeyNumbers();
    private long[] sessions = {};
    private final long[][] unanswered;
    private final long[][] withEvent;

    CellCounts(ClusterLevel level, int events) {
        this.level = level;
        closed = new ClusterSums[events];
        Arrays.setAll(closed, e -> new ClusterSums());
        unanswered = new long[events][0];
        withEvent = new long[events][0];
    }

    /** Counts a session and gives its cell. */
    int session(int therapist, int site) {
        long ofTherapist = level.includes(ClusterLevel.THERAPIST) ? therapist : 0;
        long ofSite = level.includes(ClusterLevel.SITE) ? site : 0;
        return open(ofTherapist << Integer.SIZE | ofSite, 1);
    }

    private int open(long key, long more) {
        int cell = cells.number(key);
        if (cell >= sessions.length) {
            int length = cells.size() + (cells.size() >> 1);
            sessions = Arrays.copyOf(sessions, length);
            for (int e = 0; e < closed.length; e++) {
                unanswered[e] = Arrays.copyOf(unanswered[e], length);
                withEvent[e] = Arrays.copyOf(withEvent[e], length);
            }
        }
        sessions[cell] += more;
        return cell;
    }

    void unanswered(int event, int cell) {
        unanswered[event][cell]++;
    }

    void withEvent(int event, int cell) {
        withEvent[event][cell]++;
    }

    void endPatient() {
        if (level.includes(ClusterLevel.PATIENT)) {
            for (int e = 0; e < closed.length; e++) {
                addOpen(e, closed[e]);
                Arrays.fill(unanswered[e], 0, cells.size(), 0);
                Arrays.fill(withEvent[e], 0, cells.size(), 0);
            }
            Arrays.fill(sessions, 0, cells.size(), 0);
            cells.clear();
        }
    }

    private void addOpen(int event, ClusterSums sums) {
        for (int cell = 0; cell < cells.size(); cell++) {
            sums.add(sessions[cell] - unanswered[event][cell], withEvent[event][cell]);
        }
    }

    void add(CellCounts other) {
        for (int theirs = 0; theirs < other.cells.size(); theirs++) {
            int cell = open(other.cells.key(theirs), other.sessions[theirs]);
            for (int e = 0; e < closed.length; e++) {
                unanswered[e][cell] += other.unanswered[e][theirs];
                withEvent[e][cell] += other.withEvent[e][theirs];
            }
        }
        for (int e = 0; e < closed.length; e++) {
            closed[e].add(other.closed[e]);
        }
    }

    ClusterSums sums(int event) {
        ClusterSums sums = new ClusterSums();
        sums.add(closed[event]);
        addOpen(event, sums);
        return sums;
    }
}
