package org.aestat.stat;

import java.io.Serializable;
import java.math.BigInteger;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The mean of whole numbers that come in clusters, with a standard error that allows for it.
 *
 * <pre>x = &Sigma; x_ij/n,  se&sup2; = m/(m - 1) &Sigma;_i (&Sigma;_j (x_ij - x)/n)&sup2;,  x &plusmn; t(1 - &alpha;/2; m - 1) se</pre>
 *
 * <p>The unit is that of the numbers. The state is exact sums over the m clusters i, so that any order and split give the
 * same bits. Special results: NaN without numbers, no error with fewer than two clusters, no limits where the error is 0.
 * Accuracy: relative 1e-14.
 *
 * <p>Source: the ratio estimator's linearised variance, Binder 1983, Int Stat Rev 51:279-292, doi:10.2307/1402588.
 */
public final class ClusteredMean implements Serializable {

    private static final long serialVersionUID = 1;

    private long clusters;
    private long numbers;
    private final ExactSum sum = new ExactSum();
    private final ExactSum sumSquared = new ExactSum();
    private final ExactSum sumTimesNumbers = new ExactSum();
    private long numbersSquared;
    private long sumOfCluster;
    private long numbersOfCluster;

    /** Adds a number to the present cluster. */
    public void observe(long number) {
        sumOfCluster += number;
        numbersOfCluster++;
    }

    /** Ends the present cluster; one without numbers is not counted. */
    public void endCluster() {
        if (numbersOfCluster > 0) {
            clusters++;
            numbers += numbersOfCluster;
            sum.addProduct(sumOfCluster, 1);
            sumSquared.addProduct(sumOfCluster, sumOfCluster);
            sumTimesNumbers.addProduct(sumOfCluster, numbersOfCluster);
            numbersSquared += numbersOfCluster * numbersOfCluster;
        }
        sumOfCluster = 0;
        numbersOfCluster = 0;
    }

    /** Adds all ended clusters of another one. */
    public void add(ClusteredMean other) {
        clusters += other.clusters;
        numbers += other.numbers;
        sum.add(other.sum);
        sumSquared.add(other.sumSquared);
        sumTimesNumbers.add(other.sumTimesNumbers);
        numbersSquared += other.numbersSquared;
    }

    /** How many clusters have numbers. */
    public long clusters() {
        return clusters;
    }

    /** The mean; NaN without numbers. */
    public double mean() {
        return sum.value().doubleValue() / numbers;
    }

    /** The standard error of the mean; NaN with fewer than two clusters. */
    public double standardError() {
        if (clusters < 2) {
            return Double.NaN;
        }
        BigInteger n = BigInteger.valueOf(numbers);
        BigInteger all = sum.value();
        BigInteger squares = sumSquared
                .value()
                .multiply(n)
                .multiply(n)
                .subtract(sumTimesNumbers.value().multiply(all).multiply(n).shiftLeft(1))
                .add(BigInteger.valueOf(numbersSquared).multiply(all).multiply(all));
        double root = Math.sqrt(squares.doubleValue()) / ((double) numbers * numbers);
        return root * Math.sqrt(clusters / (clusters - 1.0));
    }

    /**
     * The limits of the mean, or null where there are none.
     *
     * @param level the two-sided confidence level, from 0 to below 1
     */
    public @Nullable Limits limits(double level) {
        double tail = (1 - Arguments.level(level)) / 2;
        double error = standardError();
        if (!(error > 0)) {
            return null;
        }
        double t = tail == 0.5 ? 0 : TDistribution.of(clusters - 1.0).inverseSurvivalProbability(tail);
        return new Limits(mean() - t * error, mean() + t * error);
    }
}
