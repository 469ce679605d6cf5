package org.aestat.csv;

import java.util.function.ObjIntConsumer;
import org.aestat.session.SessionDraft;

/**
 * What is done with the cells of one column.
 *
 * @param column the column
 * @param setter takes the value into the draft
 * @param slot where the text is kept, or -1 if it is not needed
 */
record CellTask(ExportColumn column, ObjIntConsumer<SessionDraft> setter, int slot) {

    /** Takes a cell into the row; false where it cannot be read. */
    boolean accept(Cell cell, SessionDraft draft, RowTexts texts) {
        ColumnReader reader = column.reader();
        if (reader.kind() == ValueKind.ID || reader.kind() == ValueKind.TEXT) {
            Cell text = reader.text(cell);
            texts.put(slot, text);
            return text.length() > 0 || !column.isNamed(CanonicalColumns.PATIENT_ID);
        }
        int value = reader.read(cell);
        if (value == CellParser.REJECTED) {
            return false;
        }
        if (value != CellParser.NOT_RECORDED) {
            setter.accept(draft, value);
            if (slot >= 0) {
                String word = reader.category(value);
                if (word == null) {
                    texts.put(slot, cell);
                } else {
                    texts.put(slot, word);
                }
            }
        }
        return true;
    }

    /** The problem of a cell of the found shape that was not accepted. */
    RowProblem problem(ProblemCode code, String found, String file, long line) {
        ColumnReader reader = column.reader();
        return new RowProblem(code, file, line, column.label(), found, reader.expected(), reader.advice());
    }
}
