package org.aestat.stat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The log-rank test whether survival curves of two or more groups differ.
 *
 * <p>With independent observations the statistic is (O - E)' V&#8315;&sup1; (O - E) with the hypergeometric variance
 * (R: {@code survdiff}). Where a cluster has more than one observation it is the robust score test
 * u' (&Sigma;_c u_c u_c')&#8315;&sup1; u of the Cox model at no effect, u_c the cluster's sum of score residuals
 * (R: {@code coxph(..., cluster, ties = "breslow")}, robust score). The degrees of freedom are one less than the number
 * of groups at risk when some event happened.
 *
 * <p>In a stratified test groups are compared within strata only: score and variance are sums over strata, and a cluster
 * may lie in several (R: {@code + strata()}).
 *
 * <p>Sources: Mantel 1966, Cancer Chemother Rep 50:163-170; Lin and Wei 1989, J Am Stat Assoc 84:1074-1078,
 * doi:10.1080/01621459.1989.10478874.
 */
public final class LogRank {

    /**
     * One observation.
     *
     * @param group 0 to the number of groups - 1
     * @param time 0 or more
     * @param event whether it ended in the event
     * @param stratum within which groups are compared
     */
    public record Observation(int group, int time, boolean event, int stratum) {

        /** An observation where all are compared. */
        public Observation(int group, int time, boolean event) {
            this(group, time, event, 0);
        }
    }

    /**
     * Clusters that are alike.
     *
     * @param observations those of one of them
     * @param copies how many there are
     */
    public record Cluster(List<Observation> observations, long copies) {}

    /**
     * The result of the test.
     *
     * @param clustered whether it is the robust form
     * @param chiSquare the statistic, 0 or more
     * @param degreesOfFreedom its degrees of freedom
     * @param pValue the probability of a statistic at least as large if the groups do not differ
     */
    public record Result(boolean clustered, double chiSquare, int degreesOfFreedom, double pValue) {}

    private final List<Cluster> clusters;
    private final int groups;
    private final SortedMap<Integer, Table> tables = new TreeMap<>();

    /** The counts of one stratum at its times, and the sums of its hazard. */
    private static final class Table {

        private final int[] times;
        private final long[] events;
        private final long[][] eventsOf;
        private final long[] atRisk;
        private final long[][] atRiskOf;

        private Table(Set<Integer> observed, int groups) {
            times = observed.stream().mapToInt(Integer::intValue).toArray();
            events = new long[times.length];
            eventsOf = new long[groups][times.length];
            atRisk = new long[times.length];
            atRiskOf = new long[groups][times.length];
        }

        private void count(Observation o, long copies) {
            int t = Arrays.binarySearch(times, o.time());
            atRiskOf[o.group()][t] += copies;
            eventsOf[o.group()][t] += o.event() ? copies : 0;
        }

        private void accumulate() {
            for (int g = 0; g < atRiskOf.length; g++) {
                long later = 0;
                for (int t = times.length - 1; t >= 0; t--) {
                    later += atRiskOf[g][t];
                    atRiskOf[g][t] = later;
                    atRisk[t] += later;
                    events[t] += eventsOf[g][t];
                }
            }
        }

        private boolean isExpected(int group) {
            for (int t = 0; t < times.length; t++) {
                if (events[t] > 0 && atRiskOf[group][t] > 0) {
                    return true;
                }
            }
            return false;
        }

        /** Observed less expected events of a group. */
        private double score(int group) {
            double score = 0;
            for (int t = 0; t < times.length; t++) {
                score += eventsOf[group][t] - (double) events[t] * atRiskOf[group][t] / atRisk[t];
            }
            return score;
        }

        private void addHypergeometric(double[][] variance, int[] tested) {
            for (int t = 0; t < times.length; t++) {
                double n = atRisk[t];
                if (n < 2 || events[t] == 0) {
                    continue;
                }
                double scale = events[t] * (n - events[t]) / (n - 1);
                for (int i = 0; i < variance.length; i++) {
                    double share = atRiskOf[tested[i]][t] / n;
                    for (int j = 0; j < variance.length; j++) {
                        variance[i][j] += scale * share * ((i == j ? 1 : 0) - atRiskOf[tested[j]][t] / n);
                    }
                }
            }
        }
    }

    /** The hazard of one stratum and the mean of each tested group over it, for score residuals. */
    private static final class Residuals {

        private final Table table;
        private final double[] hazard;
        private final double[][] mean;
        private final double[][] meanHazard;

