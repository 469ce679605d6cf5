package org.aestat.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How soreness resolved in a stratum. Hours are after the session; {@code sore} is the share not yet resolved among
 * those who had soreness.
 *
 * @param stratum the sessions
 * @param method kaplan-meier or npmle
 * @param counts the exact counts
 * @param estimate the curve and what is read off it
 * @param trajectory how many are sore at each hour of a diary; empty for other records
 */
public record SorenessResult(
        Stratum stratum, String method, Counts counts, Estimate<Figures> estimate, List<DiaryTime> trajectory) {

    private static final List<Integer> BOUNDS_AT_HOURS = List.of(24, 48);

    /** The hour of the diary with the highest mean score, the earliest of several; null where no mean is above 0. */
    public @Nullable Double peakHours() {
        Double peak = null;
        double highest = 0;
        for (DiaryTime time : trajectory) {
            Double mean = time.meanScore();
            if (mean != null && mean > highest) {
                highest = mean;
                peak = time.hours();
            }
        }
        return peak;
    }

    /**
     * The share resolved by 24 and 48 h if no session without a usable record had resolved by then, and if all had;
     * rows where the share itself is estimable.
     */
    public List<UnrecordedBounds> unrecordedBounds() {
        List<ResolvedBy> rows = estimate.fold(Figures::resolvedBy, reason -> List.of());
        List<UnrecordedBounds> bounds = new ArrayList<>();
        for (int hours : BOUNDS_AT_HOURS) {
            rows.stream()
                    .filter(row -> row.hours() == hours)
                    .flatMap(row -> row.estimate().fold(Stream::of, reason -> Stream.<Share>empty()))
                    .forEach(share -> bounds.add(bounds(hours, share)));
        }
        return bounds;
    }

    private UnrecordedBounds bounds(int hours, Share share) {
        double unrecorded = counts.notRecorded() + counts.endNotRecorded();
        double all = counts.sessions() + unrecorded;
        return new UnrecordedBounds(
                hours,
                counts.sessions() * first(share.probability(), share.lowerBound()) / all,
                (counts.sessions() * first(share.probability(), share.upperBound()) + unrecorded) / all);
    }

    private static double first(@Nullable Double probability, @Nullable Double bound) {
        return Objects.requireNonNull(probability == null ? bound : probability);
    }

    /**
     * The share resolved at the extremes of what was not recorded.
     *
     * @param hours by this hour
     * @param lower if no session without a usable record had resolved
     * @param upper if every one had
     */
    public record UnrecordedBounds(double hours, double lower, double upper) {}

    /** The method for exact and right-censored durations. */
    public static final String KAPLAN_MEIER = "kaplan-meier";

    /** The method for records that give an interval. */
    public static final String NPMLE = "npmle";

    /**
     * Exact counts of sessions.
     *
     * @param recorded with a record of soreness
     * @param sessions in the curve
     * @param neverSore recorded as never sore
     * @param resolved in the curve, with an end
     * @param censored in the curve, still sore when last asked
     * @param relapsed in the curve, with a clear score between sore ones
     * @param notRecorded without a record
     * @param endNotRecorded with a duration but no answer whether it had ended
     */
    public record Counts(
            long recorded,
            long sessions,
            long neverSore,
            long resolved,
            long censored,
            long relapsed,
            long notRecorded,
            long endNotRecorded) {}

    /**
     * What can be said where at least one session is in the curve.
     *
     * @param median the time by which half have resolved
     * @param firstQuartile the time by which a quarter have resolved
     * @param thirdQuartile the time by which three quarters have resolved
     * @param meanHoursTo72 mean hours sore up to 72 h
     * @param resolvedBy the share resolved by fixed hours
     * @param curve the curve, a row a time at which something happened
     * @param limits how the limits of the curve, and of what is read off it, were computed
     */
    public record Figures(
            Quantile median,
            Quantile firstQuartile,
            Quantile thirdQuartile,
            Estimate<Mean> meanHoursTo72,
            List<ResolvedBy> resolvedBy,
            List<CurvePoint> curve,
            CurveLimits limits) {}

    /** A mean with its standard error. */
    public record Mean(double value, double standardError) {}

    /**
     * The share resolved by an hour.
     *
     * @param hours the hour
     * @param estimate the share
     */
    public record ResolvedBy(double hours, Estimate<Share> estimate) {}

    /**
     * A share resolved: a probability with limits, or, inside a Turnbull interval, only bounds.
     *
     * @param probability the share, null inside a Turnbull interval
     * @param lower lower confidence limit, or null
     * @param upper upper confidence limit, or null
     * @param lowerBound the share if all mass of the interval came after the hour, else null
     * @param upperBound the share if it came before, else null
     * @param atRisk sessions still sore and followed just before the hour, null for the NPMLE
     */
    public record Share(
            @Nullable Double probability,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double lowerBound,
            @Nullable Double upperBound,
            @Nullable Long atRisk) {}

    /**
     * A point of the curve.
     *
     * @param fromHours where the Turnbull interval opens, null for Kaplan-Meier
     * @param hours the time, or where the Turnbull interval closes
     * @param events what happened at the time, null for the NPMLE
     * @param sore the share still sore after it
     * @param lower lower confidence limit, or null
     * @param upper upper confidence limit, or null
     */
    public record CurvePoint(
            @Nullable Double fromHours,
            double hours,
            @Nullable Events events,
            double sore,
            @Nullable Double lower,
            @Nullable Double upper) {}

    /**
     * What happened at a time.
     *
     * @param atRisk sessions in the curve just before it
     * @param resolved whose soreness ended at it
     * @param censored followed up to it
     */
    public record Events(long atRisk, long resolved, long censored) {}

    /**
     * A planned time of the diary.
     *
     * @param hours the time
     * @param recorded sessions with a score
     * @param meanScore the mean score, null where none is recorded
     * @param meanLower lower confidence limit of the mean, from 0; null with fewer than two patients or where they agree
     * @param meanUpper upper confidence limit of the mean, to 10, or null
     * @param sore the share with a score above 0, null where none is recorded
     * @param method of its interval, null where none is recorded
     * @param lower lower confidence limit of that share
     * @param upper upper confidence limit of that share
     */
    public record DiaryTime(
            double hours,
            long recorded,
            @Nullable Double meanScore,
            @Nullable Double meanLower,
            @Nullable Double meanUpper,
            @Nullable Double sore,
            @Nullable String method,
            @Nullable Double lower,
            @Nullable Double upper) {}
}
