package org.aestat.analysis;

import java.io.Serializable;
import org.aestat.analysis.CourseReading.State;
import org.aestat.result.ReliefResult.Counts;
import org.aestat.result.SorenessResult.Mean;
import org.aestat.session.Course;
import org.aestat.session.Session;
import org.aestat.stat.ClusteredMean;
import org.aestat.stat.CompetingRisks.Ending;
import org.jspecify.annotations.Nullable;

/** The exact counts of courses in one stratum. */
final class ReliefTally implements Serializable {

    private static final long serialVersionUID = 1;
    private static final double DAYS_A_WEEK = 7;

    private final long[] states = new long[State.values().length];
    private final long[] endings = new long[Ending.values().length];
    private long late;
    private long orderConflicts;
    private long undatedUnrelieved;
    private long intervals;
    private long days;
    /** In score units, by patient. */
    private final ClusteredMean falls = new ClusteredMean();

    void course(Course course, CourseReading reading) {
        states[reading.state().ordinal()]++;
        orderConflicts += course.hasOrderConflict() ? 1 : 0;
        if (reading.ending() != null) {
            endings[reading.ending().ordinal()]++;
            late += reading.entry() > 0 ? 1 : 0;
            undatedUnrelieved += course.lastDate() == Session.NO_DATE && reading.ending() == Ending.CENSORED ? 1 : 0;
        }
        pace(course);
        fall(course);
    }

    private void pace(Course course) {
        int dated = course.dated();
        if (dated > 0) {
            int between = course.date(dated - 1) - course.date(0);
            intervals += between > 0 ? dated - 1 : 0;
            days += between;
        }
    }

    private void fall(Course course) {
        int baseline = course.painBefore(0);
        int last = course.lastPainAfter();
        if (course.ordinal(0) == 1 && baseline != Session.NONE && last != Session.NONE) {
            falls.observe(baseline - last);
        }
    }

    void endPatient() {
        falls.endCluster();
    }

    void add(ReliefTally other) {
        for (int i = 0; i < states.length; i++) {
            states[i] += other.states[i];
        }
        for (int i = 0; i < endings.length; i++) {
            endings[i] += other.endings[i];
        }
        late += other.late;
        orderConflicts += other.orderConflicts;
        undatedUnrelieved += other.undatedUnrelieved;
        intervals += other.intervals;
        days += other.days;
        falls.add(other.falls);
    }

    Counts counts() {
        return new Counts(
                of(State.IN_CURVE),
                endings[Ending.EVENT.ordinal()],
                endings[Ending.COMPETING.ordinal()],
                endings[Ending.CENSORED.ordinal()],
                late,
                of(State.LATE_WITHOUT_FOLLOW_UP),
                of(State.LATE_WITHOUT_BASELINE),
                of(State.RELIEVED_BEFORE_ENTRY),
                of(State.NOT_ASSESSED),
                orderConflicts);
    }

    private long of(State state) {
        return states[state.ordinal()];
    }

    /** Whether there is no course at all, in the curve or left out. */
    boolean isEmpty() {
        for (long count : states) {
            if (count > 0) {
                return false;
            }
        }
        return true;
    }

    /** Open courses without any date, of which it is not known whether they are over. */
    long undatedUnrelieved() {
        return undatedUnrelieved;
    }

    /** Sessions after the first a week, over courses of two dates; null without one. */
    @Nullable
    Double sessionsPerWeek() {
        return days == 0 ? null : intervals / (days / DAYS_A_WEEK);
    }

    /** The mean fall of pain with its error over patients; null with fewer than two patients. */
    @Nullable
    Mean meanPainFall() {
        return falls.clusters() < 2
                ? null
                : new Mean(falls.mean() / Session.SCORE_UNITS, falls.standardError() / Session.SCORE_UNITS);
    }
}
