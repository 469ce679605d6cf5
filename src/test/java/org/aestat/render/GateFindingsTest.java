package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.aestat.result.CheckResult;
import org.aestat.result.Stratum;
import org.aestat.result.ThresholdResult.Bound;
import org.aestat.result.ThresholdResult.Counts;
import org.aestat.result.ThresholdResult.Effect;
import org.aestat.result.ThresholdResult.Side;
import org.aestat.result.ThresholdResult.StratumVerdict;
import org.aestat.result.ThresholdResult.Unit;
import org.aestat.result.ThresholdResult.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GateFindingsTest {

    static Stream<Arguments> units() {
        return Stream.of(
                arguments(
                        "soreness.resolved_by(48h)",
                        Side.ABOVE,
                        0.9,
                        Unit.FRACTION,
                        0.8714,
                        0.89996,
                        List.of(
                                "soreness.resolved_by(48h) > 90 %",
                                "Observed 87.1 % (3 of 40 sessions).", "Upper bound 89.996 % (one-sided 95 %).")),
                arguments(
                        "change(rate(bruising))",
                        Side.BELOW,
                        0.02,
                        Unit.FRACTION,
                        -0.0125,
                        0.0351,
                        List.of(
                                "change(rate(bruising)) < 2 percentage points",
                                "Observed -1.25 percentage points (3 of 40 sessions).",
                                "Upper bound 3.51 percentage points (one-sided 95 %).")),
                arguments(
                        "soreness.median_hours",
                        Side.BELOW,
                        36,
                        Unit.HOURS,
                        30.5,
                        38.0,
                        List.of(
                                "soreness.median_hours < 36 hours",
                                "Observed 30.5 hours (3 of 40 sessions).",
                                "Upper bound 38 hours (one-sided 95 %).")),
                arguments(
                        "relief.median_sessions",
                        Side.BELOW,
                        6,
                        Unit.SESSIONS,
                        4,
                        7.0,
                        List.of(
                                "relief.median_sessions < 6 sessions",
                                "Observed 4 sessions (3 of 40 sessions).",
                                "Upper bound 7 sessions (one-sided 95 %).")),
                arguments(
                        "count(bleeding)",
                        Side.BELOW,
                        5,
                        Unit.COUNT,
                        3,
                        null,
                        List.of(
                                "count(bleeding) < 5",
                                "Observed 3 (3 of 40 sessions).",
                                "No upper bound (one-sided 95 %).")));
    }

    @ParameterizedTest
    @MethodSource("units")
    void figuresHaveTheUnitOfTheMetric(
            String metric, Side side, double limit, Unit unit, double value, Double bound, List<String> expected) {
        StratumVerdict verdict = new StratumVerdict(
                Stratum.OVERALL,
                Verdict.INCONCLUSIVE,
                Effect.FAIL,
                "the bound is on the other side",
                value,
                null,
                new Counts(3, 40, 0, "sessions"),
                null,
                new Bound("upper", 0.95, bound),
                null);
        GateFinding finding = only(SampleChecks.check(
                List.of(SampleChecks.threshold("T", metric, side, limit, unit, 2, verdict)), List.of(), 5, List.of(5)));

        assertThat(Stream.concat(Stream.of(finding.expression()), finding.facts().stream()))
                .isEqualTo(expected);
    }

    @Test
    void theSentenceSaysTheVerdictAndWhy() {
        assertThat(GateFindings.of(SampleChecks.mixed()))
                .extracting(GateFinding::title, GateFinding::outcome, GateFinding::sentence)
                .containsExactly(
                        tuple(
                                "Pneumothorax below 0.1 %",
                                "breach, fails",
                                "Breach of rate(pneumothorax) < 0.1 %: the lower bound is above the limit."),
                        tuple(
                                "Any major below 0.1 % [site = North]",
                                "pass", "rate(any_major) < 0.1 % holds: the upper bound is below the limit."),
                        tuple(
                                "Any major below 0.1 % [site = South]",
                                "breach, warning",
                                "Breach of rate(any_major) < 0.1 %: the lower bound is above the limit."),
                        tuple(
                                "Any major below 0.1 % [site = West]",
                                "inconclusive, fails",
                                "The data cannot decide rate(any_major) < 0.1 %: the upper bound is above the limit."),
                        tuple(
                                "Any major below 0.1 % [site = East]",
                                "inconclusive, warning",
                                "The data cannot decide rate(any_major) < 0.1 %: the upper bound is above the limit."),
                        tuple(
                                "Any major below 0.1 % [site = (not recorded)]",
                                "inconclusive",
                                "The data cannot decide rate(any_major) < 0.1 %: the upper bound is above the limit."),
                        tuple(
                                "Fainting below 0.1 %",
                                "inconclusive, fails",
                                "The data cannot decide rate(fainting) < 0.1 %: no session is assessed."),
                        tuple(
                                "Pneumothorax below 0.1 % [repeated looks, maxsprt-poisson]",
                                "breach, fails",
                                "Breach of rate(pneumothorax) < 0.1 %: the log-likelihood ratio passed 2.87 on "
                                        + "2024-03-01."));
    }

    @Test
    void whatCannotBeEstimatedSaysWhy() {
        GateFinding finding = only(SampleChecks.check(
                List.of(SampleChecks.threshold("T", "rate(fainting)", 2, SampleChecks.nothing(Stratum.OVERALL))),
                List.of(),
                5,
                List.of(5)));

        assertThat(finding.facts())
                .containsExactly("Not estimable, not recorded (0 of 0 sessions, 1,190 not recorded).");
    }

    @Test
    void repeatedLooksWithoutASignalPassUnlessTheyHaveAnEffect() {
        CheckResult result = SampleChecks.check(
                List.of(),
                List.of(
                        SampleChecks.test("T", false, Effect.NONE, "no signal."),
                        SampleChecks.test("T", false, Effect.WARN, "nothing to look at")),
                6,
                List.of(6));

        assertThat(GateFindings.of(result))
                .extracting(GateFinding::verdict, GateFinding::reason, GateFinding::line)
                .containsExactly(
                        tuple(Verdict.PASS, "no signal.", 1), tuple(Verdict.INCONCLUSIVE, "nothing to look at.", 1));
    }

    @Test
    void aLongNameIsCut() {
        assertThat(GateFindings.name("🙂".repeat(200))).isEqualTo("🙂".repeat(200));
        assertThat(GateFindings.name("🙂".repeat(201))).isEqualTo("🙂".repeat(200) + "…");
    }

    private static GateFinding only(CheckResult result) {
        List<GateFinding> findings = GateFindings.of(result);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
