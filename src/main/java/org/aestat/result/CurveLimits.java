package org.aestat.result;

import org.jspecify.annotations.Nullable;

/**
 * How the limits of a curve were computed.
 *
 * @param method the scale on which they are symmetric, by the names of R's {@code survfit}, or {@link #BOOTSTRAP}
 * @param level the two-sided confidence level of the limits at each time
 * @param variance what the variance is, null for the bootstrap
 * @param resampling the draws of the bootstrap, null for other methods
 */
public record CurveLimits(
        String method,
        double level,
        @Nullable String variance,
        @Nullable Resampling resampling) {

    /** Percentiles of the curves of resampled patients. */
    public static final String BOOTSTRAP = "bootstrap over patients";

    private static final String GREENWOOD = "greenwood";
    private static final String JACKKNIFE = "infinitesimal jackknife, clustered by patient";

    /**
     * The draws of a bootstrap.
     *
     * @param seed of the generator
     * @param replicates how many were drawn, which may be fewer than were asked for
     */
    public record Resampling(long seed, int replicates) {}

    /** Limits with Greenwood's variance, where every patient has one record in the curve. */
    public static CurveLimits greenwood(String scale, double level) {
        return new CurveLimits(scale, level, GREENWOOD, null);
    }

    /** Limits that allow for several records of one patient. */
    public static CurveLimits clustered(String scale, double level) {
        return new CurveLimits(scale, level, JACKKNIFE, null);
    }

    /** Limits by resampling patients. */
    public static CurveLimits bootstrap(double level, long seed, int replicates) {
        return new CurveLimits(BOOTSTRAP, level, null, new Resampling(seed, replicates));
    }

    /** Limits by the same method at another two-sided level. */
    public CurveLimits atLevel(double other) {
        return new CurveLimits(method, other, variance, resampling);
    }
}
