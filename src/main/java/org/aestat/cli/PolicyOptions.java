package org.aestat.cli;

import java.nio.file.Path;
import java.util.List;
import org.aestat.csv.InputSource;
import org.aestat.safety.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which policy holds, and how strictly. */
final class PolicyOptions {

    @Option(names = "--policy", paramLabel = "FILE", required = true, description = "TOML file with the thresholds.")
    private String policy = "";

    @Option(names = "--fail-on-warning", description = "Warnings end with exit code 6.")
    private boolean failOnWarning;

    @Option(
            names = "--allow-inconclusive",
            description = "An inconclusive verdict only warns, except where nothing at all was assessed.")
    private boolean allowInconclusive;

    @Option(
            names = "--baseline",
            paramLabel = "RESULT",
            description = "Earlier result in JSON, of check, rates or report, that change(rate(EVENT)) compares with.")
    private @Nullable String baseline;

    @Option(
            names = "--prove",
            description = "Takes no file: holds made-up sessions just inside and just outside each threshold against"
                    + " the policy, and shows whether it passes, breaks and stays open where it should.")
    private boolean proof;

    boolean isProof() {
        return proof;
    }

    boolean isFailOnWarning() {
        return failOnWarning;
    }

    boolean isAllowInconclusive() {
        return allowInconclusive;
    }

    /**
     * The policy, read and checked.
     *
     * @param directory the working directory
     * @param events the names of the adverse events that the mapping declares
     */
    Policy policy(Path directory, List<String> events) {
        return new PolicyParser(policy, new SmallFile("--policy", policy).text(directory), events).parse();
    }

    /**
     * The earlier result, null where none is given.
     *
     * @throws UsageException if the policy needs one, or it is no result
     */
    @Nullable
    Baseline baseline(Policy read, Path directory) {
        if (baseline == null) {
            Baseline.refuseMissing(read);
            return null;
        }
        return Baseline.read(baseline, read, directory);
    }

    /** The policy file as something that must not be overwritten. */
    InputSource source(Path directory) {
        return new InputSource(policy, directory.resolve(policy));
    }
}
