package org.aestat.render;

import java.util.List;
import org.aestat.result.SequentialResult;
import org.aestat.result.SequentialResult.Look;
import org.aestat.result.ThresholdResult.Effect;

/** Repeated looks for people: where each test stands, a line each, then why. */
final class SequentialSection {

    private final Page page;

    SequentialSection(Page page) {
        this.page = page;
    }

    void show(List<SequentialResult> tests) {
        if (tests.isEmpty()) {
            return;
        }
        page.heading("Repeated looks");
        TextTable table = new TextTable()
                .text("Outcome")
                .yieldingText("Threshold")
                .text("Method")
                .number("Statistic")
                .number("Signal at")
                .number("Counts");
        tests.forEach(test -> row(table, test));
        page.table(table);
        tests.forEach(test -> page.paragraph(page.name(test.threshold()) + ": " + test.reason() + "." + design(test)));
    }

    private static void row(TextTable table, SequentialResult test) {
        List<Look> path = test.path();
        Look last = path.isEmpty() ? null : path.get(path.size() - 1);
        table.row(
                outcome(test),
                test.threshold(),
                test.method(),
                last == null ? "-" : Quantity.plain(last.statistic()),
                Quantity.plain(test.design().boundary()),
                last == null ? "-" : Quantity.count(last.events()) + " of " + Quantity.count(last.sessions()));
    }

    private static String outcome(SequentialResult test) {
        if (test.signal()) {
            return "SIGNAL";
        }
        return test.effect() == Effect.NONE ? "no signal" : "nothing seen";
    }

    private static String design(SequentialResult test) {
        Double alpha = test.design().alpha();
        Double runLength = test.design().inControlRunLength();
        if (alpha != null) {
            return " A false signal has a probability of at most " + Percent.of(alpha) + " up to the end.";
        }
        return runLength == null
                ? ""
                : " A false signal comes after " + Quantity.count(Math.round(runLength)) + " sessions on average.";
    }
}
