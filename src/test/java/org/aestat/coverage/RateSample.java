package org.aestat.coverage;

import java.util.Arrays;
import org.aestat.stat.ClusterSums;

/** The events of one replicate. */
final class RateSample {

    private final Patients patients;
    private int[] sizes = new int[16];
    private int[] counts = new int[16];
    private int withEvent;
    private long events;
    private long eventsSquared;
    private long trialsEvents;

    RateSample(Patients patients) {
        this.patients = patients;
    }

    void add(int size, int count) {
        if (withEvent == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * withEvent);
            counts = Arrays.copyOf(counts, 2 * withEvent);
        }
        sizes[withEvent] = size;
        counts[withEvent++] = count;
        events += count;
        eventsSquared += (long) count * count;
        trialsEvents += (long) size * count;
    }

    Patients patients() {
        return patients;
    }

    int events() {
        return (int) events;
    }

    int patientsWithEvent() {
        return withEvent;
    }

    long eventsSquared() {
        return eventsSquared;
    }

    /** The estimated design effect in floating point; NaN where it is not defined. */
    double designEffect() {
        double n = patients.trials();
        double m = patients.count();
        if (events == 0 || events == patients.trials() || m < 2) {
            return Double.NaN;
        }
        double p = events / n;
        double sum = eventsSquared - 2 * p * trialsEvents + p * p * n * patients.meanClusterSize();
        return m / (m - 1) * Math.max(0, sum) / (n * p * (1 - p));
    }

    /** What the program would collect from the same sessions. */
    ClusterSums sums() {
        ClusterSums sums = new ClusterSums();
        int[] without = new int[SessionsPerPatient.MOST + 1];
        for (int size = 1; size < without.length; size++) {
            without[size] = patients.ofSize(size);
        }
        for (int i = 0; i < withEvent; i++) {
            sums.add(sizes[i], counts[i]);
            without[sizes[i]]--;
        }
        for (int size = 1; size < without.length; size++) {
            for (int i = 0; i < without[size]; i++) {
                sums.add(size, 0);
            }
        }
        return sums;
    }
}
