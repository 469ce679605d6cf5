package org.aestat.stat;

/**
 * Clusters at two levels that cross, such as patients treated by several therapists who treat several patients.
 *
 * <pre>V = V_a + V_b - V_ab,  d = V / (p(1 - p)/n)</pre>
 *
 * <p>V_a and V_b are the variances of the proportion by either level, V_ab that by the cells in which a cluster of one
 * level meets one of the other, each with its own factor m/(m - 1). Two trials count as related if they share either
 * level; the third term takes back those that share both and were counted twice.
 *
 * <p>Ranges: as for {@link ClusterSums}. Special results: the design effect is 0 where the difference is negative, which
 * it can be by chance with few clusters; it is NaN at zero or all events and with fewer than two clusters at either
 * level. Where one level lies wholly within the other, the cells are the clusters of the inner level and the result is
 * that of the outer one.
 *
 * <p>Accuracy: three exact sums, combined to rounding. Source: Cameron, Gelbach and Miller 2011, J Bus Econ Stat
 * 29:238-249, doi:10.1198/jbes.2010.07136.
 *
 * @param first the clusters of one level
 * @param second those of the other, of the same trials
 * @param cells the clusters of both at once
 */
public record TwoWayClusters(ClusterSums first, ClusterSums second, ClusterSums cells) implements Clusters {

    /** Refuses three that do not add up to the same trials and events. */
    public TwoWayClusters {
        if (!(isOfSame(first, cells) && isOfSame(second, cells))) {
            throw new IllegalArgumentException("clusters of different trials: " + first.trials() + ", "
                    + second.trials() + " and " + cells.trials());
        }
    }

    private static boolean isOfSame(ClusterSums a, ClusterSums b) {
        return a.trials() == b.trials() && a.events() == b.events();
    }

    @Override
    public long clusters() {
        return Math.min(first.clusters(), second.clusters());
    }

    @Override
    public long trials() {
        return cells.trials();
    }

    @Override
    public long events() {
        return cells.events();
    }

    @Override
    public boolean areClustered() {
        return clusters() >= 2 && (first.areClustered() || second.areClustered());
    }

    @Override
    public double meanClusterSize() {
        return Math.max(first.meanClusterSize(), second.meanClusterSize());
    }

    @Override
    public double designEffect() {
        double difference = first.designEffect() + second.designEffect() - cells.designEffect();
        return Double.isNaN(difference) ? Double.NaN : Math.max(0, difference);
    }
}
