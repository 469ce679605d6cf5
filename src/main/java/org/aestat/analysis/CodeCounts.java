package org.aestat.analysis;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How many sessions have each code, from 0. Codes wait until there are some hundred, as one after the other they would
 * each reach for another part of memory. No table has more sessions than an {@code int} counts.
 */
final class CodeCounts implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int FIRST_ROOM = 1 << 3;
    private static final int MOST_WAITING = 1 << 9;
    private static final int[] NONE = {};

    private int[] counts = NONE;
    private int[] waiting = NONE;
    private int waitingCount;

    /** Counts a session with this code. */
    void add(int code) {
        if (waitingCount == waiting.length) {
            makeRoom();
        }
        waiting[waitingCount++] = code;
    }

    private void makeRoom() {
        if (waiting.length == MOST_WAITING) {
            settle();
        } else {
            waiting = Arrays.copyOf(waiting, Math.max(FIRST_ROOM, 2 * waiting.length));
        }
    }

    private void settle() {
        for (int i = 0; i < waitingCount; i++) {
            int code = waiting[i];
            if (code >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(code + 1, counts.length + (counts.length >> 1)));
            }
            counts[code]++;
        }
        waitingCount = 0;
    }

    void add(CodeCounts other) {
        settle();
        int codes = other.size();
        if (codes > counts.length) {
            counts = Arrays.copyOf(counts, codes);
        }
        for (int code = 0; code < codes; code++) {
            counts[code] += other.counts[code];
        }
    }

    /** One more than the highest code that was counted, or more. */
    int size() {
        settle();
        return counts.length;
    }

    long get(int code) {
        settle();
        return code < counts.length ? counts[code] : 0;
    }
}
