package org.aestat.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads when an adverse event began or was gone: a date, a date with a time, or hours after the session. */
final class MomentParser {

    private static final int ISO_DATE = 10;
    private static final Pattern TIME =
            Pattern.compile("[T ]([01][0-9]|2[0-3]):([0-5][0-9])(:[0-5][0-9](\\.[0-9]{1,9})?)?");

    private final @Nullable DateParser pattern;
    private final NumberParser hours;
    private final @Nullable String format;

    /**
     * A parser of moments.
     *
     * @param format the pattern of dates, or null for ISO
     * @param mark the decimal mark of hours
     */
    MomentParser(@Nullable String format, char mark) {
        this.format = format;
        this.pattern = format == null ? null : DateParser.ofPattern(format);
        this.hours = new NumberParser(ValueKind.HOURS, mark);
    }

    /** What would be accepted as a day, with or without a time. */
    String expectedDay() {
        return pattern == null
                ? "a whole ISO date (2025-01-31), also with a time (2025-01-31T14:45)"
                : "a date like " + pattern.example() + " (" + format + ")";
    }

    /** What would be accepted. */
    String expected() {
        return expectedDay() + ", or hours after the session";
    }

    /** The moment in a cell, or null if there is none. */
    @Nullable
    Moment parse(Cell cell) {
        Moment date = pattern == null ? iso(cell) : pattern.moment(cell);
        if (date != null) {
            return date;
        }
        int minutes = cell.length() == 0 ? CellParser.REJECTED : hours.parse(cell);
        return minutes == CellParser.REJECTED ? null : new Moment(Moment.Form.HOURS, minutes);
    }

    private static @Nullable Moment iso(Cell cell) {
        if (cell.length() < ISO_DATE) {
            return null;
        }
        int day = DateParser.ISO.parse(Cell.of(cell.subSequence(0, ISO_DATE).toString()));
        if (day == CellParser.REJECTED) {
            return null;
        }
        if (cell.length() == ISO_DATE) {
            return Moment.ofDay(day);
        }
        Matcher time = TIME.matcher(cell.subSequence(ISO_DATE, cell.length()));
        return time.matches()
                ? Moment.ofTime(day, 60 * Integer.parseInt(time.group(1)) + Integer.parseInt(time.group(2)))
                : null;
    }
}
