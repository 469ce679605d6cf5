package org.aestat.csv;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts in which forms the cells of a column are dates; keeps no date. */
final class DateForms {

    private static final int MOST_LAYOUTS = 8;
    private static final int GROUPS = 3;
    private static final int COMPACT = 8;
    private static final int SHORTEST = 6;

    /** Dates that are written alike but for the width of their numbers. */
    private static final class Layout {
        private final String tail;
        private final char mark;
        private final boolean yearFirst;
        private boolean narrowFirst;
        private boolean narrowSecond;
        private long asDayFirst;
        private long asMonthFirst;

        Layout(char mark, boolean yearFirst, String tail) {
            this.mark = mark;
            this.yearFirst = yearFirst;
            this.tail = tail;
        }

        private String pattern(boolean dayFirst) {
            if (mark == 0) {
                return "yyyyMMdd";
            }
            String first = dayFirst ? (narrowFirst ? "d" : "dd") : narrowFirst ? "M" : "MM";
            String second = dayFirst ? (narrowSecond ? "M" : "MM") : narrowSecond ? "d" : "dd";
            String date = yearFirst ? "yyyy" + mark + first + mark + second : first + mark + second + mark + "yyyy";
            return date + tail;
        }
    }

    /**
     * A form of dates.
     *
     * @param pattern its pattern
     * @param cells how many cells are dates in it
     */
    record Form(String pattern, long cells) {

        /** Whether it is the form that needs no pattern. */
        boolean isIso() {
            return pattern.equals("yyyy-MM-dd");
        }
    }

    private final @Nullable String stated;
    private final @Nullable DateParser parser;
    private long asStated;
    private final Map<String, Layout> layouts = new LinkedHashMap<>();
    private final int[] numbers = new int[GROUPS];
    private final int[] widths = new int[GROUPS];
    private long twoDigitYears;
    private long compact;
    private int firstYear = Integer.MAX_VALUE;
    private int lastYear = Integer.MIN_VALUE;

    /**
     * No cells so far.
     *
     * @param stated the pattern that dates are said to have, or null
     */
    DateForms(@Nullable String stated) {
        this.stated = stated;
        this.parser = stated == null ? null : DateParser.ofPattern(stated);
    }

    /** Counts a cell; whether it is a date that is not just digits, or one in the stated form. */
    boolean accept(Cell cell) {
        if (cell.length() < SHORTEST) {
            return false;
        }
        boolean isStated = isStated(cell);
        return (isDigit(cell.charAt(0)) && acceptNumbers(cell)) || isStated;
    }

    private boolean isStated(Cell cell) {
        int day = parser == null ? CellParser.REJECTED : parser.parse(cell);
        if (day == CellParser.REJECTED) {
            return false;
        }
        asStated++;
        seen(LocalDate.ofEpochDay(day).getYear());
        return true;
    }

    private void seen(int year) {
        firstYear = Math.min(firstYear, year);
        lastYear = Math.max(lastYear, year);
    }

    private boolean acceptNumbers(Cell cell) {
        int length = cell.length();
        char mark = 0;
        int at = 0;
        for (int group = 0; group < GROUPS; group++) {
            int from = at;
            int value = 0;
            while (at < length && at - from < COMPACT && isDigit(cell.charAt(at))) {
                value = value * 10 + cell.charAt(at) - '0';
                at++;
            }
            numbers[group] = value;
            widths[group] = at - from;
            if (group == 0 && at == COMPACT && length == COMPACT) {
                return acceptCompact(value);
            }
            if (at == from || (group < 2 && at == length)) {
                return false;
            }
            if (group < 2) {
                char c = cell.charAt(at);
                if ((group == 0 && "./-".indexOf(c) < 0) || (group == 1 && c != mark)) {
                    return false;
                }
                mark = c;
                at++;
            }
        }
        String tail = DateTail.of(cell, at);
        return tail != null && accept(mark, tail);
    }

    private boolean acceptCompact(int value) {
        if (isDay(value / 10000, value / 100 % 100, value % 100)) {
            compact++;
            layout((char) 0, true, "").asMonthFirst++;
        }
        return false;
    }

    private boolean accept(char mark, String tail) {
        boolean yearFirst = widths[0] == 4;
        int a = yearFirst ? 1 : 0;
        if (widths[a] > 2 || widths[a + 1] > 2) {
            return false;
        }
        int year = yearFirst ? numbers[0] : numbers[2];
        if (!yearFirst && widths[2] == 2) {
            twoDigitYears++;
            return true;
        }
        if (!yearFirst && widths[2] != 4) {
            return false;
        }
        if (layouts.size() == MOST_LAYOUTS && !layouts.containsKey(key(mark, yearFirst, tail))) {
            return false;
        }
        boolean dayFirst = !yearFirst && isDay(year, numbers[1], numbers[0]);
        boolean monthFirst = isDay(year, numbers[a], numbers[a + 1]);
        if (dayFirst || monthFirst) {
            Layout layout = layout(mark, yearFirst, tail);
            layout.narrowFirst |= widths[a] == 1;
            layout.narrowSecond |= widths[a + 1] == 1;
            layout.asDayFirst += dayFirst ? 1 : 0;
            layout.asMonthFirst += monthFirst ? 1 : 0;
            seen(year);
        }
        return dayFirst || monthFirst;
    }

    private Layout layout(char mark, boolean yearFirst, String tail) {
        return layouts.computeIfAbsent(key(mark, yearFirst, tail), key -> new Layout(mark, yearFirst, tail));
    }

    private static String key(char mark, boolean yearFirst, String tail) {
        return (yearFirst ? "y" : "d") + mark + tail;
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= 1900
                && year <= 2199
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * The forms in which most cells are dates: one, two where the order of day and month is open, or none. The stated form
     * goes before others that fit as many.
     */
    List<Form> best() {
        List<Form> best = new ArrayList<>();
        for (Layout layout : layouts.values()) {
            add(best, new Form(layout.pattern(true), layout.asDayFirst));
            if (layout.mark != '.' || layout.yearFirst || layout.asMonthFirst > layout.asDayFirst) {
                add(best, new Form(layout.pattern(false), layout.asMonthFirst));
            }
        }
        boolean isStated = stated != null
                && asStated > 0
                && (best.isEmpty() || asStated >= best.get(0).cells());
        return isStated ? List.of(new Form(Objects.requireNonNull(stated), asStated)) : best;
    }

    private static void add(List<Form> best, Form form) {
        if (form.cells() > 0 && (best.isEmpty() || form.cells() >= best.get(0).cells())) {
            if (!best.isEmpty() && form.cells() > best.get(0).cells()) {
                best.clear();
            }
            best.add(form);
        }
    }

    /** Cells that are dates but for a year of two digits. */
    long twoDigitYears() {
        return twoDigitYears;
    }

    /** Cells of eight digits that can be a day. */
    long compact() {
        return compact;
    }

    /** How many years lie between the first and the last date; 0 where there is none. */
    int span() {
        return firstYear > lastYear ? 0 : lastYear - firstYear;
    }
}
