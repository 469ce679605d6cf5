package org.aestat.cli;

import java.util.Set;
import picocli.CommandLine.Command;

/** How many sessions until relief. */
@Command(
        name = "relief",
        description = "How many sessions patients need until relief, by condition.",
        footer = {
            "",
            "Examples:",
            "  aestat relief clinic.csv",
            "  aestat relief clinic.csv --by chronicity --relief 'pain -50%%'"
        })
final class ReliefCommand extends AnalysisCommand {

    @Override
    Set<Analysis> analyses() {
        return Set.of(Analysis.RELIEF);
    }
}
