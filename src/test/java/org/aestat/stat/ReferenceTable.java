package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A table of {@code src/test/resources/reference/stat}: what R says, written by the script of the same name. */
public final class ReferenceTable {

    /** A row: texts by column, numbers with NaN for an empty cell. */
    public record Row(Map<String, String> cells) {

        /** The text of a cell. */
        public String text(String column) {
            String text = cells.get(column);
            if (text == null) {
                throw new IllegalArgumentException("no column " + column + " in " + cells.keySet());
            }
            return text;
        }

        /** The number of a cell, NaN where it is empty. */
        public double number(String column) {
            String text = text(column);
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        }

        /** The whole number of a cell. */
        public int integer(String column) {
            return Integer.parseInt(text(column));
        }

        /** Whether a cell is not empty. */
        public boolean has(String column) {
            return !text(column).isEmpty();
        }
    }

    private final List<Row> rows;

    private ReferenceTable(List<Row> rows) {
        this.rows = rows;
    }

    /** Reads a table; its cells hold no quote and no comma. */
    public static ReferenceTable read(String name) {
        try (InputStream bytes = ReferenceTable.class.getResourceAsStream("/reference/stat/" + name);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(bytes, name), StandardCharsets.UTF_8))) {
            List<Row> rows = new ArrayList<>();
            String[] columns = lines.readLine().split(",", -1);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(new Row(row));
            }
            assertThat(rows).as(name).isNotEmpty();
            return new ReferenceTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** All rows. */
    public List<Row> rows() {
        return rows;
    }

    /** The rows of each data set, by the column {@code set}. */
    public Map<Integer, List<Row>> sets() {
        Map<Integer, List<Row>> sets = new LinkedHashMap<>();
        for (Row row : rows) {
            sets.computeIfAbsent(row.integer("set"), set -> new ArrayList<>()).add(row);
        }
        return sets;
    }

    /** Asserts agreement to a relative error, or an absolute one near 0; NaN agrees with NaN alone. */
    public static void assertAgrees(String what, double actual, double expected, double relative, double absolute) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what).isNaN();
        } else {
            assertThat(actual).as(what).isCloseTo(expected, offset(absolute + relative * Math.abs(expected)));
        }
    }

    /** Asserts agreement to the precision that the definitions ask for. */
    public static void assertAgrees(String what, double actual, double expected) {
        assertAgrees(what, actual, expected, 1e-8, 1e-12);
    }
}
