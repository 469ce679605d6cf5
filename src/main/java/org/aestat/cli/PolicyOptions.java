package org.aestat.cli;

import java.nio.file.Path;
import java.util.List;
import org.aestat.csv.InputSource;
import org.aestat.safety.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say which policy holds, and how strictly. */
final class PolicyOptions {

    private final Choice<String> policy = Choice.required("--policy", "FILE", "TOML file with the thresholds.");

    private final Choice<Boolean> failOnWarning = Choice.flag("--fail-on-warning", "Warnings end with exit code 6.");

    private final Choice<Boolean> allowInconclusive = Choice.flag(
            "--allow-inconclusive", "An inconclusive verdict only warns, except where nothing at all was assessed.");

    private final Choice<String> baseline = Choice.text(
            "--baseline",
            "RESULT",
            "Earlier result in JSON, of check, rates or report, that change(rate(EVENT)) compares with.");

    private final Choice<Boolean> proof = Choice.flag(
            "--prove",
            "Takes no file: holds made-up sessions just inside and just outside each threshold against"
                    + " the policy, and shows whether it passes, breaks and stays open where it should.");

    /** Describes these options, in the order of the help. */
    void describe(CommandSpec command) {
        Choice.describe(command, policy, failOnWarning, allowInconclusive, baseline, proof);
    }

    boolean isProof() {
        return proof.value();
    }

    boolean isFailOnWarning() {
        return failOnWarning.value();
    }

    boolean isAllowInconclusive() {
        return allowInconclusive.value();
    }

    /**
     * The policy, read and checked.
     *
     * @param directory the working directory
     * @param events the names of the adverse events that the mapping declares
     */
    Policy policy(Path directory, List<String> events) {
        return new PolicyParser(policy.value(), new SmallFile("--policy", policy.value()).text(directory), events)
                .parse();
    }

    /**
     * The earlier result, null where none is given.
     *
     * @throws UsageException if the policy needs one, or it is no result
     */
    @Nullable
    Baseline baseline(Policy read, Path directory) {
        String file = baseline.given();
        if (file == null) {
            Baseline.refuseMissing(read);
            return null;
        }
        return Baseline.read(file, read, directory);
    }

    /** The policy file as something that must not be overwritten. */
    InputSource source(Path directory) {
        return new InputSource(policy.value(), directory.resolve(policy.value()));
    }
}
