package org.aestat.render;

import java.util.List;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.Estimate.NotEstimable;
import org.aestat.result.SorenessResult;

/**
 * The share resolved by fixed hours.
 *
 * @param level the confidence level in words
 * @param exact whether the curve is that of exact times, which has a number at risk
 */
record ResolvedTable(String level, boolean exact) {

    void write(Page page, List<SorenessResult.ResolvedBy> rows) {
        TextTable table = new TextTable().number("Resolved", "by").number("Share", "%");
        table.number(level + " interval", "%");
        if (exact) {
            table.number("Sore and followed", "just before");
        }
        Notes notes = new Notes();
        for (SorenessResult.ResolvedBy row : rows) {
            String hours = Quantity.plain(row.hours()) + " h";
            if (row.estimate() instanceof Estimated<SorenessResult.Share> estimated) {
                table.row(cells(hours, estimated.value()));
                if (estimated.value().probability() == null) {
                    notes.add("Somewhere in the range, soreness ended between two times", "resolved by " + hours);
                }
            } else if (row.estimate() instanceof NotEstimable<SorenessResult.Share> none) {
                notes.add("Not estimable (" + none.reason() + ")", "resolved by " + hours);
            }
        }
        if (!table.isEmpty()) {
            page.table(table);
        }
        notes.writeTo(page);
    }

    private List<String> cells(String hours, SorenessResult.Share share) {
        if (!exact) {
            return List.of(hours, ShareText.of(share), ShareText.limits(share.lower(), share.upper()));
        }
        Long atRisk = share.atRisk();
        return List.of(
                hours,
                ShareText.of(share),
                ShareText.limits(share.lower(), share.upper()),
                atRisk == null ? "-" : Quantity.count(atRisk));
    }
}
