package org.aestat.csv;

/** A cell that a column takes, for made-up exports. */
public final class ExampleCell {

    private ExampleCell() {}

    /**
     * The text of the cell.
     *
     * @param column the column; any text fits one that aestat does not know
     */
    public static String of(String column) {
        ValueKind kind = CanonicalColumns.kind(CanonicalColumns.normalise(column));
        if (kind == null) {
            return "example";
        }
        return switch (kind) {
            case ID, TEXT -> "example";
            case DATE -> "2025-01-31";
            case SESSION_NUMBER, NEEDLES, SCORE, HOURS -> "1";
            case AGE -> "30";
            case YES_NO, EVENT -> "no";
            case EVENT_LIST -> "none";
            case CHRONICITY, MUSCLE_DEPTH, COURSE_OUTCOME -> kind.choices().get(0);
        };
    }
}
