package org.aestat.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The innermost intersections of interval-censored observations, the only places where the nonparametric estimate can
 * have mass, and for each distinct observation the range of them that it covers.
 *
 * <p>Times are doubled so that (L, R] is the closed range 2L + 1 .. 2R and an exact time t is 2t .. 2t.
 */
final class TurnbullIntervals {

    private static final long UNBOUNDED = Long.MAX_VALUE;

    final long[] opens;
    final long[] closes;
    final int[] first;
    final int[] last;
    final double[] counts;
    final double total;

    TurnbullIntervals(IntervalTimes data) {
        long[] starts = new long[data.size()];
        long[] ends = new long[data.size()];
        counts = new double[data.size()];
        int[] next = new int[1];
        data.forEach((after, by, number) -> {
            int i = next[0]++;
            starts[i] = after == by ? 2L * after : 2L * after + 1;
            ends[i] = by == IntervalTimes.UNBOUNDED ? UNBOUNDED : 2L * by;
            counts[i] = number;
        });
        total = Arrays.stream(counts).sum();
        long[] sortedStarts = Arrays.stream(starts).sorted().distinct().toArray();
        long[] sortedEnds = Arrays.stream(ends).sorted().distinct().toArray();
        List<Long> lefts = new ArrayList<>();
        List<Long> rights = new ArrayList<>();
        int end = 0;
        for (int s = 0; s < sortedStarts.length; s++) {
            while (sortedEnds[end] < sortedStarts[s]) {
                end++;
            }
            if (s + 1 == sortedStarts.length || sortedStarts[s + 1] > sortedEnds[end]) {
                lefts.add(sortedStarts[s]);
                rights.add(sortedEnds[end]);
            }
        }
        opens = lefts.stream().mapToLong(Long::longValue).toArray();
        closes = rights.stream().mapToLong(Long::longValue).toArray();
        first = new int[starts.length];
        last = new int[starts.length];
        for (int i = 0; i < starts.length; i++) {
            int from = Arrays.binarySearch(opens, starts[i]);
            first[i] = from >= 0 ? from : -from - 1;
            int to = Arrays.binarySearch(closes, ends[i]);
            last[i] = to >= 0 ? to : -to - 2;
        }
    }

    int size() {
        return opens.length;
    }

    /** The time after which the k-th interval lies, or the exact time. */
    int from(int k) {
        return (int) (opens[k] / 2);
    }

    /** The last time of the k-th interval, or {@link IntervalTimes#UNBOUNDED}. */
    int to(int k) {
        return closes[k] == UNBOUNDED ? IntervalTimes.UNBOUNDED : (int) (closes[k] / 2);
    }
}
