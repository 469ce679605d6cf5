package org.aestat.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aestat.csv.ProblemCode;
import org.aestat.result.ValidationResult.NotChecked;
import org.aestat.session.Session;
import org.aestat.session.SessionTable;
import org.aestat.session.Soreness.State;
import org.aestat.session.SorenessForm;
import org.jspecify.annotations.Nullable;

/** What accepted sessions must be, by themselves and together. */
final class SessionRules {

    private static final int OLDEST = 120;
    private static final int COURSE_GAP = 90;

    private final SessionReport report;
    private final SessionTable table;
    private final @Nullable LocalDate asOf;
    private final boolean patientsById;

    /**
     * The rules.
     *
     * @param report takes the problems
     * @param asOf the day after which no session can be, or null
     * @param patientsById whether ids tell patients apart, and not rows
     */
    SessionRules(SessionReport report, @Nullable LocalDate asOf, boolean patientsById) {
        this.report = report;
        this.table = report.table();
        this.asOf = asOf;
        this.patientsById = patientsById;
    }

    void apply() {
        TherapistDays days = new TherapistDays(report);
        for (int row = 0; row < table.size(); row++) {
            Session session = table.session(row);
            checkDate(session);
            checkAge(session);
            checkSoreness(session);
            days.check(session);
        }
        if (patientsById) {
            int condition = table.layout().category("condition");
            CourseOrder order = new CourseOrder(report, condition, COURSE_GAP);
            PatientRules together = new PatientRules(report, condition);
            new Histories(table).forEach(history -> {
                order.check(history);
                together.check(history);
            });
        }
    }

    private void checkDate(Session session) {
        if (asOf != null && session.hasDate() && session.date() > asOf.toEpochDay()) {
            report.add(ProblemCode.FUTURE_DATE, session.row(), "session_date", "a later date", "a date up to " + asOf);
        }
    }

    private void checkAge(Session session) {
        if (report.places().age(session.row()) > OLDEST) {
            report.add(ProblemCode.AGE_RANGE, session.row(), "age", "an age above 120", "years from 0 to 120");
        }
    }

    private void checkSoreness(Session session) {
        State state = session.soreness(SorenessForm.DURATION).state();
        if (state == State.END_NOT_RECORDED) {
            report.add(
                    ProblemCode.SORENESS_HALF,
                    session.row(),
                    "soreness_resolved",
                    "nothing recorded beside hours of soreness",
                    "yes or no");
        } else if (state == State.NOT_RECORDED && session.sorenessResolved().isRecorded()) {
            report.add(
                    ProblemCode.SORENESS_HALF,
                    session.row(),
                    "soreness_hours",
                    "nothing recorded beside an answer on its end",
                    "the hours that the answer is about");
        }
    }

    /** The rules that lack something. */
    List<NotChecked> notChecked() {
        List<NotChecked> list = new ArrayList<>();
        ofPatients(list, ProblemCode.COURSE_ORDER, "session_number", "session_date");
        if (asOf == null && lacking("session_date").isEmpty()) {
            list.add(new NotChecked(ProblemCode.FUTURE_DATE.code(), "--as-of is not given"));
        }
        ofColumns(list, ProblemCode.FUTURE_DATE, "session_date");
        ofColumns(list, ProblemCode.AGE_RANGE, "age");
        ofPatients(list, ProblemCode.AGE_FALLING, "age", "session_date");
        ofPatients(list, ProblemCode.BEFORE_FIRST, "session_number", "session_date");
        ofColumns(list, ProblemCode.TWO_SITES, "site", "therapist", "session_date");
        ofPatients(list, ProblemCode.DUPLICATE, "session_date");
        ofColumns(list, ProblemCode.SORENESS_HALF, "soreness_hours", "soreness_resolved");
        return list;
    }

    private void ofPatients(List<NotChecked> list, ProblemCode code, String... columns) {
        if (patientsById) {
            ofColumns(list, code, columns);
        } else {
            list.add(new NotChecked(code.code(), "every row is its own patient"));
        }
    }

    private void ofColumns(List<NotChecked> list, ProblemCode code, String... columns) {
        List<String> lacking = lacking(columns);
        if (!lacking.isEmpty()) {
            list.add(new NotChecked(code.code(), "no column " + String.join(", ", lacking)));
        }
    }

    private List<String> lacking(String... columns) {
        List<String> lacking = new ArrayList<>(List.of(columns));
        report.inputs().forEach(input -> lacking.removeAll(input.columns().categoryNames()));
        return lacking;
    }
}
