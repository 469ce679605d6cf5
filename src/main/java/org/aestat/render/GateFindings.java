package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.CheckResult;
import org.aestat.result.SequentialResult;
import org.aestat.result.Stratum;
import org.aestat.result.ThresholdResult;
import org.aestat.result.ThresholdResult.Bound;
import org.aestat.result.ThresholdResult.Counts;
import org.aestat.result.ThresholdResult.Effect;
import org.aestat.result.ThresholdResult.StratumVerdict;
import org.aestat.result.ThresholdResult.Verdict;
import org.jspecify.annotations.Nullable;

/** The verdicts of a safety gate in the order of the policy, then its repeated looks. */
final class GateFindings {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LEVEL = 8;
    private static final Sanitizer SANITIZER = new Sanitizer(true);

    private final CheckResult result;

    private GateFindings(CheckResult result) {
        this.result = result;
    }

    static List<GateFinding> of(CheckResult result) {
        GateFindings findings = new GateFindings(result);
        List<GateFinding> all = new ArrayList<>();
        for (ThresholdResult threshold : result.thresholds()) {
            threshold.verdicts().forEach(verdict -> all.add(finding(threshold, verdict)));
        }
        result.sequential().forEach(test -> all.add(findings.finding(test)));
        return all;
    }

    /** A text that is harmless on one line. */
    static String clean(String text) {
        return SANITIZER.clean(text);
    }

    /** A name that is harmless on one line, and cut where it is too long for one. */
    static String name(String name) {
        String clean = clean(name);
        return clean.codePointCount(0, clean.length()) <= LONGEST_NAME
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    private static GateFinding finding(ThresholdResult threshold, StratumVerdict verdict) {
        MetricText metric = new MetricText(threshold);
        return new GateFinding(
                threshold.name(),
                name(threshold.name()),
                name(Names.stratum(verdict.stratum(), "")),
                verdict.verdict(),
                verdict.effect(),
                clean(metric.expression()),
                sentence(verdict.reason()),
                facts(metric, verdict),
                Math.max(1, threshold.line()),
                key(threshold.name(), verdict.stratum()));
    }

    private GateFinding finding(SequentialResult test) {
        String limit = "rate(" + test.event() + ") < " + Percent.exact(test.limit());
        return new GateFinding(
                test.threshold(),
                name(test.threshold()),
                "repeated looks, " + name(test.method()),
                verdict(test),
                test.effect(),
                clean(limit),
                sentence(test.reason()),
                List.of(),
                line(test.threshold()),
                List.of("sequential", test.threshold(), test.method(), test.event()));
    }

    private static Verdict verdict(SequentialResult test) {
        if (test.signal()) {
            return Verdict.BREACH;
        }
        return test.effect() == Effect.NONE ? Verdict.PASS : Verdict.INCONCLUSIVE;
    }

    private int line(String name) {
        return result.thresholds().stream()
                .filter(threshold -> threshold.name().equals(name))
                .mapToInt(ThresholdResult::line)
                .findFirst()
                .orElse(1);
    }

    private static List<String> key(String name, Stratum stratum) {
        List<String> key = new ArrayList<>(List.of("threshold", name));
        for (int i = 0; i < stratum.columns().size(); i++) {
            String value = stratum.values().get(i);
            key.add(stratum.columns().get(i));
            key.add(value == null ? "not recorded" : "value");
            key.add(value == null ? "" : value);
        }
        return key;
    }

    private static List<String> facts(MetricText metric, StratumVerdict verdict) {
        List<String> facts = new ArrayList<>();
        facts.add(observed(metric, verdict));
        Bound bound = verdict.bound();
        if (bound != null) {
            facts.add(bound(metric, bound));
        }
        Long needed = verdict.sessionsNeeded();
        if (needed != null) {
            facts.add(Quantity.of(needed, "further event-free session") + " would show it.");
        }
        return facts;
    }

    private static String observed(MetricText metric, StratumVerdict verdict) {
        Double value = verdict.value();
        String figure = value == null ? "Not estimable" + because(verdict) : "Observed " + metric.value(value);
        return clean(figure + " (" + counts(verdict.counts()) + ").");
    }

    private static String because(StratumVerdict verdict) {
        @Nullable String reason = verdict.notEstimable();
        return reason == null ? "" : ", " + reason;
    }

    private static String counts(Counts counts) {
        String among = Quantity.count(counts.events()) + " of " + Quantity.count(counts.denominator()) + " "
                + counts.denominatorOf();
        return counts.notRecorded() == 0
                ? among
                : among + ", " + Quantity.count(counts.notRecorded()) + " not recorded";
    }

    private static String bound(MetricText metric, Bound bound) {
        Double value = bound.value();
        String level = " (one-sided " + level(bound.level()) + ").";
        return value == null
                ? "No " + bound.side() + " bound" + level
                : Names.capitalised(bound.side()) + " bound " + metric.bound(value) + level;
    }

    /** A level with all its digits, "97.5 %", but rounded where an adjustment gave it many. */
    private static String level(double level) {
        String exact = Percent.exact(level);
        return exact.length() <= LONGEST_LEVEL ? exact : Percent.of(level);
    }

    private static String sentence(String text) {
        String clean = clean(text).strip();
        return clean.endsWith(".") ? clean : clean + ".";
    }
}
