package org.aestat.session;

import java.util.AbstractList;
import java.util.List;

/**
 * The sessions of one patient for one condition that belong together, in the order of treatment: date, then number,
 * then reading; sessions without a date or number come after those with one.
 */
public final class Course extends AbstractList<Session> {

    private final List<Session> sessions;
    private final boolean numbered;
    private final boolean orderConflict;

    /**
     * A course.
     *
     * @param sessions its sessions in the order of treatment, at least one
     * @param numbered whether the recorded numbers are the ordinals
     * @param orderConflict whether the recorded numbers contradict the order of the dates
     */
    Course(List<Session> sessions, boolean numbered, boolean orderConflict) {
        this.sessions = List.copyOf(sessions);
        this.numbered = numbered;
        this.orderConflict = orderConflict;
    }

    @Override
    public Session get(int index) {
        return sessions.get(index);
    }

    @Override
    public int size() {
        return sessions.size();
    }

    /** Whether the recorded numbers contradict the order of the dates. */
    public boolean hasOrderConflict() {
        return orderConflict;
    }

    /**
     * The ordinal of a session: its recorded number where the course is numbered, else its rank in the course.
     *
     * @param index 0 to size - 1
     */
    public int ordinal(int index) {
        return numbered ? sessions.get(index).number() : index + 1;
    }

    /** The latest date of its sessions in days since 1970-01-01, or {@link Session#NO_DATE}. */
    public int lastDate() {
        int last = Session.NO_DATE;
        for (Session session : sessions) {
            last = Math.max(last, session.date());
        }
        return last;
    }

    /** The last recorded outcome, or {@link CourseOutcome#NOT_RECORDED}. */
    public CourseOutcome outcome() {
        CourseOutcome last = CourseOutcome.NOT_RECORDED;
        for (Session session : sessions) {
            if (session.outcome() != CourseOutcome.NOT_RECORDED) {
                last = session.outcome();
            }
        }
        return last;
    }
}
