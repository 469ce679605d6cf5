package org.aestat.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An export as text in memory, so that a preset can see all of it before the first row is read. */
final class PresetTable {

    private static final int MOST_SHARED = 4096;
    private static final int LONGEST_SHARED = 24;

    private final String file;
    private final long line;
    private final RecordSource stored;
    private final List<String> labels;
    private final List<PresetRow> rows = new ArrayList<>();
    private boolean tentative;

    private PresetTable(String file, RecordSource stored, List<String> labels) {
        this.file = file;
        this.line = stored.line();
        this.stored = stored;
        this.labels = List.copyOf(labels);
    }

    /**
     * Reads the rows of an export.
     *
     * @param stored its records, the header being the last
     * @param file its name
     * @param labels the fields of its header
     * @throws InputException if it cannot be read to its end
     */
    static PresetTable read(RecordSource stored, String file, List<String> labels) {
        PresetTable table = new PresetTable(file, stored, labels);
        Map<String, String> shared = new HashMap<>();
        List<String> cells = new ArrayList<>();
        Cell cell = new Cell();
        RecordSource.FieldSink sink = (index, buffer, offset, length) -> {
            cell.set(buffer, offset, length);
            String text = cell.toString();
            boolean isShared = text.length() <= LONGEST_SHARED && shared.size() < MOST_SHARED;
            cells.add(isShared ? shared.computeIfAbsent(text, key -> key) : shared.getOrDefault(text, text));
        };
        while (stored.next(sink)) {
            PresetRow row = new PresetRow(stored.line(), cells.toArray(String[]::new));
            if (row.size() != labels.size()) {
                row.reject(RowProblem.ofFields(file, row.line(), row.size(), labels.size(), stored));
            }
            table.rows.add(row);
            cells.clear();
        }
        return table;
    }

    /** This export, of which something may stay open: a mapping is still to be proposed. */
    PresetTable tentatively() {
        tentative = true;
        return this;
    }

    /** Whether what is not clear stays open, and is no fault. */
    boolean isTentative() {
        return tentative;
    }

    /** The export's name. */
    String file() {
        return file;
    }

    /** The fields of the header. */
    List<String> labels() {
        return labels;
    }

    /** The rows, to be reshaped where they are. */
    List<PresetRow> rows() {
        return rows;
    }

    /** Where the rows came from. */
    RecordSource stored() {
        return stored;
    }

    /** The exception for an export that is not as the preset has it. */
    InputException fault(String problem) {
        return new InputException(file, line, problem);
    }

    /** The places of columns by their header, compared like headers; the first of equal ones. */
    Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < labels.size(); place++) {
            places.putIfAbsent(CanonicalColumns.normalise(labels.get(place)), place);
        }
        return places;
    }

    /**
     * The header with names of their own for columns that share one, {@code Comments (column 7)}. A name that aestat
     * knows is left as it is: two columns of it are a fault.
     */
    List<String> distinctLabels() {
        Map<String, Integer> counts = new HashMap<>();
        labels.forEach(label -> counts.merge(CanonicalColumns.normalise(label), 1, Integer::sum));
        List<String> distinct = new ArrayList<>();
        for (int place = 0; place < labels.size(); place++) {
            String key = CanonicalColumns.normalise(labels.get(place));
            boolean alone = counts.getOrDefault(key, 1) == 1 || key.isEmpty() || CanonicalColumns.kind(key) != null;
            distinct.add(alone ? labels.get(place) : labels.get(place) + " (column " + (place + 1) + ")");
        }
        return distinct;
    }
}
