package org.aestat.cli;

import org.aestat.analysis.ClusterLevel;
import picocli.CommandLine.Model.CommandSpec;

/** The options that change what figures mean; a policy says the same for a gate. */
final class LevelOptions {

    private final Choice<Double> confidence = Choice.of(
            "--confidence",
            "LEVEL",
            0.95,
            "0.95",
            new OptionValues.OfConfidence(),
            "Level of two-sided intervals and one-sided verdicts (default: 0.95).");

    private final Choice<ClusterLevel> cluster = Choice.of(
            "--cluster",
            "LEVEL",
            ClusterLevel.PATIENT,
            "patient",
            new OptionValues.OfCluster(),
            "What makes sessions alike for the intervals of rates: patient, therapist, site, none,"
                    + " or two joined by a comma (default: patient).");

    private final Choice<Among> among = Choice.of(
            "--among",
            "WHOM",
            Among.SORE,
            "sore",
            new OptionValues.OfAmong(),
            "Whose soreness the curve describes: sore, or all with those never sore at hour 0 (default:" + " sore).");

    /** Describes these options, in the order of the help. */
    void describe(CommandSpec command) {
        Choice.describe(command, confidence, cluster, among);
    }

    double confidence() {
        return confidence.value();
    }

    ClusterLevel cluster() {
        return cluster.value();
    }

    Among among() {
        return among.value();
    }
}
