package org.aestat.analysis;

import java.io.Serializable;
import java.util.Arrays;

/** Counts by a code from 0. */
final class CodeCounts implements Serializable {

    private static final long serialVersionUID = 1;

    private static final long[] NONE = {};

    private long[] counts = NONE;

    void add(int code, long more) {
        if (code >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(code + 1, counts.length + (counts.length >> 1)));
        }
        counts[code] += more;
    }

    void add(CodeCounts other) {
        for (int code = other.counts.length - 1; code >= 0; code--) {
            add(code, other.counts[code]);
        }
    }

    /** One more than the highest code that was counted, or more. */
    int size() {
        return counts.length;
    }

    long get(int code) {
        return code < counts.length ? counts[code] : 0;
    }
}
