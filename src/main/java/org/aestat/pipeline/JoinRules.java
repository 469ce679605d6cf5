package org.aestat.pipeline;

import org.aestat.csv.EventColumn;
import org.aestat.csv.EventFile;
import org.aestat.csv.EventRow;
import org.aestat.csv.ProblemCode;
import org.aestat.csv.RowProblem;
import org.aestat.pipeline.MetSessions.Span;
import org.aestat.session.Answer;
import org.aestat.session.EventRecord;
import org.aestat.session.Session;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a file of events and its session must be together.
 *
 * @param file the file
 * @param keys by what rows are joined
 * @param table the sessions
 */
record JoinRules(EventFile file, EventKeys keys, SessionTable table) {

    private static final String OWN = "the same in both files";

    /** What is wrong with the sessions that a row can be about, or null if it is one. */
    @Nullable
    RowProblem checkPlace(EventRow row, Span sessions) {
        if (sessions.size() == 1) {
            return null;
        }
        if (keys.usesId(row)) {
            return problem(
                    ProblemCode.SESSION_NOT_FOUND,
                    row,
                    EventColumn.SESSION_ID,
                    "the id of no session",
                    "that of one that was read",
                    "");
        }
        if (!keys.byPatient()) {
            String advice = "The exports have no column 'session_date' to join by.";
            return problem(ProblemCode.SESSION_UNSAID, row, EventColumn.SESSION_ID, "blank", "an id", advice);
        }
        if (row.place().patient() == null) {
            String advice = "The exports have no column 'session_id' to join by.";
            return problem(ProblemCode.SESSION_UNSAID, row, EventColumn.PATIENT_ID, "blank", "an id", advice);
        }
        if (!row.place().hasDay() && !keys.usesLatest(row)) {
            String advice = "The exports have no column 'session_id' to join by.";
            return problem(
                    ProblemCode.SESSION_UNSAID,
                    row,
                    EventColumn.SESSION_DATE,
                    "nothing recorded",
                    "the date of the session",
                    advice);
        }
        return sessions.size() == 0 ? noSession(row) : severalSessions(row, sessions.size());
    }

    private RowProblem noSession(EventRow row) {
        String when = keys.usesLatest(row) ? within() : " on that day";
        return problem(
                ProblemCode.SESSION_NOT_FOUND,
                row,
                EventColumn.PATIENT_ID,
                "a patient without a session" + when,
                "one with a session",
                "");
    }

    private String within() {
        return " within " + keys.withinDays() + (keys.withinDays() == 1 ? " day" : " days") + " before the onset";
    }

    private RowProblem severalSessions(EventRow row, int count) {
        String when = keys.usesLatest(row) ? " on the last day up to the onset" : " on that day";
        return problem(
                ProblemCode.SESSION_AMBIGUOUS,
                row,
                EventColumn.PATIENT_ID,
                "a patient with " + count + " sessions" + when,
                "one session",
                "A session_id would tell them apart.");
    }

    /**
     * What is wrong between a row and its session, or null.
     *
     * @param row the row
     * @param event its event's place in the layout
     * @param sessions the session
     */
    @Nullable
    RowProblem check(EventRow row, int event, Span sessions) {
        Session session = table.session(sessions.row(0));
        RowProblem problem = checkIdentity(row, sessions, session);
        if (problem == null) {
            problem = checkDays(row, session);
        }
        return problem == null ? checkAnswers(row, event, session) : problem;
    }

    private @Nullable RowProblem checkIdentity(EventRow row, Span sessions, Session session) {
        if (!keys.usesId(row)) {
            return null;
        }
        if (keys.byPatient()
                && row.place().patient() != null
                && !keys.patient(row).equals(sessions.sessions().patient())) {
            return problem(
                    ProblemCode.SESSION_CONTRADICTED,
                    row,
                    EventColumn.PATIENT_ID,
                    "another patient than the session has",
                    OWN,
                    "");
        }
        if (row.place().hasDay() && session.hasDate() && row.place().date() != session.date()) {
            return problem(
                    ProblemCode.SESSION_CONTRADICTED,
                    row,
                    EventColumn.SESSION_DATE,
                    "another day than the session has",
                    OWN,
                    "");
        }
        return null;
    }

    private @Nullable RowProblem checkDays(EventRow row, Session session) {
        if (!session.hasDate()) {
            return null;
        }
        if (row.said().onsetDay() != Session.NO_DATE && row.said().onsetDay() < session.date()) {
            return problem(
                    ProblemCode.EVENT_TIMES,
                    row,
                    EventColumn.ONSET,
                    "a day before the session",
                    "its day or a later one",
                    "");
        }
        if (row.said().resolvedDay() != Session.NO_DATE && row.said().resolvedDay() < session.date()) {
            return problem(
                    ProblemCode.EVENT_TIMES,
                    row,
                    EventColumn.RESOLVED,
                    "a day before the session",
                    "its day or a later one",
                    "");
        }
        return null;
    }

    private @Nullable RowProblem checkAnswers(EventRow row, int event, Session session) {
        EventRecord own = table.record(event, session.row());
        Answer said = row.said().record().answer();
        if (own.answer().isRecorded() && own.answer() != said) {
            String found = said == Answer.YES
                    ? "an event that the session's own column has as 'no'"
                    : "'no' for an event that the session's own column has as 'yes'";
            return problem(
                    ProblemCode.SESSION_CONTRADICTED,
                    row,
                    said == Answer.YES ? EventColumn.EVENT : EventColumn.GRADE,
                    found,
                    OWN,
                    "");
        }
        boolean mildByColumn =
                own == EventRecord.ONE && table.layout().events().get(event).graded();
        EventRecord grade = mildByColumn ? EventRecord.MILD : own;
        if (grade.isGrade() && row.said().record().compareTo(grade) > 0) {
            return problem(
                    ProblemCode.SESSION_CONTRADICTED,
                    row,
                    EventColumn.GRADE,
                    "a grade above that in the session's own column",
                    "that grade or less",
                    "");
        }
        if (said == Answer.NO && session.minutesUntilGone(event) > 0) {
            return problem(
                    ProblemCode.SESSION_CONTRADICTED,
                    row,
                    EventColumn.GRADE,
                    "'no' beside hours in the session's own column",
                    "a yes",
                    "");
        }
        return null;
    }

    /** The problem of a row that says the opposite of an earlier one. */
    RowProblem contradiction(EventRow row) {
        return problem(
                ProblemCode.SESSION_CONTRADICTED,
                row,
                EventColumn.GRADE,
                "the opposite of an earlier row for the same event and session",
                "one answer",
                "");
    }

    private RowProblem problem(
            ProblemCode code,
            EventRow row,
            @Nullable EventColumn column,
            String found,
            String expected,
            String advice) {
        return file.problem(code, row.line(), column, found, expected, advice);
    }
}
