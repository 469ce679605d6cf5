package org.aestat.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
     * The result of the test.
     *
     * @param clustered whether it is the robust form
     * @param chiSquare the statistic, 0 or more
     * @param degreesOfFreedom its degrees of freedom
     * @param pValue the probability of a statistic at least as large if the groups do not differ
     */
    public record Result(boolean clustered, double chiSquare, int degreesOfFreedom, double pValue) {}

    private final GroupedTimes data;
    private final int groups;
    /** The table of each distinct stratum and time, and the place of the time in it. */
    private final int[] tableAt;

    private final int[] timeAt;
    /** The place of each observation in the arrays above. */
    private final int[] moments;

    private final List<Table> tables = new ArrayList<>();

    /** The counts of one stratum at its times, and the sums of its hazard. */
    private static final class Table {

        private final int size;
        private final long[] events;
        private final long[][] eventsOf;
        private final long[] atRisk;
        private final long[][] atRiskOf;

        private Table(int size, int groups) {
            this.size = size;
            events = new long[size];
            eventsOf = new long[groups][size];
            atRisk = new long[size];
            atRiskOf = new long[groups][size];
        }

        private void count(int group, int t, boolean event, long copies) {
            atRiskOf[group][t] += copies;
            eventsOf[group][t] += event ? copies : 0;
        }

        private void accumulate() {
            for (int g = 0; g < atRiskOf.length; g++) {
                long later = 0;
                for (int t = size - 1; t >= 0; t--) {
                    later += atRiskOf[g][t];
                    atRiskOf[g][t] = later;
                    atRisk[t] += later;
                    events[t] += eventsOf[g][t];
                }
            }
        }

        private boolean isExpected(int group) {
            for (int t = 0; t < size; t++) {
                if (events[t] > 0 && atRiskOf[group][t] > 0) {
                    return true;
                }
            }
            return false;
        }

        /** Observed less expected events of a group. */
        private double score(int group) {
            double score = 0;
            for (int t = 0; t < size; t++) {
                score += eventsOf[group][t] - (double) events[t] * atRiskOf[group][t] / atRisk[t];
            }
            return score;
        }

        private void addHypergeometric(double[][] variance, int[] tested) {
            for (int t = 0; t < size; t++) {
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

        private final double[] hazard;
        private final double[][] mean;
        private final double[][] meanHazard;

        private Residuals(Table table, int[] tested, int size) {
            int k = size;
            hazard = new double[table.size];
            mean = new double[k][table.size];
            meanHazard = new double[k][table.size];
            double sum = 0;
            double[] sums = new double[k];
            for (int t = 0; t < table.size; t++) {
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

        private void add(int group, int t, boolean event, int[] tested, double[] u) {
            for (int i = 0; i < u.length; i++) {
                double own = group == tested[i] ? 1 : 0;
                u[i] += (event ? own - mean[i][t] : 0) - own * hazard[t] + meanHazard[i][t];
            }
        }
    }

    private LogRank(GroupedTimes data, int groups) {
        this.data = data;
        this.groups = groups;
        long[] distinct = data.distinctMoments();
        tableAt = new int[distinct.length];
        timeAt = new int[distinct.length];
        int from = 0;
        for (int i = 1; i <= distinct.length; i++) {
            tableAt[i - 1] = tables.size();
            timeAt[i - 1] = i - 1 - from;
            if (i == distinct.length || distinct[i] >>> Integer.SIZE != distinct[from] >>> Integer.SIZE) {
                tables.add(new Table(i - from, groups));
                from = i;
            }
        }
        moments = new int[data.clusters() == 0 ? 0 : data.end(data.clusters() - 1)];
        for (int cluster = 0; cluster < data.clusters(); cluster++) {
            for (int o = data.start(cluster); o < data.end(cluster); o++) {
                moments[o] = Arrays.binarySearch(distinct, data.moment(o));
                tables.get(tableAt[moments[o]])
                        .count(data.group(o), timeAt[moments[o]], data.isEvent(o), data.copies(cluster));
            }
        }
        tables.forEach(Table::accumulate);
    }

    /**
     * The test.
     *
     * @param data the clusters in an order that depends on the data alone
     * @param groups the number of groups, at least 2
     * @return null where no event was possible in two groups at once, or the variance does not allow a test
     */
    public static @Nullable Result test(GroupedTimes data, int groups) {
        if (groups < 2) {
            throw new IllegalArgumentException("number of groups is below 2: " + groups);
        }
        LogRank test = new LogRank(data, groups);
        boolean clustered = data.areClustered();
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
                .filter(group -> tables.stream().anyMatch(table -> table.isExpected(group)))
                .toArray();
    }

    /** Observed less expected events of all tested groups but the last, which follows from them. */
    private double[] score(int[] tested) {
        double[] score = new double[tested.length - 1];
        for (Table table : tables) {
            for (int i = 0; i < score.length; i++) {
                score[i] += table.score(tested[i]);
            }
        }
        return score;
    }

    private double[][] hypergeometricVariance(int[] tested) {
        int k = tested.length - 1;
        double[][] variance = new double[k][k];
        tables.forEach(table -> table.addHypergeometric(variance, tested));
        return variance;
    }

    private double[][] robustVariance(int[] tested) {
        int k = tested.length - 1;
        List<Residuals> residuals =
                tables.stream().map(table -> new Residuals(table, tested, k)).toList();
        double[][] variance = new double[k][k];
        double[] u = new double[k];
        for (int cluster = 0; cluster < data.clusters(); cluster++) {
            Arrays.fill(u, 0);
            for (int o = data.start(cluster); o < data.end(cluster); o++) {
                residuals.get(tableAt[moments[o]]).add(data.group(o), timeAt[moments[o]], data.isEvent(o), tested, u);
            }
            long copies = data.copies(cluster);
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    variance[i][j] += copies * u[i] * u[j];
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
