package org.aestat.cli;

import java.util.Set;

/** How long soreness lasts. */
final class SorenessCommand extends AnalysisCommand {

    SorenessCommand() {
        super(
                "soreness",
                "How long soreness lasts: resolution curves.",
                "aestat soreness clinic.csv",
                "aestat soreness clinic.csv --by muscle_depth --among all --format json");
    }

    @Override
    Set<Analysis> analyses() {
        return Set.of(Analysis.SORENESS);
    }
}
