package org.aestat.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.BenchmarkVerdict.Verdict;
import org.aestat.result.Estimate;
import org.aestat.result.EventRate;
import org.aestat.result.EventRate.Counts;
import org.aestat.result.EventRate.Figures;
import org.aestat.result.EventRate.FrequencyWords;
import org.aestat.result.ProportionInterval;
import org.aestat.result.Stratum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts from rates of independent sessions; the exact binomial numbers are those of {@link LimitSearchTest}. */
class BenchmarksTest {

    private static final Estimate<FrequencyWords> WORDS = Estimate.of(new FrequencyWords("rare", "rare", "rare"));

    private static EventRate rate(String event, Stratum stratum, Counts counts, Estimate<FrequencyWords> frequency) {
        ProportionInterval exact = new ProportionInterval("clopper-pearson", 0.95, 0, 1, null, null);
        Estimate<Figures> estimate = Estimate.of(new Figures(
                (double) counts.events() / counts.denominator(), exact, frequency, 0, exact, null, null, List.of()));
        return new EventRate(event, stratum, "major", counts, estimate, null);
    }

    private static Counts counts(long events, long sessions, long unrecorded) {
        return new Counts(events, sessions, unrecorded, 0, events, sessions, null);
    }

    private static BenchmarkVerdict verdict(long events, long sessions, long unrecorded) {
        Counts counts = counts(events, sessions, unrecorded);
        return first(List.of(rate("pneumothorax", Stratum.OVERALL, counts, WORDS)), sessions + unrecorded);
    }

    private static BenchmarkVerdict first(List<EventRate> rates, long sessions) {
        return new Benchmarks(0.95).verdicts(rates, sessions).get(0);
    }

    /** Without events the upper bound is 1 - 0.05^(1/n), and n ln 0.999 / ln 0.05 the design effect that is left. */
    @Test
    void belowWithAllThatBelongsToIt() {
        BenchmarkVerdict below = verdict(0, 2995, 0);

        assertThat(below.verdict()).isEqualTo(Verdict.DEMONSTRATED_BELOW);
        assertThat(below.reason()).isEqualTo("the upper bound is below the limit");
        assertThat(below.id()).isEqualTo("pneumothorax");
        assertThat(below.event()).isEqualTo("pneumothorax");
        assertThat(below.stratum()).isEqualTo(Stratum.OVERALL);
        assertThat(below.limit()).isEqualTo(0.001);
        assertThat(below.level()).isEqualTo(0.95);
        assertThat(below.rate()).isZero();
        assertThat(below.lower()).isZero();
        assertThat(below.upper()).isCloseTo(1 - Math.pow(0.05, 1 / 2995.0), within(1e-12));
        assertThat(below.sessionsNeeded()).isNull();
        assertThat(below.holdsToDesignEffect()).isCloseTo(2995 * Math.log(0.999) / Math.log(0.05), within(1e-9));
        assertThat(below.tippingPoint()).isNull();
        assertThat(below.source()).contains("Boyce et al. 2020");
        assertThat(below.comparators())
                .contains(new BenchmarkVerdict.Comparator("Witt 2009", 2, 229_230, "patient"))
                .hasSize(3);
    }

    @Test
    void openWithTheSessionsThatAreMissing() {
        BenchmarkVerdict open = verdict(20, 20_464, 0);

        assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(open.reason()).isEqualTo("the limit lies between the bounds");
        assertThat(open.rate()).isEqualTo(20 / 20_464.0);
        assertThat(open.sessionsNeeded()).isEqualTo(8594);
        assertThat(open.holdsToDesignEffect()).isNull();
        assertThat(open.tippingPoint()).isNull();
    }

    @Test
    void aboveNeedsNoSessions() {
        BenchmarkVerdict above = verdict(2, 355, 100);

        assertThat(above.verdict()).isEqualTo(Verdict.DEMONSTRATED_ABOVE);
        assertThat(above.reason()).isEqualTo("the lower bound is above the limit");
        assertThat(above.lower()).isGreaterThan(0.001);
        assertThat(above.sessionsNeeded()).isNull();
        assertThat(above.holdsToDesignEffect()).isBetween(1.0, 1.01);
        assertThat(above.tippingPoint()).isNull();
    }

