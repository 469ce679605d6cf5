package org.aestat.cli;

import java.util.Optional;
import org.aestat.analysis.AnalysisSettings;
import org.aestat.analysis.ClusterLevel;
import org.aestat.analysis.CurveSettings;
import org.aestat.analysis.IntervalChoice;
import org.aestat.analysis.ReliefDefinition;
import org.aestat.stat.ConfidenceType;
import picocli.CommandLine.Model.CommandSpec;

/** The options that change how figures are computed. */
final class AnalysisOptions {

    private final Choice<IntervalChoice> interval = Choice.of(
            "--interval",
            "METHOD",
            IntervalChoice.AUTO,
            "auto",
            new OptionValues.OfInterval(),
            "Interval of rates: auto, stabilized, korn-graubard, and for independent sessions"
                    + " clopper-pearson, wilson, agresti-coull, jeffreys, mid-p, logit (default: auto, which is stabilized where sessions repeat within clusters).");

    private final Choice<Double> heterogeneity = Choice.of(
            "--heterogeneity",
            "SD",
            1.5,
            "1.5",
            new OptionValues.OfHeterogeneity(),
            "Assumed standard deviation of patients' log-odds in stabilized intervals (default: 1.5).");

    private final Choice<Double> designEffect = Choice.of(
            "--design-effect",
            "D",
            Double.class,
            new OptionValues.OfDesignEffect(),
            "Design effect of rates, 1 or more, known from elsewhere; used instead of an estimate.");

    private final Choice<Integer> courseGap = Choice.of(
            "--course-gap",
            "DAYS",
            90,
            "90",
            new OptionValues.OfCourseGap(),
            "Days without a session after which a course is over (default: 90).");

    private final Choice<ReliefDefinition> relief = Choice.of(
            "--relief",
            "DEFINITION",
            ReliefDefinition.class,
            new OptionValues.OfRelief(),
            "What counts as relief: 'column', or a fall of pain such as 'pain -30%%', 'pain -2',"
                    + " 'pain<=3' (default: the column, else 'pain -30%%').");

    private final Choice<ConfidenceType> confidenceType = Choice.of(
            "--conf-type",
            "SCALE",
            ConfidenceType.LOG_LOG,
            "log-log",
            new OptionValues.OfConfidenceType(),
            "Scale of the limits of soreness curves from durations: log-log, log, plain (default:" + " log-log).");

    private final Choice<Long> seed = Choice.of(
            "--seed",
            "N",
            20240229L,
            "20240229",
            new OptionValues.OfSeed(),
            "Seed of the bootstrap limits of soreness curves from intervals and diaries (default:" + " 20240229).");

    private final Choice<Integer> replicates = Choice.of(
            "--replicates",
            "N",
            500,
            "500",
            new OptionValues.OfReplicates(),
            "Replicates of that bootstrap, 100 to 100000 (default: 500).");

    private final Choice<Boolean> sustained =
            Choice.flag("--sustained", "Relief counts only if it holds at every later assessed session of the course.");

    /** Describes these options, in the order of the help. */
    void describe(CommandSpec command) {
        Choice.describe(
                command,
                interval,
                heterogeneity,
                designEffect,
                courseGap,
                relief,
                confidenceType,
                seed,
                replicates,
                sustained);
    }

    /**
     * The choices of the run.
     *
     * @param confidence the level of intervals and verdicts
     * @param cluster what sessions are clustered by
     * @param neverSoreIncluded whether sessions without soreness stand in its curve
     */
    AnalysisSettings settings(double confidence, ClusterLevel cluster, boolean neverSoreIncluded) {
        if (designEffect.given() != null && !interval.value().isClustered()) {
            throw new UsageException("--design-effect is for clustered sessions, --interval "
                    + interval.value().label() + " for independent ones: leave one of them out.");
        }
        return new AnalysisSettings(
                confidence,
                interval.value(),
                cluster,
                heterogeneity.value(),
                designEffect.given(),
                courseGap.value(),
                relief.given(),
                neverSoreIncluded,
                new CurveSettings(confidenceType.value(), seed.value(), replicates.value(), sustained.value()));
    }

    /** Whether the intervals of rates are those that nobody asked to change. */
    boolean isUsualForRates() {
        AnalysisOptions usual = new AnalysisOptions();
        return interval.value() == usual.interval.value()
                && heterogeneity.value().equals(usual.heterogeneity.value())
                && designEffect.given() == null;
    }

    String reliefAsked() {
        return Optional.ofNullable(relief.given()).map(ReliefDefinition::label).orElse("default");
    }
}
