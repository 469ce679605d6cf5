package org.aestat.analysis;

import java.util.HashMap;
import java.util.Map;
import org.aestat.result.Estimate;
import org.aestat.result.Quantile;
import org.aestat.result.SorenessResult;
import org.aestat.result.SorenessResult.Counts;
import org.aestat.result.SorenessResult.Share;
import org.aestat.result.Stratum;
import org.aestat.session.SorenessForm;
import org.aestat.stat.ClusteredTimes;
import org.aestat.stat.KaplanMeier;
import org.jspecify.annotations.Nullable;

/** The resolution curve of one stratum, read at any time and at any confidence level. */
public final class SorenessCurve {

    private final Stratum stratum;
    private final Counts counts;
    private final AnalysisSettings settings;
    private final String reason;
    private final long patients;
    private final @Nullable ClusteredTimes durations;
    private final @Nullable IntervalCurve intervals;
    private final Map<Double, KaplanMeier> atLevels = new HashMap<>();

    SorenessCurve(
            @Nullable SorenessForm form,
            Stratum stratum,
            Counts counts,
            SorenessPatterns patterns,
            int place,
            AnalysisSettings settings) {
        this.stratum = stratum;
        this.counts = counts;
        this.settings = settings;
        boolean empty = form == null || counts.sessions() == 0;
        reason = form == null ? SorenessEstimator.NO_COLUMN : SorenessEstimator.whyNone(counts);
        patients = empty ? 0 : patterns.patients(place);
        durations = empty || form != SorenessForm.DURATION ? null : patterns.times(place);
        intervals = empty || form == SorenessForm.DURATION
                ? null
                : new IntervalCurve(patterns.intervals(place), patterns.resampled(place), settings);
    }

    /** The sessions. */
    public Stratum stratum() {
        return stratum;
    }

    /** The exact counts. */
    public Counts counts() {
        return counts;
    }

    /** Patients with a session in the curve. */
    public long patients() {
        return patients;
    }

    /** How the curve is estimated. */
    public String method() {
        return intervals == null ? SorenessResult.KAPLAN_MEIER : SorenessResult.NPMLE;
    }

    /**
     * The share resolved by a time.
     *
     * @param minutes the time
     * @param confidence the two-sided level of its limits, 0 to below 1
     */
    public Estimate<Share> resolvedBy(int minutes, double confidence) {
        if (durations != null) {
            return SorenessEstimator.resolvedBy(kaplanMeier(durations, confidence), minutes);
        }
        return intervals == null
                ? Estimate.notEstimable(reason)
                : intervals.atLevel(confidence).resolvedBy(minutes);
    }

    /**
     * The median in hours.
     *
     * @param confidence the two-sided level of its limits, 0 to below 1
     */
    public Quantile median(double confidence) {
        if (durations != null) {
            return SorenessEstimator.quantile(kaplanMeier(durations, confidence), 0.5);
        }
        return intervals == null
                ? Quantile.none(reason, null, null)
                : intervals.atLevel(confidence).quantile(0.5);
    }

    /** The hours up to which the curve is known to stay above one half; null where the median is reached or unknown. */
    public @Nullable Double medianNotReachedBy() {
        if (median(settings.confidence()).reason() == null) {
            return null;
        }
        if (durations != null) {
            KaplanMeier curve = kaplanMeier(durations, settings.confidence());
            return curve.time(curve.size() - 1) / SorenessEstimator.MINUTES;
        }
        return intervals == null ? null : Double.valueOf(intervals.lastTime() / SorenessEstimator.MINUTES);
    }

    private KaplanMeier kaplanMeier(ClusteredTimes times, double confidence) {
        return atLevels.computeIfAbsent(
                confidence,
                level -> new KaplanMeier(times, level, settings.curves().confidenceType()));
    }
}
