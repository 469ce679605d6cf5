package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.CurveLimits;
import org.aestat.result.Estimate;
import org.aestat.result.ProportionInterval;
import org.aestat.result.Quantile;
import org.aestat.result.SorenessResult;
import org.aestat.result.SorenessResult.Counts;
import org.aestat.result.SorenessResult.CurvePoint;
import org.aestat.result.SorenessResult.DiaryTime;
import org.aestat.result.SorenessResult.Events;
import org.aestat.result.SorenessResult.Figures;
import org.aestat.result.SorenessResult.Mean;
import org.aestat.result.SorenessResult.ResolvedBy;
import org.aestat.result.SorenessResult.Share;
import org.aestat.result.Stratum;
import org.aestat.session.Session;
import org.aestat.stat.ClusterSums;
import org.aestat.stat.ClusteredMean;
import org.aestat.stat.ClusteredTimes;
import org.aestat.stat.ConfidenceType;
import org.aestat.stat.IntervalTimes;
import org.aestat.stat.KaplanMeier;
import org.aestat.stat.Limits;
import org.aestat.stat.NpmleBootstrap;
import org.jspecify.annotations.Nullable;

/**
 * Resolution curves and what is read off them.
 *
 * @param settings the choices of the run
 * @param diaryMinutes the planned times of the diary, empty for other records
 */
record SorenessEstimator(AnalysisSettings settings, List<Integer> diaryMinutes) {

    static final double MINUTES = 60;
    static final String NO_COLUMN = "the export has no column of soreness";
    static final int[] RESOLVED_BY_HOURS = {12, 24, 36, 48, 72, 168};
    private static final int MEAN_TO_HOURS = 72;
    private static final double HIGHEST_SCORE = 10;

    /** The row for a data set without any soreness column. */
    static SorenessResult absent(SorenessTally tally) {
        Counts none = tally.counts(false);
        return new SorenessResult(
                Stratum.OVERALL, SorenessResult.KAPLAN_MEIER, none, Estimate.notEstimable(NO_COLUMN), List.of());
    }

    SorenessResult durations(Stratum stratum, SorenessTally tally, ClusteredTimes times) {
        Counts counts = tally.counts(settings.neverSoreIncluded());
        Estimate<Figures> estimate = times.isEmpty()
                ? Estimate.notEstimable(whyNone(counts))
                : Estimate.of(figures(new KaplanMeier(
                        times, settings.confidence(), settings.curves().confidenceType())));
        return new SorenessResult(stratum, SorenessResult.KAPLAN_MEIER, counts, estimate, List.of());
    }

    SorenessResult intervals(
            Stratum stratum, SorenessTally tally, IntervalTimes times, List<NpmleBootstrap.Cluster> patients) {
        Counts counts = tally.counts(settings.neverSoreIncluded());
        Estimate<Figures> estimate = times.isEmpty()
                ? Estimate.notEstimable(whyNone(counts))
                : Estimate.of(new IntervalCurve(times, patients, settings).figures());
        return new SorenessResult(stratum, SorenessResult.NPMLE, counts, estimate, trajectory(tally));
    }

    static String whyNone(Counts counts) {
        if (counts.neverSore() > 0) {
            return "no session with soreness";
        }
        return counts.notRecorded() + counts.endNotRecorded() == 0 ? "no sessions" : "not recorded";
    }

    private Figures figures(KaplanMeier curve) {
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            points.add(new CurvePoint(
                    null,
                    curve.time(i) / MINUTES,
                    new Events(curve.atRisk(i), curve.events(i), curve.censored(i)),
                    curve.survival(i),
                    orNull(curve.lower(i)),
                    orNull(curve.upper(i))));
        }
        List<ResolvedBy> resolved = new ArrayList<>();
        for (int hours : RESOLVED_BY_HOURS) {
            resolved.add(new ResolvedBy(hours, resolvedBy(curve, (int) (hours * MINUTES))));
        }
        return new Figures(
                quantile(curve, 0.5),
                quantile(curve, 0.25),
                quantile(curve, 0.75),
                mean(curve),
                resolved,
                points,
                limits(curve, settings.curves().confidenceType(), settings.confidence()));
    }

    static CurveLimits limits(KaplanMeier curve, ConfidenceType scale, double level) {
        return curve.isClustered()
                ? CurveLimits.clustered(scale.label(), level)
                : CurveLimits.greenwood(scale.label(), level);
    }

    static Estimate<Share> resolvedBy(KaplanMeier curve, int minutes) {
        if (!curve.isDeterminedAt(minutes)) {
            return Estimate.notEstimable(beyond(curve.time(curve.size() - 1)));
        }
        int i = curve.indexAt(minutes);
        long atRisk = curve.atRiskAt(minutes);
        if (i < 0) {
            return Estimate.of(new Share(0.0, null, null, null, null, atRisk));
        }
        Double lower = orNull(1 - curve.upper(i));
        Double upper = orNull(1 - curve.lower(i));
        return Estimate.of(new Share(1 - curve.survival(i), lower, upper, null, null, atRisk));
    }

    static String beyond(int lastMinute) {
        return "beyond the last observed time, " + Hours.text(lastMinute) + " h";
    }

    static Quantile quantile(KaplanMeier curve, double share) {
        Limits limits = curve.quantileLimits(share);
        Double lower = orNull(limits.lower() / MINUTES);
        Double upper = orNull(limits.upper() / MINUTES);
        double value = curve.quantile(share) / MINUTES;
        if (Double.isNaN(value)) {
            return Quantile.none("not reached by " + Hours.text(curve.time(curve.size() - 1)) + " h", lower, upper);
        }
        return Quantile.at(value, lower, upper);
    }

    private static Estimate<Mean> mean(KaplanMeier curve) {
        double horizon = MEAN_TO_HOURS * MINUTES;
        if (!curve.isDeterminedAt(horizon)) {
            return Estimate.notEstimable("follow-up ends at " + Hours.text(curve.time(curve.size() - 1)) + " h");
        }
        KaplanMeier.Mean mean = curve.restrictedMean(horizon);
        return Estimate.of(new Mean(mean.value() / MINUTES, mean.standardError() / MINUTES));
    }

    private List<DiaryTime> trajectory(SorenessTally tally) {
        List<DiaryTime> times = new ArrayList<>();
        for (int i = 0; i < diaryMinutes.size(); i++) {
            ClusterSums sore = tally.diary(i).sore;
            double hours = diaryMinutes.get(i) / MINUTES;
            long n = sore.trials();
            if (n == 0) {
                times.add(new DiaryTime(hours, 0, null, null, null, null, null, null, null));
            } else {
                ProportionInterval interval =
                        IntervalChoice.AUTO.interval(sore, settings.confidence(), settings.heterogeneity());
                ClusteredMean scores = tally.diary(i).scores;
                Limits limits = scores.limits(settings.confidence());
                double share = (double) sore.events() / n;
                times.add(new DiaryTime(
                        hours,
                        n,
                        scores.mean() / Session.SCORE_UNITS,
                        limits == null ? null : Math.max(0, limits.lower() / Session.SCORE_UNITS),
                        limits == null ? null : Math.min(HIGHEST_SCORE, limits.upper() / Session.SCORE_UNITS),
                        share,
                        interval.method(),
                        interval.lower(),
                        interval.upper()));
            }
        }
        return times;
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
