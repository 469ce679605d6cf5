package org.aestat.safety;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.ThresholdResult;
import org.aestat.result.ThresholdResult.Effect;
import org.aestat.result.ThresholdResult.StratumVerdict;
import org.aestat.result.ThresholdResult.Verdict;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.Threshold.Evidence;
import org.aestat.safety.Threshold.Rule;
import org.aestat.safety.Threshold.Severity;
import org.aestat.safety.Threshold.WhenOpen;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether thresholds hold and what that does.
 *
 * @param inconclusiveAllowed whether an open verdict only warns where something was assessed
 */
public record Gate(boolean inconclusiveAllowed) {

    private static final String PATIENT = "patient";

    /**
     * What becomes of a threshold.
     *
     * @param threshold the threshold
     * @param observations what was seen, stratum by stratum; at least one
     */
    public ThresholdResult decide(Threshold threshold, List<Observation> observations) {
        List<Decision> decisions = new ThresholdTest(threshold).decisions(observations);
        List<StratumVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            verdicts.add(verdict(threshold.rule(), observations.get(i), decisions.get(i)));
        }
        Rule rule = threshold.rule();
        return new ThresholdResult(
                threshold.name(),
                threshold.metric().text(),
                threshold.side(),
                threshold.limit(),
                threshold.metric().kind().unit(),
                (threshold.metric().isFact() ? Evidence.POINT : rule.evidence()).label(),
                rule.confidence(),
                cluster(threshold),
                threshold.where().stream()
                        .flatMap(filter -> filter.values().stream().map(value -> filter.column() + "=" + value))
                        .toList(),
                threshold.by(),
                rule.adjust().label(),
                rule.severity().label(),
                rule.inconclusive().label(),
                threshold.lines().start(),
                observations.stream()
                        .filter(observation -> !observation.assessed())
                        .count(),
                verdicts);
    }

    private static @Nullable String cluster(Threshold threshold) {
        Kind kind = threshold.metric().kind();
        return switch (kind.certainty()) {
            case FACT -> null;
            case SESSIONS -> threshold.rule().cluster();
            case PATIENTS -> kind == Kind.PATIENT_RATE ? null : PATIENT;
        };
    }

    private StratumVerdict verdict(Rule rule, Observation observation, Decision decision) {
        return new StratumVerdict(
                observation.stratum(),
                decision.verdict(),
                effect(rule, decision.verdict(), observation.assessed()),
                decision.reason(),
                observation.point().value(),
                observation.point().reason(),
                observation.counts(),
                observation.interval(),
                decision.bound(),
                decision.sessionsNeeded());
    }

    private Effect effect(Rule rule, Verdict verdict, boolean assessed) {
        return switch (verdict) {
            case PASS -> Effect.NONE;
            case BREACH -> failure(rule);
            case INCONCLUSIVE -> assessed ? ofOpen(rule) : ofUnassessed(rule);
        };
    }

    private static Effect failure(Rule rule) {
        return rule.severity() == Severity.ERROR ? Effect.FAIL : Effect.WARN;
    }

    private Effect ofOpen(Rule rule) {
        if (rule.inconclusive() != WhenOpen.FAIL) {
            return rule.inconclusive().effect();
        }
        return inconclusiveAllowed ? Effect.WARN : failure(rule);
    }

    /** Data that hold nothing to assess fail the gate, whatever the defaults and the severity. */
    private static Effect ofUnassessed(Rule rule) {
        return rule.inconclusiveStated() ? rule.inconclusive().effect() : Effect.FAIL;
    }
}
