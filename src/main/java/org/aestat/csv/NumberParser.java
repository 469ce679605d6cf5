package org.aestat.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.aestat.session.Session;

/** Reads plain decimals: digits with at most one decimal mark, no sign, no exponent, no thousands mark. */
final class NumberParser implements CellParser {

    private static final int OVERFLOW = 1_000_000_000;
    private static final int SCORE_DECIMALS = 8;
    private static final int LONG_DECIMALS = 17;
    private static final int MINUTES_PER_HOUR = 60;

    private final ValueKind kind;
    private final char mark;

    /**
     * A parser of one kind of number.
     *
     * @param kind which
     * @param mark the decimal mark
     */
    NumberParser(ValueKind kind, char mark) {
        this.kind = kind;
        this.mark = mark;
    }

    @Override
    public int parse(Cell cell) {
        int length = cell.length();
        int end = digits(cell, 0);
        int decimals = end;
        if (end < length) {
            decimals = end + 1;
            if (cell.charAt(end) != mark || decimals == length || digits(cell, decimals) < length) {
                return REJECTED;
            }
        }
        int whole = whole(cell, end);
        return switch (kind) {
            case SESSION_NUMBER -> decimals == end ? within(whole, 1, 1_000_000) : REJECTED;
            case NEEDLES -> decimals == end ? within(whole, 0, 100_000) : REJECTED;
            case SCORE -> score(whole, cell, decimals);
            case AGE -> isWithin(130, whole, cell, decimals) ? whole : REJECTED;
            default -> isWithin(100_000, whole, cell, decimals) ? minutes(whole, cell, decimals) : REJECTED;
        };
    }

    private static int digits(Cell cell, int from) {
        int to = from;
        while (to < cell.length() && cell.charAt(to) >= '0' && cell.charAt(to) <= '9') {
            to++;
        }
        return to;
    }

    private static int whole(Cell cell, int end) {
        long value = 0;
        for (int i = 0; i < end; i++) {
            value = Math.min(OVERFLOW, value * 10 + cell.charAt(i) - '0');
        }
        return (int) value;
    }

    private static int within(int value, int lowest, int highest) {
        return value >= lowest && value <= highest ? value : REJECTED;
    }

    private static boolean isWithin(int highest, int whole, Cell cell, int decimals) {
        return whole < highest || (whole == highest && isZero(cell, decimals));
    }

    private static boolean isZero(Cell cell, int decimals) {
        for (int i = decimals; i < cell.length(); i++) {
            if (cell.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static int score(int whole, Cell cell, int decimals) {
        if (cell.length() - decimals > SCORE_DECIMALS || !isWithin(10, whole, cell, decimals)) {
            return REJECTED;
        }
        int units = 0;
        for (int i = 0; i < SCORE_DECIMALS; i++) {
            int at = decimals + i;
            units = units * 10 + (at < cell.length() ? cell.charAt(at) - '0' : 0);
        }
        return whole * Session.SCORE_UNITS + units;
    }

    private static int minutes(int whole, Cell cell, int decimals) {
        int minutes = whole * MINUTES_PER_HOUR + minutesOfDecimals(cell, decimals);
        return minutes == 0 && !isZero(cell, decimals) ? REJECTED : minutes;
    }

    private static int minutesOfDecimals(Cell cell, int decimals) {
        int length = cell.length();
        if (decimals >= length) {
            return 0;
        }
        if (length - decimals > LONG_DECIMALS) {
            return new BigDecimal("." + cell.subSequence(decimals, length))
                    .multiply(BigDecimal.valueOf(MINUTES_PER_HOUR))
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact();
        }
        long fraction = 0;
        long one = 1;
        for (int i = decimals; i < length; i++) {
            fraction = fraction * 10 + cell.charAt(i) - '0';
            one *= 10;
        }
        long scaled = fraction * MINUTES_PER_HOUR;
        return (int) (scaled / one + (scaled % one >= one - scaled % one ? 1 : 0));
    }
}
