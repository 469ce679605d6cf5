package org.aestat.csv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row while a preset reshapes it. */
final class PresetRow {

    private final long line;
    private String[] cells;
    private int exclusion = RowExclusions.NONE;
    private @Nullable RowProblem problem;

    PresetRow(long line, String[] cells) {
        this.line = line;
        this.cells = cells;
    }

    /** The physical line on which it starts, from 1. */
    long line() {
        return line;
    }

    String cell(int place) {
        return cells[place];
    }

    void set(int place, String text) {
        cells[place] = text;
    }

    boolean isBlank(int place) {
        return cells[place].isEmpty();
    }

    /** Adds cells at its end. */
    void append(String... further) {
        int size = cells.length;
        cells = Arrays.copyOf(cells, size + further.length);
        System.arraycopy(further, 0, cells, size, further.length);
    }

    /** The number of its cells, which is that of the header unless the row has a problem. */
    int size() {
        return cells.length;
    }

    /** Leaves it out for one of the preset's reasons. */
    void exclude(int reason) {
        exclusion = reason;
    }

    /** Why it is left out, or {@link RowExclusions#NONE}. */
    int exclusion() {
        return exclusion;
    }

    /** Rejects it; the first problem stays. */
    void reject(RowProblem why) {
        problem = problem == null ? why : problem;
    }

    @Nullable
    RowProblem problem() {
        return problem;
    }

    /** Whether it is still to be read. */
    boolean isOpen() {
        return problem == null && exclusion == RowExclusions.NONE;
    }
}
