package org.aestat.analysis;

import java.io.Serializable;
import java.util.Arrays;
import org.aestat.session.KeyNumbers;

/** How many clusters have so many sessions and, of those, so many events. */
final class ClusterCounts implements Serializable {

    private static final long serialVersionUID = 1;

    private static final long[] NONE = {};

    private final KeyNumbers pairs = new KeyNumbers();
    private long[] clusters = NONE;

    /** Takes clusters that are alike. */
    interface Visitor {
        void visit(int sessions, int events, long clusters);
    }

    void add(int sessions, int events, long more) {
        int pair = pairs.number((long) sessions << Integer.SIZE | events);
        if (pair >= clusters.length) {
            clusters = Arrays.copyOf(clusters, pairs.size() + (pairs.size() >> 1));
        }
        clusters[pair] += more;
    }

    void add(ClusterCounts other) {
        other.forEach(this::add);
    }

    void subtract(ClusterCounts other) {
        other.forEach((sessions, events, less) -> add(sessions, events, -less));
    }

    /** Hands on the clusters, in no order. */
    void forEach(Visitor visitor) {
        for (int pair = 0; pair < pairs.size(); pair++) {
            long key = pairs.key(pair);
            visitor.visit((int) (key >>> Integer.SIZE), (int) key, clusters[pair]);
        }
    }
}
