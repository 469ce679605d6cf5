package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aestat.analysis.Selection.Choice;
import org.aestat.result.EventRate;
import org.aestat.result.ReliefResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stratum tells what a data set tells from which the other strata were left out, also of patients of several. */
class StratumAloneTest {

    private static final List<List<String>> BY_CONDITION = List.of(List.of("condition"));

    private static Strata alone(RandomClinic clinic, Strata strata, int stratum) {
        String value = strata.get(stratum).values().get(0);
        Choice choice = new Choice("condition", List.of(value == null ? "" : value));
        return new Strata(clinic.table(), List.of(), new Selection(List.of(choice)));
    }

    private static List<ReliefResult> relief(RandomClinic clinic, ReliefDefinition definition, Strata strata) {
        SessionsToRelief relief = new SessionsToRelief(clinic.table(), definition, strata, AnalysisSettings.DEFAULT);
        clinic.histories().forEach(relief::accept);
        List<ReliefResult> rows = relief.result().rows();
        assertThat(relief.result().rows()).usingRecursiveComparison().isEqualTo(rows);
        return rows;
    }

    private static List<EventRate> rates(RandomClinic clinic, Strata strata) {
        AdverseEventRates rates = new AdverseEventRates(clinic.table().layout(), strata, AnalysisSettings.DEFAULT);
        clinic.histories().forEach(rates::accept);
        return rates.result();
    }

    private static void assertSameButStratum(Object found, Object expected) {
        assertThat(found).usingRecursiveComparison().ignoringFields("stratum").isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void reliefOfAStratum(long seed) {
        ReliefDefinition definition = seed % 2 == 0 ? ReliefDefinition.COLUMN : ReliefDefinition.MODERATE;
        RandomClinic clinic = new RandomClinic(seed);
        Strata strata = new Strata(clinic.table(), BY_CONDITION);
        List<ReliefResult> rows = relief(clinic, definition, strata);

        assertThat(rows).hasSize(4);
        assertSameButStratum(
                rows.get(0), relief(clinic, definition, clinic.strata()).get(0));
        for (int stratum = 1; stratum < strata.size(); stratum++) {
            assertSameButStratum(
                    rows.get(stratum),
                    relief(clinic, definition, alone(clinic, strata, stratum)).get(0));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void ratesOfAStratum(long seed) {
        RandomClinic clinic = new RandomClinic(seed);
        Strata strata = new Strata(clinic.table(), BY_CONDITION);
        List<EventRate> rows = rates(clinic, strata);
        int events = rows.size() / strata.size();

        assertThat(rows).hasSize(4 * events);
        assertSameButStratum(rows.subList(0, events), rates(clinic, clinic.strata()));
        for (int stratum = 1; stratum < strata.size(); stratum++) {
            assertSameButStratum(
                    rows.subList(stratum * events, (stratum + 1) * events),
                    rates(clinic, alone(clinic, strata, stratum)));
        }
    }
}
