package org.aestat.analysis;

import java.io.Serializable;
import java.util.Arrays;
import org.aestat.session.KeyNumbers;

/** How many clusters have so many sessions and, of those, so many events. */
final class ClusterCounts implements Serializable {

    private static final long serialVersionUID = 1;

    /** Clusters of at most this many sessions are counted in a triangle of sessions and events. */
    private static final int SMALL = 40;

    private static final long[] NONE = {};

    private long[] triangle = NONE;
    private final KeyNumbers pairs = new KeyNumbers();
    private long[] large = NONE;

    /** Takes clusters that are alike. */
    interface Visitor {
        void visit(int sessions, int events, long clusters);
    }

    void add(int sessions, int events, long more) {
        if (sessions <= SMALL) {
            int place = row(sessions) + events;
            if (place >= triangle.length) {
                triangle = Arrays.copyOf(triangle, row(sessions + 1));
            }
            triangle[place] += more;
        } else {
            int pair = pairs.number((long) sessions << Integer.SIZE | events);
            if (pair >= large.length) {
                large = Arrays.copyOf(large, pairs.size() + (pairs.size() >> 1));
            }
            large[pair] += more;
        }
    }

    private static int row(int sessions) {
        return sessions * (sessions + 1) / 2;
    }

    void add(ClusterCounts other) {
        other.forEach(this::add);
    }

    void subtract(ClusterCounts other) {
        other.forEach((sessions, events, less) -> add(sessions, events, -less));
    }

    /** Hands on the clusters. */
    void forEach(Visitor visitor) {
        for (int sessions = 0; row(sessions) < triangle.length; sessions++) {
            for (int events = 0; events <= sessions; events++) {
                visitor.visit(sessions, events, triangle[row(sessions) + events]);
            }
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            long key = pairs.key(pair);
            visitor.visit((int) (key >>> Integer.SIZE), (int) key, large[pair]);
        }
    }
}
