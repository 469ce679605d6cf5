package org.aestat.stat;

import java.util.Arrays;

/**
 * The integer state of a survival curve: at each distinct time how many were at risk just before it, had the event, and
 * were censored.
 */
final class EventTable {

    final int[] times;
    final long[] atRisk;
    final long[] events;
    final long[] censored;

    EventTable(ClusteredTimes data) {
        times = data.distinctTimes();
        atRisk = new long[times.length];
        events = new long[times.length];
        censored = new long[times.length];
        for (int cluster = 0; cluster < data.clusters(); cluster++) {
            for (int i = data.start(cluster); i < data.end(cluster); i++) {
                long[] kind = data.isEvent(i) ? events : censored;
                kind[index(data.time(i))] += data.copies(cluster);
            }
        }
        long later = 0;
        for (int i = times.length - 1; i >= 0; i--) {
            later += events[i] + censored[i];
            atRisk[i] = later;
        }
    }

    /** The place of a time in the table, which must hold it. */
    int index(int time) {
        return Arrays.binarySearch(times, time);
    }

    /** The place of the last time at or before the given one, or -1. */
    int last(double time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
