package org.aestat.csv;

import org.aestat.session.CourseOutcome;
import org.aestat.session.SessionDraft;

/** What is done with the cells of one column. Not for use by several threads. */
final class CellTask {

    private static final int MOST_SEEN = 1 << 6;

    private final ExportColumn column;
    private final ColumnReader reader;
    private final int place;
    private final int firstValue;
    private final int slot;
    private final boolean isId;
    private final boolean isText;
    private final boolean isRequired;
    /** Whether a value is also kept as a text. */
    private final boolean isKept;

    private final SeenCells values = new SeenCells(MOST_SEEN);
    private final SeenTexts texts = new SeenTexts();

    /**
     * A task.
     *
     * @param column the column
     * @param place where a draft takes the value
     * @param slot where the text is kept, or -1 if it is not needed
     */
    CellTask(ExportColumn column, int place, int slot) {
        this.column = column;
        this.reader = column.reader();
        this.place = place;
        this.slot = slot;
        firstValue = column.kind() == ValueKind.COURSE_OUTCOME ? CourseOutcome.NOT_RECORDED.ordinal() + 1 : 0;
        isId = column.kind() == ValueKind.ID;
        isText = column.kind() == ValueKind.TEXT;
        isRequired = column.isNamed(CanonicalColumns.PATIENT_ID);
        isKept = slot >= 0 && !isText && !isId;
    }

    ExportColumn column() {
        return column;
    }

    /** Takes a cell into the row; false where it cannot be read. */
    boolean accept(Cell cell, SessionDraft draft, RowTexts row) {
        if (isText) {
            takeText(cell, row);
            return true;
        }
        if (isId) {
            return takeId(cell, row);
        }
        int value = values.find(cell);
        if (value == SeenCells.UNSEEN) {
            value = read(cell);
        }
        if (value == CellParser.NOT_RECORDED || value == CellParser.REJECTED) {
            return value == CellParser.NOT_RECORDED;
        }
        draft.set(place, firstValue + value);
        if (isKept) {
            keep(cell, value, row);
        }
        return true;
    }

    /**
     * Takes a cell that was seen before with these very characters.
     *
     * @return false where it has to be {@linkplain #accept accepted} by itself
     */
    boolean acceptSeen(char[] buffer, int offset, int length, SessionDraft draft, RowTexts row) {
        if (isId || isKept) {
            return false;
        }
        int known = isText ? texts.find(buffer, offset, length) : values.find(buffer, offset, length);
        if (known <= SeenCells.UNSEEN) {
            return known == CellParser.NOT_RECORDED;
        }
        if (isText) {
            row.put(slot, texts.text(known), known);
        } else {
            draft.set(place, firstValue + known);
        }
        return true;
    }

    private boolean takeId(Cell cell, RowTexts row) {
        Cell text = reader.text(cell);
        row.put(slot, text);
        return text.length() > 0 || !isRequired;
    }

    private void takeText(Cell cell, RowTexts row) {
        int number = texts.find(cell);
        if (number == SeenCells.UNSEEN) {
            Cell text = reader.text(cell);
            texts.put(cell, text);
            row.put(slot, text);
        } else {
            row.put(slot, texts.text(number), number);
        }
    }

    private int read(Cell cell) {
        int value = reader.read(cell);
        values.put(cell, value);
        return value;
    }

    private void keep(Cell cell, int value, RowTexts row) {
        String word = reader.category(value);
        if (word == null) {
            row.put(slot, cell);
        } else {
            row.put(slot, word);
        }
    }

    /** The problem of a cell of the found shape that was not accepted. */
    RowProblem problem(ProblemCode code, String found, String file, long line) {
        return new RowProblem(code, file, line, column.label(), found, reader.expected(), reader.advice());
    }
}
