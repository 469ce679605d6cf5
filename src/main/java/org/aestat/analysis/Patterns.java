package org.aestat.analysis;

import org.aestat.session.KeyOrder;

/** Patterns in the order of their rows, and how many patients have each. */
final class Patterns {

    private final long[] firsts;
    private final long[] seconds;
    private final int[] rows;
    private final int[] ends;
    private final long[] patients;
    private final KeyOrder order = new KeyOrder();

    /**
     * Patterns in any order, to be sorted here.
     *
     * @param firsts the first numbers of the different rows, which are ascending
     * @param seconds their second numbers
     * @param rows the rows of one pattern after the other, by their places in the arrays above, ascending
     * @param ends where the patterns end
     * @param patients how many patients have each
     * @param size how many patterns there are
     */
    Patterns(long[] firsts, long[] seconds, int[] rows, int[] ends, long[] patients, int size) {
        this.firsts = firsts;
        this.seconds = seconds;
        this.rows = rows;
        this.ends = ends;
        this.patients = patients;
        for (int pattern = 0; pattern < size; pattern++) {
            order.add(0, pattern);
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(firsts.length);
        sort(0, size, 0, bits, (Long.SIZE - 1) / Math.max(1, bits));
    }

    /**
     * Sorts patterns that agree in their first rows by the rows after them, of which a key holds some.
     *
     * @param agreed in how many rows they agree
     * @param bits how many bits of a key a row takes
     * @param inKey how many rows a key holds
     */
    private void sort(int from, int to, int agreed, int bits, int inKey) {
        for (int i = from; i < to; i++) {
            order.rekey(i, key(order.number(i), agreed, bits, inKey));
        }
        order.sort(from, to);
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || order.key(i) != order.key(start)) {
                if (i - start > 1) {
                    sort(start, i, agreed + inKey, bits, inKey);
                }
                start = i;
            }
        }
    }

    /** The rows after the agreed ones, 0 after the last: shorter patterns come first. */
    private long key(int pattern, int agreed, int bits, int inKey) {
        int row = (pattern == 0 ? 0 : ends[pattern - 1]) + agreed;
        long key = 0;
        for (int i = 0; i < inKey; i++, row++) {
            key = key << bits | (row < ends[pattern] ? rows[row] + 1 : 0);
        }
        return key;
    }

    /** How many patterns there are. */
    int size() {
        return order.size();
    }

    /** How many patients have the pattern at a place. */
    long patients(int place) {
        return patients[order.number(place)];
    }

    /** The first row of the pattern at a place. */
    int start(int place) {
        int pattern = order.number(place);
        return pattern == 0 ? 0 : ends[pattern - 1];
    }

    /** One after the last row of the pattern at a place. */
    int end(int place) {
        return ends[order.number(place)];
    }

    /** The first number of a row. */
    long first(int row) {
        return firsts[rows[row]];
    }

    /** The second number of a row. */
    long second(int row) {
        return seconds[rows[row]];
    }
}
