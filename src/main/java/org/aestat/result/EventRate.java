package org.aestat.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often an adverse event happened in a stratum.
 *
 * @param event the event's name, or any, any_minor, any_major
 * @param stratum the sessions
 * @param severity minor, major, or any
 * @param counts the exact counts
 * @param estimate the rate and what belongs to it
 * @param unrecordedBounds the rate if every session without an answer had been no, and if yes; null without sessions
 */
public record EventRate(
        String event,
        Stratum stratum,
        String severity,
        Counts counts,
        Estimate<Figures> estimate,
        @Nullable Bounds unrecordedBounds) {

    /**
     * Exact counts.
     *
     * @param events sessions recorded yes
     * @param denominator sessions recorded yes or no
     * @param notRecorded sessions without an answer
     * @param partlyRecorded those among {@code notRecorded} for which some component of a composite event is recorded
     * @param patients patients with the event
     * @param patientsAssessed patients with an assessed session
     * @param therapists therapists with an assessed session, null where the export has none
     */
    public record Counts(
            long events,
            long denominator,
            long notRecorded,
            long partlyRecorded,
            long patients,
            long patientsAssessed,
            @Nullable Long therapists) {}

    /** A lower and an upper bound. */
    public record Bounds(double lower, double upper) {}

    /**
     * What can be said where at least one session was assessed.
     *
     * @param rate events per assessed session
     * @param interval its confidence interval
     * @param frequency the words of the CIOMS for the rate and its limits
     * @param patientRate patients with the event per assessed patient
     * @param patientInterval its exact interval
     * @param patientAverage the mean over patients of their own rate per session, null where it was not asked for
     * @param perThousandNeedles the rate per 1,000 needles, null where the export has no needles
     * @param ladder the one-sided upper bound under other assumptions, where events are few
     */
    public record Figures(
            double rate,
            ProportionInterval interval,
            Estimate<FrequencyWords> frequency,
            double patientRate,
            ProportionInterval patientInterval,
            @Nullable PatientAverage patientAverage,
            @Nullable Estimate<NeedleRate> perThousandNeedles,
            List<LadderStep> ladder) {}

    /**
     * The mean over patients of their own rate per session, whatever the number of their sessions.
     *
     * @param rate the mean
     * @param limits its limits, null with fewer than two patients or where all have the same rate
     */
    public record PatientAverage(double rate, @Nullable Bounds limits) {}

    /** Frequency words for a rate and for the limits of its interval. */
    public record FrequencyWords(String estimate, String lower, String upper) {}

    /**
     * Events per 1,000 needles.
     *
     * @param events events at sessions with both recorded
     * @param needles needles at those sessions
     * @param rate events per 1,000 needles
     * @param interval its exact Poisson interval
     */
    public record NeedleRate(long events, long needles, double rate, ProportionInterval interval) {}

    /**
     * A one-sided upper bound under an assumption on clustering.
     *
     * @param assumption in words
     * @param level the one-sided confidence level
     * @param upper the bound
     */
    public record LadderStep(String assumption, double level, double upper) {}
}
