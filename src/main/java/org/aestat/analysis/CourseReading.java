package org.aestat.analysis;

import org.aestat.session.Answer;
import org.aestat.session.Course;
import org.aestat.session.CourseOutcome;
import org.aestat.session.Session;
import org.aestat.stat.CompetingRisks.Ending;
import org.jspecify.annotations.Nullable;

/**
 * What a course tells about relief under a definition.
 *
 * @param state whether it stands in the curve, or why not
 * @param entry the first exported ordinal of a late course, else 0
 * @param exit the ordinal of relief, or of the last assessed session; 0 outside the curve
 * @param ending how it was last seen; null outside the curve
 * @param exitSession the place in the course of the session at {@code exit}
 */
record CourseReading(
        State state, int entry, int exit, @Nullable Ending ending, int exitSession) {

    /** Whether a course stands in the curve, or why not. */
    enum State {
        /** It does. */
        IN_CURVE,
        /** No session tells of relief, or the pain before the first session is blank or 0. */
        NOT_ASSESSED,
        /** The first exported session is a later one, and it was relieved there. */
        RELIEVED_BEFORE_ENTRY,
        /** The first exported session is a later one, and no assessed session follows. */
        LATE_WITHOUT_FOLLOW_UP,
        /** The first exported session is a later one, so that pain before the first is not known. */
        LATE_WITHOUT_BASELINE
    }

    private static CourseReading outside(State state) {
        return new CourseReading(state, 0, 0, null, -1);
    }

    /**
     * Reads a course.
     *
     * @param course the course
     * @param definition what counts as relief
     * @param lastDate the last date of the export, or {@link Session#NO_DATE}
     * @param settings the choices of the run
     */
    static CourseReading of(Course course, ReliefDefinition definition, int lastDate, AnalysisSettings settings) {
        int baseline = course.painBefore(0);
        int firstRelief = -1;
        int lastAssessed = -1;
        for (int i = 0; i < course.size(); i++) {
            Answer answer = definition.at(course, i, baseline);
            if (answer.isRecorded()) {
                lastAssessed = i;
                if (answer == Answer.YES) {
                    firstRelief = firstRelief < 0 ? i : firstRelief;
                } else if (settings.curves().sustained()) {
                    firstRelief = -1;
                }
            }
        }
        boolean late = course.ordinal(0) > 1;
        if (lastAssessed < 0) {
            return outside(State.NOT_ASSESSED);
        }
        if (definition.needsBaseline()) {
            if (late) {
                return outside(State.LATE_WITHOUT_BASELINE);
            }
            if (baseline <= 0) {
                return outside(State.NOT_ASSESSED);
            }
        }
        if (late && firstRelief == 0) {
            return outside(State.RELIEVED_BEFORE_ENTRY);
        }
        int exitSession = firstRelief >= 0 ? firstRelief : lastAssessed;
        if (late && exitSession == 0) {
            return outside(State.LATE_WITHOUT_FOLLOW_UP);
        }
        Ending ending = firstRelief >= 0 ? Ending.EVENT : unrelieved(course, lastDate, settings.courseGap());
        int entry = late ? course.ordinal(0) : 0;
        return new CourseReading(State.IN_CURVE, entry, course.ordinal(exitSession), ending, exitSession);
    }

    /**
     * Whether relief still held, by the pain before the next session of the course with that recorded; not recorded
     * without relief, without such a session, and where relief is told by the column.
     */
    Answer heldAtNextVisit(Course course, ReliefDefinition definition) {
        if (ending != Ending.EVENT) {
            return Answer.NOT_RECORDED;
        }
        int next = exitSession + 1;
        while (next < course.size() && course.painBefore(next) == Session.NONE) {
            next++;
        }
        return next == course.size()
                ? Answer.NOT_RECORDED
                : definition.byPain(course.painBefore(next), course.painBefore(0));
    }

    private static Ending unrelieved(Course course, int lastDate, int gapDays) {
        CourseOutcome outcome = course.outcome();
        if (outcome != CourseOutcome.NOT_RECORDED) {
            return outcome == CourseOutcome.ONGOING ? Ending.CENSORED : Ending.COMPETING;
        }
        int last = course.lastDate();
        boolean over = last != Session.NO_DATE && (long) lastDate - last > gapDays;
        return over ? Ending.COMPETING : Ending.CENSORED;
    }
}
