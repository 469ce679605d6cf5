package org.aestat.safety;

import org.aestat.result.ProportionInterval;
import org.aestat.result.ProportionInterval.Clustering;
import org.aestat.stat.ClusteredProportion;
import org.aestat.stat.ProportionMethod;

/**
 * One-sided bounds of a rate by the method of its interval: the limits of the two-sided interval at 2 level - 1.
 *
 * @param method the method for independent sessions
 * @param level the one-sided confidence level of either bound, 0.5 to below 1
 * @param worth how many independent sessions a session is worth, above 0 and at most 1
 */
record OneSidedBounds(ProportionMethod method, double level, double worth) {

    /**
     * The bounds that belong to an interval.
     *
     * @param interval the two-sided interval of the rate
     * @param sessions assessed sessions
     * @param level the one-sided confidence level
     */
    static OneSidedBounds of(ProportionInterval interval, long sessions, double level) {
        Clustering clustering = interval.clustering();
        if (clustering != null && interval.method().equals(ClusteredProportion.STATED)) {
            return new OneSidedBounds(ProportionMethod.CLOPPER_PEARSON, level, 1 / clustering.designEffect());
        }
        if (clustering != null) {
            double effective = ClusteredProportion.effectiveSize(
                    sessions, clustering.clusters(), clustering.designEffect(), twoSided(level));
            return new OneSidedBounds(ProportionMethod.CLOPPER_PEARSON, level, effective / sessions);
        }
        return new OneSidedBounds(ProportionMethod.named(interval.method()), level, 1);
    }

    private static double twoSided(double level) {
        return Math.max(0, 2 * level - 1);
    }

    /** The same bounds if the design effect were this and nothing else were known of the clusters. */
    OneSidedBounds atDesignEffect(double designEffect) {
        return new OneSidedBounds(method, level, 1 / designEffect);
    }

    double upper(long events, long sessions) {
        return method.limits(events * worth, sessions * worth, twoSided(level)).upper();
    }

    double lower(long events, long sessions) {
        return method.limits(events * worth, sessions * worth, twoSided(level)).lower();
    }
}
