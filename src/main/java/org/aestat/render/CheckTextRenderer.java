package org.aestat.render;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.aestat.result.CheckResult;
import org.aestat.result.ThresholdResult;
import org.aestat.result.ThresholdResult.StratumVerdict;
import org.aestat.result.ThresholdResult.Verdict;

/** What a gate decided, for people: the verdicts, a line each, then why, what was read, and how it ends. */
public final class CheckTextRenderer implements CheckRenderer {

    private static final int MOST_SENTENCES = 20;

    private final boolean unicode;

    /**
     * A renderer for a kind of terminal.
     *
     * @param unicode whether it shows Unicode; otherwise the page is ASCII
     */
    public CheckTextRenderer(boolean unicode) {
        this.unicode = unicode;
    }

    @Override
    public void render(CheckResult result, Writer out) throws IOException {
        Page page = new Page(unicode);
        page.heading("Safety gate: " + page.name(result.policy().file()));
        page.table(table(result));
        sentences(page, result);
        strataWithoutData(page, result);
        oneLook(page, result);
        new SequentialSection(page).show(result.sequential());
        DataSection data = new DataSection(page);
        page.heading("What was read");
        data.accounting(result.inputs(), result.patients(), result.settings());
        data.decisions(result.inputs());
        data.warnings(result.warnings());
        page.paragraph(ExitLine.of(result));
        out.write(page.text());
    }

    private static TextTable table(CheckResult result) {
        TextTable table = new TextTable()
                .text("Verdict")
                .yieldingText("Threshold")
                .number("Limit")
                .number("Value")
                .number("Bound")
                .number("Counts");
        for (ThresholdResult threshold : result.thresholds()) {
            for (StratumVerdict verdict : threshold.verdicts()) {
                VerdictSentence words = new VerdictSentence(threshold, verdict);
                table.row(
                        words.word(),
                        verdict.stratum().isOverall()
                                ? threshold.name()
                                : Names.values(verdict.stratum(), "") + ": " + threshold.name(),
                        narrow(words.limit()),
                        narrow(words.value()),
                        narrow(words.bound()),
                        words.counts());
            }
        }
        return table;
    }

    private static String narrow(String value) {
        return value.replace("percentage points", "points");
    }

    private static void sentences(Page page, CheckResult result) {
        List<String> sentences = new ArrayList<>();
        for (Verdict kind : List.of(Verdict.BREACH, Verdict.INCONCLUSIVE)) {
            for (ThresholdResult threshold : result.thresholds()) {
                for (StratumVerdict verdict : threshold.verdicts()) {
                    if (verdict.verdict() == kind) {
                        VerdictSentence words = new VerdictSentence(threshold, verdict);
                        sentences.add(words.word() + " " + words.subject() + ": " + words.text());
                    }
                }
            }
        }
        sentences.stream().limit(MOST_SENTENCES).forEach(page::paragraph);
        if (sentences.size() > MOST_SENTENCES) {
            page.paragraph("And " + Quantity.count((long) sentences.size() - MOST_SENTENCES)
                    + " more that did not pass; --output json=FILE has them all.");
        }
    }

    private static void strataWithoutData(Page page, CheckResult result) {
        for (ThresholdResult threshold : result.thresholds()) {
            long empty = threshold.strataWithoutData();
            if (!threshold.by().isEmpty() && empty > 0) {
                page.paragraph(page.name(threshold.name()) + ": nothing was assessed in " + Quantity.count(empty)
                        + " of "
                        + Quantity.of(threshold.verdicts().size(), "stratum").replace("stratums", "strata")
                        + ".");
            }
        }
    }

    private static void oneLook(Page page, CheckResult result) {
        boolean bounded = result.thresholds().stream()
                .anyMatch(threshold -> !threshold.evidence().equals("point"));
        if (bounded && result.sequential().isEmpty()) {
            page.paragraph("Each verdict is one look at the data. Whoever repeats it while the data grow will be wrong"
                    + " more often than its level says.");
        }
    }
}
