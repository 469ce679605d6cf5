package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.Estimate;
import org.aestat.result.Quantile;
import org.aestat.result.ReliefResult;
import org.aestat.result.ReliefResult.Counts;
import org.aestat.result.ReliefResult.CurvePoint;
import org.aestat.result.ReliefResult.Figures;
import org.aestat.result.ReliefResult.RelievedBy;
import org.aestat.result.ReliefResult.Share;
import org.aestat.result.Stratum;
import org.aestat.stat.ClusteredTimes;
import org.aestat.stat.CompetingRisks;
import org.aestat.stat.KaplanMeier;
import org.aestat.stat.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Curves of sessions to relief and what is read off them.
 *
 * @param settings the choices of the run
 * @param definition what counts as relief
 */
record ReliefEstimator(AnalysisSettings settings, ReliefDefinition definition) {

    private static final int[] RELIEVED_BY_SESSIONS = {1, 3, 4, 6, 10};
    private static final int FEWEST_AT_RISK = 5;

    /** The row for a data set with neither a relief column nor pain scores. */
    static ReliefResult absent() {
        String reason = "the export lacks the columns that tell of relief";
        return new ReliefResult(
                Stratum.OVERALL,
                "none",
                ReliefResult.ESTIMAND,
                new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                Estimate.notEstimable(reason),
                null,
                null);
    }

    ReliefResult result(Stratum stratum, ReliefTally tally, List<CompetingRisks.Cluster> courses, ClusteredTimes days) {
        Estimate<Figures> estimate = courses.isEmpty()
                ? Estimate.notEstimable(tally.isEmpty() ? "no courses" : "no course tells of relief")
                : Estimate.of(figures(new CompetingRisks(courses, settings.confidence()), days));
        return new ReliefResult(
                stratum,
                definition.label(),
                ReliefResult.ESTIMAND,
                tally.counts(),
                estimate,
                tally.sessionsPerWeek(),
                tally.meanPainFall());
    }

    private Figures figures(CompetingRisks curve, ClusteredTimes days) {
        int thin = curve.firstThin(FEWEST_AT_RISK);
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
        List<RelievedBy> relieved = new ArrayList<>();
        for (int session : RELIEVED_BY_SESSIONS) {
            relieved.add(new RelievedBy(session, relievedBy(curve, session, thin)));
        }
        return new Figures(median(points, thin), relieved, points, medianDays(days));
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
        if (points.isEmpty() || thin > 0) {
            return Quantile.none(thinned(thin), lower, upper);
        }
        int last = points.get(points.size() - 1).session();
        return Quantile.none("not reached by session " + last, lower, upper);
    }

    private static boolean isHalf(double probability) {
        return probability >= 0.5 - 1e-11;
    }

    private Quantile medianDays(ClusteredTimes days) {
        if (days.isEmpty()) {
            return Quantile.none("no course with the dates it needs", null, null);
        }
        KaplanMeier curve = new KaplanMeier(days, settings.confidence());
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
