package org.aestat.csv;

import java.util.Arrays;

/**
 * What a column made of short cells, so that a cell seen before is not read again. Cells of up to 18 ASCII characters are
 * kept until there are too many of them, then all are forgotten. Not for use by several threads.
 */
final class SeenCells {

    /** The answer for a cell that is not here. */
    static final int UNSEEN = Integer.MIN_VALUE + 2;

    private static final int PLACE_BITS = 7;
    private static final int PLACES = 1 << PLACE_BITS;
    private static final int MOST = PLACES / 2;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] heads = new long[PLACES];
    private final long[] tails = new long[PLACES];
    private final int[] values = new int[PLACES];
    private int size;

    /** What was made of a cell with these characters, or {@link #UNSEEN}. */
    int find(Cell cell) {
        long head = cell.packedHead();
        if (head == Cell.NOT_PACKED) {
            return UNSEEN;
        }
        int place = place(head, cell.packedTail());
        return heads[place] == head ? values[place] : UNSEEN;
    }

    /** Takes note of what was made of a cell that was not here. */
    void put(Cell cell, int value) {
        long head = cell.packedHead();
        long tail = cell.packedTail();
        if (head == Cell.NOT_PACKED || tail == Cell.NOT_PACKED) {
            return;
        }
        if (size == MOST) {
            Arrays.fill(heads, Cell.NOT_PACKED);
            size = 0;
        }
        int place = place(head, tail);
        heads[place] = head;
        tails[place] = tail;
        values[place] = value;
        size++;
    }

    /** Where a cell is, or the free place where it would be. */
    private int place(long head, long tail) {
        long mixed = ((head * SPREAD) ^ tail) * SPREAD;
        int place = (int) (mixed >>> (Long.SIZE - PLACE_BITS));
        while (heads[place] != Cell.NOT_PACKED && (heads[place] != head || tails[place] != tail)) {
            place = (place + 1) & (PLACES - 1);
        }
        return place;
    }
}
