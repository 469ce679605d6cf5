package org.aestat.safety;

import org.aestat.result.EarlierResult;
import org.aestat.result.ProportionInterval;
import org.aestat.result.ThresholdResult.Counts;
import org.aestat.safety.Observation.Bounds;
import org.aestat.safety.Observation.Point;
import org.aestat.stat.Limits;
import org.aestat.stat.Mover;
import org.jspecify.annotations.Nullable;

/**
 * By how much a rate differs from an earlier one: now minus then, with limits of the difference from the bounds that
 * each rate has by its own method, design effect and size.
 */
public final class RateChange {

    private static final String METHOD = "mover";
    private static final String EARLIER = "in the earlier result: ";
    private static final long FEWEST_SESSIONS = 20;
    private static final long FEWEST_PATIENTS = 5;

    private RateChange() {}

    /** An earlier rate as thresholds see it. */
    public static Observation earlier(EarlierResult.Rate rate) {
        Counts counts = new Counts(rate.events(), rate.sessions(), rate.notRecorded(), "sessions");
        ProportionInterval interval = rate.interval();
        if (interval == null) {
            String reason = rate.reason();
            return new Observation(
                    rate.stratum(),
                    false,
                    counts,
                    Point.unknown(reason == null ? "not estimable" : reason),
                    null,
                    Bounds.NONE,
                    null);
        }
        return new Observation(
                rate.stratum(),
                true,
                counts,
                Point.at((double) rate.events() / rate.sessions()),
                interval,
                new RateBounds(level -> OneSidedBounds.of(interval, rate.sessions(), level), counts, true),
                tooFew(rate));
    }

    private static @Nullable String tooFew(EarlierResult.Rate rate) {
        Long patients = rate.patients();
        if (rate.sessions() < FEWEST_SESSIONS) {
            return "fewer than " + FEWEST_SESSIONS + " sessions assessed";
        }
        return patients != null && patients < FEWEST_PATIENTS
                ? "fewer than " + FEWEST_PATIENTS + " patients assessed"
                : null;
    }

    /**
     * The difference.
     *
     * @param now the rate
     * @param then the earlier rate, null where the earlier result has no such stratum
     * @param confidence the two-sided level of the interval that is shown
     */
    public static Observation of(Observation now, @Nullable Observation then, double confidence) {
        Double value = now.point().value();
        if (value == null) {
            return unknown(now, String.valueOf(now.point().reason()));
        }
        if (then == null) {
            return unknown(now, "the earlier result has no such stratum");
        }
        Double before = then.point().value();
        if (before == null) {
            return unknown(now, EARLIER + then.point().reason());
        }
        Difference difference = new Difference(value, now.bounds(), before, then.bounds());
        Limits both = difference.limits((1 + confidence) / 2);
        return new Observation(
                now.stratum(),
                true,
                now.counts(),
                Point.at(value - before),
                new ProportionInterval(METHOD, confidence, both.lower(), both.upper(), null, null),
                difference,
                doubt(now, then));
    }

    private static Observation unknown(Observation now, String reason) {
        return new Observation(now.stratum(), false, now.counts(), Point.unknown(reason), null, Bounds.NONE, null);
    }

    private static @Nullable String doubt(Observation now, Observation then) {
        if (now.doubt() != null) {
            return now.doubt();
        }
        return then.doubt() == null ? null : EARLIER + then.doubt();
    }

    private record Difference(double now, Bounds ofNow, double then, Bounds ofThen) implements Bounds {

        Limits limits(double level) {
            return Mover.difference(now, limits(ofNow, level), then, limits(ofThen, level));
        }

        private static Limits limits(Bounds bounds, double level) {
            Double lower = bounds.lower(level);
            Double upper = bounds.upper(level);
            if (lower == null || upper == null) {
                throw new IllegalStateException("a rate without bounds");
            }
            return new Limits(lower, upper);
        }

        @Override
        public Double lower(double level) {
            return limits(level).lower();
        }

        @Override
        public Double upper(double level) {
            return limits(level).upper();
        }
    }
}
