package org.aestat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aestat.result.CheckResult.Exit;
import org.aestat.result.SequentialResult;
import org.aestat.result.ThresholdResult;
import org.aestat.result.ThresholdResult.Effect;
import org.aestat.result.ThresholdResult.StratumVerdict;
import org.aestat.result.ThresholdResult.Verdict;

/** How a gate ends. */
final class CheckExit {

    private CheckExit() {}

    /**
     * The exit code: the lowest that applies.
     *
     * @param thresholds what became of the thresholds
     * @param sequential what became of the repeated looks
     * @param failOnWarning whether warnings have a code
     */
    static Exit of(List<ThresholdResult> thresholds, List<SequentialResult> sequential, boolean failOnWarning) {
        TreeSet<Integer> codes = new TreeSet<>();
        for (ThresholdResult threshold : thresholds) {
            for (StratumVerdict verdict : threshold.verdicts()) {
                add(codes, verdict.effect(), verdict.verdict() == Verdict.BREACH, failOnWarning);
            }
        }
        for (SequentialResult look : sequential) {
            add(codes, look.effect(), look.signal(), failOnWarning);
        }
        return new Exit(codes.isEmpty() ? ExitCode.OK : codes.first(), new ArrayList<>(codes));
    }

    private static void add(Set<Integer> codes, Effect effect, boolean broken, boolean failOnWarning) {
        if (effect == Effect.FAIL) {
            codes.add(broken ? ExitCode.BREACH : ExitCode.INCONCLUSIVE);
        } else if (effect == Effect.WARN && failOnWarning) {
            codes.add(ExitCode.WARNED);
        }
    }
}
