package org.aestat.cli;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aestat.csv.TomlSection;
import org.aestat.result.ThresholdResult.Side;
import org.aestat.result.ThresholdResult.Unit;
import org.aestat.safety.Metric;
import org.aestat.safety.Metric.Kind;

/**
 * Reads a limit in the unit of its metric; what may be meant in another unit is refused, with what to write.
 *
 * @param section the threshold
 * @param side the key of the limit
 * @param metric what is measured
 * @param name the name of the threshold, which may say the limit in per cent
 */
record LimitParser(TomlSection section, Side side, Metric metric, String name) {

    private static final Pattern PERCENT = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*%");
    private static final Pattern PLAIN = Pattern.compile("\\d+(?:\\.\\d+)?");

    double parse() {
        boolean fraction = metric.kind().unit() == Unit.FRACTION;
        if (section.isText(key())) {
            return fraction ? ofText(section.text(key()).strip()) : refusedText();
        }
        double limit = section.number(key());
        return fraction ? ofFraction(limit) : ofQuantity(limit);
    }

    private String key() {
        return side.label();
    }

    /** Below this no limit makes sense: a difference may be negative. */
    private double least() {
        return metric.kind() == Kind.CHANGE ? -1 : 0;
    }

    private double refusedText() {
        throw section.at(
                key(), "expected a number for '" + key() + "', without quotes: " + metric.text() + " is no fraction.");
    }

    private double ofText(String text) {
        Matcher percent = PERCENT.matcher(text);
        if (percent.matches()) {
            double limit = new BigDecimal(percent.group(1)).movePointLeft(2).doubleValue();
            if (limit <= least() || limit >= 1) {
                throw section.at(key(), "'" + text + "' is not between " + Math.round(100 * least()) + " % and 100 %.");
            }
            return limit;
        }
        if (PLAIN.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            throw section.at(
                    key(),
                    "'" + text + "' has no unit: write \"" + text + " %\" or " + plain(number.movePointLeft(2))
                            + " for " + text + " %"
                            + (number.compareTo(BigDecimal.ONE) < 0
                                    ? ", " + text + " without quotes for " + plain(number.movePointRight(2)) + " %"
                                    : "")
                            + ".");
        }
        throw section.at(key(), "expected a fraction such as 0.001, or a text such as \"0.1 %\", for '" + key() + "'.");
    }

    private double ofFraction(double limit) {
        BigDecimal exact = BigDecimal.valueOf(limit);
        if (limit <= least() || limit >= 1) {
            throw section.at(
                    key(),
                    plain(exact) + " is no fraction between " + (int) least() + " and 1"
                            + (limit > 100 * least() && limit < 100 && limit != 0
                                    ? ": for " + plain(exact) + " % write " + plain(exact.movePointLeft(2))
                                    : "")
                            + ".");
        }
        Matcher percent = PERCENT.matcher(name);
        while (percent.find()) {
            if (new BigDecimal(percent.group(1)).compareTo(exact) == 0) {
                throw section.at(
                        key(),
                        plain(exact) + " is " + plain(exact.movePointRight(2)) + " %, the name says " + plain(exact)
                                + " %: write " + plain(exact.movePointLeft(2)) + ".");
            }
        }
        return limit;
    }

    private double ofQuantity(double limit) {
        boolean count = metric.kind().unit() == Unit.COUNT;
        if (limit < 0 || (limit == 0 && !(count && side == Side.ABOVE))) {
            throw section.at(
                    key(),
                    count && side == Side.BELOW
                            ? "no count is below 0; for none at all write below = 1."
                            : "expected a positive number for '" + key() + "'.");
        }
        return limit;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
