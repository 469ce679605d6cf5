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
    private final int[] places;

    EventTable(ClusteredTimes data) {
        times = data.distinctTimes();
        atRisk = new long[times.length];
        events = new long[times.length];
        censored = new long[times.length];
        places = new int[data.size()];
        for (int cluster = 0; cluster < data.clusters(); cluster++) {
            for (int i = data.start(cluster); i < data.end(cluster); i++) {
                long[] kind = data.isEvent(i) ? events : censored;
                places[i] = Arrays.binarySearch(times, data.time(i));
                kind[places[i]] += data.copies(cluster);
            }
        }
        long later = 0;
        for (int i = times.length - 1; i >= 0; i--) {
            later += events[i] + censored[i];
            atRisk[i] = later;
        }
    }

    /** The place in the table of the time of an observation. */
    int place(int observation) {
        return places[observation];
    }

    /** The observations by time, those of one time in their order. */
    int[] byTime() {
        int[] next = new int[times.length + 1];
        for (int place : places) {
            next[place + 1]++;
        }
        for (int t = 1; t < next.length; t++) {
            next[t] += next[t - 1];
        }
        int[] order = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            order[next[places[i]]++] = i;
        }
        return order;
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
