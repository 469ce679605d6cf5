package org.aestat.render;

import java.util.List;
import org.aestat.result.SorenessResult;
import org.aestat.result.SorenessResult.DiaryTime;

/** How many are sore at each hour of a diary. */
final class DiaryTable {

    private final TextTable table;

    DiaryTable(String level) {
        table = new TextTable()
                .number("Hours after", "the session")
                .number("Recorded")
                .number("Sore", "%")
                .number(level + " interval", "%")
                .number("Mean", "score");
    }

    void write(Page page, List<SorenessResult> results) {
        Notes peaks = new Notes();
        for (SorenessResult result : results) {
            if (result.trajectory().isEmpty()) {
                continue;
            }
            String label = Names.stratum(result.stratum(), "all sessions");
            if (results.size() > 1) {
                table.group(label);
            }
            result.trajectory().forEach(this::row);
            Double peak = result.peakHours();
            if (peak != null) {
                peaks.add(highest(peak), label);
            }
        }
        if (!table.isEmpty()) {
            page.table("Sore at each hour of the diary: a score above 0, of the sessions with a score.", table);
            Double peak = results.get(0).peakHours();
            if (results.size() > 1) {
                peaks.writeTo(page);
            } else if (peak != null) {
                page.continued(highest(peak) + ".");
            }
        }
    }

    private static String highest(double hours) {
        return "The mean score is highest at " + Quantity.plain(hours) + " h";
    }

    private void row(DiaryTime time) {
        Double sore = time.sore();
        Double mean = time.meanScore();
        table.row(
                Quantity.plain(time.hours()),
                Quantity.count(time.recorded()),
                sore == null ? "-" : Percent.number(sore),
                ShareText.limits(time.lower(), time.upper()),
                mean == null ? "-" : Quantity.decimal(mean, 2));
    }
}
