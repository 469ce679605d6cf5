package org.aestat.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.EventRate;
import org.aestat.result.SorenessResult;
import org.aestat.result.Stratum;
import org.aestat.result.StratumSize;

/**
 * The counts of sessions that a result holds, and what a reader knows of them: in a stratum, yes, no and not recorded
 * make its sessions; over the strata, each makes that of all sessions; and a composite event is bounded by its parts.
 */
final class SessionCells {

    private static final int NO = 0;
    private static final int MISSING = 1;
    private static final int YES = 4;
    private static final int OVERALL = 10;
    private static final int TOTAL = 30;
    private static final int NO_ROW = -1;

    private final LinearCells cells = new LinearCells();
    private final long limit;
    private int lastRow;
    private boolean likeZero;
    private final Map<Stratum, Integer> totals = new LinkedHashMap<>();
    private final Map<Stratum, Boolean> few = new LinkedHashMap<>();
    private final Map<Stratum, Map<String, Row>> rows = new LinkedHashMap<>();
    private final Map<Stratum, Curve> curves = new LinkedHashMap<>();

    /**
     * The counts of an event in a stratum.
     *
     * @param severity minor, major or any
     * @param yes sessions with it
     * @param no sessions without it
     * @param missing sessions that say nothing
     */
    record Row(String severity, int yes, int no, int missing) {}

    /** The sessions in the curve of soreness, and the others. */
    private record Curve(int inside, int outside) {}

    /**
     * Strata without counts of anything else.
     *
     * @param sizes the strata, all sessions first
     * @param limit the largest small count
     */
    SessionCells(List<StratumSize> sizes, long limit) {
        this.limit = limit;
        for (StratumSize size : sizes) {
            int total = cells.add(size.sessions(), TOTAL, NO_ROW);
            boolean small = isSmall(size.sessions()) || isSmall(size.patients());
            if (small) {
                cells.withholdSmall(total);
            }
            if (size.stratum().isOverall() && isSmall(size.sessions())) {
                cells.state(total, 1, limit);
            }
            totals.put(size.stratum(), total);
            few.put(size.stratum(), small);
            rows.put(size.stratum(), new LinkedHashMap<>());
        }
        sumOverStrata(List.copyOf(totals.values()));
    }

    boolean has(Stratum stratum) {
        return totals.containsKey(stratum);
    }

    private boolean isSmall(long count) {
        return count >= 1 && count <= limit;
    }

    private void sumOverStrata(List<Integer> allFirst) {
        if (allFirst.size() > 1) {
            cells.sum(allFirst.subList(1, allFirst.size()), allFirst.get(0));
        }
    }

    /** Adds the counts of an event in a stratum. */
    void add(EventRate rate, List<BenchmarkVerdict> verdicts) {
        EventRate.Counts counts = rate.counts();
        Row row = row(
                rate.stratum(),
                rate.severity(),
                counts.events(),
                counts.denominator() - counts.events(),
                counts.notRecorded());
        rows(rate.stratum()).put(rate.event(), row);
        boolean fewAssessed = isSmall(counts.patientsAssessed());
        if (isSmall(counts.patients()) || fewAssessed) {
            withhold(row.yes());
        }
        if (fewAssessed) {
            withhold(row.no());
        }
        if (rate.stratum().isOverall()) {
            VerdictRange range = VerdictRange.of(counts, verdicts, limit);
            if (range.isWithheld(counts.events())) {
                cells.withholdLikeZero(row.yes());
                cells.state(row.yes(), 0, range.highest());
                likeZero = true;
            }
        }
    }

    /** Adds the sessions in the curve of soreness. */
    void add(SorenessResult result) {
        Stratum stratum = result.stratum();
        int dearer = stratum.isOverall() ? OVERALL : 0;
        lastRow++;
        long inside = result.counts().sessions();
        long sessions = cells.cell(total(stratum)).value();
        Curve curve =
                new Curve(count(stratum, inside, YES + dearer), count(stratum, sessions - inside, MISSING + dearer));
        cells.sum(List.of(curve.inside(), curve.outside()), total(stratum));
        curves.put(stratum, curve);
    }

