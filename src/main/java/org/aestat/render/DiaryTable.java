package org.aestat.render;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
            peak(result.trajectory()).ifPresent(peak -> peaks.add(highest(peak), label));
        }
        if (!table.isEmpty()) {
            page.table("Sore at each hour of the diary: a score above 0, of the sessions with a score.", table);
            if (results.size() > 1) {
                peaks.writeTo(page);
            } else {
                peak(results.get(0).trajectory()).ifPresent(peak -> page.continued(highest(peak) + "."));
            }
        }
    }

    private static String highest(DiaryTime peak) {
        return "The mean score is highest at " + Quantity.plain(peak.hours()) + " h";
    }

    private static Optional<DiaryTime> peak(List<DiaryTime> trajectory) {
        return trajectory.stream()
                .filter(time -> mean(time) > 0)
                .max(Comparator.comparingDouble(DiaryTable::mean)
                        .thenComparing(
                                Comparator.comparingDouble(DiaryTime::hours).reversed()));
    }

    private static double mean(DiaryTime time) {
        return time.meanScore() == null ? 0 : time.meanScore();
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
