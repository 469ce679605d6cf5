package org.aestat.session;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the courses of a patient.
 *
 * <p>A named course ({@code course_id}) holds the patient's sessions with that name; its numbers are its ordinals where
 * every session has one and they rise, and a fall is an order conflict. Other sessions are taken condition by condition,
 * a blank one being a condition of its own. Where every one of them has a number, a new course starts where the number
 * is not above the previous one, in conflict with the dates where that number is above 1; otherwise a new course starts
 * where more than the gap lies between two sessions, and ordinals are ranks.
 */
public final class Courses implements Serializable {

    private static final long serialVersionUID = 1;

    private static final long LAST = 0xFFFF_FFFFL;

    private final int condition;
    private final int gapDays;
    private final KeyNumbers groups = new KeyNumbers();
    private final KeyOrder rows = new KeyOrder();

    /**
     * A builder of courses.
     *
     * @param layout the layout of the sessions
     * @param gapDays the longest time between two sessions of a course without numbers, in days
     */
    public Courses(SessionLayout layout, int gapDays) {
        this(layout.category("condition"), gapDays);
    }

    private Courses(int condition, int gapDays) {
        this.condition = condition;
        this.gapDays = gapDays;
    }

    /** Another builder of the same courses, for another thread. */
    public Courses another() {
        return new Courses(condition, gapDays);
    }

    /** Whether the other builds courses in the same way. */
    public boolean isLike(Courses other) {
        return condition == other.condition && gapDays == other.gapDays;
    }

    /**
     * The courses of a patient in the order in which their first sessions were read.
     *
     * @return the courses, to be read before the next patient's are asked for
     */
    public List<Course> of(PatientHistory history) {
        SessionTable table = history.table();
        List<Course> courses = new ArrayList<>();
        group(history, table);
        int from = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || rows.key(i) != rows.key(from)) {
                order(table, from, i);
                if (table.course(rows.number(from)) != 0) {
                    boolean rising = numbersRise(table, from, i);
                    boolean numbered = rising && areNumbered(table, from, i);
                    courses.add(new Course(table, rows, from, i, numbered, !rising));
                } else {
                    split(table, from, i, courses);
                }
                from = i;
            }
        }
        return courses;
    }

    /** Brings the rows of a group together, the groups in the order of their first rows. */
    private void group(PatientHistory history, SessionTable table) {
        groups.clear();
        rows.clear();
        long last = 0;
        int number = 0;
        for (int i = 0; i < history.size(); i++) {
            int row = history.row(i);
            long group = group(table, row);
            number = i > 0 && group == last ? number : groups.number(group);
            last = group;
            rows.add(number, row);
        }
        rows.sort(0, rows.size());
    }

    private long group(SessionTable table, int row) {
        int named = table.course(row);
        if (named != 0) {
            return named;
        }
        return condition < 0 ? -1L : -1L - table.category(condition, row);
    }

    /** By date, then number, then row. */
    private void order(SessionTable table, int from, int to) {
        for (int i = from; i < to; i++) {
            int row = rows.number(i);
            int date = table.date(row);
            int number = table.number(row);
            long days = date == Session.NO_DATE ? Integer.MAX_VALUE : date;
            rows.rekey(i, days << Integer.SIZE | (number == Session.NONE ? LAST : number));
        }
        rows.sort(from, to);
    }

    private void split(SessionTable table, int from, int to, List<Course> courses) {
        boolean numbered = areNumbered(table, from, to);
        int start = from;
        for (int i = from + 1; i < to; i++) {
            if (startsCourse(table, rows.number(i - 1), rows.number(i), numbered)) {
                courses.add(course(table, start, i, numbered, start > from));
                start = i;
            }
        }
        courses.add(course(table, start, to, numbered, start > from));
    }

    private Course course(SessionTable table, int from, int to, boolean numbered, boolean another) {
        return new Course(table, rows, from, to, numbered, numbered && another && table.number(rows.number(from)) > 1);
    }

    private boolean startsCourse(SessionTable table, int previous, int next, boolean numbered) {
        if (numbered) {
            return table.number(next) <= table.number(previous);
        }
        int earlier = table.date(previous);
        int later = table.date(next);
        return earlier != Session.NO_DATE && later != Session.NO_DATE && (long) later - earlier > gapDays;
    }

    private boolean areNumbered(SessionTable table, int from, int to) {
        for (int i = from; i < to; i++) {
            if (table.number(rows.number(i)) == Session.NONE) {
                return false;
            }
        }
        return true;
    }

    private boolean numbersRise(SessionTable table, int from, int to) {
        int previous = 0;
        for (int i = from; i < to; i++) {
            int number = table.number(rows.number(i));
            if (number != Session.NONE) {
                if (number <= previous) {
                    return false;
                }
                previous = number;
            }
        }
        return true;
    }
}
