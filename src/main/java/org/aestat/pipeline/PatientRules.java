package org.aestat.pipeline;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aestat.csv.ProblemCode;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;

/**
 * What the sessions of a patient must be together, apart from their order.
 *
 * @param report takes the problems
 * @param condition the place of the condition in the layout, -1 where there is none
 */
record PatientRules(SessionReport report, int condition) {

    /** A session's date and condition. */
    private record Visit(int date, int condition) {}

    void check(PatientHistory history) {
        checkAges(history);
        checkRepeated(history);
    }

    private void checkAges(PatientHistory history) {
        List<Session> aged = history.stream()
                .filter(session -> session.hasDate() && age(session) != Session.NONE)
                .sorted(Comparator.comparingInt(Session::date).thenComparingInt(Session::row))
                .toList();
        Session earlier = null;
        for (int i = 1; i < aged.size(); i++) {
            Session session = aged.get(i);
            earlier = aged.get(i - 1).date() < session.date() ? aged.get(i - 1) : earlier;
            if (earlier != null && age(session) < age(earlier)) {
                report.add(
                        ProblemCode.AGE_FALLING,
                        session.row(),
                        "age",
                        "an age below the earlier one of " + report.place(earlier.row(), session.row()),
                        "an age that does not fall with time");
            }
        }
    }

    private int age(Session session) {
        return report.places().age(session.row());
    }

    private void checkRepeated(PatientHistory history) {
        Map<Visit, Integer> first = new HashMap<>();
        for (Session session : history) {
            if (session.hasDate()) {
                Visit visit = new Visit(session.date(), condition < 0 ? 0 : session.category(condition));
                Integer row = first.putIfAbsent(visit, session.row());
                if (row != null) {
                    report.add(
                            ProblemCode.DUPLICATE,
                            session.row(),
                            "session_date",
                            "the patient, date and condition of " + report.place(row, session.row()),
                            "one session a day for a condition");
                }
            }
        }
    }
}
