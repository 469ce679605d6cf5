package org.aestat.stat;

import java.util.Arrays;

/**
 * Times to an event, some censored, that belong to clusters. Clusters that are alike are kept once with their number,
 * so that the same data in any order make the same sums.
 */
public final class ClusteredTimes {

    private int[] times = new int[64];
    private boolean[] events = new boolean[64];
    private int[] ends = new int[64];
    private long[] copies = new long[64];
    private int size;
    private int clusters;
    private boolean repeated;

    /**
     * Adds an observation to the cluster that is being built.
     *
     * @param time the time, 0 or more
     * @param event whether the event happened then; otherwise the observation is censored there
     */
    public void observe(int time, boolean event) {
        if (time < 0) {
            throw new IllegalArgumentException("time is negative: " + time);
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
        }
        times[size] = time;
        events[size++] = event;
    }

    /**
     * Ends the cluster that is being built; without observations there is none.
     *
     * @param number how many such clusters there are, positive
     */
    public void endCluster(long number) {
        if (number <= 0) {
            throw new IllegalArgumentException("number of clusters is not positive: " + number);
        }
        if (size == start(clusters)) {
            return;
        }
        if (clusters == ends.length) {
            ends = Arrays.copyOf(ends, 2 * clusters);
            copies = Arrays.copyOf(copies, 2 * clusters);
        }
        repeated |= size - start(clusters) > 1;
        ends[clusters] = size;
        copies[clusters++] = number;
    }

    /** Whether some cluster has more than one observation. */
    public boolean areClustered() {
        return repeated;
    }

    /** Whether there is no observation. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** How many observations there are. */
    int size() {
        return size;
    }

    int clusters() {
        return clusters;
    }

    long copies(int cluster) {
        return copies[cluster];
    }

    int start(int cluster) {
        return cluster == 0 ? 0 : ends[cluster - 1];
    }

    int end(int cluster) {
        return ends[cluster];
    }

    int time(int observation) {
        return times[observation];
    }

    boolean isEvent(int observation) {
        return events[observation];
    }

    /** The distinct times, ascending. */
    int[] distinctTimes() {
        return Arrays.stream(times, 0, size).sorted().distinct().toArray();
    }
}
