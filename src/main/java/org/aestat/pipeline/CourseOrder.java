package org.aestat.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aestat.csv.ProblemCode;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;

/**
 * Numbers have to rise with dates within a course. Sessions without a {@code course_id} are taken condition by
 * condition; there a fall to 1 starts a new course, and is only doubted where the sessions before it are just those that
 * the new course lacks.
 *
 * @param report takes the problems
 * @param condition the place of the condition in the layout, -1 where there is none
 * @param gapDays the longest time between two sessions of a course
 */
record CourseOrder(SessionReport report, int condition, int gapDays) {

    private static final Comparator<Session> ORDER = Comparator.comparingInt(Session::date)
            .thenComparingInt(Session::number)
            .thenComparingInt(Session::row);

    void check(PatientHistory history) {
        Map<Long, List<Session>> groups = new LinkedHashMap<>();
        history.stream()
                .filter(session -> session.hasDate() && session.number() != Session.NONE)
                .forEach(session -> groups.computeIfAbsent(group(session), key -> new ArrayList<>())
                        .add(session));
        groups.values().forEach(this::check);
    }

    private long group(Session session) {
        if (session.courseId() != 0) {
            return session.courseId();
        }
        return condition < 0 ? -1L : -1L - session.category(condition);
    }

    private void check(List<Session> sessions) {
        sessions.sort(ORDER);
        boolean named = sessions.get(0).courseId() != 0;
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 1; i < sessions.size(); i++) {
            Session session = sessions.get(i);
            Session previous = sessions.get(i - 1);
            if (session.number() <= previous.number()) {
                starts.add(i);
                if (named || session.number() > 1) {
                    report.add(
                            ProblemCode.COURSE_ORDER,
                            session.row(),
                            "session_number",
                            "a number that is not above the earlier one of "
                                    + report.place(previous.row(), session.row()),
                            "numbers that rise with the dates of a course");
                }
            }
        }
        if (!named && starts.size() > 1) {
            int end = starts.size() > 2 ? starts.get(2) : sessions.size();
            checkFirst(sessions.subList(0, starts.get(1)), sessions.subList(starts.get(1), end));
        }
    }

    private void checkFirst(List<Session> early, List<Session> course) {
        Session last = early.get(early.size() - 1);
        Session first = course.get(0);
        if (early.get(0).number() > 1 && first.number() == 1 && first.date() - last.date() <= gapDays) {
            Set<Integer> numbers = Stream.concat(early.stream(), course.stream())
                    .map(Session::number)
                    .collect(Collectors.toSet());
            int highest = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
            if (numbers.size() == early.size() + course.size() && numbers.size() == highest) {
                int row = early.get(0).row();
                report.add(
                        ProblemCode.BEFORE_FIRST,
                        row,
                        "session_date",
                        "a date before that of session 1 in " + report.place(first.row(), row),
                        "a later date, or a course_id where these are two courses");
            }
        }
    }
}
