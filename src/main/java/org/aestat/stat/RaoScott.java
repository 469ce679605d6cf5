package org.aestat.stat;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.statistics.distribution.FDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The Rao-Scott test of second order whether the proportions of two or more strata differ, for clustered trials.
 *
 * <pre>
 * F = X&sup2;/tr &Delta;,  d = (tr &Delta;)&sup2;/tr &Delta;&sup2;,  P from the F distribution with d and d (m - 1) degrees of freedom
 * &Delta; = (C' D&#8315;&sup1; C/N)&#8315;&sup1; C' D&#8315;&sup1; V D&#8315;&sup1; C
 * </pre>
 *
 * <p>X&sup2; is Pearson's statistic of the table of strata by event; D the diagonal of its cell proportions, V their
 * clustered covariance matrix, C a basis of the interaction. &Delta; holds the design effects of what is tested, and
 * corrects X&sup2; for their mean and their spread. Strata without trials are left out.
 *
 * <p>Special results: null with fewer than two clusters or strata, at no or all events, and where the clusters show no
 * variation. Same figure: R's {@code survey::svychisq}, statistic F. Accuracy: relative 1e-8.
 *
 * <p>Source: Rao and Scott 1984, Ann Stat 12:46-60, doi:10.1214/aos/1176346391.
 */
public final class RaoScott {

    /** The test's name in results. */
    public static final String LABEL = "rao-scott";

    private static final double LEAST_TRACE = 1e-10;

    /**
     * The result.
     *
     * @param statistic F, 0 or more
     * @param numeratorDegrees its first degrees of freedom, not always whole
     * @param denominatorDegrees its second
     * @param pValue the probability of a statistic at least as large if the strata do not differ
     */
    public record Result(double statistic, double numeratorDegrees, double denominatorDegrees, double pValue) {}

    private final StratifiedSums sums;
    private final int[] strata;
    private final double trials;
    private final double events;

    private RaoScott(StratifiedSums sums, int[] strata) {
        this.sums = sums;
        this.strata = strata;
        double n = 0;
        double y = 0;
        for (int k : strata) {
            n += sums.trials(k);
            y += sums.events(k);
        }
        trials = n;
        events = y;
    }

    /** The test of all strata that have trials. */
    public static @Nullable Result test(StratifiedSums sums) {
        int[] strata = IntStream.range(0, sums.strata())
                .filter(k -> sums.trials(k) > 0)
                .toArray();
        RaoScott test = new RaoScott(sums, strata);
        if (sums.clusters() < 2 || strata.length < 2 || test.events == 0 || test.events == test.trials) {
            return null;
        }
        return test.result();
    }

    private @Nullable Result result() {
        int k = strata.length;
        RealMatrix basis = basis();
        double[] inverse = new double[2 * k];
        for (int c = 0; c < 2 * k; c++) {
            inverse[c] = count(c) == 0 ? 0 : trials / count(c);
        }
        RealMatrix scaled = basis.copy();
        for (int c = 0; c < 2 * k; c++) {
            scaled.setRowVector(c, basis.getRowVector(c).mapMultiply(inverse[c]));
        }
        RealMatrix expected = basis.transpose().multiply(scaled).scalarMultiply(1 / trials);
        RealMatrix found = scaled.transpose().multiply(covariance()).multiply(scaled);
        RealMatrix effects = new LUDecomposition(expected).getSolver().solve(found);
        double trace = effects.getTrace();
        if (!(trace > LEAST_TRACE)) {
            return null;
        }
        double degrees = trace * trace / effects.multiply(effects).getTrace();
        double denominator = degrees * (sums.clusters() - 1);
        double f = pearson() / trace;
        return new Result(
                f, degrees, denominator, FDistribution.of(degrees, denominator).survivalProbability(f));
    }

    /** Contrasts of each stratum with the last one, of event against none. */
    private RealMatrix basis() {
        int k = strata.length;
        RealMatrix basis = new Array2DRowRealMatrix(2 * k, k - 1);
        for (int c = 0; c < k - 1; c++) {
            basis.setEntry(c, c, 1);
            basis.setEntry(k + c, c, -1);
            basis.setEntry(k - 1, c, -1);
            basis.setEntry(2 * k - 1, c, 1);
        }
        return basis;
    }

    /** The trials of a cell: those with the event first, stratum by stratum, then those without. */
    private double count(int cell) {
        int k = strata[cell % strata.length];
        return cell < strata.length ? sums.events(k) : sums.trials(k) - sums.events(k);
    }

    /** &Sigma; a_ic a_id over clusters i, a the counts of two cells. */
    private double product(int c, int d) {
        int j = strata[c % strata.length];
        int k = strata[d % strata.length];
        double eventsEvents = sums.eventsEvents(j, k);
        if (c < strata.length) {
            return d < strata.length ? eventsEvents : sums.trialsEvents(k, j) - eventsEvents;
        }
        return d < strata.length
                ? sums.trialsEvents(j, k) - eventsEvents
                : sums.trialsTrials(j, k) - sums.trialsEvents(j, k) - sums.trialsEvents(k, j) + eventsEvents;
    }

    private RealMatrix covariance() {
        int cells = 2 * strata.length;
        double[] withAll = new double[cells];
        double all = 0;
        for (int c = 0; c < cells; c++) {
            for (int d = 0; d < cells; d++) {
                withAll[c] += product(c, d);
            }
            all += withAll[c];
        }
        double factor = sums.clusters() / (sums.clusters() - 1.0) / (trials * trials);
        RealMatrix covariance = new Array2DRowRealMatrix(cells, cells);
        for (int c = 0; c < cells; c++) {
            double p = count(c) / trials;
            for (int d = 0; d < cells; d++) {
                double q = count(d) / trials;
                covariance.setEntry(c, d, factor * (product(c, d) - q * withAll[c] - p * withAll[d] + p * q * all));
            }
        }
        return covariance;
    }

    private double pearson() {
        double sum = 0;
        for (int c = 0; c < 2 * strata.length; c++) {
            double share = (c < strata.length ? events : trials - events) / trials;
            double expected = share * sums.trials(strata[c % strata.length]);
            sum += (count(c) - expected) * (count(c) - expected) / expected;
        }
        return sum;
    }
}
