package org.aestat.csv;

import java.util.Arrays;
import org.aestat.session.Dictionary;

/** The texts of one row, kept until it is clear that the row is accepted, and then coded. */
final class RowTexts {

    private char[] chars = new char[256];
    private int end;
    private final int[] starts;
    private final int[] ends;
    private char[] joined = new char[256];
    private int joinedLength;

    /**
     * Room for texts.
     *
     * @param slots how many, each blank until it is filled
     */
    RowTexts(int slots) {
        starts = new int[slots];
        ends = new int[slots];
    }

    /** Makes all texts blank. */
    void clear() {
        end = 0;
        Arrays.fill(starts, 0);
        Arrays.fill(ends, 0);
    }

    /** Fills a slot. */
    void put(int slot, Cell cell) {
        int length = cell.length();
        makeRoom(length);
        cell.copyTo(chars, end);
        starts[slot] = end;
        end += length;
        ends[slot] = end;
    }

    /** Fills a slot. */
    void put(int slot, String text) {
        int length = text.length();
        makeRoom(length);
        text.getChars(0, length, chars, end);
        starts[slot] = end;
        end += length;
        ends[slot] = end;
    }

    private void makeRoom(int length) {
        if (chars.length - end < length) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, end + length));
        }
    }

    boolean isBlank(int slot) {
        return starts[slot] == ends[slot];
    }

    /** The code of one text, 0 where it is blank. */
    int code(int slot, Dictionary dictionary) {
        return isBlank(slot) ? 0 : dictionary.code(chars, starts[slot], ends[slot] - starts[slot]);
    }

    /** Whether one of several slots is blank. */
    boolean isAnyBlank(int[] slots) {
        for (int slot : slots) {
            if (isBlank(slot)) {
                return true;
            }
        }
        return false;
    }

    /** The code of several texts as one, joined by a character that no export holds. */
    int code(int[] slots, Dictionary dictionary) {
        if (slots.length == 1) {
            return dictionary.code(chars, starts[slots[0]], ends[slots[0]] - starts[slots[0]]);
        }
        return dictionary.code(join(slots), 0, joinedLength);
    }

    /** Several texts as one, which is {@link #joinedLength()} characters long; valid until the next call. */
    char[] join(int[] slots) {
        int length = 0;
        for (int i = 0; i < slots.length; i++) {
            int slot = slots[i];
            int size = ends[slot] - starts[slot];
            if (joined.length < length + size + 1) {
                joined = Arrays.copyOf(joined, 2 * (length + size + 1));
            }
            if (i > 0) {
                joined[length++] = '\0';
            }
            System.arraycopy(chars, starts[slot], joined, length, size);
            length += size;
        }
        joinedLength = length;
        return joined;
    }

    /** How many characters were joined last. */
    int joinedLength() {
        return joinedLength;
    }
}
