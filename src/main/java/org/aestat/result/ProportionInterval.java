package org.aestat.result;

import org.jspecify.annotations.Nullable;

/**
 * A confidence interval for a proportion or a rate.
 *
 * @param method the method that was used, as on the command line
 * @param level the two-sided confidence level, between 0 and 1
 * @param lower the lower limit
 * @param upper the upper limit
 * @param clustering what clustering did to it, null for methods that know no clusters
 * @param reason why this method, where the command line left it open or asked for another
 */
public record ProportionInterval(
        String method,
        double level,
        double lower,
        double upper,
        @Nullable Clustering clustering,
        @Nullable String reason) {

    /**
     * How clustering widened an interval.
     *
     * @param clusters clusters with an assessed session
     * @param estimatedDesignEffect the design effect estimated from the data alone, null at zero or all events
     * @param designEffect the design effect used
     * @param effectiveSize how many independent sessions the data are worth
     */
    public record Clustering(
            long clusters, @Nullable Double estimatedDesignEffect, double designEffect, double effectiveSize) {}
}
