package org.aestat.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads real calendar days of the years 1900 to 2199 as days since 1970-01-01. */
final class DateParser implements CellParser {

    /** Reads {@code 2025-01-31}. */
    static final DateParser ISO = new DateParser(null);

    private static final int ISO_LENGTH = 10;
    /** 1970-01-01, counted from 0001-01-01 as 1. */
    private static final int FIRST_DAY = 719_163;

    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final ZonedDateTime EXAMPLE = ZonedDateTime.of(2025, 1, 31, 14, 45, 36, 0, ZoneOffset.UTC);

    private final @Nullable DateTimeFormatter formatter;

    private DateParser(@Nullable DateTimeFormatter formatter) {
        this.formatter = formatter;
    }

    /**
     * A parser of dates, with or without a time, in a pattern.
     *
     * @param pattern a pattern of {@link DateTimeFormatter} with day, month and a year of four digits
     * @throws IllegalArgumentException if it is not, with a message for people
     */
    static DateParser ofPattern(String pattern) {
        String strict = withProlepticYear(pattern);
        if (strict.matches("(.*[^u])?uu([^u].*)?")) {
            throw new IllegalArgumentException(
                    "The date format '" + pattern + "' has a year of two digits, whose century is unknown.");
        }
        try {
            DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(strict)
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
            LocalDate readBack = formatter.parse(formatter.format(EXAMPLE)).query(TemporalQueries.localDate());
            if (EXAMPLE.toLocalDate().equals(readBack)) {
                return new DateParser(formatter);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(notADate(pattern), e);
        }
        throw new IllegalArgumentException(notADate(pattern));
    }

    private static String notADate(String pattern) {
        return "The date format '" + pattern + "' does not describe a date. Write for example dd/MM/yyyy.";
    }

    /** A date in this parser's form, as an example for messages. */
    String example() {
        return formatter == null ? "2025-01-31" : formatter.format(EXAMPLE);
    }

    private static String withProlepticYear(String pattern) {
        StringBuilder strict = new StringBuilder(pattern.length());
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            strict.append(c == 'y' && !quoted ? 'u' : c);
        }
        return strict.toString();
    }

    @Override
    public int parse(Cell cell) {
        if (formatter == null) {
            return iso(cell);
        }
        try {
            LocalDate date = formatter.parse(cell).query(TemporalQueries.localDate());
            return date == null ? REJECTED : epochDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        } catch (DateTimeException e) {
            return REJECTED;
        }
    }

    /** The day in a cell, with the time of day where the pattern has one, or null if there is none. */
    @Nullable
    Moment moment(Cell cell) {
        int day = parse(cell);
        if (day == REJECTED) {
            return null;
        }
        LocalTime time = formatter == null ? null : formatter.parse(cell).query(TemporalQueries.localTime());
        return time == null ? Moment.ofDay(day) : Moment.ofTime(day, time.toSecondOfDay() / 60);
    }

    private static int iso(Cell cell) {
        if (cell.length() != ISO_LENGTH || cell.charAt(4) != '-' || cell.charAt(7) != '-') {
            return REJECTED;
        }
        int year = digits(cell, 0, 4);
        int month = digits(cell, 5, 7);
        int day = digits(cell, 8, ISO_LENGTH);
        return year < 0 || month < 0 || day < 0 ? REJECTED : epochDay(year, month, day);
    }

    private static int epochDay(int year, int month, int day) {
        if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > length(year, month)) {
            return REJECTED;
        }
        int before = year - 1;
        int dayOfYear = DAYS_BEFORE[month - 1] + day + (month > 2 && Year.isLeap(year) ? 1 : 0);
        return 365 * before + before / 4 - before / 100 + before / 400 + dayOfYear - FIRST_DAY;
    }

    private static int length(int year, int month) {
        return switch (month) {
            case 2 -> Year.isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static int digits(Cell cell, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = cell.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
