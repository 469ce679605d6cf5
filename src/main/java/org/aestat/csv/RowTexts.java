package org.aestat.csv;

import java.util.Arrays;
import org.aestat.session.Dictionary;
import org.aestat.session.PatientIds;
import org.aestat.session.SessionDraft;

/** The texts of one row, kept until it is clear that the row is accepted, and then coded. */
final class RowTexts {

    /** The number of a text that has none. */
    static final int NO_NUMBER = -1;

    private char[] chars = new char[256];
    private int end;
    private final char[][] holders;
    private final int[] starts;
    private final int[] lengths;
    private final int[] numbers;
    private char[] joined = new char[256];
    private int joinedLength;

    /**
     * Room for texts.
     *
     * @param slots how many, each blank until it is filled
     */
    RowTexts(int slots) {
        holders = new char[slots][];
        starts = new int[slots];
        lengths = new int[slots];
        numbers = new int[slots];
        Arrays.fill(holders, chars);
    }

    /** Makes all texts blank. */
    void clear() {
        end = 0;
        Arrays.fill(lengths, 0);
        Arrays.fill(numbers, NO_NUMBER);
    }

    /** Fills a slot with a copy of a cell. */
    void put(int slot, Cell cell) {
        int length = cell.length();
        makeRoom(length);
        cell.copyTo(chars, end);
        fill(slot, length);
    }

    /** Fills a slot. */
    void put(int slot, String text) {
        int length = text.length();
        makeRoom(length);
        text.getChars(0, length, chars, end);
        fill(slot, length);
    }

    /**
     * Fills a slot with a text that stays what it is.
     *
     * @param slot the slot
     * @param text all its characters, not copied
     * @param number its number, no other text of this slot having the same
     */
    void put(int slot, char[] text, int number) {
        holders[slot] = text;
        starts[slot] = 0;
        lengths[slot] = text.length;
        numbers[slot] = number;
    }

    private void fill(int slot, int length) {
        holders[slot] = chars;
        starts[slot] = end;
        lengths[slot] = length;
        numbers[slot] = NO_NUMBER;
        end += length;
    }

    /** What was copied stays where it is; what follows gets the larger room. */
    private void makeRoom(int length) {
        if (chars.length - end < length) {
            chars = new char[Math.max(2 * chars.length, length)];
            end = 0;
        }
    }

    /** The number of the text of a slot, or {@link #NO_NUMBER}. */
    int number(int slot) {
        return numbers[slot];
    }

    boolean isBlank(int slot) {
        return lengths[slot] == 0;
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
            int slot = slots[0];
            return dictionary.code(holders[slot], starts[slot], lengths[slot]);
        }
        return dictionary.code(join(slots), 0, joinedLength);
    }

    /** The code of the patient whose id these texts are as one. */
    int code(int[] slots, PatientIds patients) {
        if (slots.length == 1) {
            int slot = slots[0];
            return patients.code(holders[slot], starts[slot], lengths[slot]);
        }
        return patients.code(join(slots), 0, joinedLength);
    }

    /** Gives a session several texts as one for its id. */
    void setId(int[] slots, SessionDraft draft) {
        if (slots.length == 1) {
            int slot = slots[0];
            draft.setId(holders[slot], starts[slot], lengths[slot]);
        } else {
            draft.setId(join(slots), 0, joinedLength);
        }
    }

    /** Several texts as one, which is {@link #joinedLength} characters long; valid until the next call. */
    private char[] join(int[] slots) {
        int length = 0;
        for (int i = 0; i < slots.length; i++) {
            int slot = slots[i];
            int size = lengths[slot];
            if (joined.length < length + size + 1) {
                joined = Arrays.copyOf(joined, 2 * (length + size + 1));
            }
            if (i > 0) {
                joined[length++] = '\0';
            }
            System.arraycopy(holders[slot], starts[slot], joined, length, size);
            length += size;
        }
        joinedLength = length;
        return joined;
    }
}
