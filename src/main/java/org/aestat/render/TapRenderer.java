package org.aestat.render;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.aestat.result.CheckResult;
import org.aestat.result.ThresholdResult.Effect;
import org.aestat.result.ThresholdResult.Verdict;
import org.aestat.result.Warning;

/**
 * A gate's decision in the Test Anything Protocol, version 13, one test point a verdict. What fails the gate is
 * {@code not ok}; what only warns is {@code not ok} and TODO, which harnesses do not count as failed; what stays
 * undecided without effect is skipped.
 */
public final class TapRenderer implements CheckRenderer {

    @Override
    public void render(CheckResult result, Writer out) throws IOException {
        List<GateFinding> findings = GateFindings.of(result);
        String policy = new PolicyPath(result.policy().file()).text();
        out.write("TAP version 13\n1.." + findings.size() + "\n");
        for (Warning warning : result.warnings()) {
            out.write("# warning " + escaped(GateFindings.clean(warning.code() + ": " + warning.message())) + "\n");
        }
        for (int i = 0; i < findings.size(); i++) {
            point(findings.get(i), i + 1, policy, out);
        }
    }

    private static void point(GateFinding finding, int number, String policy, Writer out) throws IOException {
        String description = " " + number + " - " + escaped(finding.title());
        String outcome = escaped(finding.outcome() + ": " + finding.reason());
        if (finding.effect() == Effect.FAIL) {
            out.write("not ok" + description + "\n");
        } else if (finding.verdict() == Verdict.PASS) {
            out.write("ok" + description + "\n");
        } else if (finding.effect() == Effect.WARN) {
            out.write("not ok" + description + " # TODO " + outcome + "\n");
        } else {
            out.write("ok" + description + " # SKIP " + outcome + "\n");
        }
        diagnostics(finding, policy, out);
    }

    private static void diagnostics(GateFinding finding, String policy, Writer out) throws IOException {
        out.write("  ---\n");
        out.write("  message: " + quoted(finding.sentence()) + "\n");
        out.write("  verdict: " + finding.verdict().label() + "\n");
        out.write("  effect: " + finding.effect().label() + "\n");
        if (!finding.facts().isEmpty()) {
            out.write("  figures: " + quoted(String.join(" ", finding.facts())) + "\n");
        }
        out.write("  at: " + quoted(policy + ":" + finding.line()) + "\n");
        out.write("  ...\n");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("#", "\\#");
    }

    /** A scalar of YAML in quotes; no two hash signs stand together, which some runners take for a command. */
    private static String quoted(String text) {
        String json = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(XmlCharacters.only(text)));
        return "\"" + json.replace("##", "#\\u0023") + "\"";
    }
}
