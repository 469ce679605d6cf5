package org.aestat.render;

import java.util.Objects;
import org.aestat.result.Quantile;
import org.jspecify.annotations.Nullable;

/** Medians and quartiles in a table cell or in a sentence. */
final class QuantileText {

    /** In the place of a limit that the data do not give. */
    static final String UNKNOWN = "?";

    static final String UNKNOWN_LIMIT = UNKNOWN + " stands for a limit that the data do not give.";

    private QuantileText() {}

    /** "30 (28 to 36)", "4 to 20" where only a range is known, "-" where nothing is. */
    static String cell(Quantile quantile) {
        return estimate(quantile) + limits(quantile);
    }

    /** "by 30 h (95 % interval 28 to 36 h)", "between 4 and 20 h", "at no observed time (the reason)". */
    static String hours(Quantile quantile, String level) {
        if (quantile.reason() != null) {
            return "at no observed time (" + quantile.reason() + ")";
        }
        boolean limited = quantile.lower() != null || quantile.upper() != null;
        String interval = limited
                ? " (" + level + " interval " + plain(quantile.lower()) + " to " + plain(quantile.upper()) + " h)"
                : "";
        Double exact = quantile.value();
        if (exact == null && Objects.equals(quantile.from(), quantile.to())) {
            exact = quantile.to();
        }
        return exact == null
                ? "between " + plain(quantile.from()) + " and " + plain(quantile.to()) + " h" + interval
                : "by " + plain(exact) + " h" + interval;
    }

    /** Whether the cell needs to be told that "?" is a limit the data do not give. */
    static boolean hasUnknownLimit(Quantile quantile) {
        return (quantile.lower() == null) != (quantile.upper() == null);
    }

    private static String estimate(Quantile quantile) {
        if (quantile.value() != null) {
            return plain(quantile.value());
        }
        return quantile.reason() == null ? plain(quantile.from()) + " to " + plain(quantile.to()) : "-";
    }

    private static String limits(Quantile quantile) {
        return quantile.lower() == null && quantile.upper() == null
                ? ""
                : " (" + plain(quantile.lower()) + " to " + plain(quantile.upper()) + ")";
    }

    private static String plain(@Nullable Double value) {
        return value == null ? UNKNOWN : Quantity.plain(value);
    }
}
