package org.aestat.stat;

import java.util.List;

/**
 * A one-sided test for a raised rate that may be repeated whenever data have been added. Its error holds for a look
 * after every single session; fewer looks, such as one a day, only make it smaller.
 */
public sealed interface SequentialTest permits PoissonMaxSprt, BinomialMaxSprt, BernoulliCusum {

    /** The value of the statistic from which on a look is a signal. */
    double criticalValue();

    /**
     * What the looks come to.
     *
     * @param looks cumulative counts in the order of time, each at least as large as the one before
     * @throws IllegalArgumentException if they are not cumulative
     */
    SequentialOutcome outcome(List<SequentialLook> looks);
}
