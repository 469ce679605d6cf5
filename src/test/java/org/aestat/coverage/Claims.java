package org.aestat.coverage;

import java.util.HashMap;
import java.util.Map;
import org.aestat.stat.Limits;
import org.aestat.stat.ProportionMethod;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Which limits lie beyond a value. With a number of events out of n given, a limit moves one way as the effective
 * number of sessions grows; so the number from which it lies beyond the value is found once, and replicates are only
 * compared with it.
 */
final class Claims {

    /** A limit beyond a multiple of the true rate. */
    enum Claim {
        LOWER_975(false, .95, 1),
        UPPER_975(true, .95, 1),
        LOWER_95(false, .9, 1),
        UPPER_95(true, .9, 1),
        BELOW_LESS(true, .9, .8),
        BELOW_MORE(true, .9, 1.25),
        ABOVE_LESS(false, .9, .8),
        ABOVE_MORE(false, .9, 1.25);

        final boolean upper;
        final double level;
        final double times;

        /**
         * @param upper whether the upper limit lies below the value, rather than the lower above it
         * @param level the two-sided level
         * @param times the value as a multiple of the true rate
         */
        Claim(boolean upper, double level, double times) {
            this.upper = upper;
            this.level = level;
            this.times = times;
        }
    }

    static final Claim[] ALL = Claim.values();

    private final int trials;
    private final double rate;
    private final Map<Integer, double[]> exact = new HashMap<>();
    private final Map<Integer, double[]> score = new HashMap<>();

    Claims(int trials, double rate) {
        this.trials = trials;
        this.rate = rate;
    }

    /** From which effective number of sessions each claim is made; infinite where never. */
    double[] from(int events, boolean isExact) {
        return (isExact ? exact : score).computeIfAbsent(events, key -> isExact ? exact(events) : score(events));
    }

    private double[] score(int events) {
        double[] from = new double[ALL.length];
        for (int c = 0; c < from.length; c++) {
            Limits limits = ProportionMethod.WILSON.limits(events, trials, ALL[c].level);
            boolean made = ALL[c].upper ? limits.upper() < ALL[c].times * rate : limits.lower() > ALL[c].times * rate;
            from[c] = made ? 0 : Double.POSITIVE_INFINITY;
        }
        return from;
    }

    private double[] exact(int events) {
        double[] from = new double[ALL.length];
        for (int c = 0; c < from.length; c++) {
            from[c] = exact(ALL[c], events);
        }
        return from;
    }

    private double exact(Claim claim, int events) {
        if (events == (claim.upper ? trials : 0) || !isMade(claim, events, trials)) {
            return Double.POSITIVE_INFINITY;
        }
        double low = 0;
        double high = trials;
        while (high - low > 1e-11 * trials) {
            double middle = (low + high) / 2;
            if (isMade(claim, events, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean isMade(Claim claim, int events, double effective) {
        double x = effective * events / trials;
        double tail = (1 - claim.level) / 2;
        double value = claim.times * rate;
        return claim.upper
                ? BetaDistribution.of(x + 1, effective - x).survivalProbability(value) < tail
                : BetaDistribution.of(x, effective - x + 1).cumulativeProbability(value) < tail;
    }
}
