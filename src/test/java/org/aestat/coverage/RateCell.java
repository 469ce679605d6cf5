package org.aestat.coverage;

import java.util.ArrayList;
import java.util.List;

/**
 * One situation in which rates are estimated.
 *
 * @param sessions how many sessions patients have
 * @param heterogeneity how patients differ
 * @param rate the true rate per session
 * @param expected the expected number of events
 */
record RateCell(SessionsPerPatient sessions, Heterogeneity heterogeneity, double rate, int expected) {

    /** How patients differ: a standard deviation of log-odds or an intraclass correlation. */
    enum Heterogeneity {
        SD_0("sd 0"),
        SD_1("sd 1"),
        SD_1_5("sd 1.5"),
        SD_2("sd 2"),
        CORRELATION_1("icc .1"),
        CORRELATION_3("icc .3");

        private final String label;

        Heterogeneity(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        Propensity propensity(double rate) {
            return switch (this) {
                case SD_0 -> Propensity.logOdds(rate, 0);
                case SD_1 -> Propensity.logOdds(rate, 1);
                case SD_1_5 -> Propensity.logOdds(rate, 1.5);
                case SD_2 -> Propensity.logOdds(rate, 2);
                case CORRELATION_1 -> Propensity.correlation(rate, 0.1);
                case CORRELATION_3 -> Propensity.correlation(rate, 0.3);
            };
        }

        /** Whether {@code auto} promises its level here. */
        boolean isPromised() {
            return this != SD_2 && this != CORRELATION_3;
        }
    }

    static List<RateCell> all() {
        List<RateCell> cells = new ArrayList<>();
        for (SessionsPerPatient sessions : SessionsPerPatient.values()) {
            for (Heterogeneity heterogeneity : Heterogeneity.values()) {
                for (double rate : new double[] {.001, .005, .05, .15}) {
                    for (int expected : new int[] {3, 4, 6, 10, 20, 40, 80}) {
                        cells.add(new RateCell(sessions, heterogeneity, rate, expected));
                    }
                }
            }
        }
        return cells;
    }

    /** How many sessions there are; the same in all replicates. */
    int trials() {
        return (int) Math.round(expected / rate);
    }

    String name() {
        return String.join(",", sessions.label(), heterogeneity.label(), String.valueOf(rate), "" + expected);
    }
}
