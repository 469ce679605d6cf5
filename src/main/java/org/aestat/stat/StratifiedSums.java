package org.aestat.stat;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * Exact sums over clusters whose trials lie in several strata: all that a comparison of the strata's proportions needs.
 * The products of one cluster's counts in two strata are kept, so that what the strata share through clusters is not
 * lost. Adding clusters in any order, or adding up the sums of parts, gives the same state.
 *
 * <p>Range: sums of products up to 2^63; beyond that an {@link ArithmeticException}.
 */
public final class StratifiedSums implements Serializable {

    private static final long serialVersionUID = 1;

    private final int strata;
    private final long[] trials;
    private final long[] events;
    private final long[][] trialsTrials;
    private final long[][] trialsEvents;
    private final long[][] eventsEvents;
    /** Clusters with a trial in both strata. */
    private final long[][] clustersInBoth;

    private long clusters;

    /**
     * Without clusters.
     *
     * @param strata the number of strata, at least 1
     */
    public StratifiedSums(int strata) {
        if (strata < 1) {
            throw new IllegalArgumentException("number of strata is below 1: " + strata);
        }
        this.strata = strata;
        trials = new long[strata];
        events = new long[strata];
        trialsTrials = new long[strata][strata];
        trialsEvents = new long[strata][strata];
        eventsEvents = new long[strata][strata];
        clustersInBoth = new long[strata][strata];
    }

    /**
     * Adds a cluster; one without trials is not counted.
     *
     * @param clusterTrials its trials by stratum
     * @param clusterEvents how many of them had the event
     */
    public void add(long[] clusterTrials, long[] clusterEvents) {
        boolean counts = false;
        for (int j = 0; j < strata; j++) {
            if (!(clusterTrials[j] >= 0 && clusterEvents[j] >= 0 && clusterEvents[j] <= clusterTrials[j])) {
                throw new IllegalArgumentException(clusterEvents[j] + " events in " + clusterTrials[j] + " trials");
            }
            counts |= clusterTrials[j] > 0;
        }
        clusters += counts ? 1 : 0;
        for (int j = 0; j < strata; j++) {
            if (clusterTrials[j] > 0) {
                trials[j] = Math.addExact(trials[j], clusterTrials[j]);
                events[j] += clusterEvents[j];
                addProducts(j, clusterTrials, clusterEvents);
            }
        }
    }

    private void addProducts(int j, long[] n, long[] y) {
        for (int k = 0; k < strata; k++) {
            if (n[k] > 0) {
                trialsTrials[j][k] = Math.addExact(trialsTrials[j][k], Math.multiplyExact(n[j], n[k]));
                trialsEvents[j][k] += n[j] * y[k];
                eventsEvents[j][k] += y[j] * y[k];
                clustersInBoth[j][k]++;
            }
        }
    }

    /** Adds all clusters of another sum over the same strata. */
    public void add(StratifiedSums other) {
        if (strata != other.strata) {
            throw new IllegalArgumentException(strata + " strata and " + other.strata);
        }
        clusters += other.clusters;
        for (int j = 0; j < strata; j++) {
            trials[j] = Math.addExact(trials[j], other.trials[j]);
            events[j] += other.events[j];
            for (int k = 0; k < strata; k++) {
                trialsTrials[j][k] = Math.addExact(trialsTrials[j][k], other.trialsTrials[j][k]);
                trialsEvents[j][k] += other.trialsEvents[j][k];
                eventsEvents[j][k] += other.eventsEvents[j][k];
                clustersInBoth[j][k] += other.clustersInBoth[j][k];
            }
        }
    }

    /** Two of the strata alone, with the clusters that have a trial in either. */
    public StratifiedSums pair(int first, int second) {
        StratifiedSums pair = new StratifiedSums(2);
        int[] places = {first, second};
        for (int j = 0; j < 2; j++) {
            pair.trials[j] = trials[places[j]];
            pair.events[j] = events[places[j]];
            for (int k = 0; k < 2; k++) {
                pair.trialsTrials[j][k] = trialsTrials[places[j]][places[k]];
                pair.trialsEvents[j][k] = trialsEvents[places[j]][places[k]];
                pair.eventsEvents[j][k] = eventsEvents[places[j]][places[k]];
                pair.clustersInBoth[j][k] = clustersInBoth[places[j]][places[k]];
            }
        }
        pair.clusters = clustersInBoth[first][first] + clustersInBoth[second][second] - clustersInBoth[first][second];
        return pair;
    }

    /** How many strata there are. */
    public int strata() {
        return strata;
    }

    /** Clusters with a trial in some stratum. */
    public long clusters() {
        return clusters;
    }

    /** The trials of a stratum. */
    public long trials(int stratum) {
        return trials[stratum];
    }

    /** The trials of a stratum with the event. */
    public long events(int stratum) {
        return events[stratum];
    }

    /** The proportion of a stratum; NaN without trials. */
    public double proportion(int stratum) {
        return (double) events[stratum] / trials[stratum];
    }

    /** &Sigma; n_ij n_ik over clusters i. */
    double trialsTrials(int j, int k) {
        return trialsTrials[j][k];
    }

    /** &Sigma; n_ij y_ik over clusters i. */
    double trialsEvents(int j, int k) {
        return trialsEvents[j][k];
    }

    /** &Sigma; y_ij y_ik over clusters i. */
    double eventsEvents(int j, int k) {
        return eventsEvents[j][k];
    }

    /** Whether every trial is a cluster of its own. */
    public boolean areSingles() {
        for (int j = 0; j < strata; j++) {
            for (int k = 0; k < strata; k++) {
                if (trialsTrials[j][k] != (j == k ? trials[j] : 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * The covariance of the proportions of two strata as ratio estimators.
     *
     * <pre>m/(m - 1) &Sigma; z_ij z_ik,  z_ij = (y_ij - p_j n_ij)/n_j</pre>
     *
     * <p>Computed from exact integers; NaN with fewer than two clusters or a stratum without trials. With j = k the
     * variance. Source: Taylor linearisation as in R's survey package.
     */
    public double covariance(int j, int k) {
        if (clusters < 2 || trials[j] == 0 || trials[k] == 0) {
            return Double.NaN;
        }
        BigInteger nj = BigInteger.valueOf(trials[j]);
        BigInteger nk = BigInteger.valueOf(trials[k]);
        BigInteger yj = BigInteger.valueOf(events[j]);
        BigInteger yk = BigInteger.valueOf(events[k]);
        BigInteger sum = BigInteger.valueOf(eventsEvents[j][k])
                .multiply(nj)
                .multiply(nk)
                .subtract(BigInteger.valueOf(trialsEvents[k][j]).multiply(nj).multiply(yk))
                .subtract(BigInteger.valueOf(trialsEvents[j][k]).multiply(nk).multiply(yj))
                .add(BigInteger.valueOf(trialsTrials[j][k]).multiply(yj).multiply(yk));
        double scale = (double) trials[j] * trials[j] * ((double) trials[k] * trials[k]);
        return clusters / (clusters - 1.0) * (sum.doubleValue() / scale);
    }
}
