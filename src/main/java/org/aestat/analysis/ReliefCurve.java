package org.aestat.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aestat.result.Estimate;
import org.aestat.result.Quantile;
import org.aestat.result.ReliefResult.Counts;
import org.aestat.result.ReliefResult.Share;
import org.aestat.result.Stratum;
import org.aestat.stat.CompetingRisks;
import org.jspecify.annotations.Nullable;

/** The curve of sessions to relief in one stratum, read at any session and at any confidence level. */
public final class ReliefCurve {

    private static final double ANY_LEVEL = 0.95;

    private final Stratum stratum;
    private final Counts counts;
    private final String reason;
    private final List<CompetingRisks.Cluster> courses;
    private final Map<Double, CompetingRisks> atLevels = new HashMap<>();

    ReliefCurve(Stratum stratum, ReliefTally tally, List<CompetingRisks.Cluster> courses) {
        this(stratum, tally.counts(), ReliefEstimator.whyNone(tally), courses);
    }

    private ReliefCurve(Stratum stratum, Counts counts, String reason, List<CompetingRisks.Cluster> courses) {
        this.stratum = stratum;
        this.counts = counts;
        this.reason = reason;
        this.courses = List.copyOf(courses);
    }

    /** The curve of a data set without the columns that tell of relief. */
    static ReliefCurve absent() {
        Counts none = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        return new ReliefCurve(Stratum.OVERALL, none, ReliefEstimator.NO_COLUMN, List.of());
    }

    /** The sessions with which the courses begin. */
    public Stratum stratum() {
        return stratum;
    }

    /** The exact counts. */
    public Counts counts() {
        return counts;
    }

    /** Patients with a course in the curve. */
    public long patients() {
        return courses.stream().mapToLong(CompetingRisks.Cluster::copies).sum();
    }

    /**
     * The share relieved by a session.
     *
     * @param session its ordinal, from 1
     * @param confidence the two-sided level of its limits, 0 to below 1
     */
    public Estimate<Share> relievedBy(int session, double confidence) {
        return courses.isEmpty() ? Estimate.notEstimable(reason) : ReliefEstimator.share(curve(confidence), session);
    }

    /**
     * The median number of sessions.
     *
     * @param confidence the two-sided level of its limits, 0 to below 1
     */
    public Quantile median(double confidence) {
        return courses.isEmpty() ? Quantile.none(reason, null, null) : ReliefEstimator.median(curve(confidence));
    }

    /**
     * The session up to which the curve is known to stay below one half; null where the median is reached or unknown.
     */
    public @Nullable Double medianNotReachedBy() {
        if (courses.isEmpty() || median(ANY_LEVEL).reason() == null) {
            return null;
        }
        CompetingRisks curve = curve(ANY_LEVEL);
        return ReliefEstimator.isThin(curve) ? null : Double.valueOf(curve.time(curve.size() - 1));
    }

    private CompetingRisks curve(double confidence) {
        return atLevels.computeIfAbsent(confidence, level -> new CompetingRisks(courses, level));
    }
}
