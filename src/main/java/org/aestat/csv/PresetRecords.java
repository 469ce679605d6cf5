package org.aestat.csv;

import java.util.List;

/** The rows that a preset reshaped, as records. The fields of rows that are left out are not handed over. */
final class PresetRecords implements RecordSource {

    private final List<PresetRow> rows;
    private final String advice;
    private final int width;
    private int next;

    /**
     * Records.
     *
     * @param rows the rows
     * @param width the number of fields of the header
     * @param advice how a field that holds the delimiter has to be written, as a sentence
     */
    PresetRecords(List<PresetRow> rows, int width, String advice) {
        this.rows = rows;
        this.width = width;
        this.advice = advice;
    }

    private PresetRow last() {
        return rows.get(next - 1);
    }

    @Override
    public boolean next(FieldSink fields) {
        if (next == rows.size()) {
            return false;
        }
        next++;
        PresetRow row = last();
        boolean excluded = row.exclusion() != RowExclusions.NONE;
        for (int place = 0; place < row.size() && !excluded; place++) {
            char[] text = row.cell(place).toCharArray();
            fields.field(place, text, 0, text.length);
        }
        return true;
    }

    @Override
    public boolean settle(RowSink sink) {
        PresetRow row = last();
        RowProblem problem = row.problem();
        if (problem != null) {
            sink.rejected(List.of(problem));
        } else if (row.exclusion() != RowExclusions.NONE) {
            sink.excluded(row.exclusion(), row.line());
        }
        return !row.isOpen();
    }

    @Override
    public long line() {
        return last().line();
    }

    @Override
    public int fieldCount() {
        return next == 0 ? width : last().size();
    }

    @Override
    public String delimiterAdvice() {
        return advice;
    }
}
