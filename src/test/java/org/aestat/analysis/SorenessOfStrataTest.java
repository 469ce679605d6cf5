package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.aestat.result.CurveTest;
import org.aestat.session.Answer;
import org.aestat.session.PatientHistory;
import org.aestat.session.Sessions;
import org.aestat.session.SorenessForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When soreness is tested between conditions, each session of another patient. */
class SorenessOfStrataTest {

    private static final int HOUR = 60;

    private static CurveTest test(SorenessForm form, int neck, int back, Answer resolved) {
        Sessions sessions = new Sessions(Sessions.layout());
        for (int i = 0; i < neck + back; i++) {
            String condition = i < neck ? "neck" : "back";
            int hours = 10 + i;
            sessions.add("p" + i, draft -> {
                draft.setCategory(0, sessions.condition(condition));
                draft.setDuration(hours * HOUR);
                draft.setResolved(resolved);
                draft.setLastSore(hours * HOUR);
                draft.setFirstClear((hours + 5) * HOUR);
            });
        }
        return test(form, sessions, AnalysisSettings.DEFAULT);
    }

    private static CurveTest test(SorenessForm form, Sessions sessions, AnalysisSettings settings) {
        SorenessResolution soreness = new SorenessResolution(
                form,
                List.of(),
                new Strata(sessions.table(), List.of(List.of("condition"))),
                new Strata(sessions.table(), List.of()),
                settings);
        for (int row = 0; row < sessions.table().size(); row++) {
            soreness.accept(new PatientHistory(sessions.table(), new int[] {row}, 0, 1));
        }
        return soreness.result().test();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, YES, tested",
        "9, 10, YES, fewer than 10 patients with soreness in a stratum",
        "10, 9, YES, fewer than 10 patients with soreness in a stratum",
        "10, 10, NO, no two strata were at risk when soreness resolved"
    })
    void tenPatientsOfEachConditionAreTested(int neck, int back, Answer resolved, String expected) {
        String found = test(SorenessForm.DURATION, neck, back, resolved)
                .estimate()
                .fold(figures -> "tested", reason -> reason);
        assertThat(found).isEqualTo(expected);
    }

    /**
     * By hand: at time 0 ten of twenty are resolved, all of them of the neck, and 5 are expected with the variance
     * 10 (1/2)(1/2)(10/19) = 25/19; later the back alone is at risk. So chi-square is 25/(25/19) = 19.
     */
    @Test
    void theNeverSoreAreTestedAtTimeZero() {
        Sessions sessions = new Sessions(Sessions.layout());
        for (int i = 0; i < 20; i++) {
            String condition = i < 10 ? "neck" : "back";
            int hours = i < 10 ? 0 : 10;
            sessions.add("p" + i, draft -> {
                draft.setCategory(0, sessions.condition(condition));
                draft.setDuration(hours * HOUR);
                draft.setResolved(Answer.YES);
            });
        }
        AnalysisSettings all =
                new AnalysisSettings(0.95, IntervalChoice.AUTO, ClusterLevel.PATIENT, 1.5, null, 90, null, true);
        CurveTest test = test(SorenessForm.DURATION, sessions, all);

        assertThat(test.estimate().fold(CurveTest.Figures::chiSquare, reason -> null))
                .isCloseTo(19, within(1e-12));
    }

    @Test
    void intervalsAreNotTested() {
        CurveTest test = test(SorenessForm.INTERVAL, 10, 10, Answer.YES);
        String found = test.estimate().fold(figures -> "tested", reason -> reason);

        assertThat(found).isEqualTo("soreness is recorded in intervals, which the log-rank test does not take");
        assertThat(test.test()).isEqualTo("log-rank, clustered by patient");
    }
}
