package org.aestat.csv;

import java.util.Arrays;

/**
 * What a column made of short cells, so that a cell seen before is not read again. Cells of up to 18 ASCII characters are
 * kept until there are too many of them, then all are forgotten. Not for use by several threads.
 */
final class SeenCells {

    /** The answer for a cell that is not here. */
    static final int UNSEEN = Integer.MIN_VALUE + 2;

    private static final int FIRST_BITS = 4;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    /** A cell's head, its tail and its value stand side by side, so that a look costs one line of the cache. */
    private static final int WIDTH = 4;

    private long[] cells = new long[WIDTH << FIRST_BITS];
    private int bits = FIRST_BITS;
    private final int mostBits;
    private int size;

    /**
     * An empty collection.
     *
     * @param most how many cells are kept, a power of two and at least eight
     */
    SeenCells(int most) {
        mostBits = 1 + Integer.numberOfTrailingZeros(most);
    }

    /** What was made of a cell with these characters, or {@link #UNSEEN}. */
    int find(Cell cell) {
        return find(cell.packedHead(), cell.packedTail());
    }

    /** The same for characters as they stand; with spaces around them they are unseen. */
    int find(char[] buffer, int offset, int length) {
        return find(Cell.packedHead(buffer, offset, length), Cell.packedTail(buffer, offset, length));
    }

    private int find(long head, long tail) {
        if (head == Cell.NOT_PACKED) {
            return UNSEEN;
        }
        long[] here = cells;
        int place = firstPlace(head, tail);
        while (here[place] != head || here[place + 1] != tail) {
            if (here[place] == Cell.NOT_PACKED) {
                return UNSEEN;
            }
            place = (place + WIDTH) & (here.length - 1);
        }
        return (int) here[place + 2];
    }

    /** Takes note of what was made of a cell that was not here; false if it is too long or not ASCII. */
    boolean put(Cell cell, int value) {
        long head = cell.packedHead();
        long tail = cell.packedTail();
        if (head == Cell.NOT_PACKED || tail == Cell.NOT_PACKED) {
            return false;
        }
        if (size == 1 << (bits - 1)) {
            makeRoom();
        }
        put(head, tail, value);
        size++;
        return true;
    }

    private void put(long head, long tail, long value) {
        int place = firstPlace(head, tail);
        while (cells[place] != Cell.NOT_PACKED) {
            place = (place + WIDTH) & (cells.length - 1);
        }
        cells[place] = head;
        cells[place + 1] = tail;
        cells[place + 2] = value;
    }

    private void makeRoom() {
        if (bits == mostBits) {
            Arrays.fill(cells, Cell.NOT_PACKED);
            size = 0;
            return;
        }
        long[] old = cells;
        cells = new long[2 * old.length];
        bits++;
        for (int place = 0; place < old.length; place += WIDTH) {
            if (old[place] != Cell.NOT_PACKED) {
                put(old[place], old[place + 1], old[place + 2]);
            }
        }
    }

    private int firstPlace(long head, long tail) {
        return (int) (((head ^ tail) * SPREAD) >>> (Long.SIZE - bits)) * WIDTH;
    }
}
