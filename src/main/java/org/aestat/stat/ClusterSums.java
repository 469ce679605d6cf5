package org.aestat.stat;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * Exact sums over clusters of trials: all that the clustered intervals need. Adding clusters in any order, or adding
 * up the sums of parts, gives the same state.
 *
 * <p>Range: up to 2^31 trials a cluster and sums of squares up to 2^63; beyond that an {@link ArithmeticException}.
 */
public final class ClusterSums implements Clusters, Serializable {

    private static final long serialVersionUID = 1;

    private long clusters;
    private long trials;
    private long events;
    private long trialsSquared;
    private long trialsEvents;
    private long eventsSquared;
    private boolean repeated;

    /**
     * Adds a cluster.
     *
     * @param clusterTrials trials of the cluster; a cluster without trials is not counted
     * @param clusterEvents how many of them had the event
     */
    public void add(long clusterTrials, long clusterEvents) {
        add(clusterTrials, clusterEvents, 1);
    }

    /**
     * Adds clusters that are alike.
     *
     * @param clusterTrials trials of each; clusters without trials are not counted
     * @param clusterEvents how many of them had the event
     * @param copies how many clusters, 0 or more
     */
    public void add(long clusterTrials, long clusterEvents, long copies) {
        if (!(clusterTrials >= 0 && clusterEvents >= 0 && clusterEvents <= clusterTrials)) {
            throw new IllegalArgumentException(clusterEvents + " events in " + clusterTrials + " trials");
        }
        if (clusterTrials == 0 || copies == 0) {
            return;
        }
        long squared = Math.multiplyExact(clusterTrials, clusterTrials);
        clusters += copies;
        trials = Math.addExact(trials, Math.multiplyExact(copies, clusterTrials));
        events += copies * clusterEvents;
        trialsSquared = Math.addExact(trialsSquared, Math.multiplyExact(copies, squared));
        trialsEvents += copies * clusterTrials * clusterEvents;
        eventsSquared += copies * clusterEvents * clusterEvents;
        repeated |= clusterTrials > 1;
    }

    /**
     * Every trial a cluster of its own.
     *
     * @param trials how many
     * @param events how many of them had the event, 0 to {@code trials}
     */
    public static ClusterSums ofSingles(long trials, long events) {
        if (!(events >= 0 && events <= trials)) {
            throw new IllegalArgumentException(events + " events in " + trials + " trials");
        }
        ClusterSums sums = new ClusterSums();
        sums.clusters = trials;
        sums.trials = trials;
        sums.events = events;
        sums.trialsSquared = trials;
        sums.trialsEvents = events;
        sums.eventsSquared = events;
        return sums;
    }

    /** Adds all clusters of another sum. */
    public void add(ClusterSums other) {
        clusters += other.clusters;
        trials = Math.addExact(trials, other.trials);
        events += other.events;
        trialsSquared = Math.addExact(trialsSquared, other.trialsSquared);
        trialsEvents += other.trialsEvents;
        eventsSquared += other.eventsSquared;
        repeated |= other.repeated;
    }

    /** Clusters with at least one trial. */
    @Override
    public long clusters() {
        return clusters;
    }

    /** All trials. */
    @Override
    public long trials() {
        return trials;
    }

    /** All trials with the event. */
    @Override
    public long events() {
        return events;
    }

    /** Whether there are two clusters and one of them has two trials, so that clustering can matter at all. */
    @Override
    public boolean areClustered() {
        return clusters >= 2 && repeated;
    }

    /** The mean number of trials in a trial's cluster, &Sigma; n_i&sup2; / n; NaN without trials. */
    @Override
    public double meanClusterSize() {
        return (double) trialsSquared / trials;
    }

    /**
     * The design effect of the proportion as a ratio estimator, estimated from the data.
     *
     * <pre>d = v / (p(1 - p)/n),  v = m/(m - 1) &Sigma; z_i&sup2;,  z_i = (y_i - p n_i)/n</pre>
     *
     * <p>At least 0; computed from exact integers, so that it is exactly 0 where every cluster has the same proportion.
     * Special result: NaN at zero or all events and with fewer than two clusters.
     *
     * <p>Source: Korn and Graubard 1998, Survey Methodology 24:193-201; Taylor linearisation as in R's survey package.
     */
    @Override
    public double designEffect() {
        if (events == 0 || events == trials || clusters < 2) {
            return Double.NaN;
        }
        BigInteger n = BigInteger.valueOf(trials);
        BigInteger y = BigInteger.valueOf(events);
        BigInteger squares = BigInteger.valueOf(eventsSquared)
                .multiply(n)
                .multiply(n)
                .subtract(
                        BigInteger.valueOf(trialsEvents).multiply(y).multiply(n).shiftLeft(1))
                .add(BigInteger.valueOf(trialsSquared).multiply(y).multiply(y));
        double scale = (double) trials * events * (trials - events);
        return clusters / (clusters - 1.0) * (squares.doubleValue() / scale);
    }
}
