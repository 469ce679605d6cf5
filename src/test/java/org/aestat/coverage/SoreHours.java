package org.aestat.coverage;

import java.util.stream.IntStream;

/**
 * How long soreness lasts: whole hours, Weibull with shape 1.5 given the patient, whose hazard is log-normal; half of
 * all sessions are sore no longer than 24 hours, exactly.
 */
final class SoreHours {

    private static final double SHAPE = 1.5;
    private static final int HALF_BY = 24;

    private final Mixture frailty;
    private final double deviation;
    private final double rate;

    /**
     * @param deviation the standard deviation of patients' log hazards
     */
    SoreHours(double deviation) {
        this.deviation = deviation;
        frailty = Mixture.normal(deviation);
        rate = Math.exp(Mixture.root(-30, 10, a -> 0.5 - survival(Math.exp(a), HALF_BY)));
    }

    private double survival(double scale, int hours) {
        double hazard = scale * Math.pow(hours, SHAPE);
        return frailty.mean(z -> Math.exp(-hazard * Math.exp(z)));
    }

    /** The true share still sore after so many hours. */
    double survival(int hours) {
        return survival(rate, hours);
    }

    /** A patient's hazard relative to others'. */
    double patient(Draws draws) {
        return StrictMath.exp(deviation * draws.normal());
    }

    /** The hours of one session, at least 1. */
    int draw(double patient, Draws draws) {
        return (int) Math.min(10_000, 1 + StrictMath.pow(draws.exponential() / (rate * patient), 1 / SHAPE));
    }

    /** The chance an hour that a session is lost to follow-up, such that this share of sessions is censored. */
    double censoring(double share) {
        if (share == 0) {
            return 0;
        }
        double[] survival = IntStream.range(0, 2000).mapToDouble(this::survival).toArray();
        return Mixture.root(0, 0.5, chance -> {
            double censored = 0;
            for (int hour = 1; hour < survival.length; hour++) {
                censored += Math.pow(1 - chance, hour - 1) * chance * survival[hour];
            }
            return censored - share;
        });
    }
}
