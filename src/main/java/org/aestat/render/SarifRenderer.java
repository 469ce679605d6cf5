package org.aestat.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.aestat.result.CheckResult;
import org.aestat.result.ThresholdResult;
import org.aestat.result.ThresholdResult.Effect;
import org.aestat.result.ThresholdResult.Verdict;

/** A gate's decision as SARIF 2.1.0: a rule a threshold, a result a verdict that is no pass. */
public final class SarifRenderer implements CheckRenderer {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final int LONGEST_SLUG = 40;
    private static final int HASH_DIGITS = 8;

    @Override
    public void render(CheckResult result, Writer out) throws IOException {
        try (JsonGenerator generator = JsonDocument.generator(out)) {
            JsonFields json = new JsonFields(generator);
            json.object(result, r -> {
                json.text("$schema", SCHEMA);
                json.text("version", "2.1.0");
                json.array("runs", List.of(r), run -> run(json, run));
            });
        }
        out.write('\n');
    }

    private static void run(JsonFields json, CheckResult result) throws IOException {
        List<String> rules =
                result.thresholds().stream().map(ThresholdResult::name).toList();
        String policy = new PolicyPath(result.policy().file()).uri();
        List<GateFinding> findings = GateFindings.of(result).stream()
                .filter(finding -> finding.verdict() != Verdict.PASS)
                .toList();
        json.object(
                "tool",
                result,
                tool -> json.object("driver", tool, driver -> {
                    json.text("name", "aestat");
                    json.text("version", driver.version());
                    json.array("rules", driver.thresholds(), threshold -> rule(json, threshold));
                }));
        json.array("invocations", List.of(result), invocation -> invocation(json, invocation));
        json.array("results", findings, finding -> finding(json, finding, rules.indexOf(finding.rule()), policy));
        json.text("columnKind", "utf16CodeUnits");
    }

    private static void rule(JsonFields json, ThresholdResult threshold) throws IOException {
        String expression = new MetricText(threshold).expression();
        json.text("id", ruleId(threshold.name()));
        json.text("name", GateFindings.name(threshold.name()));
        message(json, "shortDescription", GateFindings.name(threshold.name()));
        message(
                json,
                "fullDescription",
                GateFindings.clean("Holds where " + expression + ", evidence " + threshold.evidence() + "."));
        message(
                json,
                "help",
                "A breach: the data show that the limit is not kept. Inconclusive: the data cannot tell. Passes are not "
                        + "listed.");
        json.object(
                "defaultConfiguration",
                threshold,
                t -> json.text("level", "warning".equals(t.severity()) ? "warning" : "error"));
    }

    private static void invocation(JsonFields json, CheckResult result) throws IOException {
        json.flag("executionSuccessful", true);
        json.count("exitCode", (long) result.exit().code());
        json.array("toolExecutionNotifications", result.warnings(), warning -> {
            json.object("descriptor", warning, w -> json.text("id", GateFindings.clean(w.code())));
            json.text("level", "warning");
            message(json, "message", GateFindings.clean(warning.message()));
        });
    }

    private static void finding(JsonFields json, GateFinding finding, int rule, String policy) throws IOException {
        String fingerprint = Fingerprint.of(finding.key());
        json.text("ruleId", ruleId(finding.rule()));
        json.count("ruleIndex", rule < 0 ? null : (long) rule);
        json.text("level", level(finding.effect()));
        message(json, "message", finding.title() + ": " + finding.details().replace('\n', ' '));
        json.array(
                "locations",
                List.of(finding),
                f -> json.object("physicalLocation", f, place -> {
                    json.object("artifactLocation", policy, uri -> json.text("uri", uri));
                    json.object("region", place, region -> json.count("startLine", (long) region.line()));
                }));
        json.object("partialFingerprints", fingerprint, print -> {
            json.text("primaryLocationLineHash", print);
            json.text("thresholdAndStratum/v1", print);
        });
        json.object("properties", finding, f -> {
            json.text("verdict", f.verdict().label());
            json.text("effect", f.effect().label());
        });
    }

    private static String level(Effect effect) {
        return switch (effect) {
            case FAIL -> "error";
            case WARN -> "warning";
            case NONE -> "note";
        };
    }

    /** Plain text in which braces stand for themselves and no part is a link (sections 3.11.5 and 3.11.6). */
    private static void message(JsonFields json, String name, String text) throws IOException {
        String literal = text.replace("{", "{{").replace("}", "}}").replace("](", "] (");
        json.object(name, literal, t -> json.text("text", t));
    }

    /** Letters and digits of the name for people, and a part of its hash that no other name has. */
    private static String ruleId(String name) {
        StringBuilder slug = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
            if (!word.isEmpty() && slug.length() + word.length() <= LONGEST_SLUG) {
                slug.append(word).append('-');
            }
        }
        return slug + Fingerprint.of(List.of(name)).substring(0, HASH_DIGITS);
    }
}
