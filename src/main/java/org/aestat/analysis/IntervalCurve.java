package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.CurveLimits;
import org.aestat.result.Estimate;
import org.aestat.result.Quantile;
import org.aestat.result.SorenessResult.CurvePoint;
import org.aestat.result.SorenessResult.Figures;
import org.aestat.result.SorenessResult.ResolvedBy;
import org.aestat.result.SorenessResult.Share;
import org.aestat.stat.IntervalTimes;
import org.aestat.stat.Limits;
import org.aestat.stat.Npmle;
import org.aestat.stat.Npmle.Mass;
import org.aestat.stat.NpmleBootstrap;
import org.jspecify.annotations.Nullable;

/** What is read off a resolution curve that is determined only outside its Turnbull intervals. */
final class IntervalCurve {

    /** Room for the rounding of sums of masses. */
    private static final double ROUNDING = 1e-9;

    private final List<Mass> masses;
    private final Npmle curve;
    private final int lastTime;
    private final NpmleBootstrap bootstrap;
    private final CurveLimits limits;

    /**
     * The curve of the records.
     *
     * @param times the intervals
     * @param patients the same, patient by patient
     * @param settings the choices of the run
     */
    IntervalCurve(IntervalTimes times, List<NpmleBootstrap.Cluster> patients, AnalysisSettings settings) {
        CurveSettings curves = settings.curves();
        bootstrap = new NpmleBootstrap(patients, settings.confidence(), curves.seed(), curves.replicates());
        limits = CurveLimits.bootstrap(settings.confidence(), curves.seed(), bootstrap.replicates());
        curve = new Npmle(times);
        masses = curve.masses();
        lastTime = times.lastTime();
    }

    private IntervalCurve(IntervalCurve same, double level) {
        bootstrap = same.bootstrap.atLevel(level);
        limits = same.limits.atLevel(level);
        curve = same.curve;
        masses = same.masses;
        lastTime = same.lastTime;
    }

    /** The same curve with limits at another level. */
    IntervalCurve atLevel(double level) {
        return new IntervalCurve(this, level);
    }

    /** The last time that a record tells of. */
    int lastTime() {
        return lastTime;
    }

    Figures figures() {
        List<CurvePoint> points = new ArrayList<>();
        for (Mass mass : masses) {
            if (mass.to() != IntervalTimes.UNBOUNDED) {
                boolean limited = hasLimits(mass.survival());
                Limits resolved = bootstrap.shareLimits(mass.to());
                points.add(new CurvePoint(
                        hours(mass.from()),
                        hours(mass.to()),
                        null,
                        mass.survival(),
                        limited ? 1 - resolved.upper() : null,
                        limited ? 1 - resolved.lower() : null));
            }
        }
        List<ResolvedBy> resolved = new ArrayList<>();
        for (int hours : SorenessEstimator.RESOLVED_BY_HOURS) {
            resolved.add(new ResolvedBy(hours, resolvedBy((int) (hours * SorenessEstimator.MINUTES))));
        }
        return new Figures(
                quantile(0.5),
                quantile(0.25),
                quantile(0.75),
                Estimate.notEstimable("the curve is not determined inside its intervals"),
                resolved,
                points,
                limits);
    }

    Estimate<Share> resolvedBy(int minutes) {
        Mass around = curve.massAround(minutes);
        if (around == null) {
            if (minutes > lastTime && curve.survival(minutes) > ROUNDING) {
                return Estimate.notEstimable(SorenessEstimator.beyond(lastTime));
            }
            double share = 1 - curve.survival(minutes);
            Limits limits = bootstrap.shareLimits(minutes);
            boolean limited = hasLimits(share);
            return Estimate.of(new Share(
                    share, limited ? limits.lower() : null, limited ? limits.upper() : null, null, null, null));
        }
        if (around.to() == IntervalTimes.UNBOUNDED) {
            return Estimate.notEstimable(SorenessEstimator.beyond(lastTime));
        }
        double before = 1 - curve.survival(minutes);
        Limits limits = bootstrap.shareLimits(minutes);
        return Estimate.of(new Share(null, limits.lower(), limits.upper(), before, 1 - around.survival(), null));
    }

    /** There are limits of shares between 0 and 1 only: at the ends replicates say nothing of what was not seen. */
    private static boolean hasLimits(double share) {
        return share > ROUNDING && share < 1 - ROUNDING;
    }

    /** The interval in which the curve passes the level, up to the next one where it rests exactly on the level. */
    Quantile quantile(double share) {
        double level = 1 - share;
        Limits limits = bootstrap.quantileLimits(share);
        Double lower = hoursOrNull(limits.lower());
        Double upper = hoursOrNull(limits.upper());
        for (int k = 0; k < masses.size(); k++) {
            Mass mass = masses.get(k);
            if (mass.survival() <= level + ROUNDING && mass.to() != IntervalTimes.UNBOUNDED) {
                boolean rests = mass.survival() >= level - ROUNDING;
                Mass until = rests && k + 1 < masses.size() ? masses.get(k + 1) : mass;
                int to = until.to() == IntervalTimes.UNBOUNDED ? lastTime : until.to();
                return Quantile.within(hours(mass.from()), hours(to), lower, upper);
            }
        }
        return Quantile.none("not reached by " + Hours.text(lastTime) + " h", lower, upper);
    }

    private static @Nullable Double hoursOrNull(double minutes) {
        return Double.isNaN(minutes) ? null : minutes / SorenessEstimator.MINUTES;
    }

    private static double hours(int minutes) {
        return minutes / SorenessEstimator.MINUTES;
    }
}
