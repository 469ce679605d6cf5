package org.aestat.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Codes for texts: each distinct text gets the next integer, from 1 in order of first appearance. Code 0 stands for
 * "not recorded" and has no text. Texts are kept as UTF-8 in one array, about their own length and fourteen bytes each.
 */
public final class Dictionary {

    /** The hash of the empty text. */
    static final int EMPTY_HASH = 1;

    private static final int ASCII = 0x80;

    private byte[] texts = new byte[1 << 8];
    private int[] ends = new int[1 << 4];
    private int[] hashes = new int[1 << 4];
    private int size;
    private int[] slots = new int[1 << 5];
    private byte[] encoded = {};
    /** What other threads may look at. */
    private volatile @Nullable KnownTexts known;

    /** Removes all texts. */
    public void clear() {
        Arrays.fill(slots, 0);
        size = 0;
        known = null;
    }

    /** The number of distinct texts; codes run from 1 to this number. */
    public int size() {
        return size;
    }

    /**
     * The code of a text, which is added if it is new.
     *
     * @param buffer the characters
     * @param offset where the text starts in them
     * @param length its length, at least 1
     */
    public int code(char[] buffer, int offset, int length) {
        int hash = EMPTY_HASH;
        for (int i = offset; i < offset + length; i++) {
            char c = buffer[i];
            if (c >= ASCII) {
                return codeOfAny(buffer, offset, length);
            }
            hash = hash(hash, c);
        }
        return code(buffer, offset, length, hash);
    }

    /** The code of an ASCII text, which is added if it is new, by its {@linkplain #hash(int, int) hash}. */
    int code(char[] buffer, int offset, int length, int hash) {
        int slot = place(buffer, offset, length, hash);
        if (slots[slot] != 0) {
            return slots[slot];
        }
        int start = claim(length, hash);
        for (int i = 0; i < length; i++) {
            texts[start + i] = (byte) buffer[offset + i];
        }
        return put(slot);
    }

    private int codeOfAny(char[] buffer, int offset, int length) {
        if (encoded.length < Utf8.MOST_BYTES * length) {
            encoded = new byte[2 * Utf8.MOST_BYTES * length];
        }
        int end = Utf8.encode(buffer, offset, length, encoded);
        return code(encoded, 0, end, hash(encoded, end));
    }

    /**
     * The code of a text, which is added if it is new.
     *
     * @param text at least one character
     */
    public int code(String text) {
        return code(text.toCharArray(), 0, text.length());
    }

    /**
     * The code of a text, or 0 if it has none.
     *
     * @param text the text
     */
    public int find(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return slots[place(bytes, 0, bytes.length, hash(bytes, bytes.length))];
    }

    /** The code of an ASCII text by its {@linkplain #hash(int, int) hash}, or 0 if it has none. */
    int find(char[] buffer, int offset, int length, int hash) {
        return slots[place(buffer, offset, length, hash)];
    }

    /** The hash of a text with one more ASCII character; that of the empty text is {@link #EMPTY_HASH}. */
    static int hash(int hash, int next) {
        return 31 * hash + next;
    }

    /**
     * The codes of all texts of another dictionary, which are added where they are new.
     *
     * @return the code here at the place of each code there; 0 at 0
     */
    public int[] codes(Dictionary other) {
        int[] codes = likely(other);
        for (int code = 1; code <= other.size; code++) {
            if (codes[code] != 0 && !holds(codes[code], other.texts, other.ends[code - 1], other.ends[code])) {
                codes[code] = 0;
            }
        }
        return codes(other, codes);
    }

    /**
     * The codes of all texts of another dictionary, of which some were found before.
     *
     * @param codes for each code there the code here or 0; filled with those that were not found
     */
    int[] codes(Dictionary other, int[] codes) {
        for (int code = 1; code <= other.size; code++) {
            if (codes[code] == 0) {
                codes[code] = code(other.texts, other.ends[code - 1], other.ends[code], other.hashes[code]);
            }
        }
        return codes;
    }

    /** Lets other threads {@linkplain #find(Dictionary) look} at the texts so far. */
    void publish() {
        known = new KnownTexts(texts, ends, hashes, slots, size);
    }

    /**
     * The codes of the texts of another dictionary as far as they were {@linkplain #publish published}; other threads may
     * ask for them while this one takes more.
     *
     * @return the code here at the place of each code there, 0 where there was none
     */
    int[] find(Dictionary other) {
        KnownTexts texts = known;
        int[] codes = new int[other.size + 1];
        for (int code = 1; texts != null && code <= other.size; code++) {
            codes[code] = texts.find(other.texts, other.ends[code - 1], other.ends[code], other.hashes[code]);
        }
        return codes;
    }

    /** For each code of another dictionary the first code here whose text may be the same: a look that waits for no other. */
    private int[] likely(Dictionary other) {
        int[] codes = new int[other.size + 1];
        for (int code = 1; code <= other.size; code++) {
            codes[code] = slots[slot(other.hashes[code])];
        }
        return codes;
    }

    private int code(byte[] text, int from, int to, int hash) {
        int slot = place(text, from, to, hash);
        if (slots[slot] != 0) {
            return slots[slot];
        }
        int start = claim(to - from, hash);
        System.arraycopy(text, from, texts, start, to - from);
        return put(slot);
    }

    /** Where the code of a text is, or the free place where it would be. */
    private int place(byte[] text, int from, int to, int hash) {
        int slot = slot(hash);
        while (slots[slot] != 0 && (hashes[slots[slot]] != hash || !holds(slots[slot], text, from, to))) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int place(char[] buffer, int offset, int length, int hash) {
        int slot = slot(hash);
        while (slots[slot] != 0 && !holds(slots[slot], hash, buffer, offset, length)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean holds(int code, byte[] text, int from, int to) {
        return KnownTexts.same(texts, ends[code - 1], ends[code], text, from, to);
    }

    /**
     * The text of a code.
     *
     * @param code 1 to {@link #size()}
     */
    public String text(int code) {
        int start = ends[code - 1];
        return new String(texts, start, ends[code] - start, StandardCharsets.UTF_8);
    }

    /** Makes room for one more text and gives the place for it. */
    private int claim(int length, int hash) {
        int start = ends[size];
        int end = Math.addExact(start, length);
        if (end > texts.length) {
            texts = Arrays.copyOf(texts, grown(texts.length, end));
        }
        size++;
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, grown(ends.length, size + 1));
            hashes = Arrays.copyOf(hashes, ends.length);
        }
        ends[size] = end;
        hashes[size] = hash;
        return start;
    }

    private int put(int slot) {
        slots[slot] = size;
        if (size * 3L > slots.length * 2L) {
            rehash();
        }
        return size;
    }

    private void rehash() {
        slots = new int[Math.multiplyExact(slots.length, 2)];
        for (int code = 1; code <= size; code++) {
            int slot = slot(hashes[code]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = code;
        }
    }

    private boolean holds(int code, int hash, char[] buffer, int offset, int length) {
        if (hashes[code] != hash) {
            return false;
        }
        int start = ends[code - 1];
        if (ends[code] - start != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (texts[start + i] != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private int slot(int hash) {
        return KnownTexts.slot(hash, slots.length);
    }

    private static int hash(byte[] text, int end) {
        int hash = EMPTY_HASH;
        for (int i = 0; i < end; i++) {
            hash = hash(hash, text[i]);
        }
        return hash;
    }

    private static int grown(int length, int atLeast) {
        return Math.max(atLeast, length + (length >> 1));
    }
}
