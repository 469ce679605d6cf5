package org.aestat.coverage;

/** A mean with its Monte-Carlo error from the spread between blocks. */
final class Share {

    private long blocks;
    private double sum;
    private double squares;

    void add(double value) {
        blocks++;
        sum += value;
        squares += value * value;
    }

    long count() {
        return blocks;
    }

    double mean() {
        return sum / blocks;
    }

    double error() {
        double mean = mean();
        return Math.sqrt(Math.max(0, squares / blocks - mean * mean) / Math.max(1, blocks - 1));
    }
}
