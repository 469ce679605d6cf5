package org.aestat.coverage;

import java.util.function.DoubleUnaryOperator;

/** A normal distribution as a sum, for expectations: the trapezoid rule to eight standard deviations. */
final class Mixture {

    private static final int STEPS_A_DEVIATION = 24;
    private static final int DEVIATIONS = 8;

    private final double[] nodes;
    private final double[] weights;

    private Mixture(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /** Mean 0 and this standard deviation, which may be 0. */
    static Mixture normal(double deviation) {
        if (deviation == 0) {
            return new Mixture(new double[1], new double[] {1});
        }
        int half = STEPS_A_DEVIATION * DEVIATIONS;
        double[] nodes = new double[2 * half + 1];
        double[] weights = new double[nodes.length];
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            double z = (double) (i - half) / STEPS_A_DEVIATION;
            nodes[i] = deviation * z;
            weights[i] = Math.exp(-z * z / 2);
            sum += weights[i];
        }
        for (int i = 0; i < nodes.length; i++) {
            weights[i] /= sum;
        }
        return new Mixture(nodes, weights);
    }

    double mean(DoubleUnaryOperator function) {
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * function.applyAsDouble(nodes[i]);
        }
        return sum;
    }

    /** The root of a rising function. */
    static double root(double from, double to, DoubleUnaryOperator rising) {
        double low = from;
        double high = to;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
