package org.aestat.render;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.ValidationResult.Column;
import org.aestat.result.ValidationResult.Completeness;
import org.aestat.result.ValidationResult.Month;

/**
 * How completely columns are recorded, as tables of cells with a header each.
 *
 * @param completeness what was counted
 */
record CompletenessTables(Completeness completeness) {

    private static final int MONTHS_OF_A_TABLE = 8;

    /** A table of cells, the first row its header. */
    record Cells(List<List<String>> rows) {}

    /** Each column with the sessions that have a value and their share. */
    Cells overall() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Column", "Recorded", "%"));
        for (Column column : completeness.columns()) {
            rows.add(List.of(
                    column.column(),
                    Quantity.count(column.recorded()),
                    percent(column.recorded(), completeness.rows())));
        }
        return new Cells(rows);
    }

    /** The columns that lack values, month by month, some months a table; none without dates or gaps. */
    List<Cells> byMonth() {
        List<Cells> tables = new ArrayList<>();
        List<Column> lacking = completeness.columns().stream()
                .filter(column -> column.recorded() < completeness.rows())
                .toList();
        List<Month> months = completeness.months();
        for (int from = 0; from < months.size() && !lacking.isEmpty(); from += MONTHS_OF_A_TABLE) {
            tables.add(table(lacking, from, Math.min(months.size(), from + MONTHS_OF_A_TABLE)));
        }
        return tables;
    }

    private Cells table(List<Column> columns, int from, int to) {
        List<List<String>> rows = new ArrayList<>();
        List<Month> months = completeness.months().subList(from, to);
        List<String> header = new ArrayList<>(List.of("Column"));
        List<String> sessions = new ArrayList<>(List.of("(sessions)"));
        for (Month month : months) {
            header.add(month.month());
            sessions.add(Quantity.count(month.rows()));
        }
        rows.add(header);
        rows.add(sessions);
        for (Column column : columns) {
            List<String> row = new ArrayList<>(List.of(column.column()));
            for (int i = from; i < to; i++) {
                row.add(percent(
                        column.byMonth().get(i), completeness.months().get(i).rows()));
            }
            rows.add(row);
        }
        return new Cells(rows);
    }

    private static String percent(long recorded, long rows) {
        return rows == 0 ? "" : Percent.number((double) recorded / rows);
    }
}
