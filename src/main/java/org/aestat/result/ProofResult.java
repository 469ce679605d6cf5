package org.aestat.result;

import java.util.List;
import org.aestat.result.ThresholdResult.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a safety gate did with made-up sessions of which the verdict is known.
 *
 * @param version the version of aestat
 * @param policy the policy
 * @param proof what became of each threshold, in the order of the policy
 * @param exit the exit code
 */
public record ProofResult(
        String version, CheckResult.Policy policy, List<ThresholdProof> proof, CheckResult.Exit exit) {

    /** Copies the list. */
    public ProofResult {
        proof = List.copyOf(proof);
    }

    /**
     * What became of one threshold.
     *
     * @param threshold its name
     * @param severity error or warning
     * @param cases the cases, none where nothing could be made up
     * @param canPass whether a case passed as it should
     * @param canFail whether a case broke the threshold as it should, and failed the gate
     * @param failsWithoutData whether the gate failed where nothing was assessed
     * @param notProved why some or all cases are missing, or null
     */
    public record ThresholdProof(
            String threshold,
            String severity,
            List<Case> cases,
            boolean canPass,
            boolean canFail,
            boolean failsWithoutData,
            @Nullable String notProved) {

        /** Copies the list. */
        public ThresholdProof {
            cases = List.copyOf(cases);
        }

        /** Whether every case had the verdict that it should have. */
        public boolean holds() {
            return cases.stream().allMatch(Case::holds);
        }
    }

    /**
     * Made-up sessions.
     *
     * @param name what they are to show
     * @param sessions how many sessions, courses or rows count
     * @param events how many of them have what the metric counts
     * @param expected the verdict that they should have
     * @param verdict the verdict that the gate gave, the worst of all strata
     */
    public record Case(String name, long sessions, long events, Verdict expected, Verdict verdict) {

        /** Whether the two are the same. */
        public boolean holds() {
            return expected == verdict;
        }
    }
}
