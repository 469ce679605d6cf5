package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.aestat.analysis.EventComparison.Contrast;
import org.aestat.result.EventRate;
import org.aestat.session.AdverseEvent;
import org.aestat.session.Answer;
import org.aestat.session.PatientHistory;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionTable;
import org.aestat.stat.FisherExact;
import org.aestat.stat.Holm;
import org.aestat.stat.MiettinenNurminen;
import org.junit.jupiter.api.Test;

class EventComparisonTest {

    /** The counts are those of the rates, which have a reference of their own. */
    @Test
    void countsTheSessionsThatTheRatesCount() {
        RandomClinic clinic = new RandomClinic(9);
        Strata strata = clinic.strata("condition");
        EventComparison comparison = new EventComparison(clinic.table().layout(), "any", strata, 0.9);
        AdverseEventRates rates = new AdverseEventRates(clinic.table().layout(), strata, AnalysisSettings.DEFAULT);
        clinic.histories().forEach(history -> {
            comparison.accept(history);
            rates.accept(history);
        });
        EventComparison.Result result = comparison.result();
        List<EventRate> expected = rates.result().stream()
                .filter(rate -> rate.event().equals("any") && !rate.stratum().isOverall())
                .toList();

        assertThat(result.strata()).hasSize(3);
        for (int k = 0; k < 3; k++) {
            assertThat(result.strata().get(k))
                    .isEqualTo(new EventComparison.Side(
                            expected.get(k).stratum(),
                            expected.get(k).counts().events(),
                            expected.get(k).counts().denominator()));
        }
        assertThat(result.test().name()).isEqualTo("rao-scott");
        assertThat(result.contrasts()).hasSize(2).allSatisfy(contrast -> {
            assertThat(contrast.independentLimits()).isNull();
            assertThat(contrast.test().pValue()).isNotNull();
            assertThat(contrast.adjusted())
                    .isGreaterThanOrEqualTo(contrast.test().pValue());
        });
    }

    /** Patients of one session each: {@code yes} of {@code of} in each technique. */
    private static EventComparison.Result ofSingles(int[] yes, int[] of) {
        SessionLayout layout = new SessionLayout(
                List.of(new AdverseEvent("bruising", false)), List.of("technique"), List.of(), Set.of());
        SessionTable table = new SessionTable(layout);
        SessionDraft draft = new SessionDraft(layout);
        for (int k = 0; k < of.length; k++) {
            for (int i = 0; i < Math.max(1, of[k]); i++) {
                draft.clear();
                draft.setPatient(table.patients().code(k + "/" + i));
                draft.setCategory(0, table.categoryTexts(0).code("technique " + k));
                draft.setAnswer(0, of[k] == 0 ? Answer.NOT_RECORDED : i < yes[k] ? Answer.YES : Answer.NO);
                table.add(draft, true);
            }
        }
        EventComparison comparison =
                new EventComparison(layout, "bruising", new Strata(table, List.of(List.of("technique"))), 0.95);
        for (int row = 0; row < table.size(); row++) {
            comparison.accept(new PatientHistory(table, new int[] {row}, 0, 1));
        }
        return comparison.result();
    }

    @Test
    void independentSessionsAreComparedExactly() {
        EventComparison.Result result = ofSingles(new int[] {1, 6, 4}, new int[] {20, 20, 10});

        assertThat(result.test())
                .isEqualTo(new EventComparison.Test(
                        "fisher", FisherExact.pValue(new long[] {1, 6, 4}, new long[] {20, 20, 10})));
        Double first = FisherExact.pValue(new long[] {1, 6}, new long[] {20, 20});
        Double second = FisherExact.pValue(new long[] {1, 4}, new long[] {20, 10});
        double[] adjusted = Holm.adjusted(new double[] {first, second});
        assertThat(result.contrasts()).extracting(Contrast::adjusted).containsExactly(adjusted[0], adjusted[1]);
        assertThat(result.contrasts().get(0).independentLimits())
                .isEqualTo(MiettinenNurminen.limits(1, 20, 6, 20, 0.95));
        assertThat(result.contrasts())
                .extracting(contrast -> contrast.stratum().values())
                .containsExactly(List.of("technique 1"), List.of("technique 2"));
    }

    @Test
    void aStratumWithoutAnAnswerIsNotCompared() {
        Contrast contrast =
                ofSingles(new int[] {3, 0}, new int[] {9, 0}).contrasts().get(0);

        assertThat(contrast.difference()).isNull();
        assertThat(contrast.independentLimits()).isNull();
        assertThat(contrast.ratio()).isNull();
        assertThat(contrast.oddsRatio()).isNull();
        Contrast turned =
                ofSingles(new int[] {0, 3}, new int[] {0, 9}).contrasts().get(0);
        assertThat(turned.independentLimits()).isNull();
    }

    @Test
    void refusesWhatItCannotCompare() {
        RandomClinic clinic = new RandomClinic(9);
        SessionLayout layout = clinic.table().layout();
        assertThatThrownBy(() -> new EventComparison(layout, "cough", clinic.strata("condition"), 0.9))
                .hasMessage("no event is named cough");
        assertThatThrownBy(() -> new EventComparison(layout, "any", clinic.strata(), 0.9))
                .hasMessage("strata to compare are fewer than 2: 0");
        EventComparison one = new EventComparison(layout, "any", clinic.strata("condition"), 0.9);
        assertThatThrownBy(() -> one.combine(new EventComparison(layout, "any", clinic.strata("condition"), 0.8)))
                .hasMessage("a comparison of another configuration");
        assertThatThrownBy(() -> one.combine(new EventComparison(layout, "any", clinic.strata("site"), 0.9)))
                .hasMessage("a comparison of another configuration");
    }
}
