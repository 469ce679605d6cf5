package org.aestat.result;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test that may be looked at again and again.
 *
 * @param threshold the threshold whose limit is watched
 * @param method maxsprt-poisson, maxsprt-binomial or cusum
 * @param event the event
 * @param limit the rate that is taken as acceptable
 * @param from the first date that counts, null for the first of the data
 * @param to the last date that was looked at, null where there is none
 * @param design what was fixed beforehand
 * @param signal whether the test has signalled
 * @param signalDate when, null without a signal
 * @param reason the outcome in a sentence
 * @param path the statistic after each date
 * @param effect what the outcome does to the gate
 */
public record SequentialResult(
        String threshold,
        String method,
        String event,
        double limit,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Design design,
        boolean signal,
        @Nullable LocalDate signalDate,
        String reason,
        List<Look> path,
        ThresholdResult.Effect effect) {

    /** Copies the list. */
    public SequentialResult {
        path = List.copyOf(path);
    }

    /**
     * What was fixed beforehand.
     *
     * @param boundary the statistic at which the test signals
     * @param alpha the probability of a false signal up to the end, as attained; null for the CUSUM
     * @param length where the test ends: expected events of the Poisson test, sessions of the binomial; null for the
     *     CUSUM
     * @param fewestEvents events without which there is no signal; null for the CUSUM
     * @param ratio the odds ratio that the CUSUM looks for; null for the others
     * @param inControlRunLength sessions until a false signal of the CUSUM on average; null for the others
     */
    public record Design(
            double boundary,
            @Nullable Double alpha,
            @Nullable Double length,
            @Nullable Integer fewestEvents,
            @Nullable Double ratio,
            @Nullable Double inControlRunLength) {}

    /**
     * The test after a date.
     *
     * @param date the date
     * @param events events so far
     * @param sessions assessed sessions so far
     * @param statistic the log-likelihood ratio, or the height of the CUSUM
     */
    public record Look(LocalDate date, long events, long sessions, double statistic) {}
}
