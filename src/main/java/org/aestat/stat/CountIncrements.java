package org.aestat.stat;

import java.util.Arrays;

/** The distribution of how many events a further exposure brings, whatever came before. */
interface CountIncrements {

    /** Probabilities below this are left out. */
    double NEGLIGIBLE = 1e-20;

    /** Exposures whose probability of no event is smaller are taken in parts, since it would not be a double. */
    double MOST_LOG = 500;

    /** The largest exposure to be taken at once. */
    double largestStep();

    /**
     * The probabilities of 0, 1, 2 ... further events.
     *
     * @param exposure the exposure
     * @param most the largest number that is asked for
     */
    double[] probabilities(double exposure, int most);

    /** Events of a Poisson process with the given number of events per unit of exposure. */
    static CountIncrements poisson(double rate) {
        return new CountIncrements() {
            @Override
            public double largestStep() {
                return MOST_LOG / rate;
            }

            @Override
            public double[] probabilities(double exposure, int most) {
                double mean = rate * exposure;
                return series(StrictMath.exp(-mean), most, mean, k -> mean / (k + 1));
            }
        };
    }

    /** Independent trials with the given probability of an event. */
    static CountIncrements trials(double probability) {
        return new CountIncrements() {
            @Override
            public double largestStep() {
                return Math.max(1, Math.floor(MOST_LOG / -StrictMath.log1p(-probability)));
            }

            @Override
            public double[] probabilities(double trials, int most) {
                double odds = probability / (1 - probability);
                double none = StrictMath.exp(trials * StrictMath.log1p(-probability));
                int atMost = (int) Math.min(most, trials);
                return series(none, atMost, trials * probability, k -> (trials - k) / (k + 1) * odds);
            }
        };
    }

    /** What the probability of k is multiplied by to give that of k + 1. */
    @FunctionalInterface
    interface Ratio {
        double after(int k);
    }

    private static double[] series(double none, int most, double mean, Ratio ratio) {
        double[] probabilities = new double[most + 1];
        double probability = none;
        for (int k = 0; k <= most; k++) {
            if (k > mean && probability < NEGLIGIBLE) {
                return Arrays.copyOf(probabilities, Math.max(1, k));
            }
            probabilities[k] = probability;
            probability *= ratio.after(k);
        }
        return probabilities;
    }
}
