package org.aestat.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An export that nobody recorded, in CSV. Each row is another patient unless it says which. */
final class MadeUpExport {

    static final char DELIMITER = ',';
    static final String PATIENT = "patient_id";

    private final List<String> columns;
    private final Map<String, String> usual;
    private final List<String> unique;
    private final StringBuilder text = new StringBuilder();
    private int rows;

    /**
     * An export without rows.
     *
     * @param usual the columns and the cells that they have where a row does not say otherwise
     * @param unique the columns that have another cell in each row
     */
    MadeUpExport(Map<String, String> usual, List<String> unique) {
        this.usual = new TreeMap<>(usual);
        this.unique = new ArrayList<>(unique);
        this.unique.add(PATIENT);
        this.columns = new ArrayList<>(this.usual.keySet());
        this.unique.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        line(columns);
    }

    /** Adds a row with these cells and the usual ones. */
    void row(Map<String, String> cells) {
        rows++;
        List<String> row = new ArrayList<>();
        for (String column : columns) {
            String otherwise = unique.contains(column) ? "N" + rows : usual.getOrDefault(column, "");
            row.add(cells.getOrDefault(column, otherwise));
        }
        line(row);
    }

    private void line(List<String> cells) {
        text.append(cells.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(String.valueOf(DELIMITER))))
                .append('\n');
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
