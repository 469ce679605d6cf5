package org.aestat.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aestat.analysis.OnePass;
import org.aestat.analysis.PatientCount;
import org.aestat.analysis.SorenessForms;
import org.aestat.pipeline.DataSet;
import org.aestat.pipeline.Histories;
import org.aestat.result.CheckResult;
import org.aestat.result.SequentialResult;
import org.aestat.result.ThresholdResult;
import org.aestat.result.Warning;
import org.aestat.safety.Gate;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.Policy;
import org.aestat.safety.Threshold;
import org.jspecify.annotations.Nullable;

/** Holds a data set against a policy, in one pass for all thresholds. */
final class Check {

    private final DataSet data;
    private final Policy policy;
    private final CheckSettings settings;
    private final PolicyOptions options;
    private final @Nullable Watching watching;
    private final EarlierLooks earlier;

    Check(
            DataSet data,
            Policy policy,
            CheckSettings settings,
            PolicyOptions options,
            @Nullable Watching watching,
            EarlierLooks earlier) {
        this.data = data;
        this.policy = policy;
        this.settings = settings;
        this.options = options;
        this.watching = watching;
        this.earlier = earlier;
    }

    /**
     * The result.
     *
     * @param run what was asked for
     * @param threads how many threads may work, at least 1
     */
    CheckResult result(RunDescription run, int threads) {
        List<Threshold> thresholds = policy.thresholds().stream()
                .map(threshold -> PolicyColumns.resolved(threshold, data.needed()))
                .toList();
        Map<SelectionRun.Key, List<Threshold>> groups = new LinkedHashMap<>();
        thresholds.forEach(
                threshold -> groups.computeIfAbsent(SelectionRun.Key.of(threshold, settings), key -> new ArrayList<>())
                        .add(threshold));
        OnePass pass = new OnePass();
        PatientCount patients = pass.add(new PatientCount());
        Map<SelectionRun.Key, SelectionRun> runs = new LinkedHashMap<>();
        groups.forEach((key, members) -> runs.put(key, new SelectionRun(data, key, members, pass)));
        if (watching != null) {
            watching.join(pass, data);
        }
        new Histories(data.table()).forEach(pass, threads);

        Gate gate = new Gate(options.isAllowInconclusive());
        List<ThresholdResult> results = thresholds.stream()
                .map(threshold -> gate.decide(
                        threshold,
                        new MetricObservations(data, figures(runs, threshold), earlier.baseline()).of(threshold)))
                .map(this::watched)
                .toList();
        List<SequentialResult> sequential = watching == null ? List.of() : watching.results();
        return new CheckResult(
                Version.number(),
                data.inputs(),
                patients.result(),
                run.settings(List.of(), List.of()),
                new CheckResult.Policy(policy.file(), policy.sha256()),
                results,
                sequential,
                earlier.baseline() == null ? null : earlier.baseline().named(),
                CheckExit.of(results, sequential, options.isFailOnWarning()),
                warnings(thresholds, List.copyOf(runs.values())));
    }

    private SelectionRun.Figures figures(Map<SelectionRun.Key, SelectionRun> runs, Threshold threshold) {
        SelectionRun run = runs.get(SelectionRun.Key.of(threshold, settings));
        return Objects.requireNonNull(run).figures();
    }

    /** A single look cannot fail the gate while a repeated test of the same limit goes on. */
    private ThresholdResult watched(ThresholdResult threshold) {
        return watching != null && watching.decides(threshold)
                ? threshold.breachesAsWarnings("the repeated looks, which decide, have no signal")
                : threshold;
    }

    private List<Warning> warnings(List<Threshold> thresholds, List<SelectionRun> runs) {
        List<Warning> warnings = new ArrayList<>(data.warnings());
        Set<Analysis> analyses = EnumSet.noneOf(Analysis.class);
        thresholds.forEach(
                threshold -> analyses.addAll(analyses(threshold.metric().kind())));
        warnings.addAll(
                new DataWarnings(data.table(), settings.ofRun()).list(analyses, SorenessForms.recorded(data.table())));
        runs.forEach(run -> warnings.addAll(run.warnings()));
        if (options.isAllowInconclusive()) {
            warnings.add(new Warning(
                    "inconclusive-allowed",
                    "--allow-inconclusive: where the data cannot decide a threshold, the gate only warns."));
        }
        if (watching != null) {
            warnings.addAll(watching.warnings());
        }
        warnings.addAll(earlier.warnings(policy, data));
        return warnings.stream().distinct().toList();
    }

    private static Set<Analysis> analyses(Kind kind) {
        return switch (kind) {
            case RATE, PATIENT_RATE, CHANGE, COUNT -> Set.of(Analysis.RATES);
            case RESOLVED_BY, MEDIAN_HOURS -> Set.of(Analysis.SORENESS);
            case RELIEVED_BY, MEDIAN_SESSIONS -> Set.of(Analysis.RELIEF);
            case NOT_RECORDED, CONTRAINDICATED, REJECTED_ROWS -> Set.of();
        };
    }
}