        private Residuals(Table table, int[] tested, int size) {
            this.table = table;
            int k = size;
            hazard = new double[table.times.length];
            mean = new double[k][table.times.length];
            meanHazard = new double[k][table.times.length];
            double sum = 0;
            double[] sums = new double[k];
            for (int t = 0; t < table.times.length; t++) {
                double step = (double) table.events[t] / table.atRisk[t];
                sum += step;
                hazard[t] = sum;
                for (int i = 0; i < k; i++) {
                    mean[i][t] = (double) table.atRiskOf[tested[i]][t] / table.atRisk[t];
                    sums[i] += step * mean[i][t];
                    meanHazard[i][t] = sums[i];
                }
            }
        }

        private void add(Observation o, int[] tested, double[] u) {
            int t = Arrays.binarySearch(table.times, o.time());
            for (int i = 0; i < u.length; i++) {
                double own = o.group() == tested[i] ? 1 : 0;
                u[i] += (o.event() ? own - mean[i][t] : 0) - own * hazard[t] + meanHazard[i][t];
            }
        }
    }

    private LogRank(List<Cluster> clusters, int groups) {
        this.clusters = clusters;
        this.groups = groups;
        Map<Integer, Set<Integer>> times = new TreeMap<>();
        clusters.forEach(cluster -> cluster.observations()
                .forEach(o -> times.computeIfAbsent(o.stratum(), key -> new TreeSet<>())
                        .add(o.time())));
        times.forEach((stratum, observed) -> tables.put(stratum, new Table(observed, groups)));
        for (Cluster cluster : clusters) {
            for (Observation o : cluster.observations()) {
                table(o).count(o, cluster.copies());
            }
        }
        tables.values().forEach(Table::accumulate);
    }

    private Table table(Observation o) {
        return Objects.requireNonNull(tables.get(o.stratum()));
    }

    /**
     * The test.
     *
     * @param clusters in an order that depends on the data alone
     * @param groups the number of groups, at least 2
     * @return null where no event was possible in two groups at once, or the variance does not allow a test
     */
    public static @Nullable Result test(List<Cluster> clusters, int groups) {
        if (groups < 2) {
            throw new IllegalArgumentException("number of groups is below 2: " + groups);
        }
        LogRank test = new LogRank(clusters, groups);
        boolean clustered =
                clusters.stream().anyMatch(cluster -> cluster.observations().size() > 1);
        int[] tested = test.groupsAtRisk();
        if (tested.length < 2) {
            return null;
        }
        double[] score = test.score(tested);
        double[][] variance = clustered ? test.robustVariance(tested) : test.hypergeometricVariance(tested);
        Double chiSquare = quadraticForm(score, variance);
        if (chiSquare == null) {
            return null;
        }
        int df = tested.length - 1;
        double p = ChiSquaredDistribution.of(df).survivalProbability(chiSquare);
        return new Result(clustered, chiSquare, df, p);
    }

    private int[] groupsAtRisk() {
        return IntStream.range(0, groups)
                .filter(group -> tables.values().stream().anyMatch(table -> table.isExpected(group)))
                .toArray();
    }

    /** Observed less expected events of all tested groups but the last, which follows from them. */
    private double[] score(int[] tested) {
        double[] score = new double[tested.length - 1];
        for (Table table : tables.values()) {
            for (int i = 0; i < score.length; i++) {
                score[i] += table.score(tested[i]);
            }
        }
        return score;
    }

    private double[][] hypergeometricVariance(int[] tested) {
        int k = tested.length - 1;
        double[][] variance = new double[k][k];
        tables.values().forEach(table -> table.addHypergeometric(variance, tested));
        return variance;
    }

    private double[][] robustVariance(int[] tested) {
        int k = tested.length - 1;
        Map<Integer, Residuals> residuals = new HashMap<>();
        tables.forEach((stratum, table) -> residuals.put(stratum, new Residuals(table, tested, k)));
        double[][] variance = new double[k][k];
        double[] u = new double[k];
        for (Cluster cluster : clusters) {
            Arrays.fill(u, 0);
            for (Observation o : cluster.observations()) {
                Objects.requireNonNull(residuals.get(o.stratum())).add(o, tested, u);
            }
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    variance[i][j] += cluster.copies() * u[i] * u[j];
                }
            }
        }
        return variance;
    }

    private static @Nullable Double quadraticForm(double[] score, double[][] variance) {
        RealMatrix matrix = new Array2DRowRealMatrix(variance, false);
        try {
            double[] solved = new CholeskyDecomposition(matrix, 1e-9, 1e-12)
                    .getSolver()
                    .solve(new Array2DRowRealMatrix(score))
                    .getColumn(0);
            double sum = 0;
            for (int i = 0; i < score.length; i++) {
                sum += score[i] * solved[i];
            }
            return Math.max(0, sum);
        } catch (NonPositiveDefiniteMatrixException singular) {
            return null;
        }
    }
}
