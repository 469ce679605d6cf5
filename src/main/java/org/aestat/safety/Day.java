package org.aestat.safety;

import java.time.LocalDate;

/**
 * The assessed sessions of one date, as surveillance counts them.
 *
 * @param date the date
 * @param sessions assessed sessions, positive
 * @param events those of them with the event, 0 to all
 */
public record Day(LocalDate date, long sessions, long events) {

    /** Refuses impossible counts. */
    public Day {
        if (sessions < 1 || events < 0 || events > sessions) {
            throw new IllegalArgumentException(events + " events in " + sessions + " sessions");
        }
    }
}
