package org.aestat.result;

import java.util.List;
import org.aestat.session.Grade;
import org.jspecify.annotations.Nullable;

/**
 * How severe a graded adverse event was in a stratum.
 *
 * @param event the event's name, or any, any_minor, any_major
 * @param stratum the sessions
 * @param atLeast the rate of each grade and above, from mild on
 * @param worstGrade patients with an answer by the worst grade recorded for them, from none on; those of whom no grade
 *     is recorded are in {@code ungraded}
 * @param ungraded what is not known because an event has no grade
 * @param durations durations and Carnes' classes, null where the export has no hours of this event
 */
public record EventSeverity(
        String event,
        Stratum stratum,
        List<AtLeast> atLeast,
        List<GradeCount> worstGrade,
        Ungraded ungraded,
        @Nullable Durations durations) {

    /**
     * The rate of an event of a grade or above.
     *
     * @param grade the lowest grade that counts
     * @param rate the rate
     */
    public record AtLeast(Grade grade, EventRate rate) {}

    /**
     * Patients with this worst grade.
     *
     * @param grade the grade
     * @param patients how many
     */
    public record GradeCount(Grade grade, long patients) {}

    /**
     * What is not known because an event has no grade.
     *
     * @param sessions sessions with an event without a grade
     * @param patients patients who had the event but never with a grade
     * @param patientsBesideGraded patients counted by a worst grade who also had the event without a grade
     */
    public record Ungraded(long sessions, long patients, long patientsBesideGraded) {}

    /**
     * How long the event lasted.
     *
     * @param rows sessions with the event by duration and grade: hours, days, weeks, not recorded
     * @param eventNotRecorded sessions with hours above 0 but without an answer; they are nowhere else
     * @param classes the rates of Carnes' classes
     */
    public record Durations(List<DurationRow> rows, long eventNotRecorded, List<ClassRate> classes) {}

    /**
     * Sessions with the event that lasted so long, by grade.
     *
     * @param duration hours (below 24 h), days (below 7 days), weeks, or not recorded
     * @param mild grade 1
     * @param medium grade 2
     * @param severe grade 3 and above
     * @param gradeNotRecorded without a grade
     */
    public record DurationRow(String duration, long mild, long medium, long severe, long gradeNotRecorded) {}

    /**
     * The rate of one of Carnes' classes.
     *
     * @param category major, moderate, mild or not classified
     * @param rate sessions of that class per session whose class is known, without the event included
     */
    public record ClassRate(String category, EventRate rate) {}
}
