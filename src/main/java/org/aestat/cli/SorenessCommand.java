package org.aestat.cli;

import java.util.Set;
import picocli.CommandLine.Command;

/** How long soreness lasts. */
@Command(
        name = "soreness",
        description = "How long soreness lasts: resolution curves.",
        footer = {
            "",
            "Examples:",
            "  aestat soreness clinic.csv",
            "  aestat soreness clinic.csv --by muscle_depth --among all --format json"
        })
final class SorenessCommand extends AnalysisCommand {

    @Override
    Set<Analysis> analyses() {
        return Set.of(Analysis.SORENESS);
    }
}
