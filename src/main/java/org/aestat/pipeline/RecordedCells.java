package org.aestat.pipeline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aestat.csv.RowTrace;
import org.aestat.result.ValidationResult.Column;
import org.aestat.result.ValidationResult.Completeness;
import org.aestat.result.ValidationResult.Month;
import org.aestat.session.Session;

/** Counts how many sessions have a value in each column, by month. */
final class RecordedCells {

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<int[]> placesOfFiles = new ArrayList<>();
    private final Map<YearMonth, Counts> months = new TreeMap<>();
    private final Counts undated = new Counts();
    private int lastDay = Session.NO_DATE;
    private Counts lastCounts = undated;

    private static final class Counts {
        private long rows;
        private long[] recorded = {};
    }

    /** Takes note of the columns of the next file. */
    void addFile(RowTrace trace) {
        placesOfFiles.add(trace.columns().stream()
                .mapToInt(name -> places.computeIfAbsent(name, key -> places.size()))
                .toArray());
    }

    /**
     * Counts a session.
     *
     * @param file the place of its file
     * @param day its date in days since 1970-01-01, or {@link Session#NO_DATE}
     * @param trace its row
     */
    void add(int file, int day, RowTrace trace) {
        Counts counts = counts(day);
        counts.rows++;
        if (counts.recorded.length < places.size()) {
            counts.recorded = Arrays.copyOf(counts.recorded, places.size());
        }
        int[] own = placesOfFiles.get(file);
        for (int i = 0; i < own.length; i++) {
            counts.recorded[own[i]] += trace.isRecorded(i) ? 1 : 0;
        }
    }

    private Counts counts(int day) {
        if (day != lastDay) {
            lastDay = day;
            lastCounts = day == Session.NO_DATE
                    ? undated
                    : months.computeIfAbsent(YearMonth.from(LocalDate.ofEpochDay(day)), month -> new Counts());
        }
        return lastCounts;
    }

    Completeness result() {
        List<Month> rows = new ArrayList<>();
        months.forEach((month, counts) -> rows.add(new Month(month.toString(), counts.rows)));
        List<Column> columns = new ArrayList<>();
        places.forEach((name, place) -> {
            List<Long> byMonth = months.values().stream()
                    .map(counts -> recorded(counts, place))
                    .toList();
            long total = byMonth.stream().mapToLong(Long::longValue).sum();
            columns.add(new Column(name, total + recorded(undated, place), byMonth));
        });
        long dated = rows.stream().mapToLong(Month::rows).sum();
        return new Completeness(dated + undated.rows, undated.rows, rows, columns);
    }

    private static long recorded(Counts counts, int place) {
        return place < counts.recorded.length ? counts.recorded[place] : 0;
    }
}
