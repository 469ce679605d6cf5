package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import org.aestat.result.CheckResult;
import org.aestat.result.ThresholdResult;
import org.aestat.result.ThresholdResult.Bound;
import org.aestat.result.ThresholdResult.Side;
import org.aestat.result.ThresholdResult.StratumVerdict;

/** What a gate decided, for programs: the schema {@code aestat-result/1}, with every figure as it was computed. */
public final class CheckJsonRenderer implements CheckRenderer {

    @Override
    public void render(CheckResult result, Writer out) throws IOException {
        new JsonDocument().write(out, json -> fields(json, result));
    }

    private static void fields(JsonFields json, CheckResult result) throws IOException {
        RunJson run = new RunJson(json);
        run.head(result.version(), "check");
        run.data(result.inputs(), result.rows(), result.patients(), result.settings());
        json.object("policy", result.policy(), policy -> {
            json.text("file", policy.file());
            json.text("sha256", policy.sha256());
        });
        CheckResult.Baseline baseline = result.baseline();
        if (baseline != null) {
            json.object("baseline", baseline, earlier -> {
                json.text("file", earlier.file());
                json.text("sha256", earlier.sha256());
            });
        }
        json.array("thresholds", result.thresholds(), threshold -> threshold(json, threshold));
        if (!result.sequential().isEmpty()) {
            json.array("sequential", result.sequential(), new SequentialJson(json)::test);
        }
        json.object("exit", result.exit(), exit -> {
            json.count("code", (long) exit.code());
            json.counts("applies", exit.applies());
        });
        run.warnings(result.warnings());
    }

    private static void threshold(JsonFields json, ThresholdResult threshold) throws IOException {
        json.text("name", threshold.name());
        json.text("expression", VerdictSentence.expression(threshold));
        json.text("metric", threshold.metric());
        json.number(threshold.side() == Side.BELOW ? "below" : "above", threshold.limit());
        json.text("unit", threshold.unit().label());
        json.text("evidence", threshold.evidence());
        json.number("level", threshold.level());
        json.text("cluster", threshold.cluster());
        json.texts("where", threshold.where());
        json.texts("by", threshold.by());
        json.text("adjust", threshold.adjust());
        json.text("severity", threshold.severity());
        json.text("inconclusive", threshold.inconclusive());
        json.count("line", (long) threshold.line());
        json.count("strataWithoutData", threshold.strataWithoutData());
        json.array("verdicts", threshold.verdicts(), verdict -> verdict(json, verdict));
    }

    private static void verdict(JsonFields json, StratumVerdict verdict) throws IOException {
        json.stratum(verdict.stratum());
        json.text("verdict", verdict.verdict().label());
        json.text("effect", verdict.effect().label());
        json.text("reason", verdict.reason());
        json.number("value", verdict.value());
        json.text("notEstimable", verdict.notEstimable());
        json.object("counts", verdict.counts(), counts -> {
            json.count("events", counts.events());
            json.count("denominator", counts.denominator());
            json.count("notRecorded", counts.notRecorded());
            json.text("of", counts.denominatorOf());
        });
        if (verdict.interval() != null) {
            json.interval(verdict.interval());
        }
        Bound bound = verdict.bound();
        if (bound != null) {
            json.object("bound", bound, b -> {
                json.text("side", b.side());
                json.number("level", b.level());
                json.number("value", b.value());
            });
        }
        json.count("sessionsNeeded", verdict.sessionsNeeded());
    }
}
