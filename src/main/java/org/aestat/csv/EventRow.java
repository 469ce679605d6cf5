package org.aestat.csv;

import org.aestat.session.EventRecord;
import org.aestat.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of adverse events.
 *
 * @param line the physical line on which it starts, from 1
 * @param place which session it says that it was
 * @param event the name of the event, or null if it cannot be read
 * @param said what it says of the event
 * @param problem why the row cannot be read, or null
 */
public record EventRow(
        long line,
        Place place,
        @Nullable String event,
        Said said,
        @Nullable RowProblem problem) {

    /**
     * Which session a row is about, as far as it says so.
     *
     * @param session the id of the session, or null
     * @param site the site, or empty
     * @param patient the patient, or null
     * @param date the day of the session since 1970-01-01, or {@link Session#NO_DATE}
     */
    public record Place(
            @Nullable String session, String site, @Nullable String patient, int date) {

        /** No session. */
        static final Place UNKNOWN = new Place(null, "", null, Session.NO_DATE);

        /** Whether it gives the day of the session. */
        public boolean hasDay() {
            return date != Session.NO_DATE;
        }
    }

    /**
     * What a row says of its event.
     *
     * @param record whether it happened, and how severe it was
     * @param onset when it began, or null
     * @param resolved when it was gone, or null
     */
    public record Said(
            EventRecord record,
            @Nullable Moment onset,
            @Nullable Moment resolved) {

        /** Nothing but that it happened. */
        static final Said YES = new Said(EventRecord.YES, null, null);

        /** The minutes from onset until it was gone, or {@link Session#NONE} where that is not recorded to the hour. */
        public int minutes() {
            return onset == null || resolved == null ? Session.NONE : onset.minutesUntil(resolved);
        }

        /** The day on which it began, or {@link Session#NO_DATE}. */
        public int onsetDay() {
            return day(onset);
        }

        /** The day on which it was gone, or {@link Session#NO_DATE}. */
        public int resolvedDay() {
            return day(resolved);
        }

        private static int day(@Nullable Moment moment) {
            return moment == null || moment.isHours() ? Session.NO_DATE : moment.day();
        }
    }
}
