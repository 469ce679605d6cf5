package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.aestat.result.Estimate;
import org.aestat.result.Quantile;
import org.aestat.result.ReliefResult;
import org.aestat.result.Warning;
import org.aestat.session.Answer;
import org.aestat.session.CourseOutcome;
import org.aestat.session.PatientHistory;
import org.aestat.session.Sessions;
import org.junit.jupiter.api.Test;

/** Late and conflicting courses put together from parts, and what is said where a curve ends early. */
class LateCoursesTest {

    private final Sessions sessions = new Sessions(Sessions.layout());

    private SessionsToRelief byColumn() {
        return new SessionsToRelief(
                sessions.table(),
                ReliefDefinition.COLUMN,
                new Strata(sessions.table(), List.of()),
                AnalysisSettings.DEFAULT);
    }

    /** A patient of their own: numbers of sessions, of which the last alone has relief. */
    private PatientHistory relievedAt(int... numbers) {
        int first = sessions.table().size();
        for (int number : numbers) {
            Answer answer = number == numbers[numbers.length - 1] ? Answer.YES : Answer.NO;
            sessions.add("p" + first, draft -> {
                draft.setNumber(number);
                draft.setRelief(answer);
            });
        }
        int[] rows = IntStream.range(first, sessions.table().size()).toArray();
        return new PatientHistory(sessions.table(), rows, 0, rows.length);
    }

    private PatientHistory unrelieved(CourseOutcome outcome) {
        int row = sessions.table().size();
        sessions.add("open" + row, draft -> {
            draft.setNumber(1);
            draft.setRelief(Answer.NO);
            draft.setOutcome(outcome);
        });
        return new PatientHistory(sessions.table(), new int[] {row}, 0, 1);
    }

    /** Numbered 1, 4, 2, 5 by date: a second course starts at 2, which is late. */
    private PatientHistory conflicting() {
        int first = sessions.table().size();
        int[] numbers = {1, 4, 2, 5};
        for (int i = 0; i < numbers.length; i++) {
            int number = numbers[i];
            int date = 1000 + i;
            sessions.add("c" + first, draft -> {
                draft.setNumber(number);
                draft.setDate(date);
                draft.setRelief(number == 5 ? Answer.YES : Answer.NO);
            });
        }
        return new PatientHistory(
                sessions.table(), IntStream.range(first, first + numbers.length).toArray(), 0, numbers.length);
    }

    @Test
    void everyCountOfTwoPartsAddsUp() {
        List<PatientHistory> part = List.of(relievedAt(2, 3), conflicting(), unrelieved(CourseOutcome.NOT_RECORDED));
        SessionsToRelief first = byColumn();
        SessionsToRelief second = byColumn();
        part.forEach(first::accept);
        part.forEach(second::accept);
        SessionsToRelief.Result whole = first.combine(second).result();

        assertThat(whole.rows().get(0).counts().orderConflicts()).isEqualTo(2);
        assertThat(whole.rows().get(0).counts().late()).as("two in each part").isEqualTo(4);
        assertThat(whole.warnings())
                .containsExactly(
                        new Warning(
                                "courses-without-dates",
                                "Unrelieved courses without a date and an outcome, counted as open though they may be over: 2."));
    }

    /** Four are at risk at session 1 while the fifth enters after session 2. */
    @Test
    void aThinCurveSaysWhereItEnds() {
        SessionsToRelief relief = byColumn();
        for (int i = 0; i < 4; i++) {
            relief.accept(relievedAt(1, 2, 3));
        }
        relief.accept(relievedAt(2, 3));
        String reason = "fewer than 5 courses at risk at session 1 while others were still to enter";

        assertThat(figures(relief).medianSessions()).isEqualTo(Quantile.none(reason, null, null));
        assertThat(figures(relief).curve()).isEmpty();
        assertThat(figures(relief).relievedBy().get(0).estimate()).isEqualTo(Estimate.notEstimable(reason));
    }

    @Test
    void aMedianThatIsNotReachedSaysUpToWhere() {
        SessionsToRelief relief = byColumn();
        relief.accept(relievedAt(1, 2));
        for (int i = 0; i < 4; i++) {
            relief.accept(unrelieved(CourseOutcome.COMPLETED));
        }

        assertThat(figures(relief).medianSessions().reason()).isEqualTo("not reached by session 2");
    }

    private static ReliefResult.Figures figures(SessionsToRelief relief) {
        return ((Estimate.Estimated<ReliefResult.Figures>)
                        relief.result().rows().get(0).estimate())
                .value();
    }
}
