package org.aestat.csv;

/**
 * When an adverse event began or was gone.
 *
 * @param form what is known
 * @param minutes minutes after the session, or since 1970-01-01T00:00 in local time
 */
public record Moment(Form form, long minutes) {

    private static final int MINUTES_PER_DAY = 24 * 60;

    /** What is known of a moment. */
    public enum Form {
        /** Hours after the session. */
        HOURS,
        /** A day. */
        DAY,
        /** A day and the time of day. */
        TIME
    }

    /** Midnight of a day since 1970-01-01, the time not being known. */
    static Moment ofDay(int day) {
        return new Moment(Form.DAY, (long) day * MINUTES_PER_DAY);
    }

    /** A time of a day since 1970-01-01. */
    static Moment ofTime(int day, int minuteOfDay) {
        return new Moment(Form.TIME, (long) day * MINUTES_PER_DAY + minuteOfDay);
    }

    /** Whether only the time since the session is known. */
    public boolean isHours() {
        return form == Form.HOURS;
    }

    /** The day since 1970-01-01; not for hours. */
    public int day() {
        return Math.toIntExact(Math.floorDiv(minutes, MINUTES_PER_DAY));
    }

    /** Whether it is earlier than the other, as far as both are known; both are hours, or neither is. */
    boolean isBefore(Moment other) {
        return form == other.form ? minutes < other.minutes : day() < other.day();
    }

    /** The minutes until the other, which is not earlier, or -1 where a time of day is not known. */
    int minutesUntil(Moment other) {
        return form == other.form && form != Form.DAY ? Math.toIntExact(other.minutes - minutes) : -1;
    }
}
