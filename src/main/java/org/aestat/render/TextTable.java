package org.aestat.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table of cells under headings; the first column, or the one named, gives way where the page is too narrow. */
final class TextTable {

    private static final String GAP = "  ";
    private static final int NARROWEST_LABEL = 8;

    private record Column(List<String> header, boolean right) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private int yielding;

    /** Adds a column of text; the heading has a line an argument. */
    TextTable text(String... header) {
        columns.add(new Column(List.of(header), false));
        return this;
    }

    /** Adds a column of text that gives way in the place of the first. */
    TextTable yieldingText(String... header) {
        yielding = columns.size();
        return text(header);
    }

    /** Adds a column of numbers. */
    TextTable number(String... header) {
        columns.add(new Column(List.of(header), true));
        return this;
    }

    /** Adds a row, a cell a column. */
    void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(List.copyOf(cells));
    }

    /** Adds a row, a cell a column. */
    void row(String... cells) {
        row(List.of(cells));
    }

    /** Adds a line that heads the rows after it. */
    void group(String label) {
        rows.add(List.of(label));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines of the table in at most the given columns, unless its numbers alone need more. */
    List<String> lines(int width, Sanitizer sanitizer, Glyphs glyphs) {
        List<Column> clean = columns.stream()
                .map(c -> new Column(c.header().stream().map(sanitizer::clean).toList(), c.right()))
                .toList();
        List<List<String>> cells = rows.stream()
                .map(row -> row.stream().map(sanitizer::clean).toList())
                .toList();
        int[] widths = widths(clean, cells, width);
        List<String> lines = new ArrayList<>();
        for (List<String> header : headers(clean)) {
            lines.add(line(header, clean, widths, glyphs));
        }
        for (List<String> row : cells) {
            lines.add(
                    row.size() == 1
                            ? DisplayWidth.shorten(row.get(0), width, glyphs.ellipsis())
                            : line(row, clean, widths, glyphs));
        }
        return lines;
    }

    private int[] widths(List<Column> columns, List<List<String>> rows, int width) {
        int[] widths = new int[columns.size()];
        int total = GAP.length() * (widths.length - 1);
        for (int i = 0; i < widths.length; i++) {
            for (String line : columns.get(i).header()) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(line));
            }
            for (List<String> row : rows) {
                if (row.size() == widths.length) {
                    widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
                }
            }
            total += widths[i];
        }
        if (total > width) {
            widths[yielding] = Math.max(NARROWEST_LABEL, widths[yielding] - (total - width));
        }
        return widths;
    }

    private static List<List<String>> headers(List<Column> columns) {
        int height = columns.stream().mapToInt(c -> c.header().size()).max().orElse(0);
        List<List<String>> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            List<String> cells = new ArrayList<>();
            for (Column column : columns) {
                int index = line - height + column.header().size();
                cells.add(index < 0 ? "" : column.header().get(index));
            }
            if (!String.join("", cells).isBlank()) {
                lines.add(cells);
            }
        }
        return lines;
    }

    private String line(List<String> cells, List<Column> columns, int[] widths, Glyphs glyphs) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell =
                    i == yielding ? DisplayWidth.shorten(cells.get(i), widths[i], glyphs.ellipsis()) : cells.get(i);
            String padding = String.join("", Collections.nCopies(widths[i] - DisplayWidth.of(cell), " "));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).right() ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }
}
