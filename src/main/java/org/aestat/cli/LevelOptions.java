package org.aestat.cli;

import org.aestat.analysis.ClusterLevel;
import picocli.CommandLine.Option;

/** The options that change what figures mean; a policy says the same for a gate. */
final class LevelOptions {

    @Option(
            names = "--confidence",
            paramLabel = "LEVEL",
            defaultValue = "0.95",
            converter = OptionValues.OfConfidence.class,
            description = "Level of two-sided intervals and one-sided verdicts (default: 0.95).")
    private Double confidence = 0.95;

    @Option(
            names = "--cluster",
            paramLabel = "LEVEL",
            defaultValue = "patient",
            converter = OptionValues.OfCluster.class,
            description = "What makes sessions alike for the intervals of rates: patient, therapist, site, none,"
                    + " or two joined by a comma (default: patient).")
    private ClusterLevel cluster = ClusterLevel.PATIENT;

    @Option(
            names = "--among",
            paramLabel = "WHOM",
            defaultValue = "sore",
            converter = OptionValues.OfAmong.class,
            description = "Whose soreness the curve describes: sore, or all with those never sore at hour 0 (default:"
                    + " sore).")
    private Among among = Among.SORE;

    double confidence() {
        return confidence;
    }

    ClusterLevel cluster() {
        return cluster;
    }

    Among among() {
        return among;
    }
}
