package org.aestat.stat;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's adjustment of the probabilities of several tests, so that with the level &alpha; the chance of any wrong
 * rejection is at most &alpha;, whatever the tests have in common.
 *
 * <pre>adjusted p_(i) = min(1, max over j &le; i of (k - j + 1) p_(j)), p sorted from the smallest</pre>
 *
 * <p>Range: from 0 to 1; never below the argument. Special result: a single test stays as it is. Source: Holm 1979, Scand
 * J Stat 6:65-70.
 */
public final class Holm {

    private Holm() {}

    /**
     * The adjusted probabilities, in the order of the arguments.
     *
     * @param pValues from 0 to 1
     */
    public static double[] adjusted(double[] pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("probability is not from 0 to 1: " + p);
            }
        }
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        double most = 0;
        for (int i = 0; i < order.length; i++) {
            most = Math.max(most, (order.length - i) * pValues[order[i]]);
            adjusted[order[i]] = Math.min(1, most);
        }
        return adjusted;
    }
}
