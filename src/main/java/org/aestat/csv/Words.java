package org.aestat.csv;

import java.util.HashMap;
import java.util.Map;

/**
 * A table from words to small numbers that is searched with a cell, without regard to case. A word of up to eight ASCII
 * characters is packed into one number, so that nearly every search compares numbers only.
 */
final class Words {

    /** The answer for a word that is not in the table. */
    static final int ABSENT = -1;

    private static final int ASCII = 128;
    private static final int PACKED_LENGTH = 8;
    private static final long NOT_PACKED = -1;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] packed;
    private final int[] values;
    private final int shift;
    private final Map<String, Integer> others = new HashMap<>();
    private int blank = ABSENT;
    private int longest;
    private long startsOfOthers;

    /**
     * A table of words.
     *
     * @param entries words, {@linkplain #fold folded}, and their numbers from 0
     */
    Words(Map<String, Integer> entries) {
        int bits = 2 + Integer.SIZE - Integer.numberOfLeadingZeros(entries.size());
        packed = new long[1 << bits];
        values = new int[1 << bits];
        shift = Long.SIZE - bits;
        entries.forEach(this::add);
    }

    /** The form in which words are compared: without case and the spaces around them. */
    static String fold(String word) {
        return fold(Cell.of(word));
    }

    private static String fold(Cell cell) {
        StringBuilder folded = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            folded.append(lower(cell.charAt(i)));
        }
        return folded.toString();
    }

    private void add(String word, int value) {
        longest = Math.max(longest, word.length());
        if (word.isEmpty()) {
            blank = value;
            return;
        }
        long key = pack(Cell.of(word));
        if (key == NOT_PACKED) {
            others.put(word, value);
            startsOfOthers |= start(word.charAt(0));
            return;
        }
        int slot = slot(key);
        packed[slot] = key;
        values[slot] = value;
    }

    /** The number of the cell's word, or {@link #ABSENT}. */
    int find(Cell cell) {
        int length = cell.length();
        if (length == 0) {
            return blank;
        }
        if (length > longest) {
            return ABSENT;
        }
        long key = pack(cell);
        if (key != NOT_PACKED) {
            int slot = slot(key);
            return packed[slot] == key ? values[slot] : ABSENT;
        }
        boolean possible = (startsOfOthers & start(lower(cell.charAt(0)))) != 0;
        return possible ? others.getOrDefault(fold(cell), ABSENT) : ABSENT;
    }

    /** Where the key is, or the free slot where it would be. */
    private int slot(long key) {
        int slot = (int) ((key * SPREAD) >>> shift);
        while (packed[slot] != 0 && packed[slot] != key) {
            slot = (slot + 1) & (packed.length - 1);
        }
        return slot;
    }

    private static long pack(Cell cell) {
        int length = cell.length();
        if (length > PACKED_LENGTH) {
            return NOT_PACKED;
        }
        long key = 0;
        for (int i = 0; i < length; i++) {
            char c = lower(cell.charAt(i));
            if (c >= ASCII) {
                return NOT_PACKED;
            }
            key = (key << Byte.SIZE) | c;
        }
        return key;
    }

    private static long start(char lower) {
        return 1L << lower;
    }

    private static char lower(char c) {
        if (c < ASCII) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }
}
