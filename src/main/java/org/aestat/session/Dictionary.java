package org.aestat.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Codes for texts: each distinct text gets the next integer, from 1 in order of first appearance. Code 0 stands for
 * "not recorded" and has no text. Texts are kept as UTF-8 in one array, about their own length and ten bytes each.
 */
public final class Dictionary {

    private byte[] texts = new byte[1 << 10];
    private int[] ends = new int[1 << 6];
    private int size;
    private int[] slots = new int[1 << 7];
    private byte[] scratch = new byte[1 << 6];

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
        int bytes = encode(buffer, offset, length);
        int mask = slots.length - 1;
        int slot = hash(bytes) & mask;
        while (slots[slot] != 0) {
            if (holds(slots[slot], bytes)) {
                return slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        return add(slot, bytes);
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
     * The text of a code.
     *
     * @param code 1 to {@link #size()}
     */
    public String text(int code) {
        int start = start(code);
        return new String(texts, start, ends[code] - start, StandardCharsets.UTF_8);
    }

    private int start(int code) {
        return ends[code - 1];
    }

    private int add(int slot, int bytes) {
        int start = ends[size];
        int end = Math.addExact(start, bytes);
        if (end > texts.length) {
            texts = Arrays.copyOf(texts, grown(texts.length, end));
        }
        System.arraycopy(scratch, 0, texts, start, bytes);
        size++;
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, grown(ends.length, size + 1));
        }
        ends[size] = end;
        slots[slot] = size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int code = 1; code <= size; code++) {
            int start = start(code);
            int slot = hash(texts, start, ends[code]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = code;
        }
    }

    private boolean holds(int code, int bytes) {
        int start = start(code);
        return Arrays.equals(texts, start, ends[code], scratch, 0, bytes);
    }

    private int hash(int bytes) {
        return hash(scratch, 0, bytes);
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    private int encode(char[] buffer, int offset, int length) {
        if (scratch.length < 3 * length) {
            scratch = new byte[grown(scratch.length, 3 * length)];
        }
        for (int i = 0; i < length; i++) {
            char c = buffer[offset + i];
            if (c >= 0x80) {
                byte[] encoded = new String(buffer, offset, length).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(encoded, 0, scratch, 0, encoded.length);
                return encoded.length;
            }
            scratch[i] = (byte) c;
        }
        return length;
    }

    private static int grown(int length, int atLeast) {
        return Math.max(atLeast, length + (length >> 1));
    }
}
