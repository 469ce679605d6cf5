package org.aestat.session;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The texts that a {@link Dictionary} had at some moment. Other threads may look at them while the dictionary takes more:
 * what these parts of arrays hold stays, and a code that came later is passed over.
 */
final class KnownTexts {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final byte[] texts;
    private final int[] ends;
    private final int[] hashes;
    private final int[] slots;
    private final int size;

    /**
     * The texts of a dictionary.
     *
     * @param texts all texts as UTF-8, one after the other
     * @param ends where the text of each code ends
     * @param hashes the hash of each code's text
     * @param slots codes by hash, 0 where free, perhaps with later ones among them
     * @param size the last code
     */
    KnownTexts(byte[] texts, int[] ends, int[] hashes, int[] slots, int size) {
        this.texts = texts;
        this.ends = ends;
        this.hashes = hashes;
        this.slots = slots;
        this.size = size;
    }

    /** The code of a text, or 0 if it was not there. */
    int find(byte[] text, int from, int to, int hash) {
        int slot = slot(hash, slots.length);
        for (int code = slots[slot]; code != 0; code = slots[slot]) {
            if (code <= size && hashes[code] == hash && same(texts, ends[code - 1], ends[code], text, from, to)) {
                return code;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return 0;
    }

    /** Where the search for a text begins. */
    static int slot(int hash, int slots) {
        int spread = hash * 0x9E3779B9;
        return (spread ^ (spread >>> 15)) & (slots - 1);
    }

    /** Whether two texts are the same; short ones are compared before the platform's comparison has begun. */
    static boolean same(byte[] one, int start, int end, byte[] other, int from, int to) {
        int length = to - from;
        if (end - start != length) {
            return false;
        }
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            if ((long) EIGHT.get(one, start + i) != (long) EIGHT.get(other, from + i)) {
                return false;
            }
        }
        for (; i < length; i++) {
            if (one[start + i] != other[from + i]) {
                return false;
            }
        }
        return true;
    }
}
