package org.aestat.analysis;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The choices of a run that change numbers.
 *
 * @param confidence level of two-sided intervals and of one-sided bounds, 0.5 to 0.9999
 * @param interval the interval method for rates
 * @param cluster what sessions are clustered by for rates
 * @param heterogeneity the assumed standard deviation of patients' log-odds, 0 or more
 * @param designEffect a stated design effect of rates, 1 or more; null to estimate it
 * @param courseGap days without a session after which a course is over, 0 or more
 * @param relief what counts as relief; null for the default of the export
 * @param neverSoreIncluded whether sessions without any soreness stand in the resolution curve, at time 0
 * @param curves the choices that change curves of soreness and relief
 */
public record AnalysisSettings(
        double confidence,
        IntervalChoice interval,
        ClusterLevel cluster,
        double heterogeneity,
        @Nullable Double designEffect,
        int courseGap,
        @Nullable ReliefDefinition relief,
        boolean neverSoreIncluded,
        CurveSettings curves)
        implements Serializable {

    /** What holds where the user says nothing. */
    public static final AnalysisSettings DEFAULT =
            new AnalysisSettings(0.95, IntervalChoice.AUTO, ClusterLevel.PATIENT, 1.5, null, 90, null, false);

    /** With the default choices for curves. */
    public AnalysisSettings(
            double confidence,
            IntervalChoice interval,
            ClusterLevel cluster,
            double heterogeneity,
            @Nullable Double designEffect,
            int courseGap,
            @Nullable ReliefDefinition relief,
            boolean neverSoreIncluded) {
        this(
                confidence,
                interval,
                cluster,
                heterogeneity,
                designEffect,
                courseGap,
                relief,
                neverSoreIncluded,
                CurveSettings.DEFAULT);
    }

    /** Whether intervals rest on how the clusters of the data differ. */
    boolean isClusteringEstimated() {
        return designEffect == null && cluster != ClusterLevel.NONE && interval.isClustered();
    }
}
