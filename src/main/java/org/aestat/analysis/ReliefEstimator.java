package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.CurveLimits;
import org.aestat.result.Estimate;
import org.aestat.result.Quantile;
import org.aestat.result.ReliefResult;
import org.aestat.result.ReliefResult.Counts;
import org.aestat.result.ReliefResult.CurvePoint;
import org.aestat.result.ReliefResult.Figures;
import org.aestat.result.ReliefResult.Further;
import org.aestat.result.ReliefResult.OpenBounds;
import org.aestat.result.ReliefResult.Range;
import org.aestat.result.ReliefResult.Reached;
import org.aestat.result.ReliefResult.RelievedBy;
import org.aestat.result.ReliefResult.Second;
import org.aestat.result.ReliefResult.Share;
import org.aestat.result.Stratum;
import org.aestat.stat.ClusteredTimes;
import org.aestat.stat.CompetingRisks;
import org.aestat.stat.CompetingRisks.Ending;
import org.aestat.stat.ConfidenceType;
import org.aestat.stat.KaplanMeier;
import org.aestat.stat.Limits;
import org.jspecify.annotations.Nullable;

/** Curves of sessions to relief and what is read off them. */
final class ReliefEstimator {

    private static final int[] RELIEVED_BY_SESSIONS = {1, 3, 4, 6, 10};
    private static final int FEWEST_AT_RISK = 5;
    private static final String NONE_TOLD = "no course tells of relief";

    static final String NO_COLUMN = "the export lacks the columns that tell of relief";

    private final AnalysisSettings settings;
    private final DefinedRelief relief;
    private final @Nullable DefinedRelief second;
    private final ReliefDays days;

    /**
     * An estimator of the strata of a data set.
     *
     * @param settings the choices of the run
     * @param relief the courses by the definition of the run
     * @param second the courses by the second definition, or null
     * @param days the patients' days to relief
     */
    ReliefEstimator(AnalysisSettings settings, DefinedRelief relief, @Nullable DefinedRelief second, ReliefDays days) {
        this.settings = settings;
        this.relief = relief;
        this.second = second;
        this.days = days;
    }

    /** The row for a data set with neither a relief column nor pain scores. */
    static ReliefResult absent() {
        return new ReliefResult(
                Stratum.OVERALL,
                "none",
                ReliefResult.ESTIMAND,
                new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                Estimate.notEstimable(NO_COLUMN),
                null,
                null);
    }

    ReliefResult result(int place, Stratum stratum, ReliefTally tally) {
        ReliefPatterns patterns = relief.patterns(place);
        List<CompetingRisks.Cluster> courses = patterns.courses();
        Estimate<Figures> estimate = courses.isEmpty()
                ? Estimate.notEstimable(whyNone(tally))
                : Estimate.of(figures(curve(courses), days.times(place)));
        return new ReliefResult(
                stratum,
                label(relief),
                ReliefResult.ESTIMAND,
                tally.counts(),
                estimate,
                tally.sessionsPerWeek(),
                tally.meanPainFall(),
                new Further(
                        tally.isEmpty() ? null : second(place),
                        relief.held(place),
                        courses.isEmpty() ? List.of() : openBounds(patterns)));
    }

    static String whyNone(ReliefTally tally) {
        return tally.isEmpty() ? "no courses" : NONE_TOLD;
    }

    private String label(DefinedRelief defined) {
        return defined.definition().label() + (settings.curves().sustained() ? ReliefResult.SUSTAINED : "");
    }

    private CompetingRisks curve(List<CompetingRisks.Cluster> courses) {
        return new CompetingRisks(courses, settings.confidence());
    }

    private @Nullable Second second(int place) {
        if (second == null) {
            return null;
        }
        List<CompetingRisks.Cluster> clusters = second.patterns(place).courses();
        long courses = 0;
        long relieved = 0;
        for (CompetingRisks.Cluster cluster : clusters) {
            for (CompetingRisks.Course course : cluster.courses()) {
                courses += cluster.copies();
                relieved += course.ending() == Ending.EVENT ? cluster.copies() : 0;
            }
        }
        return new Second(
                label(second),
                courses,
                relieved,
                clusters.isEmpty() ? Estimate.notEstimable(NONE_TOLD) : Estimate.of(reached(curve(clusters))),
                second.held(place));
    }

    private static Reached reached(CompetingRisks curve) {
        int thin = curve.firstThin(FEWEST_AT_RISK);
        return new Reached(median(points(curve, thin), thin), relievedBy(curve, thin));
    }

    /** An open course ends at its last assessed session: without relief at the lower extreme, with it at the upper. */
    private List<OpenBounds> openBounds(ReliefPatterns patterns) {
        CompetingRisks none = curve(patterns.courses(Ending.COMPETING));
        CompetingRisks all = curve(patterns.courses(Ending.EVENT));
        int thin = none.firstThin(FEWEST_AT_RISK);
        List<OpenBounds> bounds = new ArrayList<>();
        for (int session : RELIEVED_BY_SESSIONS) {
            bounds.add(new OpenBounds(
                    session,
                    thin > 0 && session >= thin
                            ? Estimate.notEstimable(thinned(thin))
                            : Estimate.of(new Range(incidence(none, session), incidence(all, session)))));
        }
        return bounds;
    }

