package org.aestat.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Courses by definition, to compare {@link Courses} with.
 *
 * @param condition the place of the condition column in the layout, -1 where there is none
 * @param gapDays the longest time between two sessions of a course without numbers, in days
 */
record SlowCourses(int condition, int gapDays) {

    /** Sessions in order, whether their numbers are the ordinals, and whether the numbers contradict the dates. */
    record SlowCourse(List<Session> sessions, boolean numbered, boolean orderConflict) {

        int ordinal(int index) {
            return numbered ? sessions.get(index).number() : index + 1;
        }
    }

    private static final Comparator<Session> ORDER = Comparator.comparingLong(SlowCourses::dateOrLast)
            .thenComparingLong(SlowCourses::numberOrLast)
            .thenComparingInt(Session::row);

    /** The courses of a patient, in the order in which their first sessions were read. */
    List<SlowCourse> of(PatientHistory history) {
        Map<Long, List<Session>> groups = new LinkedHashMap<>();
        for (int i = 0; i < history.size(); i++) {
            Session session = history.get(i);
            groups.computeIfAbsent(group(session), key -> new ArrayList<>()).add(session);
        }
        List<SlowCourse> courses = new ArrayList<>();
        groups.forEach((key, sessions) -> {
            sessions.sort(ORDER);
            if (sessions.get(0).courseId() != 0) {
                boolean rising = numbersRise(sessions);
                courses.add(new SlowCourse(sessions, rising && areNumbered(sessions), !rising));
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

    private void split(List<Session> sessions, List<SlowCourse> courses) {
        boolean numbered = areNumbered(sessions);
        int start = 0;
        for (int i = 1; i <= sessions.size(); i++) {
            if (i == sessions.size() || startsCourse(sessions.get(i - 1), sessions.get(i), numbered)) {
                boolean conflict = numbered && start > 0 && sessions.get(start).number() > 1;
                courses.add(new SlowCourse(sessions.subList(start, i), numbered, conflict));
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
