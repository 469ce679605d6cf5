package org.aestat.csv;

import java.util.function.ObjIntConsumer;
import org.aestat.session.SessionDraft;

/** What is done with the cells of one column. Not for use by several threads. */
final class CellTask {

    private final ExportColumn column;
    private final ColumnReader reader;
    private final ObjIntConsumer<SessionDraft> setter;
    private final int slot;
    private final boolean isText;
    private final boolean isRequired;
    private final SeenCells seen = new SeenCells();

    /**
     * A task.
     *
     * @param column the column
     * @param setter takes the value into the draft
     * @param slot where the text is kept, or -1 if it is not needed
     */
    CellTask(ExportColumn column, ObjIntConsumer<SessionDraft> setter, int slot) {
        this.column = column;
        this.reader = column.reader();
        this.setter = setter;
        this.slot = slot;
        isText = column.kind() == ValueKind.ID || column.kind() == ValueKind.TEXT;
        isRequired = column.isNamed(CanonicalColumns.PATIENT_ID);
    }

    ExportColumn column() {
        return column;
    }

    /** Takes a cell into the row; false where it cannot be read. */
    boolean accept(Cell cell, SessionDraft draft, RowTexts texts) {
        if (isText) {
            Cell text = reader.text(cell);
            texts.put(slot, text);
            return text.length() > 0 || !isRequired;
        }
        int value = value(cell);
        if (value == CellParser.NOT_RECORDED) {
            return true;
        }
        if (value == CellParser.REJECTED) {
            return false;
        }
        setter.accept(draft, value);
        if (slot >= 0) {
            keep(cell, value, texts);
        }
        return true;
    }

    private int value(Cell cell) {
        int known = seen.find(cell);
        if (known != SeenCells.UNSEEN) {
            return known;
        }
        int value = reader.read(cell);
        seen.put(cell, value);
        return value;
    }

    private void keep(Cell cell, int value, RowTexts texts) {
        String word = reader.category(value);
        if (word == null) {
            texts.put(slot, cell);
        } else {
            texts.put(slot, word);
        }
    }

    /** The problem of a cell of the found shape that was not accepted. */
    RowProblem problem(ProblemCode code, String found, String file, long line) {
        return new RowProblem(code, file, line, column.label(), found, reader.expected(), reader.advice());
    }
}
