package org.aestat.stat;

/** Checks of arguments, written so that NaN fails them; the message holds the bad value. */
final class Arguments {

    private static final double HALF = 0.5;
    private static final double MOST_EXPECTED = 10_000;

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

    /** Refuses probabilities of error outside (0, 0.5]. */
    static double alpha(double alpha) {
        if (alpha > 0 && alpha <= HALF) {
            return alpha;
        }
        throw new IllegalArgumentException("error probability is not above 0 and at most 0.5: " + alpha);
    }

    /** Refuses rates outside (0, 1). */
    static double rate(double rate) {
        if (rate > 0 && rate < 1) {
            return rate;
        }
        throw new IllegalArgumentException("rate is not between 0 and 1: " + rate);
    }

    /** Refuses fewer than one event. */
    static int leastEvents(int events) {
        if (events >= 1) {
            return events;
        }
        throw new IllegalArgumentException("least number of events is not 1 or more: " + events);
    }

    /** Refuses expected numbers of events that are not positive or that would take too long. */
    static double expectedEvents(double expected) {
        if (expected > 0 && expected <= MOST_EXPECTED) {
            return expected;
        }
        throw new IllegalArgumentException("expected number of events is not above 0 and at most 10000: " + expected);
    }
}
