package org.aestat.stat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nonparametric maximum likelihood estimate of a distribution from interval-censored times (Turnbull).
 *
 * <p>Observations are (L, R], exact, or later than L. Mass is placed on innermost intersections of the observations;
 * outside those the curve S(t) = P(T &gt; t) is determined, inside one it is not. The estimate fulfils the conditions of
 * Gentleman and Geyer: no derivative of the log-likelihood exceeds the number of observations by a relative 1e-8.
 *
 * <p>Special results: with exact and right-censored times only it is the Kaplan-Meier estimate; mass beyond the last
 * finite end stands in an interval to {@link IntervalTimes#UNBOUNDED}.
 *
 * <p>Sources: Turnbull 1976, J R Stat Soc B 38:290-295; Gentleman and Geyer 1994, Biometrika 81:618-623,
 * doi:10.1093/biomet/81.3.618.
 */
public final class Npmle {

    /** The error of a sum of masses; what is not above it is no mass. */
    private static final double NO_MASS = 1e-9;

    /**
     * An innermost intersection with mass.
     *
     * @param from the time after which it lies; the exact time where {@code to} is the same
     * @param to its last time, or {@link IntervalTimes#UNBOUNDED}
     * @param mass the probability of it, positive
     * @param survival the curve after it
     */
    public record Mass(int from, int to, double mass, double survival) {}

    private final List<Mass> masses = new ArrayList<>();
    private final double logLikelihood;
    private final double excess;

    /**
     * The estimate of the data.
     *
     * @param data at least one observation
     */
    public Npmle(IntervalTimes data) {
        this(data, NpmleFit.TOLERANCE);
    }

    Npmle(IntervalTimes data, double tolerance) {
        if (data.isEmpty()) {
            throw new IllegalArgumentException("no observations");
        }
        TurnbullIntervals intervals = new TurnbullIntervals(data);
        NpmleFit fit = new NpmleFit(intervals, tolerance);
        logLikelihood = fit.logLikelihood();
        excess = fit.excess();
        double[] mass = fit.mass();
        double after = 0;
        for (int k = mass.length - 1; k >= 0; k--) {
            if (mass[k] > NO_MASS) {
                masses.add(0, new Mass(intervals.from(k), intervals.to(k), mass[k], after));
                after += mass[k];
            }
        }
    }

    /** The intersections with mass, ascending. */
    public List<Mass> masses() {
        return List.copyOf(masses);
    }

    /** The log-likelihood at the estimate. */
    public double logLikelihood() {
        return logLikelihood;
    }

    /** How far the largest derivative of the log-likelihood exceeds the number of observations, relatively. */
    public double excess() {
        return excess;
    }

    /** The mass that covers the time strictly inside it, where the curve is not determined; null outside. */
    public @Nullable Mass massAround(double time) {
        for (Mass mass : masses) {
            if (mass.from() < time && time < mass.to()) {
                return mass;
            }
        }
        return null;
    }

    /** The curve at a time; inside a mass, where it is not determined, its value before the mass. */
    public double survival(double time) {
        double survival = 1;
        for (Mass mass : masses) {
            if (mass.to() > time) {
                break;
            }
            survival = mass.survival();
        }
        return survival;
    }
}
