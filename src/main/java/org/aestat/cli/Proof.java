package org.aestat.cli;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aestat.analysis.ClusterLevel;
import org.aestat.csv.InputSource;
import org.aestat.csv.Mapping;
import org.aestat.csv.ReadOptions;
import org.aestat.pipeline.DataRequest;
import org.aestat.pipeline.DataSet;
import org.aestat.pipeline.DataSetReader;
import org.aestat.pipeline.RejectionLimit;
import org.aestat.pipeline.RequestException;
import org.aestat.result.CheckResult;
import org.aestat.result.ProofResult;
import org.aestat.result.ProofResult.Case;
import org.aestat.result.ProofResult.ThresholdProof;
import org.aestat.result.ThresholdResult;
import org.aestat.result.ThresholdResult.StratumVerdict;
import org.aestat.result.ThresholdResult.Verdict;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.Policy;
import org.aestat.safety.Threshold;
import org.aestat.session.AdverseEvent;
import org.jspecify.annotations.Nullable;

/** Runs a gate on made-up sessions of which the verdict is known, threshold by threshold. */
final class Proof {

    private static final EarlierLooks NO_LOOKS = new EarlierLooks(null, List.of());

    private static final List<Verdict> WORST_FIRST = List.of(Verdict.BREACH, Verdict.INCONCLUSIVE, Verdict.PASS);

    private final Policy policy;
    private final PolicyOptions options;
    private final Map<String, AdverseEvent> declared = new LinkedHashMap<>();
    private final Map<String, AdverseEvent> events = new LinkedHashMap<>();

    /**
     * A proof.
     *
     * @param policy the policy
     * @param declared the adverse events that the mapping declares
     * @param options how strictly the policy holds
     */
    Proof(Policy policy, List<AdverseEvent> declared, PolicyOptions options) {
        this.policy = policy;
        this.options = options;
        declared.forEach(event -> this.declared.put(event.name(), event));
        AdverseEvent.CANONICAL.forEach(event -> events.put(event.name(), event));
        events.putAll(this.declared);
    }

    ProofResult result() {
        List<ThresholdProof> proof = policy.thresholds().stream().map(this::of).toList();
        return new ProofResult(
                Version.number(), new CheckResult.Policy(policy.file(), policy.sha256()), proof, exit(proof));
    }

    private static CheckResult.Exit exit(List<ThresholdProof> proof) {
        boolean sound = proof.stream().allMatch(Proof::isSound);
        boolean proved = proof.stream().anyMatch(threshold -> !threshold.cases().isEmpty());
        boolean breaks = proof.stream().anyMatch(ThresholdProof::canFail);
        return sound && (breaks || !proved)
                ? new CheckResult.Exit(ExitCode.OK, List.of())
                : new CheckResult.Exit(ExitCode.BREACH, List.of(ExitCode.BREACH));
    }

    /** Whether a threshold does what it should: a warning alone need not fail the gate, what is not proved may. */
    private static boolean isSound(ThresholdProof proof) {
        boolean able = proof.canPass() && (proof.canFail() || proof.severity().equals("warning"));
        return proof.holds() && (able || proof.notProved() != null);
    }

    private ThresholdProof of(Threshold threshold) {
        MadeUpSessions sessions = new MadeUpSessions(threshold, List.copyOf(events.values()));
        String obstacle = sessions.obstacle();
        if (obstacle != null) {
            return notProved(threshold, obstacle);
        }
        ProofSamples samples = new ProofSamples(threshold, sessions.hasTwoStrata(), sessions.hasBefore());
        try {
            return proved(threshold, sessions, samples);
        } catch (RequestException e) {
            return notProved(threshold, String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        }
    }

    private static ThresholdProof notProved(Threshold threshold, String reason) {
        return new ThresholdProof(
                threshold.name(), threshold.rule().severity().label(), List.of(), false, false, false, reason);
    }

    private ThresholdProof proved(Threshold threshold, MadeUpSessions sessions, ProofSamples samples) {
        List<Case> cases = new ArrayList<>();
        boolean canPass = false;
        boolean canFail = false;
        boolean failsWithoutData = true;
        for (ProofSample sample : samples.list()) {
            CheckResult result = check(threshold, sessions, sample);
            if (result == null) {
                return notProved(threshold, "no export has the cells that would have to be made up");
            }
            Case proved = new Case(
                    sample.name(),
                    sample.counts().sessions(),
                    sample.counts().events(),
                    sample.expected(),
                    worst(result.thresholds().get(0)));
            cases.add(proved);
            boolean fails = result.exit().code() != ExitCode.OK;
            if (proved.expected() == Verdict.INCONCLUSIVE && sample.isWithoutData()) {
                failsWithoutData &= fails;
            }
            canPass |= proved.holds() && proved.expected() == Verdict.PASS && !fails;
            canFail |= proved.holds() && proved.expected() == Verdict.BREACH && fails;
        }
        return new ThresholdProof(
                threshold.name(),
                threshold.rule().severity().label(),
                cases,
                canPass,
                canFail,
                failsWithoutData,
                samples.missing());
    }

    private static Verdict worst(ThresholdResult result) {
        Set<Verdict> verdicts =
                result.verdicts().stream().map(StratumVerdict::verdict).collect(Collectors.toSet());
        return Collections.min(verdicts, (a, b) -> WORST_FIRST.indexOf(a) - WORST_FIRST.indexOf(b));
    }

    /** The gate with this threshold alone, or null where the sessions cannot be read. */
    private @Nullable CheckResult check(Threshold threshold, MadeUpSessions sessions, ProofSample sample) {
        Policy alone = new Policy(policy.file(), policy.confidence(), policy.cluster(), List.of(threshold), null);
        AnalysisOptions analysis = new AnalysisOptions();
        CheckSettings settings = new CheckSettings(analysis, alone);
        DataRequest request = new DataRequest(
                List.of(new InputSource(sessions.source(), null)),
                null,
                null,
                new ReadOptions(mapping(sessions.columns()), null, MadeUpExport.DELIMITER, false, null),
                List.of(),
                List.of(),
                List.of(),
                new PolicyColumns(alone).needs(),
                null,
                null,
                ClusterLevel.NONE,
                RejectionLimit.parse("100%").orElseThrow());
        DataSet data = new DataSetReader(
                        new ByteArrayInputStream(sessions.export(sample).bytes()))
                .read(request);
        if (threshold.metric().kind() != Kind.REJECTED_ROWS && data.rejections().total() > 0) {
            return null;
        }
        RunDescription run =
                new RunDescription("check", request, settings.ofRun(), analysis.reliefAsked(), Among.SORE.label());
        return new Check(data, alone, settings, options, null, NO_LOOKS).result(run, 1);
    }

    private Mapping mapping(Set<String> columns) {
        StringBuilder text = new StringBuilder("[events]\n");
        declared.values().stream()
                .filter(event -> columns.contains(event.name()))
                .forEach(event -> text.append(event.name())
                        .append(" = { column = \"")
                        .append(event.name())
                        .append("\", major = ")
                        .append(event.major())
                        .append(" }\n"));
        return Mapping.parse("made-up mapping", text.toString());
    }
}
