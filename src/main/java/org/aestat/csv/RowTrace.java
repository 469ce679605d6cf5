package org.aestat.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the row just read holds beyond its session: its cells as written, and which columns are recorded. */
public final class RowTrace {

    private final List<String> labels;
    private final @Nullable ExportColumn[] byPlace;
    private final int[] places;
    private final List<String> names;
    private final int[] parts;
    private final int[] recorded;
    private final Cell cell = new Cell();
    private char[] chars = new char[1 << 10];
    private int[] ends = new int[1 << 6];
    private int fields;

    /**
     * A trace of an export's rows.
     *
     * @param labels the fields of its header
     * @param columns what it has
     */
    RowTrace(List<String> labels, ExportColumns columns) {
        this.labels = List.copyOf(labels);
        byPlace = new ExportColumn[labels.size()];
        places = new int[labels.size()];
        Map<String, Integer> known = new LinkedHashMap<>();
        for (ExportColumn column : columns.all()) {
            if (column.index() >= 0) {
                byPlace[column.index()] = column;
            }
        }
        for (int i = 0; i < byPlace.length; i++) {
            ExportColumn column = byPlace[i];
            places[i] = column == null ? -1 : known.computeIfAbsent(column.name(), name -> known.size());
        }
        names = List.copyOf(known.keySet());
        parts = new int[names.size()];
        Arrays.stream(places).filter(place -> place >= 0).forEach(place -> parts[place]++);
        recorded = new int[names.size()];
    }

    /** The fields of the header. */
    public List<String> labels() {
        return labels;
    }

    /** The columns that are used, by canonical name or the header's text, in the order of the header. */
    public List<String> columns() {
        return names;
    }

    /**
     * Whether the row's session has a value in a column, in each of its headers where it has several.
     *
     * @param column its place in {@link #columns()}
     */
    public boolean isRecorded(int column) {
        return recorded[column] == parts[column];
    }

    /** The cells as they stand in the row, without quotes; they may be more or fewer than the header has fields. */
    public List<String> cells() {
        List<String> cells = new ArrayList<>(fields);
        int start = 0;
        for (int i = 0; i < fields; i++) {
            cells.add(new String(chars, start, ends[i] - start));
            start = ends[i];
        }
        return cells;
    }

    /** A sink that notes each field before it hands it on. */
    RecordSource.FieldSink before(RecordSource.FieldSink next) {
        return (index, buffer, offset, length) -> {
            if (index == 0) {
                fields = 0;
                Arrays.fill(recorded, 0);
            }
            keep(buffer, offset, length);
            ExportColumn column = index < byPlace.length ? byPlace[index] : null;
            if (column != null) {
                cell.set(buffer, offset, length);
                recorded[places[index]] += isRecorded(column.reader(), cell) ? 1 : 0;
            }
            next.field(index, buffer, offset, length);
        };
    }

    private static boolean isRecorded(ColumnReader reader, Cell cell) {
        if (reader.kind() == ValueKind.ID || reader.kind() == ValueKind.TEXT) {
            return reader.text(cell).length() > 0;
        }
        return reader.read(cell) != CellParser.NOT_RECORDED;
    }

    private void keep(char[] buffer, int offset, int length) {
        int start = fields == 0 ? 0 : ends[fields - 1];
        if (chars.length - start < length) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, start + length));
        }
        System.arraycopy(buffer, offset, chars, start, length);
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        ends[fields] = start + length;
        fields++;
    }
}
