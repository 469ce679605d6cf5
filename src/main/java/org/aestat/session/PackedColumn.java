package org.aestat.session;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in the order of their rows. Each full stretch of rows is packed into as few bytes as the spread of its numbers
 * needs: none, one, two or four a row.
 */
final class PackedColumn {

    private static final int STRETCH_BITS = 16;
    private static final int STRETCH = 1 << STRETCH_BITS;
    static final int MASK = STRETCH - 1;
    private static final int FIRST_ROOM = 1 << 4;

    private final int none;
    private Stretch[] full = new Stretch[0];
    private int fullCount;
    private int[] open = new int[FIRST_ROOM];
    private int openSize;
    /** The rows of another column that stand here, or null. */
    private int @Nullable [] shown;

    /**
     * An empty column.
     *
     * @param none the number that stands for "not recorded"
     */
    PackedColumn(int none) {
        this.none = none;
    }

    /** Removes all numbers. */
    void clear() {
        full = new Stretch[0];
        fullCount = 0;
        openSize = 0;
    }

    void add(int value) {
        if (openSize == open.length) {
            open = Arrays.copyOf(open, openSize * 2);
        }
        open[openSize++] = value;
        if (openSize == STRETCH) {
            pack();
        }
    }

    /**
     * Adds rows of another column.
     *
     * @param other the other column
     * @param from the first row
     * @param to one after the last
     * @param codes what to add in place of each number, or null for the numbers themselves
     */
    void addAll(PackedColumn other, int from, int to, int @Nullable [] codes) {
        int row = from;
        while (row < to) {
            int room = Math.min(to - row, STRETCH - openSize);
            while (open.length < openSize + room) {
                open = Arrays.copyOf(open, open.length * 2);
            }
            other.copy(row, open, openSize, room);
            if (codes != null) {
                for (int i = openSize; i < openSize + room; i++) {
                    open[i] = codes[open[i]];
                }
            }
            openSize += room;
            row += room;
            if (openSize == STRETCH) {
                pack();
            }
        }
    }

    private void copy(int row, int[] target, int place, int count) {
        if (fullCount == 0) {
            System.arraycopy(open, row, target, place, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            target[place + i] = get(row + i);
        }
    }

    int get(int row) {
        int[] values = shown;
        return values == null ? packed(row) : values[row];
    }

    private int packed(int row) {
        int stretch = row >>> STRETCH_BITS;
        return stretch < fullCount ? full[stretch].get(row & MASK) : open[row & MASK];
    }

    private Stretch stretch(int stretch) {
        return stretch < fullCount ? full[stretch] : new Stretch.Plain(open);
    }

    /**
     * Shows rows of another column in place of all own ones, unpacked.
     *
     * @param other the other column
     * @param rows which of its rows
     * @param from the place of the first in {@code rows}
     * @param to one after that of the last
     */
    void show(PackedColumn other, int[] rows, int from, int to) {
        int[] values = shown;
        if (values == null || values.length < to - from) {
            values = new int[to - from];
            shown = values;
        }
        int start = from;
        while (start < to) {
            int stretch = rows[start] >>> STRETCH_BITS;
            int end = start + 1;
            while (end < to && rows[end] >>> STRETCH_BITS == stretch) {
                end++;
            }
            other.stretch(stretch).copy(rows, start, end, values, start - from);
            start = end;
        }
    }

    /**
     * A column of as many rows, each with what an operator makes of its row and its number.
     *
     * @param operator takes the row, then the number
     */
    PackedColumn replaced(IntBinaryOperator operator) {
        PackedColumn replaced = new PackedColumn(none);
        int size = (fullCount << STRETCH_BITS) + openSize;
        for (int row = 0; row < size; row++) {
            replaced.add(operator.applyAsInt(row, get(row)));
        }
        return replaced;
    }

    private void pack() {
        if (fullCount == full.length) {
            full = Arrays.copyOf(full, Math.max(8, fullCount + (fullCount >> 1)));
        }
        full[fullCount++] = Stretch.of(open, none);
        openSize = 0;
    }
}
