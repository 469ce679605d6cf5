package org.aestat.cli;

import org.aestat.analysis.ReliefCurve;
import org.aestat.cli.CurveObservation.Limits;
import org.aestat.result.Quantile;
import org.aestat.result.ThresholdResult.Counts;
import org.aestat.safety.Metric;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.Observation;
import org.aestat.safety.Observation.Point;

/**
 * A curve of sessions to relief as thresholds see it.
 *
 * @param curve the curve of a stratum
 * @param confidence the two-sided level of the interval that is shown
 */
record ReliefObservation(ReliefCurve curve, double confidence) {

    private static final String METHOD = "aalen-johansen";
    private static final String COURSES = "courses";

    Observation of(Metric metric) {
        boolean median = metric.kind() == Kind.MEDIAN_SESSIONS;
        int session = metric.amount();
        return new Observation(
                curve.stratum(),
                curve.counts().courses() > 0,
                new Counts(
                        curve.counts().relieved(),
                        curve.counts().courses(),
                        curve.counts().notAssessed(),
                        COURSES),
                median
                        ? CurveObservation.point(curve.median(confidence), curve.medianNotReachedBy())
                        : curve.relievedBy(session, confidence)
                                .fold(share -> Point.at(share.probability()), Point::unknown),
                CurveObservation.interval(
                        METHOD, confidence, median ? ofMedian(confidence) : ofShare(session, confidence)),
                CurveObservation.bounds(level -> median ? ofMedian(level) : ofShare(session, level)),
                CurveObservation.tooFew(curve.counts().courses(), COURSES, curve.patients()));
    }

    private Limits ofShare(int session, double level) {
        return curve.relievedBy(session, level)
                .fold(share -> new Limits(share.lower(), share.upper()), reason -> new Limits(null, null));
    }

    private Limits ofMedian(double level) {
        Quantile median = curve.median(level);
        return new Limits(median.lower(), median.upper());
    }
}
