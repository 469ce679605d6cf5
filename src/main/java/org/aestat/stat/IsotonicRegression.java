package org.aestat.stat;

import java.util.Arrays;

/** Weighted least squares under a rising order, by pooling adjacent violators. */
final class IsotonicRegression {

    private IsotonicRegression() {}

    /**
     * The rising sequence nearest to the values.
     *
     * @param values the values
     * @param weights a positive weight each
     */
    static double[] fit(double[] values, double[] weights) {
        int n = values.length;
        double[] means = new double[n];
        double[] sums = new double[n];
        int[] ends = new int[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            means[blocks] = values[i];
            sums[blocks] = weights[i];
            ends[blocks++] = i + 1;
            while (blocks > 1 && means[blocks - 2] >= means[blocks - 1]) {
                double weight = sums[blocks - 2] + sums[blocks - 1];
                means[blocks - 2] =
                        (means[blocks - 2] * sums[blocks - 2] + means[blocks - 1] * sums[blocks - 1]) / weight;
                sums[blocks - 2] = weight;
                ends[blocks - 2] = ends[blocks - 1];
                blocks--;
            }
        }
        double[] fitted = new double[n];
        int start = 0;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(fitted, start, ends[block], means[block]);
            start = ends[block];
        }
        return fitted;
    }
}
