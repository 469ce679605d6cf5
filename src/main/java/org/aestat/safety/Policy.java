package org.aestat.safety;

import java.util.ArrayList;
import java.util.List;
import org.aestat.safety.Threshold.Filter;
import org.aestat.safety.Threshold.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds of a clinic.
 *
 * @param file the name of the policy file
 * @param confidence the level of thresholds that state none
 * @param cluster what sessions are clustered by where a threshold does not say
 * @param thresholds the thresholds, at least one, in the order of the file
 * @param sequential what is watched as data grow, or null
 */
public record Policy(
        String file,
        double confidence,
        String cluster,
        List<Threshold> thresholds,
        @Nullable Surveillance sequential) {

    /** Copies the list. */
    public Policy {
        thresholds = List.copyOf(thresholds);
    }

    /**
     * The SHA-256, in hexadecimal, of what the policy says: every threshold with everything that holds for it, whatever
     * stands in defaults, comments or spaces.
     */
    public String sha256() {
        List<String> parts = new ArrayList<>();
        thresholds.forEach(threshold -> parts.addAll(said(threshold)));
        if (sequential != null) {
            parts.addAll(sequential.said());
        }
        return Surveillance.digest(parts);
    }

    private static List<String> said(Threshold threshold) {
        Rule rule = threshold.rule();
        List<String> parts = new ArrayList<>(List.of(
                threshold.name(),
                threshold.metric().text(),
                threshold.side().label(),
                Double.toString(threshold.limit()),
                rule.evidence().label(),
                Double.toString(rule.confidence()),
                rule.cluster(),
                rule.adjust().label(),
                rule.severity().label(),
                rule.inconclusive().label(),
                Boolean.toString(rule.inconclusiveStated())));
        for (Filter filter : threshold.where()) {
            parts.add("where " + filter.column());
            parts.addAll(filter.values());
        }
        parts.add("by");
        parts.addAll(threshold.by());
        parts.add("end");
        return parts;
    }
}
