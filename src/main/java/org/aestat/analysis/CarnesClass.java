package org.aestat.analysis;

import java.util.Locale;
import org.aestat.session.Grade;
import org.aestat.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * The classes of adverse events in manual therapies by duration and severity, on which at least 75 % of a panel agreed.
 *
 * <table>
 * <caption>Class by duration and grade</caption>
 * <tr><th></th><th>mild</th><th>medium (2)</th><th>severe (3 and above)</th></tr>
 * <tr><td>hours</td><td>mild</td><td>not classified</td><td>not classified</td></tr>
 * <tr><td>days</td><td>not classified</td><td>moderate</td><td>major</td></tr>
 * <tr><td>weeks</td><td>moderate</td><td>major</td><td>major</td></tr>
 * </table>
 *
 * <p>The panel did not agree on three of the nine cells; they get no class here. Source: Carnes D, Mullinger B, Underwood
 * M. Man Ther 2010;15:2-6, doi:10.1016/j.math.2009.02.003.
 */
enum CarnesClass {
    /** Weeks and medium or severe, or days and severe. */
    MAJOR,
    /** Weeks and mild, or days and medium. */
    MODERATE,
    /** Hours and mild: mild, or not adverse at all. */
    MILD,
    /** Of a duration and severity on which the panel did not agree. */
    NOT_CLASSIFIED;

    private static final CarnesClass[][] TABLE = {
        {MILD, NOT_CLASSIFIED, NOT_CLASSIFIED},
        {NOT_CLASSIFIED, MODERATE, MAJOR},
        {MODERATE, MAJOR, MAJOR}
    };

    /**
     * The column of a grade in the table: 0 mild, 1 medium, 2 severe and above.
     *
     * @param grade from mild
     */
    static int column(Grade grade) {
        return Math.min(grade.number(), Grade.SEVERE.number()) - 1;
    }

    /**
     * The class of an event that happened, or null where its grade or duration is not recorded.
     *
     * @param session a session with the event
     * @param event the event's place in the layout
     */
    static @Nullable CarnesClass of(Session session, int event) {
        Grade grade = session.grade(event);
        int minutes = session.minutesUntilGone(event);
        return grade == null || minutes == Session.NONE
                ? null
                : TABLE[EventDuration.of(minutes).ordinal()][column(grade)];
    }

    /** The class in words. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
