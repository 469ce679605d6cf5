package org.aestat.session;

/**
 * The sessions of one patient for one condition that belong together, in the order of treatment: date, then number,
 * then reading; sessions without a date or number come after those with one. A view of a course of {@link Courses}.
 */
public final class Course {

    private final SessionTable table;
    private final KeyOrder rows;
    private final int from;
    private final int to;
    private final boolean numbered;
    private final boolean orderConflict;

    /**
     * A course.
     *
     * @param table the sessions
     * @param rows their rows in the order of treatment
     * @param from the place of its first row
     * @param to one after that of its last, at least one more
     * @param numbered whether the recorded numbers are the ordinals
     * @param orderConflict whether the recorded numbers contradict the order of the dates
     */
    Course(SessionTable table, KeyOrder rows, int from, int to, boolean numbered, boolean orderConflict) {
        this.table = table;
        this.rows = rows;
        this.from = from;
        this.to = to;
        this.numbered = numbered;
        this.orderConflict = orderConflict;
    }

    private int row(int index) {
        return rows.number(from + index);
    }

    /**
     * A session.
     *
     * @param index 0 to size - 1
     */
    public Session get(int index) {
        return table.session(row(index));
    }

    /** How many sessions there are. */
    public int size() {
        return to - from;
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
        return numbered ? table.number(row(index)) : index + 1;
    }

    /** The date of a session in days since 1970-01-01, or {@link Session#NO_DATE}. */
    public int date(int index) {
        return table.date(row(index));
    }

    /** How many sessions have a date; they are the first ones. */
    public int dated() {
        int dated = size();
        while (dated > 0 && date(dated - 1) == Session.NO_DATE) {
            dated--;
        }
        return dated;
    }

    /** The latest date of its sessions in days since 1970-01-01, or {@link Session#NO_DATE}. */
    public int lastDate() {
        int dated = dated();
        return dated == 0 ? Session.NO_DATE : date(dated - 1);
    }

    /** Pain before a session in {@link Session#SCORE_UNITS}, or {@link Session#NONE}. */
    public int painBefore(int index) {
        return table.painBefore(row(index));
    }

    /** Pain after a session in {@link Session#SCORE_UNITS}, or {@link Session#NONE}. */
    public int painAfter(int index) {
        return table.painAfter(row(index));
    }

    /** Whether a session brought relief, as the export says. */
    public Answer relief(int index) {
        return table.relief(row(index));
    }

    /** The last recorded pain after a session in {@link Session#SCORE_UNITS}, or {@link Session#NONE}. */
    public int lastPainAfter() {
        int pain = Session.NONE;
        int index = size();
        while (index > 0 && pain == Session.NONE) {
            index--;
            pain = painAfter(index);
        }
        return pain;
    }

    /** The last recorded outcome, or {@link CourseOutcome#NOT_RECORDED}. */
    public CourseOutcome outcome() {
        CourseOutcome last = CourseOutcome.NOT_RECORDED;
        int index = size();
        while (index > 0 && last == CourseOutcome.NOT_RECORDED) {
            index--;
            last = table.outcome(row(index));
        }
        return last;
    }
}
