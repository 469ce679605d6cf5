package org.aestat.stat;

import java.util.Arrays;

/**
 * How likely it is that a growing count reaches a boundary that rises in steps.
 *
 * <p>Holds the distribution of the count among the courses that have not reached the boundary, and carries it from one
 * step to the next; between two steps nothing is lost but at the second, since a count that is too high there cannot have
 * fallen. The error is below 1e-12: what is left out as negligible counts as having reached the boundary.
 */
final class BoundaryCrossing {

    private final CountIncrements increments;
    private double[] held = {1};
    private int lowest;
    private double exposure;

    BoundaryCrossing(CountIncrements increments) {
        this.increments = increments;
    }

    /**
     * Goes on to a step.
     *
     * @param until the exposure of the step, not below that of the one before
     * @param boundary the count from which on the boundary is reached there
     */
    void advance(double until, int boundary) {
        while (exposure < until) {
            double step = Math.min(until - exposure, increments.largestStep());
            exposure = step < until - exposure ? exposure + step : until;
            add(step, boundary);
        }
    }

    /** The probability that the boundary was reached up to now. */
    double probability() {
        double sum = 0;
        for (double mass : held) {
            sum += mass;
        }
        return Math.max(0, 1 - sum);
    }

    private void add(double step, int boundary) {
        int size = boundary - lowest;
        if (size <= 0) {
            held = new double[0];
            return;
        }
        double[] probabilities = increments.probabilities(step, size - 1);
        double[] next = new double[Math.min(size, held.length + probabilities.length - 1)];
        for (int k = 0; k < probabilities.length; k++) {
            double probability = probabilities[k];
            int end = Math.min(held.length, next.length - k);
            for (int i = 0; i < end; i++) {
                next[i + k] += held[i] * probability;
            }
        }
        int from = 0;
        while (from < next.length - 1 && next[from] < CountIncrements.NEGLIGIBLE) {
            from++;
        }
        held = Arrays.copyOfRange(next, from, next.length);
        lowest += from;
    }
}
