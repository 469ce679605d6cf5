package org.aestat.safety;

import org.aestat.result.Estimate;
import org.aestat.result.Estimate.NotEstimable;
import org.aestat.result.EventRate;
import org.aestat.result.EventRate.Figures;
import org.aestat.result.Stratum;
import org.aestat.result.ThresholdResult.Counts;
import org.aestat.safety.Observation.Bounds;
import org.aestat.safety.Observation.Point;
import org.aestat.stat.ProportionMethod;
import org.jspecify.annotations.Nullable;

/** Rates as thresholds see them. */
public final class RateObservations {

    private static final String SESSIONS = "sessions";
    private static final String PATIENTS = "patients";

    private RateObservations() {}

    /** The rate of an event among sessions. */
    public static Observation ofSessions(EventRate rate) {
        Counts counts = sessions(rate);
        return rate.estimate()
                .fold(
                        figures -> new Observation(
                                rate.stratum(),
                                true,
                                counts,
                                Point.at(figures.rate()),
                                figures.interval(),
                                new RateBounds(
                                        level -> OneSidedBounds.of(figures.interval(), counts.denominator(), level),
                                        counts,
                                        true),
                                tooFew(figures)),
                        reason -> new Observation(
                                rate.stratum(), false, counts, Point.unknown(reason), null, Bounds.NONE, null));
    }

    /**
     * The rate of an event among patients.
     *
     * @param rate the rate of the event
     * @param patients the patients of the stratum, assessed or not
     */
    public static Observation ofPatients(EventRate rate, long patients) {
        long assessed = rate.counts().patientsAssessed();
        Counts counts = new Counts(rate.counts().patients(), assessed, patients - assessed, PATIENTS);
        return rate.estimate()
                .fold(
                        figures -> new Observation(
                                rate.stratum(),
                                true,
                                counts,
                                Point.at(figures.patientRate()),
                                figures.patientInterval(),
                                new RateBounds(
                                        level -> new OneSidedBounds(ProportionMethod.CLOPPER_PEARSON, level, 1),
                                        counts,
                                        false),
                                tooFew(figures)),
                        reason -> new Observation(
                                rate.stratum(), false, counts, Point.unknown(reason), null, Bounds.NONE, null));
    }

    /** The number of sessions with an event. */
    public static Observation ofCount(EventRate rate) {
        Counts counts = sessions(rate);
        Point point = rate.estimate().fold(figures -> Point.at((double) counts.events()), Point::unknown);
        return Observation.fact(rate.stratum(), counts, point);
    }

    /**
     * The rate of an event that an export does not have.
     *
     * @param event its name
     * @param stratum the sessions
     * @param sessions how many
     */
    public static EventRate absent(String event, Stratum stratum, long sessions) {
        String reason = sessions == 0 ? "no sessions" : "not recorded: the export has no column " + event;
        return new EventRate(
                event,
                stratum,
                "any",
                new EventRate.Counts(0, 0, sessions, 0, 0, 0, null),
                Estimate.notEstimable(reason),
                null);
    }

    private static Counts sessions(EventRate rate) {
        return new Counts(
                rate.counts().events(),
                rate.counts().denominator(),
                rate.counts().notRecorded(),
                SESSIONS);
    }

    private static @Nullable String tooFew(Figures figures) {
        return figures.frequency() instanceof NotEstimable<?> none ? none.reason() : null;
    }
}
