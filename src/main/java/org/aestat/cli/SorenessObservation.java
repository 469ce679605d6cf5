package org.aestat.cli;

import org.aestat.analysis.SorenessCurve;
import org.aestat.cli.CurveObservation.Limits;
import org.aestat.result.Quantile;
import org.aestat.result.SorenessResult.Share;
import org.aestat.result.ThresholdResult.Counts;
import org.aestat.safety.Metric;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.Observation;
import org.aestat.safety.Observation.Point;

/**
 * A resolution curve as thresholds see it.
 *
 * @param curve the curve of a stratum
 * @param confidence the two-sided level of the interval that is shown
 */
record SorenessObservation(SorenessCurve curve, double confidence) {

    private static final String SORE_SESSIONS = "sore sessions";

    Observation of(Metric metric) {
        boolean median = metric.kind() == Kind.MEDIAN_HOURS;
        int minutes = metric.amount();
        return new Observation(
                curve.stratum(),
                curve.counts().recorded() > 0,
                new Counts(
                        curve.counts().resolved(),
                        curve.counts().sessions(),
                        curve.counts().notRecorded() + curve.counts().endNotRecorded(),
                        SORE_SESSIONS),
                median ? CurveObservation.point(curve.median(confidence), curve.medianNotReachedBy()) : share(minutes),
                CurveObservation.interval(
                        curve.method(), confidence, median ? ofMedian(confidence) : ofShare(minutes, confidence)),
                CurveObservation.bounds(level -> median ? ofMedian(level) : ofShare(minutes, level)),
                CurveObservation.tooFew(curve.counts().sessions(), SORE_SESSIONS, curve.patients()));
    }

    private Point share(int minutes) {
        return curve.resolvedBy(minutes, confidence).fold(SorenessObservation::point, Point::unknown);
    }

    private static Point point(Share share) {
        Double probability = share.probability();
        Double least = share.lowerBound();
        Double most = share.upperBound();
        if (probability != null) {
            return Point.at(probability);
        }
        return least == null || most == null
                ? Point.unknown("not determined")
                : Point.within(least, most, "the share is only known to lie in an interval");
    }

    private Limits ofShare(int minutes, double level) {
        return curve.resolvedBy(minutes, level)
                .fold(share -> new Limits(share.lower(), share.upper()), reason -> new Limits(null, null));
    }

    private Limits ofMedian(double level) {
        Quantile median = curve.median(level);
        return new Limits(median.lower(), median.upper());
    }
}
