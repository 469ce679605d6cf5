package org.aestat.session;

import java.io.Serializable;
import java.util.Arrays;

/** Numbers for keys: each distinct key gets the next integer, from 0 in order of first appearance. */
public final class KeyNumbers implements Serializable {

    private static final long serialVersionUID = 1;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = {};
    private int size;
    /** Numbers increased by 1, 0 where free; twice as many places as keys. */
    private int[] slots = {};

    private int bits;

    /** How many distinct keys there are. */
    public int size() {
        return size;
    }

    /**
     * The key of a number.
     *
     * @param number 0 to {@link #size()} - 1
     */
    public long key(int number) {
        return keys[number];
    }

    /** The number of a key, which gets one if it has none. */
    public int number(long key) {
        if (2 * size >= slots.length) {
            grow();
        }
        int slot = slot(key);
        if (slots[slot] == 0) {
            keys[size++] = key;
            slots[slot] = size;
        }
        return slots[slot] - 1;
    }

    /** Forgets all keys. */
    public void clear() {
        while (size > 0) {
            size--;
            slots[slot(keys[size])] = 0;
        }
    }

    /** The place of a key, or the free place where it belongs. */
    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * SPREAD) >>> (Long.SIZE - bits));
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        bits = Math.max(3, bits + 1);
        slots = new int[1 << bits];
        keys = Arrays.copyOf(keys, 1 << (bits - 1));
        for (int number = 0; number < size; number++) {
            slots[slot(keys[number])] = number + 1;
        }
    }
}
