package org.aestat.stat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
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
 * <p>Sources: Mantel 1966, Cancer Chemother Rep 50:163-170; Lin and Wei 1989, J Am Stat Assoc 84:1074-1078,
 * doi:10.1080/01621459.1989.10478874.
 */
public final class LogRank {

    /** The name of the test of independent observations. */
    public static final String INDEPENDENT = "log-rank";

    /** The name of the test of clustered observations. */
    public static final String CLUSTERED = "log-rank, clustered by patient";

    /**
     * One observation.
     *
     * @param group 0 to the number of groups - 1
     * @param time 0 or more
     * @param event whether it ended in the event
     */
    public record Observation(int group, int time, boolean event) {}

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
     * @param name which form of the test
     * @param chiSquare the statistic, 0 or more
     * @param degreesOfFreedom its degrees of freedom
     * @param pValue the probability of a statistic at least as large if the groups do not differ
     */
    public record Result(String name, double chiSquare, int degreesOfFreedom, double pValue) {}

    private final List<Cluster> clusters;
    private final int groups;
    private final int[] times;
    private final long[] events;
    private final long[][] eventsOf;
    private final long[] atRisk;
    private final long[][] atRiskOf;

    private LogRank(List<Cluster> clusters, int groups) {
        this.clusters = clusters;
        this.groups = groups;
        TreeMap<Integer, Integer> index = new TreeMap<>();
        clusters.forEach(cluster -> cluster.observations().forEach(o -> index.put(o.time(), 0)));
        times = index.keySet().stream().mapToInt(Integer::intValue).toArray();
        events = new long[times.length];
        eventsOf = new long[groups][times.length];
        atRisk = new long[times.length];
        atRiskOf = new long[groups][times.length];
        for (Cluster cluster : clusters) {
            for (Observation o : cluster.observations()) {
                int t = Arrays.binarySearch(times, o.time());
                atRiskOf[o.group()][t] += cluster.copies();
                eventsOf[o.group()][t] += o.event() ? cluster.copies() : 0;
            }
        }
        for (int g = 0; g < groups; g++) {
            long later = 0;
            for (int t = times.length - 1; t >= 0; t--) {
                later += atRiskOf[g][t];
                atRiskOf[g][t] = later;
                atRisk[t] += later;
                events[t] += eventsOf[g][t];
            }
        }
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
        return new Result(clustered ? CLUSTERED : INDEPENDENT, chiSquare, df, p);
    }

    private int[] groupsAtRisk() {
        int[] kept = new int[groups];
        int size = 0;
        for (int g = 0; g < groups; g++) {
            boolean expected = false;
            for (int t = 0; t < times.length; t++) {
                expected |= events[t] > 0 && atRiskOf[g][t] > 0;
            }
            if (expected) {
                kept[size++] = g;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /** Observed less expected events of all tested groups but the last, which follows from them. */
    private double[] score(int[] tested) {
        double[] score = new double[tested.length - 1];
        for (int i = 0; i < score.length; i++) {
            for (int t = 0; t < times.length; t++) {
                score[i] += eventsOf[tested[i]][t] - (double) events[t] * atRiskOf[tested[i]][t] / atRisk[t];
            }
        }
        return score;
    }

    private double[][] hypergeometricVariance(int[] tested) {
        int k = tested.length - 1;
        double[][] variance = new double[k][k];
        for (int t = 0; t < times.length; t++) {
            double n = atRisk[t];
            if (n < 2 || events[t] == 0) {
                continue;
            }
            double scale = events[t] * (n - events[t]) / (n - 1);
            for (int i = 0; i < k; i++) {
                double share = atRiskOf[tested[i]][t] / n;
                for (int j = 0; j < k; j++) {
                    variance[i][j] += scale * share * ((i == j ? 1 : 0) - atRiskOf[tested[j]][t] / n);
                }
            }
        }
        return variance;
    }

    private double[][] robustVariance(int[] tested) {
        int k = tested.length - 1;
        double[] hazard = new double[times.length];
        double[][] mean = new double[k][times.length];
        double[][] meanHazard = new double[k][times.length];
        double sum = 0;
        double[] sums = new double[k];
        for (int t = 0; t < times.length; t++) {
            double step = (double) events[t] / atRisk[t];
            sum += step;
            hazard[t] = sum;
            for (int i = 0; i < k; i++) {
                mean[i][t] = (double) atRiskOf[tested[i]][t] / atRisk[t];
                sums[i] += step * mean[i][t];
                meanHazard[i][t] = sums[i];
            }
        }
        double[][] variance = new double[k][k];
        double[] u = new double[k];
        for (Cluster cluster : clusters) {
            Arrays.fill(u, 0);
            for (Observation o : cluster.observations()) {
                int t = Arrays.binarySearch(times, o.time());
                for (int i = 0; i < k; i++) {
                    double own = o.group() == tested[i] ? 1 : 0;
                    u[i] += (o.event() ? own - mean[i][t] : 0) - own * hazard[t] + meanHazard[i][t];
                }
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