    private static double incidence(CompetingRisks curve, int session) {
        int t = curve.indexAt(session);
        return t < 0 ? 0 : curve.incidence(t);
    }

    private Figures figures(CompetingRisks curve, ClusteredTimes times) {
        int thin = curve.firstThin(FEWEST_AT_RISK);
        List<CurvePoint> points = points(curve, thin);
        KaplanMeier dayCurve = times.isEmpty() ? null : new KaplanMeier(times, settings.confidence());
        return new Figures(
                median(points, thin),
                relievedBy(curve, thin),
                points,
                CurveLimits.clustered(ConfidenceType.LOG_LOG.label(), settings.confidence()),
                medianDays(dayCurve),
                dayCurve == null
                        ? null
                        : SorenessEstimator.limits(dayCurve, ConfidenceType.LOG_LOG, settings.confidence()));
    }

    private static List<CurvePoint> points(CompetingRisks curve, int thin) {
        int last = thin == 0 ? curve.size() - 1 : curve.indexAt(thin - 1);
        List<CurvePoint> points = new ArrayList<>();
        for (int t = 0; t <= last; t++) {
            points.add(new CurvePoint(
                    curve.time(t),
                    curve.atRisk(t),
                    curve.events(t),
                    curve.competing(t),
                    curve.censored(t),
                    curve.incidence(t),
                    orNull(curve.lower(t)),
                    orNull(curve.upper(t))));
        }
        return points;
    }

    private static List<RelievedBy> relievedBy(CompetingRisks curve, int thin) {
        List<RelievedBy> relieved = new ArrayList<>();
        for (int session : RELIEVED_BY_SESSIONS) {
            relieved.add(new RelievedBy(session, relievedBy(curve, session, thin)));
        }
        return relieved;
    }

    /** The share relieved by a session. */
    static Estimate<Share> share(CompetingRisks curve, int session) {
        return relievedBy(curve, session, curve.firstThin(FEWEST_AT_RISK));
    }

    /** The session by which half the courses had relief. */
    static Quantile median(CompetingRisks curve) {
        int thin = curve.firstThin(FEWEST_AT_RISK);
        return median(points(curve, thin), thin);
    }

    /** Whether the curve cannot be followed to its end. */
    static boolean isThin(CompetingRisks curve) {
        return curve.firstThin(FEWEST_AT_RISK) > 0;
    }

    private static Estimate<Share> relievedBy(CompetingRisks curve, int session, int thin) {
        if (thin > 0 && session >= thin) {
            return Estimate.notEstimable(thinned(thin));
        }
        int end = curve.size() - 1;
        if (session > curve.time(end) && curve.stillIn(end) > 0) {
            return Estimate.notEstimable("beyond the last assessed session, " + curve.time(end));
        }
        int t = curve.indexAt(session);
        long atRisk = curve.atRiskAt(session);
        if (t < 0) {
            return Estimate.of(new Share(0, null, null, atRisk, 0));
        }
        return Estimate.of(new Share(
                curve.incidence(t), orNull(curve.lower(t)), orNull(curve.upper(t)), atRisk, curve.ifNobodyStopped(t)));
    }

    private static String thinned(int session) {
        return "fewer than " + FEWEST_AT_RISK + " courses at risk at session " + session
                + " while others were still to enter";
    }

    private static Quantile median(List<CurvePoint> points, int thin) {
        Double value = null;
        Double lower = null;
        Double upper = null;
        for (CurvePoint point : points) {
            double session = point.session();
            double highest = point.upper() == null ? point.probability() : point.upper();
            double lowest = point.lower() == null ? point.probability() : point.lower();
            lower = lower == null && isHalf(highest) ? Double.valueOf(session) : lower;
            value = value == null && isHalf(point.probability()) ? Double.valueOf(session) : value;
            upper = upper == null && isHalf(lowest) ? Double.valueOf(session) : upper;
        }
        if (value != null) {
            return Quantile.at(value, lower, upper);
        }
        if (thin > 0) {
            return Quantile.none(thinned(thin), lower, upper);
        }
        int last = points.get(points.size() - 1).session();
        return Quantile.none("not reached by session " + last, lower, upper);
    }

    private static boolean isHalf(double probability) {
        return probability >= 0.5 - 1e-11;
    }

    private static Quantile medianDays(@Nullable KaplanMeier curve) {
        if (curve == null) {
            return Quantile.none("no course with the dates it needs", null, null);
        }
        Limits limits = curve.quantileLimits(0.5);
        double median = curve.quantile(0.5);
        Double lower = orNull(limits.lower());
        Double upper = orNull(limits.upper());
        return Double.isNaN(median)
                ? Quantile.none("not reached by day " + curve.time(curve.size() - 1), lower, upper)
                : Quantile.at(median, lower, upper);
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
