package org.aestat.stat;

/** Checks of arguments, written so that NaN fails them; the message holds the bad value. */
final class Arguments {

    private Arguments() {}

    /** Refuses a two-sided confidence level outside [0, 1). */
    static double level(double level) {
        if (level >= 0 && level < 1) {
            return level;
        }
        throw new IllegalArgumentException("confidence level is not from 0 to below 1: " + level);
    }

    /** Refuses anything but 0 <= events <= trials with trials > 0 and finite. */
    static void counts(double events, double trials) {
        if (!(trials > 0 && trials < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("number of trials is not positive: " + trials);
        }
        if (!(events >= 0 && events <= trials)) {
            throw new IllegalArgumentException("number of events is not from 0 to " + trials + ": " + events);
        }
    }

    /** Refuses numbers that are not positive and finite. */
    static double positive(double value, String name) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException(name + " is not positive: " + value);
    }
}
