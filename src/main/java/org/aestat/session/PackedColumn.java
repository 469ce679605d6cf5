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
    private static final int MASK = STRETCH - 1;
    private static final int FIRST_ROOM = 1 << 4;

    private final int none;
    private Stretch[] full = new Stretch[0];
    private int fullCount;
    private int[] open = new int[FIRST_ROOM];
    private int openSize;

    /**
     * An empty column.
     *
     * @param none the number that stands for "not recorded"
     */
    PackedColumn(int none) {
        this.none = none;
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
            for (int i = 0; i < room; i++) {
                int value = other.get(row + i);
                open[openSize + i] = codes == null ? value : codes[value];
            }
            openSize += room;
            row += room;
            if (openSize == STRETCH) {
                pack();
            }
        }
    }

    int get(int row) {
        int stretch = row >>> STRETCH_BITS;
        return stretch < fullCount ? full[stretch].get(row & MASK) : open[row & MASK];
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
        full[fullCount++] = new Stretch(open, none);
        openSize = 0;
    }

    /** A full stretch: 0 for "not recorded", otherwise one more than the steps above the least number. */
    private static final class Stretch {

        private static final int ONE_BYTE = 0xFF;
        private static final int TWO_BYTES = 0xFFFF;

        private final int none;
        private final int least;
        private final int step;
        private final byte @Nullable [] bytes;
        private final short @Nullable [] shorts;
        private final int @Nullable [] ints;

        Stretch(int[] values, int none) {
            this.none = none;
            int low = Integer.MAX_VALUE;
            int high = Integer.MIN_VALUE;
            for (int value : values) {
                if (value != none) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            least = low;
            step = low < high ? step(values, none, low) : 1;
            long steps = high < low ? 0 : ((long) high - low) / step + 1;
            bytes = steps > 0 && steps <= ONE_BYTE ? new byte[values.length] : null;
            shorts = steps > ONE_BYTE && steps <= TWO_BYTES ? new short[values.length] : null;
            ints = steps > TWO_BYTES ? values.clone() : null;
            if (bytes != null) {
                for (int i = 0; i < values.length; i++) {
                    bytes[i] = (byte) code(values[i]);
                }
            } else if (shorts != null) {
                for (int i = 0; i < values.length; i++) {
                    shorts[i] = (short) code(values[i]);
                }
            }
        }

        /** The unit of scores where all are whole, otherwise 1. */
        private static int step(int[] values, int none, int low) {
            for (int value : values) {
                if (value != none && ((long) value - low) % Session.SCORE_UNITS != 0) {
                    return 1;
                }
            }
            return Session.SCORE_UNITS;
        }

        private int code(int value) {
            return value == none ? 0 : (value - least) / step + 1;
        }

        int get(int place) {
            int code;
            if (bytes != null) {
                code = bytes[place] & ONE_BYTE;
            } else if (shorts != null) {
                code = shorts[place] & TWO_BYTES;
            } else {
                return ints == null ? none : ints[place];
            }
            return code == 0 ? none : least + (code - 1) * step;
        }
    }
}
