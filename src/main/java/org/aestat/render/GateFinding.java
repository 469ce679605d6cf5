package org.aestat.render;

import java.util.List;
import org.aestat.result.ThresholdResult.Effect;
import org.aestat.result.ThresholdResult.Verdict;

/**
 * One verdict of a safety gate in words. All texts but the rule and the key are harmless on a terminal and have no line
 * break.
 *
 * @param rule the name of the threshold as it stands in the policy
 * @param threshold the name of the threshold
 * @param stratum the sessions, empty for all
 * @param verdict what the data say
 * @param effect what it does to the gate
 * @param expression what has to hold
 * @param reason why the data say so
 * @param facts the figures behind it, as sentences
 * @param line the line of the policy, from 1
 * @param key what tells this verdict from all others, in any run of the policy
 */
record GateFinding(
        String rule,
        String threshold,
        String stratum,
        Verdict verdict,
        Effect effect,
        String expression,
        String reason,
        List<String> facts,
        int line,
        List<String> key) {

    /** Copies the lists. */
    GateFinding {
        facts = List.copyOf(facts);
        key = List.copyOf(key);
    }

    /** Threshold and stratum, "Bruising below 20 % [site = North]". */
    String title() {
        return stratum.isEmpty() ? threshold : threshold + " [" + stratum + "]";
    }

    /** The verdict in a sentence. */
    String sentence() {
        String verdictInWords =
                switch (verdict) {
                    case PASS -> expression + " holds";
                    case BREACH -> "Breach of " + expression;
                    case INCONCLUSIVE -> "The data cannot decide " + expression;
                };
        return verdictInWords + ": " + reason;
    }

    /** The verdict and the figures behind it, a sentence a line. */
    String details() {
        return facts.isEmpty() ? sentence() : sentence() + "\n" + String.join("\n", facts);
    }

    /** The verdict and what it does to the gate, "breach, warning". */
    String outcome() {
        return switch (effect) {
            case FAIL -> verdict.label() + ", fails";
            case WARN -> verdict.label() + ", warning";
            case NONE -> verdict.label();
        };
    }
}
