package org.aestat.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aestat.result.ReliefResult;
import org.aestat.result.Stratum;

/**
 * The counts of courses that a result holds, and what a reader knows of them: relieved and not relieved courses make
 * the courses of a stratum, and over the strata each makes that of all courses.
 */
final class CourseCells {

    private static final int OVERALL = 10;
    private static final int TOTAL = 3;

    private final LinearCells cells = new LinearCells();
    private final Map<Stratum, Row> rows = new LinkedHashMap<>();
    private final long limit;
    private int lastRow;

    private record Row(int relieved, int others, int courses) {}

    /**
     * The counts of a result, protected.
     *
     * @param results the strata, all courses first
     * @param few the strata of few patients
     * @param limit the largest small count
     */
    CourseCells(List<ReliefResult> results, List<Stratum> few, long limit) {
        this.limit = limit;
        for (ReliefResult result : results) {
            ReliefResult.Counts counts = result.counts();
            boolean small = few.contains(result.stratum());
            lastRow++;
            boolean overall = result.stratum().isOverall();
            int dearer = overall ? OVERALL : 0;
            Row row = new Row(
                    count(counts.relieved(), 1 + dearer, small, overall),
                    count(counts.courses() - counts.relieved(), dearer, small, overall),
                    count(counts.courses(), TOTAL + dearer, small, overall));
            cells.sum(List.of(row.relieved(), row.others()), row.courses());
            rows.put(result.stratum(), row);
        }
        sum(rows.values().stream().map(Row::relieved).toList());
        sum(rows.values().stream().map(Row::others).toList());
        sum(rows.values().stream().map(Row::courses).toList());
        new Protection(cells, limit).complete();
    }

    private void sum(List<Integer> allFirst) {
        if (allFirst.size() > 1) {
            cells.sum(new ArrayList<>(allFirst.subList(1, allFirst.size())), allFirst.get(0));
        }
    }

    private int count(long value, int rank, boolean few, boolean overall) {
        int cell = cells.add(value, rank, lastRow);
        if (value >= 1 && value <= limit) {
            cells.withholdSmall(cell);
            if (overall) {
                cells.state(cell, 1, limit);
            }
        } else if (few) {
            cells.withhold(cell);
        }
        return cell;
    }

    PublishedCount courses(Stratum stratum) {
        return published(row(stratum).courses());
    }

    PublishedCount relieved(Stratum stratum) {
        return published(row(stratum).relieved());
    }

    private Row row(Stratum stratum) {
        return Objects.requireNonNull(rows.get(stratum));
    }

    private PublishedCount published(int cell) {
        return cells.cell(cell).isWithheld()
                ? PublishedCount.withheld(cells.lower(cell), cells.upper(cell))
                : PublishedCount.shown(cells.cell(cell).value());
    }
}
