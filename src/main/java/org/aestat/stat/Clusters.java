package org.aestat.stat;

/** What the clustered intervals of a proportion need to know of the clusters. */
public sealed interface Clusters permits ClusterSums, TwoWayClusters {

    /** Clusters with at least one trial; of two crossed levels the smaller number. */
    long clusters();

    /** All trials. */
    long trials();

    /** All trials with the event. */
    long events();

    /** Whether there are two clusters and one of them has two trials, so that clustering can matter at all. */
    boolean areClustered();

    /** The mean number of trials in a trial's cluster; of two crossed levels the larger mean; NaN without trials. */
    double meanClusterSize();

    /**
     * The design effect of the proportion as a ratio estimator, estimated from the data: at least 0; NaN at zero or all
     * events and with fewer than two clusters.
     */
    double designEffect();
}
