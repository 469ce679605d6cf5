package org.aestat.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Counts, times and other numbers as a reader wants them, rounded half up. */
final class Quantity {

    private static final int GROUP = 3;
    private static final int TEN = 10;
    private static final BigDecimal SMALLEST_P = new BigDecimal("0.0001");
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    private Quantity() {}

    /** A count, "1,190". */
    static String count(long count) {
        StringBuilder digits = new StringBuilder(Long.toString(count));
        for (int i = digits.length() - GROUP; i > 0; i -= GROUP) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }

    /** A count of things, "1 session", "1,190 sessions". */
    static String of(long count, String thing) {
        return count(count) + " " + plural(count, thing);
    }

    /** The word for one thing or for several. */
    static String plural(long count, String thing) {
        return count == 1 || thing.endsWith("s") ? thing : thing + "s";
    }

    /** An estimated count: up to 100 as it is, else rounded up to two significant digits, "about 2,400". */
    static String about(long count) {
        if (count < TEN * TEN) {
            return count(count);
        }
        BigDecimal rounded = BigDecimal.valueOf(count).round(new MathContext(2, RoundingMode.UP));
        return "about " + count(rounded.longValueExact());
    }

    /** A number with a fixed count of decimals. */
    static String decimal(double value, int decimals) {
        return ShortestDecimal.of(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** A number with no more decimals than it needs and at most two: hours, sessions, days. */
    static String plain(double value) {
        BigDecimal rounded = ShortestDecimal.of(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A factor that must not be overstated, rounded down. */
    static String atMost(double factor) {
        return ShortestDecimal.of(factor).setScale(2, RoundingMode.DOWN).toPlainString();
    }

    /** A rate that may be far below 1: one decimal, but two significant digits below 1. */
    static String rate(double value) {
        BigDecimal exact = ShortestDecimal.of(value);
        if (exact.signum() == 0) {
            return "0";
        }
        return exact.compareTo(BigDecimal.ONE) < 0
                ? exact.round(TWO_DIGITS).toPlainString()
                : exact.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** A p-value with its sign, "p = 0.040", in one piece. */
    static String pValue(double p) {
        BigDecimal exact = ShortestDecimal.of(p);
        return exact.compareTo(SMALLEST_P) < 0
                ? "p\u00A0<\u00A0" + SMALLEST_P.toPlainString()
                : "p\u00A0=\u00A0" + exact.round(TWO_DIGITS).toPlainString();
    }
}
