package org.aestat.pipeline;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many rows may be rejected before nothing is analysed.
 *
 * @param amount rows, or per cent of the rows read
 * @param percent whether the amount is per cent
 */
public record RejectionLimit(BigDecimal amount, boolean percent) {

    /** No rejected row is tolerated. */
    public static final RejectionLimit NONE = new RejectionLimit(BigDecimal.ZERO, false);

    private static final Pattern FORM = Pattern.compile("\\d{1,18}|\\d{1,3}(\\.\\d{1,6})?%");

    /**
     * A limit as written on the command line: {@code 12} or {@code 0.5%}.
     *
     * @return empty if it is none
     */
    public static Optional<RejectionLimit> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        boolean percent = text.endsWith("%");
        BigDecimal amount = new BigDecimal(percent ? text.substring(0, text.length() - 1) : text);
        return percent && amount.compareTo(BigDecimal.valueOf(100)) > 0
                ? Optional.empty()
                : Optional.of(new RejectionLimit(amount, percent));
    }

    boolean allows(long rejected, long read) {
        BigDecimal rows = BigDecimal.valueOf(rejected);
        return percent
                ? rows.movePointRight(2).compareTo(amount.multiply(BigDecimal.valueOf(read))) <= 0
                : rows.compareTo(amount) <= 0;
    }

    /** The limit as written on the command line. */
    public String label() {
        return amount.toPlainString() + (percent ? "%" : "");
    }

    /** Written out, as Java puts together that of a record at run time, and picocli asks for it at every start. */
    @Override
    public String toString() {
        return label();
    }
}
