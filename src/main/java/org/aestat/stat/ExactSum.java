package org.aestat.stat;

import java.io.Serializable;
import java.math.BigInteger;

/** A sum of products of two whole numbers in 128 bits, exact while it is between -2^127 and 2^127. */
final class ExactSum implements Serializable {

    private static final long serialVersionUID = 1;

    private long high;
    private long low;

    /** Adds the product of two numbers. */
    void addProduct(long a, long b) {
        add(Math.multiplyHigh(a, b), a * b);
    }

    /** Adds another sum. */
    void add(ExactSum other) {
        add(other.high, other.low);
    }

    private void add(long moreHigh, long moreLow) {
        low += moreLow;
        high += moreHigh + (Long.compareUnsigned(low, moreLow) < 0 ? 1 : 0);
    }

    BigInteger value() {
        BigInteger bits = BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1));
        return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(bits);
    }
}
