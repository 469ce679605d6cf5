package org.aestat.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.aestat.result.EventSeverity.DurationRow;
import org.aestat.result.EventSeverity.GradeCount;
import org.aestat.result.EventSeverity.Ungraded;
import org.aestat.session.Answer;
import org.aestat.session.Grade;
import org.aestat.session.Session;

/** The exact counts of how severe one event was in one stratum: the worst grade of each patient, and durations. */
final class SeverityTally implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int NOT_RECORDED = 3;
    private static final List<String> ROWS = List.of("hours", "days", "weeks", "not recorded");

    private final long[] patientsByWorst = new long[Grade.values().length];
    private long ungradedSessions;
    private long ungradedPatients;
    private long ungradedBesideGraded;
    private final long[][] sessionsByDuration = new long[ROWS.size()][NOT_RECORDED + 1];
    private long unansweredWithHours;

    private boolean assessed;
    private boolean ungraded;
    private Grade worst = Grade.NONE;

    /** What one session says of an event. */
    record Finding(Answer answer, Grade worst, boolean ungraded) {

        /**
         * Reads a session.
         *
         * @param event the event, counted from mild on
         * @param session the session
         */
        static Finding of(ReportedEvent event, Session session) {
            Grade worst = Grade.NONE;
            boolean ungraded = false;
            for (int i = 0; i < event.components().size(); i++) {
                int component = event.components().get(i);
                if (session.answer(component) == Answer.YES) {
                    Grade grade = session.grade(component);
                    ungraded |= grade == null;
                    worst = grade != null && grade.isAtLeast(worst) ? grade : worst;
                }
            }
            return new Finding(event.answer(session), worst, ungraded);
        }
    }

    /** Counts a session of the patient at hand. */
    void session(Finding finding) {
        assessed |= finding.answer().isRecorded();
        ungraded |= finding.ungraded();
        ungradedSessions += finding.ungraded() ? 1 : 0;
        worst = finding.worst().isAtLeast(worst) ? finding.worst() : worst;
    }

    /** Counts how long the event lasted that the session had. */
    void duration(Finding finding, int minutes) {
        if (finding.answer() == Answer.YES) {
            int row = minutes == Session.NONE
                    ? NOT_RECORDED
                    : EventDuration.of(minutes).ordinal();
            int column = finding.ungraded() ? NOT_RECORDED : CarnesClass.column(finding.worst());
            sessionsByDuration[row][column]++;
        } else if (finding.answer() == Answer.NOT_RECORDED && minutes > 0) {
            unansweredWithHours++;
        }
    }

    /** Ends the patient at hand. */
    void endPatient() {
        if (ungraded && worst == Grade.NONE) {
            ungradedPatients++;
        } else if (assessed) {
            patientsByWorst[worst.number()]++;
            ungradedBesideGraded += ungraded ? 1 : 0;
        }
        assessed = false;
        ungraded = false;
        worst = Grade.NONE;
    }

    void add(SeverityTally other) {
        add(patientsByWorst, other.patientsByWorst);
        ungradedSessions += other.ungradedSessions;
        ungradedPatients += other.ungradedPatients;
        ungradedBesideGraded += other.ungradedBesideGraded;
        for (int row = 0; row < sessionsByDuration.length; row++) {
            add(sessionsByDuration[row], other.sessionsByDuration[row]);
        }
        unansweredWithHours += other.unansweredWithHours;
    }

    private static void add(long[] counts, long[] more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more[i];
        }
    }

    /** How many patients have each grade as their worst, from none to the highest. */
    List<GradeCount> worstGrades(Grade highest) {
        List<GradeCount> counts = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            if (highest.isAtLeast(grade)) {
                counts.add(new GradeCount(grade, patientsByWorst[grade.number()]));
            }
        }
        return counts;
    }

    Ungraded ungraded() {
        return new Ungraded(ungradedSessions, ungradedPatients, ungradedBesideGraded);
    }

    List<DurationRow> durations() {
        List<DurationRow> rows = new ArrayList<>();
        for (int row = 0; row < ROWS.size(); row++) {
            long[] counts = sessionsByDuration[row];
            rows.add(new DurationRow(ROWS.get(row), counts[0], counts[1], counts[2], counts[NOT_RECORDED]));
        }
        return rows;
    }

    long unansweredWithHours() {
        return unansweredWithHours;
    }
}
