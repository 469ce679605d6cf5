package org.aestat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aestat.pipeline.DataSet;
import org.aestat.render.StoredJsonException;
import org.aestat.render.StoredResult;
import org.aestat.result.EarlierResult;
import org.aestat.result.InputSummary;
import org.aestat.result.Warning;
import org.aestat.safety.Policy;
import org.aestat.safety.Threshold.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Results of earlier runs, as far as this one comes across them: the baseline, and what an output will replace.
 *
 * @param baseline the earlier result that rates are compared with, or null
 * @param replaced the earlier results that outputs will replace
 */
record EarlierLooks(@Nullable Baseline baseline, List<EarlierResult> replaced) {

    private static final long LARGEST = 1 << 24;

    /** Reads what outputs will replace; a file that is no result of aestat is none of ours. */
    static EarlierLooks of(@Nullable Baseline baseline, List<Path> outputs) {
        List<EarlierResult> replaced = outputs.stream()
                .map(EarlierLooks::read)
                .filter(Objects::nonNull)
                .toList();
        return new EarlierLooks(baseline, replaced);
    }

    private static @Nullable EarlierResult read(Path output) {
        try {
            return Files.isRegularFile(output) && Files.size(output) <= LARGEST
                    ? StoredResult.read(Files.readString(output, StandardCharsets.UTF_8))
                    : null;
        } catch (IOException | StoredJsonException e) {
            return null;
        }
    }

    /** What the reader has to know of them. */
    List<Warning> warnings(Policy policy, DataSet data) {
        List<Warning> warnings = new ArrayList<>();
        Set<String> inputs = data.inputs().stream().map(InputSummary::sha256).collect(Collectors.toSet());
        boolean same = InputSummary.ofSessions(data.inputs()).stream()
                .anyMatch(
                        input -> baseline != null && baseline.earlier().inputs().contains(input.sha256()));
        if (same) {
            warnings.add(new Warning(
                    "baseline-same-data",
                    "The earlier result has an input of this run: a change between the two is none in the clinic."));
        }
        boolean bounded = policy.thresholds().stream()
                .anyMatch(threshold ->
                        !threshold.metric().isFact() && threshold.rule().evidence() != Evidence.POINT);
        if (policy.sequential() == null && bounded) {
            List<EarlierResult> all = new ArrayList<>(replaced);
            if (baseline != null) {
                all.add(baseline.earlier());
            }
            all.stream()
                    .filter(earlier -> policy.sha256().equals(earlier.policySha256())
                            && !earlier.inputs().equals(inputs)
                            && earlier.sessions() <= data.rows().used())
                    .mapToLong(EarlierResult::sessions)
                    .max()
                    .ifPresent(sessions -> warnings.add(repeated(sessions)));
        }
        return warnings;
    }

    private static Warning repeated(long sessions) {
        return new Warning(
                "repeated-look",
                "This policy was already held against " + sessions + (sessions == 1 ? " session" : " sessions")
                        + ": whoever looks again and again while the data grow is wrong more often than the level of a"
                        + " verdict says. [sequential] in the policy is made for that.");
    }
}
