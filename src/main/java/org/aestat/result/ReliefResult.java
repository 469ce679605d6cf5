package org.aestat.result;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.Estimate.Estimated;
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
 * @param further what is shown beside the curve
 */
public record ReliefResult(
        Stratum stratum,
        String definition,
        String estimand,
        Counts counts,
        Estimate<Figures> estimate,
        @Nullable Double sessionsPerWeek,
        SorenessResult.@Nullable Mean meanPainFall,
        Further further) {

    /** What the curve estimates. */
    public static final String ESTIMAND = "cumulative incidence, ending without relief competing";

    /** What follows a definition if relief has to hold at every later assessed session. */
    public static final String SUSTAINED = ", sustained";

    private static final List<Integer> BOUNDS_BY_SESSIONS = List.of(3, 6);

    /**
     * The share relieved by sessions 3 and 6 if no course without a usable record (not assessed, or late without a
     * baseline) had been relieved by then, and if every one had; rows where the share itself is estimable.
     */
    public List<UnrecordedBounds> unrecordedBounds() {
        List<UnrecordedBounds> bounds = new ArrayList<>();
        for (RelievedBy row : estimate.fold(Figures::relievedBy, reason -> List.<RelievedBy>of())) {
            if (BOUNDS_BY_SESSIONS.contains(row.sessions()) && row.estimate() instanceof Estimated<Share> share) {
                bounds.add(bounds(row.sessions(), share.value().probability()));
            }
        }
        return bounds;
    }

    private UnrecordedBounds bounds(int sessions, double probability) {
        double unrecorded = counts.withoutRecord();
        double all = counts.courses() + unrecorded;
        double relieved = counts.courses() * probability;
        return new UnrecordedBounds(sessions, relieved / all, (relieved + unrecorded) / all);
    }

    /**
     * The share relieved at the extremes of what was not recorded.
     *
     * @param sessions by this session
     * @param lower if no course without a usable record had been relieved
     * @param upper if every one had
     */
    public record UnrecordedBounds(int sessions, double lower, double upper) {}

    /** With nothing beside the curve. */
    public ReliefResult(
            Stratum stratum,
            String definition,
            String estimand,
            Counts counts,
            Estimate<Figures> estimate,
            @Nullable Double sessionsPerWeek,
            SorenessResult.@Nullable Mean meanPainFall) {
        this(stratum, definition, estimand, counts, estimate, sessionsPerWeek, meanPainFall, Further.NONE);
    }

    /**
     * What is shown beside the curve.
     *
     * @param second relief by another definition, null without pain scores
     * @param heldAtNextVisit how relief held, null where it is not told by pain
     * @param openBounds the share relieved at the extremes of what open courses may come to, a row a session
     */
    public record Further(@Nullable Second second, @Nullable Held heldAtNextVisit, List<OpenBounds> openBounds) {

        /** Nothing. */
        public static final Further NONE = new Further(null, null, List.of());

        /** Copies the list. */
        public Further {
            openBounds = List.copyOf(openBounds);
        }
    }

    /**
     * Relief by another definition.
     *
     * @param definition what counts as relief
     * @param courses in its curve
     * @param relieved that reached relief
     * @param estimate what is read off its curve
     * @param heldAtNextVisit how relief held
     */
    public record Second(
            String definition,
            long courses,
            long relieved,
            Estimate<Reached> estimate,
            @Nullable Held heldAtNextVisit) {}

    /**
     * What is read off a curve.
     *
     * @param medianSessions the session by which half the courses had relief
     * @param relievedBy the share relieved by fixed sessions
     */
    public record Reached(Quantile medianSessions, List<RelievedBy> relievedBy) {}

    /**
     * How relief held until the next session with pain recorded before it.
     *
     * @param courses relieved and with such a session
     * @param held whose pain before it still fulfilled the definition
     */
    public record Held(long courses, long held) {}

    /**
     * The share relieved by a session at the extremes of what open courses may come to.
     *
     * @param sessions the session's ordinal
     * @param estimate the share if none of them is ever relieved, and if all were at their last assessed session
     */
    public record OpenBounds(int sessions, Estimate<Range> estimate) {}

    /** A lowest and a highest value. */
    public record Range(double lower, double upper) {}

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
            long orderConflicts) {

        /** Courses of whose relief nothing is known. */
        public long withoutRecord() {
            return notAssessed + lateWithoutBaseline;
        }
    }

    /**
     * What can be said where at least one course is in the curve.
     *
     * @param medianSessions the session by which half the courses had relief
     * @param relievedBy the share relieved by fixed sessions
     * @param curve the cumulative incidence, a row a session at which something happened
     * @param limits how the limits of the curve, and of what is read off it, were computed
     * @param daysToRelief median days from the first session to relief
     * @param daysLimits how its limits were computed, null where no course has the dates it needs
     */
    public record Figures(
            Quantile medianSessions,
            List<RelievedBy> relievedBy,
            List<CurvePoint> curve,
            CurveLimits limits,
            Quantile daysToRelief,
            @Nullable CurveLimits daysLimits) {}

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
