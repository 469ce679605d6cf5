package org.aestat.result;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aestat.result.ThresholdResult.StratumVerdict;
import org.jspecify.annotations.Nullable;

/**
 * What a safety gate decided.
 *
 * @param version the version of aestat
 * @param inputs the inputs, in the order given
 * @param patients patients with a used session
 * @param settings the choices made
 * @param policy the policy
 * @param thresholds what became of each threshold, in the order of the policy
 * @param sequential the repeated looks, empty without
 * @param baseline the earlier result that rates are compared with, null without
 * @param exit the exit code
 * @param warnings what the reader has to know
 */
public record CheckResult(
        String version,
        List<InputSummary> inputs,
        long patients,
        RunSettings settings,
        Policy policy,
        List<ThresholdResult> thresholds,
        List<SequentialResult> sequential,
        @Nullable Baseline baseline,
        Exit exit,
        List<Warning> warnings) {

    /** Copies the lists. */
    public CheckResult {
        inputs = List.copyOf(inputs);
        thresholds = List.copyOf(thresholds);
        sequential = List.copyOf(sequential);
        warnings = List.copyOf(warnings);
    }

    /** The rows of all inputs of sessions together. */
    public RowCounts rows() {
        return InputSummary.sessions(inputs);
    }

    /** How many verdicts of each kind there are; those that do not occur are left out. */
    public Map<ThresholdResult.Verdict, Long> tally() {
        Map<ThresholdResult.Verdict, Long> tally = new TreeMap<>();
        for (ThresholdResult threshold : thresholds) {
            for (StratumVerdict verdict : threshold.verdicts()) {
                tally.merge(verdict.verdict(), 1L, Long::sum);
            }
        }
        return tally;
    }

    /**
     * A policy.
     *
     * @param file its name
     * @param sha256 a digest of what it says, whatever its layout and comments
     */
    public record Policy(String file, String sha256) {}

    /**
     * An earlier result.
     *
     * @param file its name
     * @param sha256 of its bytes
     */
    public record Baseline(String file, String sha256) {}

    /**
     * How the command ends.
     *
     * @param code the exit code
     * @param applies all codes above 0 that apply, ascending
     */
    public record Exit(int code, List<Integer> applies) {

        /** Copies the list. */
        public Exit {
            applies = List.copyOf(applies);
        }
    }
}
