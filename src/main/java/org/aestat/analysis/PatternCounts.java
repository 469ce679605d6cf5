package org.aestat.analysis;

import java.io.Serializable;
import java.util.Arrays;
import org.aestat.session.KeyNumbers;
import org.aestat.session.KeyOrder;

/**
 * How many patients have each pattern: a number of rows, in any order, of two numbers from 0 each. Patients alike are
 * kept once, and so are rows alike.
 */
final class PatternCounts implements Serializable {

    private static final long serialVersionUID = 1;

    /** Marks the key of a row whose numbers do not both fit 31 bits: it holds the numbers of these. */
    private static final long WIDE = Long.MIN_VALUE;

    private static final int FEW = 24;

    private final KeyNumbers firsts = new KeyNumbers();
    private final KeyNumbers seconds = new KeyNumbers();
    private final KeyNumbers rows = new KeyNumbers();
    private int[] ofPatient = new int[8];
    private int rowsOfPatient;

    /** The row numbers of one pattern after the other, ascending. */
    private int[] patterns = new int[16];

    private int[] ends = new int[8];
    private long[] patients = new long[8];
    private int size;
    /** Pattern numbers increased by 1, 0 where free; not of patterns of one row. */
    private int[] slots = new int[16];
    /** By row the number increased by 1 of the pattern of that row alone, 0 where there is none. */
    private int[] alone = {};

    /** Adds a row to the patient at hand. */
    void row(long first, long second) {
        append(number(first, second));
    }

    private int number(long first, long second) {
        if ((first | second) >>> (Integer.SIZE - 1) == 0) {
            return rows.number(first << Integer.SIZE | second);
        }
        return rows.number(WIDE | (long) firsts.number(first) << Integer.SIZE | seconds.number(second));
    }

    private void append(int row) {
        if (rowsOfPatient == ofPatient.length) {
            ofPatient = Arrays.copyOf(ofPatient, 2 * rowsOfPatient);
        }
        ofPatient[rowsOfPatient++] = row;
    }

    /** Ends the patient at hand; without rows there is none. */
    void endPatient() {
        endPatients(1);
    }

    private void endPatients(long alike) {
        if (rowsOfPatient > 0) {
            sort(ofPatient, 0, rowsOfPatient);
            int pattern = pattern();
            patients[pattern] += alike;
            rowsOfPatient = 0;
        }
    }

    /** The number of the pattern of the patient at hand, which gets one if it is new. */
    private int pattern() {
        return rowsOfPatient == 1 ? patternOf(ofPatient[0]) : patternOfSeveral();
    }

    private int patternOf(int row) {
        if (row >= alone.length) {
            alone = Arrays.copyOf(alone, rows.size() + (rows.size() >> 1));
        }
        if (alone[row] == 0) {
            keep();
            alone[row] = size;
        }
        return alone[row] - 1;
    }

    private int patternOfSeveral() {
        int mask = slots.length - 1;
        int slot = hash(ofPatient, 0, rowsOfPatient) & mask;
        while (slots[slot] != 0) {
            int known = slots[slot] - 1;
            if (isOfPatient(known)) {
                return known;
            }
            slot = (slot + 1) & mask;
        }
        keep();
        slots[slot] = size;
        if (2 * size > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private boolean isOfPatient(int pattern) {
        int start = start(pattern);
        if (ends[pattern] - start != rowsOfPatient) {
            return false;
        }
        for (int i = 0; i < rowsOfPatient; i++) {
            if (patterns[start + i] != ofPatient[i]) {
                return false;
            }
        }
        return true;
    }

    /** Most patients have few rows, which are sorted before the platform's sort has begun. */
    private static void sort(int[] values, int from, int to) {
        if (to - from > FEW) {
            Arrays.sort(values, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int value = values[i];
            int place = i;
            for (; place > from && values[place - 1] > value; place--) {
                values[place] = values[place - 1];
            }
            values[place] = value;
        }
    }

    private void keep() {
        int start = start(size);
        int end = Math.addExact(start, rowsOfPatient);
        if (end > patterns.length) {
            patterns = Arrays.copyOf(patterns, Math.max(end, start + (start >> 1)));
        }
        System.arraycopy(ofPatient, 0, patterns, start, rowsOfPatient);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + (size >> 1));
            patients = Arrays.copyOf(patients, ends.length);
        }
        ends[size++] = end;
    }

    private int start(int pattern) {
        return pattern == 0 ? 0 : ends[pattern - 1];
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int pattern = 0; pattern < size; pattern++) {
            if (ends[pattern] - start(pattern) > 1) {
                int slot = hash(patterns, start(pattern), ends[pattern]) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = pattern + 1;
            }
        }
    }

    private static int hash(int[] values, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = (hash ^ values[i]) * 0x9E3779B1;
        }
        return hash ^ (hash >>> 15);
    }

    /** Adds the patients of another one. */
    void add(PatternCounts other) {
        int[] own = new int[other.rows.size()];
        for (int row = 0; row < own.length; row++) {
            own[row] = number(other.first(row), other.second(row));
        }
        for (int pattern = 0; pattern < other.size; pattern++) {
            for (int i = other.start(pattern); i < other.ends[pattern]; i++) {
                append(own[other.patterns[i]]);
            }
            endPatients(other.patients[pattern]);
        }
    }

    private long first(int row) {
        long key = rows.key(row);
        return key < 0 ? firsts.key((int) ((key ^ WIDE) >>> Integer.SIZE)) : key >>> Integer.SIZE;
    }

    private long second(int row) {
        long key = rows.key(row);
        return key < 0 ? seconds.key((int) key) : (int) key;
    }

    /** The patterns in the order of their rows, so that sums over them depend on the data alone. */
    Patterns sorted() {
        int[] rank = new int[rows.size()];
        KeyOrder order = new KeyOrder();
        for (int row = 0; row < rank.length; row++) {
            order.add(first(row), row);
        }
        order.sort(0, rank.length);
        int from = 0;
        for (int i = 1; i <= rank.length; i++) {
            if (i == rank.length || order.key(i) != order.key(from)) {
                for (int place = from; place < i; place++) {
                    order.rekey(place, second(order.number(place)));
                }
                order.sort(from, i);
                from = i;
            }
        }
        long[] sortedFirsts = new long[rank.length];
        long[] sortedSeconds = new long[rank.length];
        for (int place = 0; place < rank.length; place++) {
            int row = order.number(place);
            rank[row] = place;
            sortedFirsts[place] = first(row);
            sortedSeconds[place] = second(row);
        }
        int[] ranks = new int[start(size)];
        for (int pattern = 0; pattern < size; pattern++) {
            for (int i = start(pattern); i < ends[pattern]; i++) {
                ranks[i] = rank[patterns[i]];
            }
            sort(ranks, start(pattern), ends[pattern]);
        }
        return new Patterns(sortedFirsts, sortedSeconds, ranks, ends, patients, size);
    }
}
