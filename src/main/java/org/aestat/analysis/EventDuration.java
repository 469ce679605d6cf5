package org.aestat.analysis;

/** How long an adverse event lasted, in the words of Carnes et al.; the limits between them are aestat's. */
enum EventDuration {
    /** Less than 24 hours. */
    HOURS,
    /** From 24 hours to less than 7 days. */
    DAYS,
    /** 7 days or longer. */
    WEEKS;

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    /**
     * The duration of this many minutes.
     *
     * @param minutes 0 or more
     */
    static EventDuration of(int minutes) {
        if (minutes < DAY) {
            return HOURS;
        }
        return minutes < WEEK ? DAYS : WEEKS;
    }
}
