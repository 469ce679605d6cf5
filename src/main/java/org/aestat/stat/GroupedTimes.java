package org.aestat.stat;

import java.util.Arrays;

/**
 * Times to an event, some censored, of observations in groups, which belong to clusters: the data of a
 * {@link LogRank log-rank test}. Clusters that are alike are kept once with their number.
 */
public final class GroupedTimes {

    private int[] groups = new int[64];
    private int[] times = new int[64];
    private boolean[] events = new boolean[64];
    private int[] strata = new int[64];
    private int[] ends = new int[64];
    private long[] copies = new long[64];
    private int size;
    private int clusters;
    private boolean repeated;

    /**
     * Adds an observation to the cluster that is being built.
     *
     * @param group 0 to the number of groups - 1
     * @param time 0 or more
     * @param event whether it ended in the event; otherwise it is censored
     * @param stratum within which groups are compared, 0 or more
     */
    public void observe(int group, int time, boolean event, int stratum) {
        if (size == times.length) {
            int length = size + (size >> 1);
            groups = Arrays.copyOf(groups, length);
            times = Arrays.copyOf(times, length);
            events = Arrays.copyOf(events, length);
            strata = Arrays.copyOf(strata, length);
        }
        groups[size] = group;
        times[size] = time;
        events[size] = event;
        strata[size++] = stratum;
    }

    /**
     * Ends the cluster that is being built.
     *
     * @param number how many such clusters there are
     */
    public void endCluster(long number) {
        if (clusters == ends.length) {
            ends = Arrays.copyOf(ends, clusters + (clusters >> 1));
            copies = Arrays.copyOf(copies, ends.length);
        }
        repeated |= size - start(clusters) > 1;
        ends[clusters] = size;
        copies[clusters++] = number;
    }

    /** Whether some cluster has more than one observation. */
    boolean areClustered() {
        return repeated;
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

    int group(int observation) {
        return groups[observation];
    }

    boolean isEvent(int observation) {
        return events[observation];
    }

    /** The stratum and the time of an observation in one number, ordered by stratum, then time. */
    long moment(int observation) {
        return (long) strata[observation] << Integer.SIZE | times[observation];
    }

    /** The distinct strata and times, ascending. */
    long[] distinctMoments() {
        long[] moments = new long[size];
        Arrays.setAll(moments, this::moment);
        return Arrays.stream(moments).sorted().distinct().toArray();
    }
}
