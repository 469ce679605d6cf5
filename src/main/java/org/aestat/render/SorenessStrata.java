package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.Estimate.NotEstimable;
import org.aestat.result.SorenessResult;

/** Soreness stratum by stratum, a line each. */
final class SorenessStrata {

    private static final String OVERALL = "all sessions";
    private static final List<Integer> HOURS = List.of(24, 48, 72);

    private final TextTable table;
    private final Notes notes = new Notes();

    SorenessStrata(String level, String columns) {
        table = new TextTable()
                .text(columns)
                .number("Recorded")
                .number("Sore", "%")
                .number("In the", "curve")
                .number("Median, h", "(" + level + " interval)");
        HOURS.forEach(hours -> table.number("Resolved", "by " + hours + " h, %"));
    }

    void add(SorenessResult result) {
        SorenessResult.Counts counts = result.counts();
        String label = Names.stratum(result.stratum(), OVERALL);
        List<String> cells = new ArrayList<>(List.of(
                Names.values(result.stratum(), OVERALL),
                Quantity.count(counts.recorded()),
                counts.recorded() == 0
                        ? "-"
                        : Percent.number((double) (counts.recorded() - counts.neverSore()) / counts.recorded()),
                Quantity.count(counts.sessions())));
        if (result.estimate() instanceof Estimated<SorenessResult.Figures> estimated) {
            String reason = estimated.value().median().reason();
            if (reason != null) {
                notes.add("No median (" + reason + ")", label);
            }
            cells.add(QuantileText.cell(estimated.value().median()));
            HOURS.forEach(hours -> cells.add(share(estimated.value(), hours)));
        } else if (result.estimate() instanceof NotEstimable<SorenessResult.Figures> none) {
            notes.add("Not estimable (" + none.reason() + ")", label);
            cells.addAll(List.of("-", "-", "-", "-"));
        }
        table.row(cells);
    }

    private static String share(SorenessResult.Figures figures, int hours) {
        return figures.resolvedBy().stream()
                .filter(row -> row.hours() == hours)
                .map(row -> row.estimate().fold(ShareText::of, reason -> "-"))
                .findFirst()
                .orElse("-");
    }

    void writeTo(Page page, String caption) {
        page.table(caption, table);
        notes.writeTo(page);
    }
}
