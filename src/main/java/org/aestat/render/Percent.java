package org.aestat.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Fractions as percentages, rounded half up: one decimal, but two significant digits below 1 % and, of what is missing
 * to 100 %, below 0.1 %. "0" and "100" are only printed where exact.
 */
final class Percent {

    /** What is smaller is only said to be so. */
    private static final BigDecimal SMALLEST = new BigDecimal("0.00001");

    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final int MOST_DIGITS = 12;

    private Percent() {}

    /** A fraction with its sign, "7.9 %". */
    static String of(double fraction) {
        return number(fraction) + " %";
    }

    /** A fraction under a heading that has the sign, "7.9". */
    static String number(double fraction) {
        BigDecimal percent = ShortestDecimal.of(fraction).multiply(HUNDRED);
        BigDecimal missing = HUNDRED.subtract(percent);
        if (percent.signum() == 0) {
            return "0";
        }
        if (missing.signum() == 0) {
            return "100";
        }
        if (percent.compareTo(SMALLEST) < 0) {
            return "<" + SMALLEST.toPlainString();
        }
        if (missing.compareTo(SMALLEST) < 0) {
            return ">" + HUNDRED.subtract(SMALLEST).toPlainString();
        }
        if (percent.compareTo(BigDecimal.ONE) < 0) {
            return percent.round(TWO_DIGITS).toPlainString();
        }
        if (missing.compareTo(TENTH) < 0) {
            return HUNDRED.subtract(missing.round(TWO_DIGITS)).toPlainString();
        }
        return percent.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** A difference of fractions, "1.25 percentage points". */
    static String points(double difference) {
        BigDecimal points = ShortestDecimal.of(difference).movePointRight(2);
        return Quantity.plain(points.doubleValue()) + " percentage points";
    }

    /** Two limits under a heading that has the sign, "6.2 to 10.1". */
    static String range(double lower, double upper) {
        return number(lower) + " to " + number(upper);
    }

    /** The limits of a rate; where nothing, or nothing but events, was seen, only the limit that says something. */
    static String limits(double lower, double upper) {
        if (lower <= 0 && upper < 1) {
            return "up to " + number(upper);
        }
        return lower > 0 && upper >= 1 ? "from " + number(lower) : range(lower, upper);
    }

    /** A chosen figure such as a level or a limit, with all its digits, "0.1 %". */
    static String exact(double fraction) {
        return ShortestDecimal.of(fraction)
                        .multiply(HUNDRED)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    /** A bound with enough digits to be seen on its side of a limit, "0.09998 %". */
    static String apart(double bound, double limit) {
        BigDecimal exact = ShortestDecimal.of(bound).multiply(HUNDRED);
        BigDecimal border = ShortestDecimal.of(limit).multiply(HUNDRED);
        int side = exact.compareTo(border);
        String shown = number(bound);
        for (int digits = 3; digits <= MOST_DIGITS && !isOnSide(shown, border, side); digits++) {
            shown = exact.round(new MathContext(digits, RoundingMode.HALF_UP)).toPlainString();
        }
        return shown + " %";
    }

    private static boolean isOnSide(String shown, BigDecimal border, int side) {
        return shown.startsWith("<") || shown.startsWith(">") || new BigDecimal(shown).compareTo(border) == side;
    }
}
