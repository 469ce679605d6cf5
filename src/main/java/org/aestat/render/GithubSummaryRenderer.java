package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.aestat.result.CheckResult;
import org.aestat.result.Warning;

/** A gate's decision as Markdown for the step summary of GitHub Actions: what fails first, at most 200 rows. */
public final class GithubSummaryRenderer implements CheckRenderer {

    /** Keeps the page below the 1 MiB that GitHub takes. */
    private static final int MOST_ROWS = 200;

    @Override
    public void render(CheckResult result, Writer out) throws IOException {
        List<GateFinding> findings = GateFindings.of(result).stream()
                .sorted(Comparator.comparing(GateFinding::effect)
                        .reversed()
                        .thenComparing(finding -> -severity(finding)))
                .toList();
        out.write("### aestat check: " + tally(findings) + "\n\n");
        out.write("Exit code " + result.exit().code() + ". Policy: "
                + Markdown.text(new PolicyPath(result.policy().file()).text()) + "\n\n");
        if (!findings.isEmpty()) {
            table(findings, out);
        }
        for (Warning warning : result.warnings()) {
            out.write("\n- " + Markdown.text(warning.code()) + ": " + Markdown.text(warning.message()));
        }
        if (!result.warnings().isEmpty()) {
            out.write("\n");
        }
    }

    private static int severity(GateFinding finding) {
        return switch (finding.verdict()) {
            case PASS -> 0;
            case INCONCLUSIVE -> 1;
            case BREACH -> 2;
        };
    }

    private static String tally(List<GateFinding> findings) {
        long breaches = findings.stream().filter(f -> severity(f) == 2).count();
        long open = findings.stream().filter(f -> severity(f) == 1).count();
        return Quantity.count(breaches) + (breaches == 1 ? " breach, " : " breaches, ") + Quantity.count(open)
                + " inconclusive, " + Quantity.count(findings.size() - breaches - open) + " passed";
    }

    private static void table(List<GateFinding> findings, Writer out) throws IOException {
        out.write("| Verdict | Threshold | Stratum | Has to hold | Figures | Why |\n");
        out.write("|---|---|---|---|---|---|\n");
        for (GateFinding finding : findings.subList(0, Math.min(MOST_ROWS, findings.size()))) {
            List<String> cells = List.of(
                    finding.outcome(),
                    finding.threshold(),
                    finding.stratum().isEmpty() ? "all" : finding.stratum(),
                    finding.expression(),
                    String.join(" ", finding.facts()),
                    Names.capitalised(finding.reason()));
            out.write(cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |\n")));
        }
        if (findings.size() > MOST_ROWS) {
            out.write("\n+" + Quantity.count(findings.size() - MOST_ROWS) + " more\n");
        }
    }
}
