package org.aestat.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values of the options of {@code plan}. */
final class PlanValues {

    private static final int MOST_EVENTS = 100_000;
    private static final int MOST_ROWS = 1000;
    private static final BigDecimal SMALLEST = new BigDecimal("0.000000001");

    private PlanValues() {}

    private static TypeConversionException refused(String written, String expected) {
        return new TypeConversionException("'" + written + "' is not " + expected + ".");
    }

    /** A fraction, 0.001, or a percentage, 0.1%. */
    private static double fraction(String written, String expected) {
        String number = written.endsWith("%")
                ? written.substring(0, written.length() - 1).stripTrailing()
                : written;
        if (number.matches("\\d{0,9}\\.?\\d{1,17}")) {
            BigDecimal exact = new BigDecimal(number).movePointLeft(number.equals(written) ? 0 : 2);
            if (exact.compareTo(SMALLEST) >= 0 && exact.compareTo(BigDecimal.ONE) < 0) {
                return exact.doubleValue();
            }
        }
        throw refused(written, expected);
    }

    static final class OfLimit implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            return fraction(value, "a limit above 0 and below 1, such as 0.001 or 0.1%");
        }
    }

    static final class OfTrueRate implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            return fraction(value, "a rate above 0 and below 1, such as 0.0005 or 0.05%");
        }
    }

    static final class OfPower implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            double power = fraction(value, "a probability from 0.01 to 0.999, such as 0.8 or 80%");
            if (power < 0.01 || power > 0.999) {
                throw refused(value, "a probability from 0.01 to 0.999, such as 0.8 or 80%");
            }
            return power;
        }
    }

    static final class OfSessions implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            if (value.matches("\\d{1,12}") && Long.parseLong(value) >= 1) {
                return Long.valueOf(value);
            }
            throw refused(value, "a number of sessions from 1 to 999999999999");
        }
    }

    /** Numbers and ranges joined by commas; the result is sorted and has each number once. */
    static final class OfEvents implements ITypeConverter<EventCounts> {
        @Override
        public EventCounts convert(String value) {
            TreeSet<Long> counts = new TreeSet<>();
            for (String part : value.split(",", -1)) {
                if (!part.matches("\\d{1,6}(-\\d{1,6})?")) {
                    throw refused(value, "a list of numbers of events such as 0,1,2 or 0-5");
                }
                String[] ends = part.split("-", -1);
                long first = Long.parseLong(ends[0]);
                long last = Long.parseLong(ends[ends.length - 1]);
                if (first > last || last > MOST_EVENTS || last - first >= MOST_ROWS) {
                    throw refused(part, "a rising range of at most 1000 numbers up to 100000");
                }
                for (long count = first; count <= last; count++) {
                    counts.add(count);
                }
            }
            return new EventCounts(new ArrayList<>(counts));
        }
    }

    /**
     * Numbers of events to plan for.
     *
     * @param counts ascending
     */
    record EventCounts(List<Long> counts) {

        EventCounts {
            counts = List.copyOf(counts);
        }
    }
}
