package org.aestat.session;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the courses of a patient.
 *
 * <p>A named course ({@code course_id}) holds the patient's sessions with that name; its numbers are its ordinals where
 * every session has one and they rise, and a fall is an order conflict. Other sessions are taken condition by condition,
 * a blank one being a condition of its own. Where every one of them has a number, a new course starts where the number
 * is not above the previous one, in conflict with the dates where that number is above 1; otherwise a new course starts
 * where more than the gap lies between two sessions, and ordinals are ranks.
 *
 * @param condition the place of the condition column in the layout, -1 where there is none
 * @param gapDays the longest time between two sessions of a course without numbers, in days
 */
public record Courses(int condition, int gapDays) implements Serializable {

    private static final Comparator<Session> ORDER = Comparator.comparingLong(Courses::dateOrLast)
            .thenComparingLong(Courses::numberOrLast)
            .thenComparingInt(Session::row);

    /**
     * A builder of courses.
     *
     * @param layout the layout of the sessions
     * @param gapDays the longest time between two sessions of a course without numbers, in days
     */
    public Courses(SessionLayout layout, int gapDays) {
        this(layout.category("condition"), gapDays);
    }

    /** The courses of a patient, in the order in which their first sessions were read. */
    public List<Course> of(PatientHistory history) {
        Map<Long, List<Session>> groups = new LinkedHashMap<>();
        for (Session session : history) {
            groups.computeIfAbsent(group(session), key -> new ArrayList<>()).add(session);
        }
        List<Course> courses = new ArrayList<>();
        groups.forEach((key, sessions) -> {
            sessions.sort(ORDER);
            if (sessions.get(0).courseId() != 0) {
                boolean rising = numbersRise(sessions);
                courses.add(new Course(sessions, rising && areNumbered(sessions), !rising));
            } else {
                split(sessions, courses);
            }
        });
        return courses;
    }

    private long group(Session session) {
        if (session.courseId() != 0) {
            return session.courseId();
        }
        return condition < 0 ? -1L : -1L - session.category(condition);
    }

    private void split(List<Session> sessions, List<Course> courses) {
        boolean numbered = areNumbered(sessions);
        int start = 0;
        for (int i = 1; i <= sessions.size(); i++) {
            if (i == sessions.size() || startsCourse(sessions.get(i - 1), sessions.get(i), numbered)) {
                boolean conflict = numbered && start > 0 && sessions.get(start).number() > 1;
                courses.add(new Course(sessions.subList(start, i), numbered, conflict));
                start = i;
            }
        }
    }

    private boolean startsCourse(Session previous, Session next, boolean numbered) {
        if (numbered) {
            return next.number() <= previous.number();
        }
        return previous.hasDate() && next.hasDate() && (long) next.date() - previous.date() > gapDays;
    }

    private static boolean areNumbered(List<Session> sessions) {
        return sessions.stream().allMatch(session -> session.number() != Session.NONE);
    }

    private static boolean numbersRise(List<Session> sessions) {
        int previous = 0;
        for (Session session : sessions) {
            if (session.number() != Session.NONE) {
                if (session.number() <= previous) {
                    return false;
                }
                previous = session.number();
            }
        }
        return true;
    }

    private static long dateOrLast(Session session) {
        return session.hasDate() ? session.date() : Long.MAX_VALUE;
    }

    private static long numberOrLast(Session session) {
        return session.number() == Session.NONE ? Long.MAX_VALUE : session.number();
    }
}
