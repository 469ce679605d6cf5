package org.aestat.stat;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The mean over clusters of each one's own proportion, in which a cluster of one trial weighs as much as one of twenty.
 *
 * <pre>r = &Sigma; (y_i/n_i)/m,  s&sup2; = &Sigma; (y_i/n_i - r)&sup2;/(m - 1),  r &plusmn; t(1 - &alpha;/2; m - 1) s/&radic;m</pre>
 *
 * <p>The unit is events per trial. The state is how many clusters have y of n, so that any order and split give the same
 * bits. Special results: NaN without clusters; no limits with fewer than two clusters or where all have the same
 * proportion, since the data then do not show how far the mean may be off. Limits are clamped to [0, 1]. Accuracy: that
 * of a sum over the different pairs of y and n.
 *
 * <p>Source: the mean and its t interval; for the choice between weights by cluster and by trial, Williamson, Datta and
 * Satten 2003, Biometrics 59:36-42, doi:10.1111/1541-0420.00005.
 */
public final class ClusterShares implements Serializable {

    private static final long serialVersionUID = 1;

    /** Clusters of at most this size are counted in an array. */
    private static final int SMALL = 40;

    private long clusters;
    private long[] small = {};
    private final TreeMap<Long, TreeMap<Long, Long>> large = new TreeMap<>();

    /**
     * Adds a cluster.
     *
     * @param trials trials of the cluster; a cluster without trials is not counted
     * @param events how many of them had the event
     */
    public void add(long trials, long events) {
        add(trials, events, 1);
    }

    /** Adds all clusters of another one. */
    public void add(ClusterShares other) {
        other.forEach(this::add);
    }

    /**
     * Adds clusters that are alike.
     *
     * @param trials trials of each; clusters without trials are not counted
     * @param events how many of them had the event
     * @param copies how many clusters, 0 or more
     */
    public void add(long trials, long events, long copies) {
        if (!(trials >= 0 && events >= 0 && events <= trials)) {
            throw new IllegalArgumentException(events + " events in " + trials + " trials");
        }
        if (trials == 0 || copies == 0) {
            return;
        }
        clusters += copies;
        if (trials <= SMALL) {
            int place = place((int) trials) + (int) events;
            if (place >= small.length) {
                small = Arrays.copyOf(small, place((int) trials + 1));
            }
            small[place] += copies;
        } else {
            large.computeIfAbsent(trials, key -> new TreeMap<>()).merge(events, copies, Long::sum);
        }
    }

    private static int place(int trials) {
        return trials * (trials + 1) / 2 - 1;
    }

    private interface Cell {
        void accept(long trials, long events, long copies);
    }

    private void forEach(Cell cell) {
        for (int trials = 1; place(trials) < small.length; trials++) {
            for (int events = 0; events <= trials; events++) {
                if (small[place(trials) + events] > 0) {
                    cell.accept(trials, events, small[place(trials) + events]);
                }
            }
        }
        for (Map.Entry<Long, TreeMap<Long, Long>> size : large.entrySet()) {
            size.getValue().forEach((events, copies) -> cell.accept(size.getKey(), events, copies));
        }
    }

    /** Clusters with at least one trial. */
    public long clusters() {
        return clusters;
    }

    /** The mean proportion. */
    public double mean() {
        double[] sum = {0};
        forEach((trials, events, copies) -> sum[0] += copies * ((double) events / trials));
        return sum[0] / clusters;
    }

    /**
     * The limits of the mean, or null where there are none.
     *
     * @param level the two-sided confidence level, from 0 to below 1
     */
    public @Nullable Limits limits(double level) {
        double tail = (1 - Arguments.level(level)) / 2;
        double mean = mean();
        double[] squares = {0};
        double[] range = {1, 0};
        forEach((trials, events, copies) -> {
            double share = (double) events / trials;
            squares[0] += copies * (share - mean) * (share - mean);
            range[0] = Math.min(range[0], share);
            range[1] = Math.max(range[1], share);
        });
        if (range[0] >= range[1]) {
            return null;
        }
        double error = Math.sqrt(squares[0] / (clusters - 1.0) / clusters);
        double t = tail == 0.5 ? 0 : TDistribution.of(clusters - 1.0).inverseSurvivalProbability(tail);
        return Limits.clamped(mean - t * error, mean + t * error);
    }
}
