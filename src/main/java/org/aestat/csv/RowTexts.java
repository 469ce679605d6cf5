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
    void put(int slot, CharSequence text) {
        int length = text.length();
        if (chars.length - end < length) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, end + length));
        }
        starts[slot] = end;
        for (int i = 0; i < length; i++) {
            chars[end++] = text.charAt(i);
        }
        ends[slot] = end;
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
        int length = join(slots);
        return dictionary.code(joined, 0, length);
    }

    /** Several texts as one. */
    String text(int[] slots) {
        int length = join(slots);
        return new String(joined, 0, length);
    }

    private int join(int[] slots) {
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
        return length;
    }
}