    /** With one event 4,742 sessions are needed, so of 3,510 without any one unrecorded yes undoes the verdict. */
    @ParameterizedTest
    @CsvSource({"3510, 390, DEMONSTRATED_BELOW", "3509, 390, INCONCLUSIVE", "3510, 391, INCONCLUSIVE"})
    void upToATenthMayBeUnrecorded(long sessions, long unrecorded, Verdict expected) {
        BenchmarkVerdict verdict = verdict(0, sessions, unrecorded);

        assertThat(verdict.verdict()).isEqualTo(expected);
        assertThat(verdict.tippingPoint()).isEqualTo(1);
        assertThat(verdict.sessionsNeeded()).isNull();
        if (expected == Verdict.INCONCLUSIVE) {
            assertThat(verdict.reason())
                    .isEqualTo("more than 10 % of sessions are not recorded, and 1 of them with the event would undo"
                            + " it");
            assertThat(verdict.holdsToDesignEffect()).isNull();
        }
    }

    /** Nothing is held back where the verdict is open anyway. */
    @Test
    void unrecordedSessionsAreNoReasonWhereTheBoundsDecideNothing() {
        assertThat(verdict(0, 1000, 1000).reason()).isEqualTo("the limit lies between the bounds");
    }

    @Test
    void tooFewToJudgeIsInconclusiveWhateverTheBoundsSay() {
        Estimate<FrequencyWords> few = Estimate.notEstimable("fewer than 20 sessions assessed");
        BenchmarkVerdict verdict = first(
                List.of(
                        rate("bruising", Stratum.OVERALL, counts(9, 9, 0), WORDS),
                        rate("pneumothorax", Stratum.OVERALL, counts(19, 19, 0), few)),
                19);

        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.reason()).isEqualTo("fewer than 20 sessions assessed");
        assertThat(verdict.lower()).isGreaterThan(0.001);
        assertThat(verdict.holdsToDesignEffect()).isNull();
        assertThat(verdict.counts()).isEqualTo(counts(19, 19, 0));
    }

    @Test
    void theVerdictIsOnAllSessions() {
        Stratum neck = new Stratum(List.of("condition"), List.of("neck"));
        List<EventRate> rates = List.of(
                rate("pneumothorax", neck, counts(5, 10, 0), WORDS),
                rate("any_major", Stratum.OVERALL, counts(20, 20_464, 0), WORDS),
                rate("pneumothorax", Stratum.OVERALL, counts(0, 2995, 0), WORDS));

        assertThat(new Benchmarks(0.95).verdicts(rates, 20_464))
                .extracting(BenchmarkVerdict::event, BenchmarkVerdict::verdict)
                .containsExactly(
                        tuple("pneumothorax", Verdict.DEMONSTRATED_BELOW), tuple("any_major", Verdict.INCONCLUSIVE));
    }

    @Test
    void withoutTheColumnEverySessionIsUnrecorded() {
        EventRate bruising = rate("bruising", Stratum.OVERALL, counts(1, 30, 0), WORDS);
        BenchmarkVerdict verdict = first(List.of(bruising, bruising), 40);

        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.reason()).isEqualTo("not recorded: the export has no column pneumothorax");
        assertThat(verdict.counts()).isEqualTo(new Counts(0, 0, 40, 0, 0, 0, null));
        assertThat(verdict.rate()).isNull();
        assertThat(verdict.upper()).isNull();
        assertThat(first(List.of(bruising), 40).reason())
                .isEqualTo("not recorded: the export has no column of adverse events");
    }

    @Test
    void aRateThatIsNotEstimableSaysWhy() {
        Counts none = new Counts(0, 0, 7, 0, 0, 0, null);
        EventRate unrecorded =
                new EventRate("pneumothorax", Stratum.OVERALL, "major", none, Estimate.notEstimable("no answer"), null);
        BenchmarkVerdict verdict = first(List.of(unrecorded), 7);

        assertThat(verdict.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict.reason()).isEqualTo("no answer");
        assertThat(verdict.counts()).isEqualTo(none);
    }
}
