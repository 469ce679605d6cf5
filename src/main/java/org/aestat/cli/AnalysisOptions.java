package org.aestat.cli;

import java.util.Optional;
import org.aestat.analysis.AnalysisSettings;
import org.aestat.analysis.ClusterLevel;
import org.aestat.analysis.CurveSettings;
import org.aestat.analysis.IntervalChoice;
import org.aestat.analysis.ReliefDefinition;
import org.aestat.stat.ConfidenceType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that change how figures are computed. */
final class AnalysisOptions {

    @Option(
            names = "--interval",
            paramLabel = "METHOD",
            defaultValue = "auto",
            converter = OptionValues.OfInterval.class,
            description =
                    "Interval of rates: auto, stabilized, korn-graubard, and for independent sessions"
                            + " clopper-pearson, wilson, agresti-coull, jeffreys, mid-p, logit (default: auto, which is stabilized where sessions repeat within clusters).")
    private IntervalChoice interval = IntervalChoice.AUTO;

    @Option(
            names = "--heterogeneity",
            paramLabel = "SD",
            defaultValue = "1.5",
            converter = OptionValues.OfHeterogeneity.class,
            description = "Assumed standard deviation of patients' log-odds in stabilized intervals (default: 1.5).")
    private Double heterogeneity = 1.5;

    @Option(
            names = "--design-effect",
            paramLabel = "D",
            converter = OptionValues.OfDesignEffect.class,
            description = "Design effect of rates, 1 or more, known from elsewhere; used instead of an estimate.")
    private @Nullable Double designEffect;

    @Option(
            names = "--course-gap",
            paramLabel = "DAYS",
            defaultValue = "90",
            converter = OptionValues.OfCourseGap.class,
            description = "Days without a session after which a course is over (default: 90).")
    private Integer courseGap = 90;

    @Option(
            names = "--relief",
            paramLabel = "DEFINITION",
            converter = OptionValues.OfRelief.class,
            description = "What counts as relief: 'column', or a fall of pain such as 'pain -30%%', 'pain -2',"
                    + " 'pain<=3' (default: the column, else 'pain -30%%').")
    private @Nullable ReliefDefinition relief;

    @Option(
            names = "--conf-type",
            paramLabel = "SCALE",
            defaultValue = "log-log",
            converter = OptionValues.OfConfidenceType.class,
            description = "Scale of the limits of soreness curves from durations: log-log, log, plain (default:"
                    + " log-log).")
    private ConfidenceType confidenceType = ConfidenceType.LOG_LOG;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "20240229",
            converter = OptionValues.OfSeed.class,
            description = "Seed of the bootstrap limits of soreness curves from intervals and diaries (default:"
                    + " 20240229).")
    private Long seed = 20240229L;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            defaultValue = "500",
            converter = OptionValues.OfReplicates.class,
            description = "Replicates of that bootstrap, 100 to 100000 (default: 500).")
    private Integer replicates = 500;

    @Option(
            names = "--sustained",
            description = "Relief counts only if it holds at every later assessed session of the course.")
    private boolean sustained;

    /**
     * The choices of the run.
     *
     * @param confidence the level of intervals and verdicts
     * @param cluster what sessions are clustered by
     * @param neverSoreIncluded whether sessions without soreness stand in its curve
     */
    AnalysisSettings settings(double confidence, ClusterLevel cluster, boolean neverSoreIncluded) {
        if (designEffect != null && !interval.isClustered()) {
            throw new UsageException("--design-effect is for clustered sessions, --interval " + interval.label()
                    + " for independent ones: leave one of them out.");
        }
        return new AnalysisSettings(
                confidence,
                interval,
                cluster,
                heterogeneity,
                designEffect,
                courseGap,
                relief,
                neverSoreIncluded,
                new CurveSettings(confidenceType, seed, replicates, sustained));
    }

    /** Whether the intervals of rates are those that nobody asked to change. */
    boolean isUsualForRates() {
        AnalysisOptions usual = new AnalysisOptions();
        return interval == usual.interval && heterogeneity.equals(usual.heterogeneity) && designEffect == null;
    }

    String reliefAsked() {
        return Optional.ofNullable(relief).map(ReliefDefinition::label).orElse("default");
    }
}
