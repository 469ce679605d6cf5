package org.aestat.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many sessions courses needed until relief.
 *
 * @param stratum the courses, by their first session
 * @param definition what counts as relief
 * @param estimand what the curve estimates
 * @param counts the exact counts of courses
 * @param estimate the curve and what is read off it
 * @param sessionsPerWeek how often patients came, null without courses of two dates
 * @param meanPainFall the mean fall of pain from before the first to after the last assessed session, null without pain
 */
public record ReliefResult(
        Stratum stratum,
        String definition,
        String estimand,
        Counts counts,
        Estimate<Figures> estimate,
        @Nullable Double sessionsPerWeek,
        SorenessResult.@Nullable Mean meanPainFall) {

    /** What the curve estimates. */
    public static final String ESTIMAND = "cumulative incidence, ending without relief competing";

    /**
     * Exact counts of courses.
     *
     * @param courses in the curve: relieved, ended and open
     * @param relieved that reached relief
     * @param ended that ended without it
     * @param open still going on without it
     * @param late in the curve, first exported session after the first
     * @param lateWithoutFollowUp left out: late, with no later assessed session
     * @param lateWithoutBaseline left out: late, where relief is a fall from the first session's pain
     * @param relievedBeforeEntry left out: late and relieved at the first exported session
     * @param notAssessed left out: no session tells of relief
     * @param orderConflicts whose numbers contradict their dates
     */
    public record Counts(
            long courses,
            long relieved,
            long ended,
            long open,
            long late,
            long lateWithoutFollowUp,
            long lateWithoutBaseline,
            long relievedBeforeEntry,
            long notAssessed,
            long orderConflicts) {}

    /**
     * What can be said where at least one course is in the curve.
     *
     * @param medianSessions the session by which half the courses had relief
     * @param relievedBy the share relieved by fixed sessions
     * @param curve the cumulative incidence, a row a session at which something happened
     * @param daysToRelief median days from the first session to relief
     */
    public record Figures(
            Quantile medianSessions, List<RelievedBy> relievedBy, List<CurvePoint> curve, Quantile daysToRelief) {}

    /**
     * The share relieved by a session.
     *
     * @param sessions the session's ordinal
     * @param estimate the share
     */
    public record RelievedBy(int sessions, Estimate<Share> estimate) {}

    /**
     * A share relieved.
     *
     * @param probability the cumulative incidence
     * @param lower lower confidence limit, or null
     * @param upper upper confidence limit, or null
     * @param atRisk courses unresolved and followed just before the session
     * @param ifNobodyStopped the share if those who ended without relief had gone on like the others
     */
    public record Share(
            double probability,
            @Nullable Double lower,
            @Nullable Double upper,
            long atRisk,
            double ifNobodyStopped) {}

    /**
     * A point of the curve.
     *
     * @param session the ordinal
     * @param atRisk courses unresolved and followed just before it
     * @param relieved courses relieved at it
     * @param ended courses that ended without relief at it
     * @param censored courses still open that were followed up to it
     * @param probability the cumulative incidence of relief
     * @param lower lower confidence limit, or null
     * @param upper upper confidence limit, or null
     */
    public record CurvePoint(
            int session,
            long atRisk,
            long relieved,
            long ended,
            long censored,
            double probability,
            @Nullable Double lower,
            @Nullable Double upper) {}
}
