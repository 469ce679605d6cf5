package org.aestat.analysis;

import org.aestat.result.ProportionInterval;
import org.aestat.result.ProportionInterval.Clustering;
import org.aestat.stat.ClusteredProportion;
import org.aestat.stat.Clusters;
import org.aestat.stat.Limits;
import org.aestat.stat.ProportionMethod;
import org.jspecify.annotations.Nullable;

/** The interval methods that a user can choose for rates of sessions. */
public enum IntervalChoice {
    /** Stabilized where clustering can matter, else Clopper-Pearson. */
    AUTO("auto"),
    /** The clustered exact interval with a stabilized design effect. */
    STABILIZED("stabilized"),
    /** The clustered exact interval with the design effect estimated from the data alone. */
    KORN_GRAUBARD("korn-graubard"),
    /** The exact interval for independent sessions. */
    CLOPPER_PEARSON(ProportionMethod.CLOPPER_PEARSON),
    /** The score interval for independent sessions. */
    WILSON(ProportionMethod.WILSON),
    /** The adjusted Wald interval for independent sessions. */
    AGRESTI_COULL(ProportionMethod.AGRESTI_COULL),
    /** The interval of Jeffreys' prior for independent sessions. */
    JEFFREYS(ProportionMethod.JEFFREYS),
    /** The exact interval that counts the observed result half, for independent sessions. */
    MID_P(ProportionMethod.MID_P),
    /** The Wald interval of the log-odds for independent sessions. */
    LOGIT(ProportionMethod.LOGIT);

    private final String label;
    private final @Nullable ProportionMethod ofIndependent;

    IntervalChoice(String label) {
        this.label = label;
        this.ofIndependent = null;
    }

    IntervalChoice(ProportionMethod ofIndependent) {
        this.label = ofIndependent.label();
        this.ofIndependent = ofIndependent;
    }

    /** The name on the command line and in results. */
    public String label() {
        return label;
    }

    /** Whether the method takes clusters into account. */
    public boolean isClustered() {
        return ofIndependent == null;
    }

    /**
     * The interval for a rate.
     *
     * @param sums the clusters of sessions, at least one session
     * @param level the two-sided confidence level
     * @param heterogeneity the assumed standard deviation of patients' log-odds
     */
    public ProportionInterval interval(Clusters sums, double level, double heterogeneity) {
        if (ofIndependent == null) {
            return this == KORN_GRAUBARD ? kornGraubard(sums, level) : stabilized(sums, level, heterogeneity);
        }
        return this == LOGIT && isOneSided(sums)
                ? independent(ProportionMethod.CLOPPER_PEARSON, sums, level, whyOneSided(sums))
                : independent(ofIndependent, sums, level, null);
    }

    /**
     * The clustered exact interval with a stated design effect in the place of an estimate. As nothing is estimated from
     * the clusters, their number does not widen it, and there may be any number of them.
     *
     * @param sums the clusters of sessions, at least one session
     * @param level the two-sided confidence level
     * @param designEffect the design effect, 1 or more
     */
    static ProportionInterval stated(Clusters sums, double level, double designEffect) {
        double effective = ClusteredProportion.effectiveSize((double) sums.trials(), designEffect);
        return exact(ClusteredProportion.STATED, sums, level, designEffect, effective, "design effect stated");
    }

    private static boolean isOneSided(Clusters sums) {
        return sums.events() == 0 || sums.events() == sums.trials();
    }

    private static String whyOneSided(Clusters sums) {
        return (sums.events() == 0 ? "no session" : "every session") + " has the event";
    }

    private ProportionInterval stabilized(Clusters sums, double level, double heterogeneity) {
        if (!sums.areClustered()) {
            return independent(ProportionMethod.CLOPPER_PEARSON, sums, level, whyNotClustered(sums));
        }
        double designEffect = ClusteredProportion.stabilizedDesignEffect(sums, heterogeneity);
        return clustered(
                STABILIZED, sums, level, designEffect, this == AUTO ? "some clusters have several sessions" : null);
    }

    private ProportionInterval kornGraubard(Clusters sums, double level) {
        if (!sums.areClustered()) {
            return independent(ProportionMethod.CLOPPER_PEARSON, sums, level, whyNotClustered(sums));
        }
        double designEffect = sums.designEffect();
        if (Double.isNaN(designEffect)) {
            return independent(ProportionMethod.CLOPPER_PEARSON, sums, level, whyOneSided(sums));
        }
        return clustered(this, sums, level, designEffect, null);
    }

    private static String whyNotClustered(Clusters sums) {
        return sums.clusters() < 2 ? "fewer than two clusters" : "no cluster has two assessed sessions";
    }

    private static ProportionInterval independent(
            ProportionMethod method, Clusters sums, double level, @Nullable String reason) {
        Limits limits = method.limits((double) sums.events(), (double) sums.trials(), level);
        return new ProportionInterval(method.label(), level, limits.lower(), limits.upper(), null, reason);
    }

    private static ProportionInterval clustered(
            IntervalChoice method, Clusters sums, double level, double designEffect, @Nullable String reason) {
        double effective = ClusteredProportion.effectiveSize(sums.trials(), sums.clusters(), designEffect, level);
        return exact(method.label, sums, level, designEffect, effective, reason);
    }

    private static ProportionInterval exact(
            String method,
            Clusters sums,
            double level,
            double designEffect,
            double effective,
            @Nullable String reason) {
        double estimated = sums.designEffect();
        double rate = (double) sums.events() / sums.trials();
        Limits limits = ProportionMethod.CLOPPER_PEARSON.limits(effective * rate, effective, level);
        Clustering clustering =
                new Clustering(sums.clusters(), Double.isNaN(estimated) ? null : estimated, designEffect, effective);
        return new ProportionInterval(method, level, limits.lower(), limits.upper(), clustering, reason);
    }
}
