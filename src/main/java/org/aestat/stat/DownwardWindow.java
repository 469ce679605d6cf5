package org.aestat.stat;

/**
 * Mean times to a signal of a chain that falls by one step without an event and rises by a fixed number with one, solved
 * from the top.
 *
 * <p>With E(s) the mean time from state s, elimination gives E(s) = a + (1 - c) E(s - 1), where c is the probability of a
 * signal before the chain falls below s. Going from the state that an event leads to down to s composes as many such
 * relations as the chain rises; they are kept in two stacks, so that a composition loses its highest part without
 * being undone. Every term is positive: no digit cancels.
 */
final class DownwardWindow {

    private final int size;
    private final double rate;
    /** Compositions from each entry of the upper stack down to its lowest. */
    private final double[] upperTime;

    private final double[] upperSignal;
    /** The single relations of the lower stack, highest first. */
    private final double[] time;

    private final double[] signal;
    private int upper;
    private int lower;
    private double lowerTime;
    private double lowerSignal;

    /**
     * An empty window: no state is eliminated yet, and an event leads to a signal.
     *
     * @param size by how many steps the chain rises with an event
     * @param rate the probability of an event
     */
    DownwardWindow(int size, double rate) {
        this.size = size;
        this.rate = rate;
        upperTime = new double[size];
        upperSignal = new double[size];
        time = new double[size];
        signal = new double[size];
    }

    /** Eliminates the next state below those eliminated before. */
    void eliminate() {
        double stays = rate * (1 - wholeSignal());
        double ends = 1 - stays;
        push((1 + rate * wholeTime()) / ends, rate * wholeSignal() / ends);
    }

    /** The mean time from the lowest state, which the chain cannot leave downwards, all above being eliminated. */
    double fromZero() {
        return (1 + rate * wholeTime()) / (rate * wholeSignal());
    }

    private boolean isFull() {
        return upper + lower == size;
    }

    /** The probability of a signal on the way from where an event leads to the lowest eliminated state and past it. */
    private double wholeSignal() {
        if (!isFull()) {
            return 1;
        }
        double high = upper == 0 ? 0 : upperSignal[upper - 1];
        return high + (1 - high) * lowerSignal;
    }

    /** The mean time spent on that way. */
    private double wholeTime() {
        if (!isFull()) {
            return 0;
        }
        double high = upper == 0 ? 0 : upperTime[upper - 1];
        return high + (upper == 0 ? 1 : 1 - upperSignal[upper - 1]) * lowerTime;
    }

    private void push(double itsTime, double itsSignal) {
        if (isFull()) {
            pop();
        }
        time[lower] = itsTime;
        signal[lower] = itsSignal;
        lower++;
        lowerTime += (1 - lowerSignal) * itsTime;
        lowerSignal += (1 - lowerSignal) * itsSignal;
    }

    /** Drops the highest relation; where the upper stack is used up, the lower one becomes it. */
    private void pop() {
        if (upper == 0) {
            double allTime = 0;
            double allSignal = 0;
            for (int i = lower - 1; i >= 0; i--) {
                allTime = time[i] + (1 - signal[i]) * allTime;
                allSignal = signal[i] + (1 - signal[i]) * allSignal;
                upperTime[upper] = allTime;
                upperSignal[upper] = allSignal;
                upper++;
            }
            lower = 0;
            lowerTime = 0;
            lowerSignal = 0;
        }
        upper--;
    }
}
