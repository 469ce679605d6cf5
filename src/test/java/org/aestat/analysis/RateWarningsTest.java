package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aestat.result.Warning;
import org.aestat.session.AdverseEvent;
import org.aestat.session.Answer;
import org.aestat.session.PatientHistory;
import org.aestat.session.Sessions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From how many patients on nothing is said. */
class RateWarningsTest {

    /** Patients of one session each, the first of whom had a bruise. */
    private static List<Warning> warnings(int patients, int bruised) {
        Sessions sessions = new Sessions(Sessions.layout(new AdverseEvent("bruising", false)));
        for (int i = 0; i < patients; i++) {
            Answer answer = i < bruised ? Answer.YES : Answer.NO;
            sessions.add("p" + i, draft -> draft.setAnswer(0, answer));
        }
        AdverseEventRates rates = new AdverseEventRates(
                sessions.table().layout(), new Strata(sessions.table(), List.of()), AnalysisSettings.DEFAULT);
        for (int row = 0; row < patients; row++) {
            rates.accept(new PatientHistory(sessions.table(), new int[] {row}, 0, 1));
        }
        return rates.warnings();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "19, 1", "20, 0"})
    void intervalsAreRoughBelowTwentyPatientsWithTheEvent(int bruised, int expected) {
        assertThat(warnings(40, bruised))
                .extracting(Warning::code)
                .hasSize(expected)
                .allMatch("few-patients-with-event"::equals);
    }

    @ParameterizedTest
    @CsvSource({"9, 1", "10, 0"})
    void clustersAreFewBelowTen(int patients, int expected) {
        assertThat(warnings(patients, 0))
                .extracting(Warning::code)
                .hasSize(expected)
                .allMatch("few-clusters"::equals);
    }
}
