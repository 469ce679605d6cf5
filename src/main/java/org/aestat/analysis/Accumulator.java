package org.aestat.analysis;

import java.io.Serializable;

/**
 * Absorbs items in any order and split. The state is exact, integer counts and sums, so that any order, split and
 * number of threads gives the same result to the bit.
 *
 * @param <T> the items
 * @param <R> the result
 * @param <A> the accumulator itself
 */
public interface Accumulator<T, R, A extends Accumulator<T, R, A>> extends Serializable {

    /** An empty accumulator that is set up like this one. */
    A fresh();

    /** Absorbs one item. */
    void accept(T item);

    /**
     * Absorbs all that another accumulator has absorbed.
     *
     * @return this accumulator
     * @throws IllegalArgumentException if the other was set up differently
     */
    A combine(A other);

    /** The result so far; asking changes nothing. */
    R result();
}
