package org.aestat.render;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.aestat.result.CheckResult;
import org.aestat.result.ProportionInterval;
import org.aestat.result.SequentialResult;
import org.aestat.result.Stratum;
import org.aestat.result.ThresholdResult;
import org.aestat.result.ThresholdResult.Bound;
import org.aestat.result.ThresholdResult.Counts;
import org.aestat.result.ThresholdResult.Effect;
import org.aestat.result.ThresholdResult.Side;
import org.aestat.result.ThresholdResult.StratumVerdict;
import org.aestat.result.ThresholdResult.Unit;
import org.aestat.result.ThresholdResult.Verdict;
import org.aestat.result.Warning;
import org.jspecify.annotations.Nullable;

/** Decisions of a gate made by hand; their figures need not follow from each other. */
final class SampleChecks {

    /** What breaks lines, tables, tags, commands, directives and terminals. */
    static final String HOSTILE =
            "a|b `c` <script>&amp;\"'</script> ]]> %0A::error::x,y:z # TODO \\ \\# {0} [l](http://x) "
                    + "##[error] \u001b[31mred\u0007 \u202Eabc\u2066 \r\nok 9 - injected\n::stop-commands::t\t\uFFFE\uFFFF\uD800 "
                    + "\u0000\u0085\u2028 é 🙂 www.x.y @me *b* _i_ ~s~ $m$ -->";

    private SampleChecks() {}

    static CheckResult mixed() {
        return check(
                List.of(
                        threshold(
                                "Pneumothorax below 0.1 %",
                                "rate(pneumothorax)", 3, breach(Stratum.OVERALL, Effect.FAIL)),
                        threshold(
                                "Any major below 0.1 %",
                                "rate(any_major)",
                                9,
                                pass(site("North")),
                                breach(site("South"), Effect.WARN),
                                open(site("West"), Effect.FAIL),
                                open(site("East"), Effect.WARN),
                                open(site(null), Effect.NONE)),
                        threshold("Fainting below 0.1 %", "rate(fainting)", 20, nothing(Stratum.OVERALL))),
                List.of(signal("Pneumothorax below 0.1 %")),
                4,
                List.of(4, 5),
                new Warning("few-patients-with-event", "Only 3 patients had pneumothorax; its interval is rough."));
    }

    static CheckResult hostile() {
        return check(
                List.of(threshold(
                        HOSTILE,
                        "rate(" + HOSTILE + ")",
                        1,
                        pass(site("")),
                        breach(site(HOSTILE), Effect.FAIL),
                        breach(site(HOSTILE + "\u202D"), Effect.FAIL),
                        open(site("\u001b]0;x\u0007"), Effect.WARN),
                        open(site("\u202E"), Effect.NONE))),
                List.of(signal(HOSTILE)),
                4,
                List.of(4),
                new Warning(HOSTILE, HOSTILE));
    }

    /** As many breaches, warnings and undecided verdicts as asked for. */
    static CheckResult many(int each) {
        List<StratumVerdict> verdicts = IntStream.rangeClosed(1, each)
                .boxed()
                .flatMap(i -> List.of(
                        breach(site("fails " + i), Effect.FAIL),
                        breach(site("warns " + i), Effect.WARN),
                        open(site("open " + i), Effect.NONE))
                        .stream())
                .toList();
        return check(
                List.of(threshold("Bleeding", "rate(bleeding)", 7, verdicts.toArray(StratumVerdict[]::new))),
                List.of(),
                4,
                List.of(4));
    }

    static CheckResult holds() {
        return check(
                List.of(threshold("Bleeding", "rate(bleeding)", 7, pass(Stratum.OVERALL))), List.of(), 0, List.of());
    }

    static CheckResult check(
            List<ThresholdResult> thresholds,
            List<SequentialResult> sequential,
            int exit,
            List<Integer> applies,
            Warning... warnings) {
        return new CheckResult(
                "0.1.0",
                List.of(SampleResults.CLINIC),
                300,
                SampleResults.PLAIN,
                new CheckResult.Policy("safety/policy.toml", "00ff"),
                thresholds,
                sequential,
                null,
                new CheckResult.Exit(exit, applies),
                List.of(warnings));
    }

    static ThresholdResult threshold(String name, String metric, int line, StratumVerdict... verdicts) {
        return threshold(name, metric, Side.BELOW, 0.001, Unit.FRACTION, line, verdicts);
    }

    static ThresholdResult threshold(
            String name, String metric, Side side, double limit, Unit unit, int line, StratumVerdict... verdicts) {
        return new ThresholdResult(
                name,
                metric,
                side,
                limit,
                unit,
                "demonstrated",
                0.95,
                "patient",
                List.of(),
                List.of(),
                "holm",
                "error",
                "fail",
                line,
                0,
                List.of(verdicts));
    }

    static Stratum site(@Nullable String value) {
        return new Stratum(List.of("site"), Arrays.asList(value));
    }

    static StratumVerdict pass(Stratum stratum) {
        return new StratumVerdict(
                stratum,
                Verdict.PASS,
                Effect.NONE,
                "the upper bound is below the limit",
                0.0,
                null,
                new Counts(0, 2_995, 0, "sessions"),
                new ProportionInterval("clopper-pearson", 0.95, 0, 0.0012, null, null),
                new Bound("upper", 0.95, 0.00099976),
                null);
    }

    static StratumVerdict breach(Stratum stratum, Effect effect) {
        return new StratumVerdict(
                stratum,
                Verdict.BREACH,
                effect,
                "the lower bound is above the limit",
                3 / 818.0,
                null,
                new Counts(3, 818, 5, "sessions"),
                null,
                new Bound("lower", 0.975, 0.0010004),
                null);
    }

    static StratumVerdict open(Stratum stratum, Effect effect) {
        return new StratumVerdict(
                stratum,
                Verdict.INCONCLUSIVE,
                effect,
                "the upper bound is above the limit",
                0.0,
                null,
                new Counts(0, 640, 0, "sessions"),
                null,
                new Bound("upper", 0.95, 0.00467),
                2_355L);
    }

    static StratumVerdict nothing(Stratum stratum) {
        return new StratumVerdict(
                stratum,
                Verdict.INCONCLUSIVE,
                Effect.FAIL,
                "no session is assessed",
                null,
                "not recorded",
                new Counts(0, 0, 1_190, "sessions"),
                null,
                null,
                null);
    }

    static SequentialResult signal(String threshold) {
        return test(threshold, true, Effect.FAIL, "the log-likelihood ratio passed 2.87 on 2024-03-01");
    }

    static SequentialResult test(String threshold, boolean signal, Effect effect, String reason) {
        return new SequentialResult(
                threshold,
                "maxsprt-poisson",
                "pneumothorax",
                0.001,
                null,
                LocalDate.of(2024, 3, 1),
                new SequentialResult.Design(2.87, 0.05, 10.0, 1, null, null),
                signal,
                signal ? LocalDate.of(2024, 3, 1) : null,
                reason,
                List.of(),
                effect);
    }
}
