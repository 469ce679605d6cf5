package org.aestat.coverage;

import java.util.ArrayList;
import java.util.List;

/** Patients with their numbers of sessions, and how the event may fall on them. */
final class Patients {

    private final int[] ofSize = new int[SessionsPerPatient.MOST + 1];
    private final int trials;
    private int patients;
    private long squares;

    /** As many patients as have these sessions together; the last one's are cut to fit. */
    Patients(SessionsPerPatient sessions, int trials, Draws draws) {
        this.trials = trials;
        for (int left = trials; left > 0; ) {
            int size = Math.min(left, sessions.draw(draws));
            ofSize[size]++;
            patients++;
            squares += (long) size * size;
            left -= size;
        }
    }

    int ofSize(int size) {
        return ofSize[size];
    }

    int trials() {
        return trials;
    }

    int count() {
        return patients;
    }

    double meanClusterSize() {
        return (double) squares / trials;
    }

    /** The chances of a rate's events by patients' numbers of sessions, ready to draw from. */
    static final class Chances {
        private final List<double[]> cumulative = new ArrayList<>();
        private final double[] logNone = new double[SessionsPerPatient.MOST + 1];

        Chances(Propensity propensity) {
            cumulative.add(new double[0]);
            for (int size = 1; size <= SessionsPerPatient.MOST; size++) {
                double[] chances = propensity.events(size);
                double some = 0;
                for (int j = 1; j <= size; j++) {
                    some += chances[j];
                }
                logNone[size] = Math.log1p(-some);
                double[] sums = new double[size + 1];
                for (int j = 1; j <= size; j++) {
                    sums[j] = sums[j - 1] + chances[j] / some;
                }
                cumulative.add(sums);
            }
        }

        /** How many events a patient has who has one. */
        int events(int size, Draws draws) {
            double[] sums = cumulative.get(size);
            double u = draws.uniform();
            int j = 1;
            while (j < size && sums[j] < u) {
                j++;
            }
            return j;
        }
    }

    /** Draws the events of all patients; only those with an event cost time. */
    RateSample draw(Chances chances, Draws draws) {
        RateSample sample = new RateSample(this);
        for (int size = 1; size <= SessionsPerPatient.MOST; size++) {
            if (ofSize[size] > 0) {
                double logNone = chances.logNone[size];
                for (long i = draws.failures(logNone); i < ofSize[size]; i += 1 + draws.failures(logNone)) {
                    sample.add(size, chances.events(size, draws));
                }
            }
        }
        return sample;
    }
}