    /** How many sessions are in the curve of soreness. */
    PublishedCount inCurve(Stratum stratum) {
        return published(Objects.requireNonNull(curves.get(stratum)).inside());
    }

    private Row row(Stratum stratum, String severity, long yes, long no, long missing) {
        int dearer = stratum.isOverall() ? OVERALL : 0;
        lastRow++;
        Row row = new Row(
                severity,
                count(stratum, yes, YES + dearer),
                count(stratum, no, NO + dearer),
                count(stratum, missing, MISSING + dearer));
        cells.sum(List.of(row.yes(), row.no(), row.missing()), total(stratum));
        return row;
    }

    private int count(Stratum stratum, long value, int rank) {
        int cell = cells.add(value, rank, lastRow);
        if (isSmall(value)) {
            cells.withholdSmall(cell);
            if (stratum.isOverall()) {
                cells.state(cell, 1, limit);
            }
        } else if (few.getOrDefault(stratum, false)) {
            withhold(cell);
        }
        return cell;
    }

    private void withhold(int cell) {
        if (cells.cell(cell).value() > 0) {
            cells.withholdSmall(cell);
        } else {
            cells.withhold(cell);
        }
    }

    /** States what a reader knows, and withholds what is needed. */
    void protect() {
        Map<String, List<Row>> columns = new LinkedHashMap<>();
        rows.values()
                .forEach(row -> row.forEach((name, counts) ->
                        columns.computeIfAbsent(name, key -> new ArrayList<>()).add(counts)));
        for (List<Row> column : columns.values()) {
            sumOverStrata(column.stream().map(Row::yes).toList());
            sumOverStrata(column.stream().map(Row::no).toList());
            sumOverStrata(column.stream().map(Row::missing).toList());
        }
        if (likeZero) {
            stateNothingOfAny();
        }
        sumOverStrata(curves.values().stream().map(Curve::inside).toList());
        sumOverStrata(curves.values().stream().map(Curve::outside).toList());
        rows.forEach((stratum, row) -> new Composites(cells, row, total(stratum)).relate());
        new Protection(cells, limit).complete();
    }

    /** Any event is withheld like the events in it. */
    private void stateNothingOfAny() {
        Row any = rows(Stratum.OVERALL).get(Composites.ANY);
        if (any != null && cells.cell(any.yes()).isSmall()) {
            cells.withholdLikeZero(any.yes());
            cells.state(any.yes(), 0, LinearCells.UNLIMITED);
        }
    }

    private int total(Stratum stratum) {
        return Objects.requireNonNull(totals.get(stratum));
    }

    private Map<String, Row> rows(Stratum stratum) {
        return Objects.requireNonNull(rows.get(stratum));
    }

    /** How many sessions a stratum has. */
    PublishedCount sessions(Stratum stratum) {
        return published(total(stratum));
    }

    PublishedCount yes(Stratum stratum, String name) {
        return published(row(stratum, name).yes());
    }

    PublishedCount missing(Stratum stratum, String name) {
        return published(row(stratum, name).missing());
    }

    /** Yes and no together. */
    PublishedCount answered(Stratum stratum, String name) {
        Row row = row(stratum, name);
        PublishedCount sum = published(row.yes()).plus(published(row.no()));
        PublishedCount all = sessions(stratum);
        PublishedCount missing = published(row.missing());
        if (sum.value() != null) {
            return sum;
        }
        long from = Math.max(sum.from(), all.from() - (missing.to() == null ? all.from() : missing.to()));
        long most = sum.to() == null ? LinearCells.UNLIMITED : sum.to();
        long to = all.to() == null ? most : Math.min(most, all.to() - missing.from());
        return from == to ? PublishedCount.shown(from) : PublishedCount.withheld(from, to);
    }

    private Row row(Stratum stratum, String name) {
        return Objects.requireNonNull(rows(stratum).get(name));
    }

    private PublishedCount published(int cell) {
        return cells.cell(cell).isWithheld()
                ? PublishedCount.withheld(cells.lower(cell), cells.upper(cell))
                : PublishedCount.shown(cells.cell(cell).value());
    }
}
