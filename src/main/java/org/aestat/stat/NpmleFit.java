package org.aestat.stat;

import java.util.Arrays;

/**
 * Maximises the likelihood of interval-censored observations over masses on their innermost intersections by steps of
 * EM and of the iterative convex minorant in turn, until the gradient shows the optimum.
 *
 * <p>Sources: Turnbull 1976, J R Stat Soc B 38:290-295; Wellner and Zhan 1997, J Am Stat Assoc 92:945-959; the
 * conditions of Gentleman and Geyer 1994, Biometrika 81:618-623.
 */
final class NpmleFit {

    /** How far the conditions of the optimum may be missed, relatively; a hundred times less than is asked for. */
    static final double TOLERANCE = 1e-10;

    /** Ten times what the hardest of thousands of random data sets took. */
    private static final int MOST_STEPS = 2000;

    private final TurnbullIntervals intervals;
    private final double tolerance;
    private final int size;
    private double[] mass;
    private final double[] covered;
    private final double[] gradient;

    NpmleFit(TurnbullIntervals intervals, double tolerance) {
        this.tolerance = tolerance;
        this.intervals = intervals;
        size = intervals.size();
        mass = new double[size];
        covered = new double[intervals.counts.length];
        gradient = new double[size];
        Arrays.fill(mass, 1.0 / size);
        for (int step = 0; step < MOST_STEPS && !isOptimal(); step++) {
            expectationMaximisation();
            convexMinorant();
        }
    }

    double[] mass() {
        return mass;
    }

    double logLikelihood() {
        return logLikelihood(mass);
    }

    /** The largest excess of a derivative over the number of observations, relatively; at the optimum not above 0. */
    double excess() {
        differentiate(mass);
        return Arrays.stream(gradient).max().orElseThrow() / intervals.total - 1;
    }

    private boolean isOptimal() {
        if (excess() > tolerance) {
            return false;
        }
        double slack = 0;
        for (int k = 0; k < size; k++) {
            slack += mass[k] * Math.abs(gradient[k] / intervals.total - 1);
        }
        return slack <= tolerance;
    }

    private void cover(double[] masses) {
        double[] sums = new double[size + 1];
        for (int k = 0; k < size; k++) {
            sums[k + 1] = sums[k] + masses[k];
        }
        for (int j = 0; j < covered.length; j++) {
            covered[j] = sums[intervals.last[j] + 1] - sums[intervals.first[j]];
        }
    }

    private double logLikelihood(double[] masses) {
        cover(masses);
        double sum = 0;
        for (int j = 0; j < covered.length; j++) {
            sum += intervals.counts[j] * Math.log(Math.max(covered[j], 0));
        }
        return sum;
    }

    private void differentiate(double[] masses) {
        cover(masses);
        double[] change = new double[size + 1];
        for (int j = 0; j < covered.length; j++) {
            double weight = intervals.counts[j] / covered[j];
            change[intervals.first[j]] += weight;
            change[intervals.last[j] + 1] -= weight;
        }
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += change[k];
            gradient[k] = sum;
        }
    }

    private void expectationMaximisation() {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            mass[k] *= gradient[k] / intervals.total;
            sum += mass[k];
        }
        for (int k = 0; k < size; k++) {
            mass[k] /= sum;
        }
    }

    /** One step of the iterative convex minorant on the distribution function, with the step halved until it helps. */
    private void convexMinorant() {
        if (size < 2) {
            return;
        }
        double before = logLikelihood(mass);
        double[] slope = new double[size];
        double[] curvature = new double[size];
        for (int j = 0; j < covered.length; j++) {
            double weight = intervals.counts[j] / covered[j];
            int last = intervals.last[j];
            if (last < size - 1) {
                slope[last] += weight;
                curvature[last] += weight / covered[j];
            }
            int first = intervals.first[j] - 1;
            if (first >= 0) {
                slope[first] -= weight;
                curvature[first] += weight / covered[j];
            }
        }
        double[] target = new double[size - 1];
        double[] distribution = new double[size - 1];
        double sum = 0;
        for (int k = 0; k < size - 1; k++) {
            sum += mass[k];
            distribution[k] = sum;
            target[k] = sum + slope[k] / curvature[k];
        }
        double[] projected = IsotonicRegression.fit(target, curvature);
        for (double step = 1; step > 1e-6; step /= 2) {
            double[] tried = new double[size];
            double previous = 0;
            for (int k = 0; k < size; k++) {
                double value = k == size - 1
                        ? 1
                        : distribution[k] + step * (Math.max(0, Math.min(1, projected[k])) - distribution[k]);
                tried[k] = Math.max(0, value - previous);
                previous = value;
            }
            if (logLikelihood(tried) > before) {
                mass = tried;
                return;
            }
        }
    }
}
