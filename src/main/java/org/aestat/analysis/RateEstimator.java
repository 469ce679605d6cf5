package org.aestat.analysis;

import java.io.Serializable;
import java.util.List;
import org.aestat.result.Estimate;
import org.aestat.result.EventRate;
import org.aestat.result.EventRate.Bounds;
import org.aestat.result.EventRate.Counts;
import org.aestat.result.EventRate.Figures;
import org.aestat.result.EventRate.FrequencyWords;
import org.aestat.result.EventRate.NeedleRate;
import org.aestat.result.EventRate.PatientAverage;
import org.aestat.result.ProportionInterval;
import org.aestat.result.Stratum;
import org.aestat.stat.ClusterShares;
import org.aestat.stat.ClusterSums;
import org.aestat.stat.Clusters;
import org.aestat.stat.Limits;
import org.aestat.stat.PoissonRate;
import org.aestat.stat.ProportionMethod;
import org.aestat.stat.TwoWayClusters;
import org.jspecify.annotations.Nullable;

/**
 * Rates from exact counts.
 *
 * @param settings the choices of the run
 * @param hasTherapists whether the data set has a therapist column
 * @param hasSites whether it has a site column
 * @param hasNeedles whether it has a needles column
 */
record RateEstimator(AnalysisSettings settings, boolean hasTherapists, boolean hasSites, boolean hasNeedles)
        implements Serializable {

    private static final int FEWEST_SESSIONS = 20;
    private static final int FEWEST_PATIENTS = 5;

    /** The row for a data set without any event column. */
    EventRate absent(EventTally tally) {
        Counts none = new Counts(0, 0, tally.notRecorded(), 0, 0, 0, null);
        String reason = "the export has no column of adverse events";
        return new EventRate("any", Stratum.OVERALL, "any", none, Estimate.notEstimable(reason), null);
    }

    EventRate rate(SessionEvent event, Stratum stratum, EventTally tally) {
        long y = tally.patients().events();
        long n = tally.patients().trials();
        long u = tally.notRecorded();
        Counts counts = new Counts(
                y,
                n,
                u,
                tally.partlyRecorded(),
                tally.patientsWithEvent(),
                tally.patients().clusters(),
                hasTherapists ? tally.therapists().named() : null);
        Bounds bounds = n + u == 0 ? null : new Bounds((double) y / (n + u), (double) (y + u) / (n + u));
        Estimate<Figures> estimate =
                n == 0 ? Estimate.notEstimable(whyNone(event, u)) : Estimate.of(figures(tally, counts));
        return new EventRate(event.name(), stratum, event.severity(), counts, estimate, bounds);
    }

    private static String whyNone(SessionEvent event, long unrecorded) {
        if (event.components().isEmpty()) {
            return "not recorded: the export has no column of a " + event.severity() + " event";
        }
        return unrecorded == 0 ? "no sessions" : "not recorded";
    }

    private Figures figures(EventTally tally, Counts counts) {
        double level = settings.confidence();
        ProportionInterval interval = interval(tally);
        Limits ofPatients = ProportionMethod.CLOPPER_PEARSON.limits(
                (double) counts.patients(), (double) counts.patientsAssessed(), level);
        return new Figures(
                (double) counts.events() / counts.denominator(),
                interval,
                frequency(counts, interval),
                (double) counts.patients() / counts.patientsAssessed(),
                new ProportionInterval(
                        ProportionMethod.CLOPPER_PEARSON.label(),
                        level,
                        ofPatients.lower(),
                        ofPatients.upper(),
                        null,
                        null),
                average(tally.shares()),
                hasNeedles ? needleRate(tally, interval) : null,
                new DesignEffectLadder(level, hasTherapists, hasSites).steps(tally));
    }

    private ProportionInterval interval(EventTally tally) {
        Clusters clusters = clusters(tally);
        Double stated = settings.designEffect();
        return stated == null
                ? settings.interval().interval(clusters, settings.confidence(), settings.heterogeneity())
                : IntervalChoice.stated(clusters, settings.confidence(), stated);
    }

    private PatientAverage average(ClusterShares shares) {
        Limits limits = shares.limits(settings.confidence());
        return new PatientAverage(shares.mean(), limits == null ? null : new Bounds(limits.lower(), limits.upper()));
    }

    /** The clusters of an event under the level of the run. */
    Clusters clusters(EventTally tally) {
        List<ClusterSums> sums = settings.cluster().levels().stream()
                .map(level -> clusters(tally, level))
                .toList();
        return settings.cluster().isTwoWay()
                ? new TwoWayClusters(sums.get(0), sums.get(1), tally.cells())
                : sums.get(0);
    }

    private static ClusterSums clusters(EventTally tally, ClusterLevel level) {
        return switch (level) {
            case PATIENT -> tally.patients();
            case THERAPIST -> tally.therapists().sums();
            case SITE -> tally.sites().sums();
            default -> unclustered(tally.patients());
        };
    }

    private static ClusterSums unclustered(ClusterSums sums) {
        return ClusterSums.ofSingles(sums.trials(), sums.events());
    }

    private static Estimate<FrequencyWords> frequency(Counts counts, ProportionInterval interval) {
        String few = tooFew(counts);
        if (few != null) {
            return Estimate.notEstimable(few);
        }
        return Estimate.of(new FrequencyWords(
                FrequencyWord.of(counts.events(), counts.denominator()),
                counts.events() == 0 ? FrequencyWord.NONE_OBSERVED : FrequencyWord.of(interval.lower()),
                FrequencyWord.of(interval.upper())));
    }

    private static @Nullable String tooFew(Counts counts) {
        if (counts.denominator() < FEWEST_SESSIONS) {
            return "fewer than " + FEWEST_SESSIONS + " sessions assessed";
        }
        return counts.patientsAssessed() < FEWEST_PATIENTS
                ? "fewer than " + FEWEST_PATIENTS + " patients assessed"
                : null;
    }

    private Estimate<NeedleRate> needleRate(EventTally tally, ProportionInterval interval) {
        if (tally.needles() == 0) {
            return Estimate.notEstimable(
                    tally.needleSessions() == 0 ? "no session has both recorded" : "no needles were used");
        }
        double designEffect = interval.clustering() == null
                ? 1
                : Math.max(1, interval.clustering().designEffect());
        double thousands = tally.needles() / 1000.0;
        Limits limits = PoissonRate.garwood(
                tally.needleEvents() / designEffect, thousands / designEffect, settings.confidence());
        return Estimate.of(new NeedleRate(
                tally.needleEvents(),
                tally.needles(),
                tally.needleEvents() / thousands,
                new ProportionInterval(
                        PoissonRate.GARWOOD, settings.confidence(), limits.lower(), limits.upper(), null, null)));
    }
}
