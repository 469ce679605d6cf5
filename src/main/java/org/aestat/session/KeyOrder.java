package org.aestat.session;

import java.io.Serializable;
import java.util.Arrays;

/** Numbers with a key each, to be sorted by key and, where keys are equal, by number. */
public final class KeyOrder implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int SHORT = 24;

    private long[] keys = new long[8];
    private int[] numbers = new int[8];
    private int size;
    private long[] keysApart = {};
    private int[] numbersApart = {};

    /** Forgets all numbers. */
    public void clear() {
        size = 0;
    }

    /** Adds a number at the end. */
    public void add(long key, int number) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + (size >> 1));
            numbers = Arrays.copyOf(numbers, keys.length);
        }
        keys[size] = key;
        numbers[size++] = number;
    }

    /** How many numbers there are. */
    public int size() {
        return size;
    }

    /** The number at a place. */
    public int number(int place) {
        return numbers[place];
    }

    /** The key at a place. */
    public long key(int place) {
        return keys[place];
    }

    /** Gives the number at a place another key. */
    public void rekey(int place, long key) {
        keys[place] = key;
    }

    /**
     * Sorts some places.
     *
     * @param from the first
     * @param to one after the last
     */
    public void sort(int from, int to) {
        int sorted = from + 1;
        while (sorted < to && !isAfter(sorted - 1, keys[sorted], numbers[sorted])) {
            sorted++;
        }
        if (sorted >= to) {
            return;
        }
        if (to - from <= SHORT) {
            insert(sorted, from, to);
        } else {
            int middle = (from + to) >>> 1;
            sort(from, middle);
            sort(middle, to);
            merge(from, middle, to);
        }
    }

    private boolean isAfter(int place, long key, int number) {
        return keys[place] > key || (keys[place] == key && numbers[place] > number);
    }

    private void insert(int unsorted, int from, int to) {
        for (int i = unsorted; i < to; i++) {
            long key = keys[i];
            int number = numbers[i];
            int place = i;
            for (; place > from && isAfter(place - 1, key, number); place--) {
                keys[place] = keys[place - 1];
                numbers[place] = numbers[place - 1];
            }
            keys[place] = key;
            numbers[place] = number;
        }
    }

    private void merge(int from, int middle, int to) {
        int lower = middle - from;
        if (lower > keysApart.length) {
            keysApart = new long[lower];
            numbersApart = new int[lower];
        }
        System.arraycopy(keys, from, keysApart, 0, lower);
        System.arraycopy(numbers, from, numbersApart, 0, lower);
        int next = 0;
        int upper = middle;
        for (int place = from; next < lower; place++) {
            if (upper == to || isAfter(upper, keysApart[next], numbersApart[next])) {
                keys[place] = keysApart[next];
                numbers[place] = numbersApart[next++];
            } else {
                keys[place] = keys[upper];
                numbers[place] = numbers[upper++];
            }
        }
    }
}
