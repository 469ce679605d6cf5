package org.aestat.cli;

import java.util.Set;
import picocli.CommandLine.Command;

/** The whole audit. */
@Command(
        name = "report",
        description = "The whole audit: what was read, adverse-event rates, verdicts, soreness and relief.",
        footer = {
            "",
            "Examples:",
            "  aestat report clinic.csv",
            "  aestat report 2024.csv 2025.csv.gz --by condition --from 2024-07-01"
        })
final class ReportCommand extends AnalysisCommand {

    @Override
    Set<Analysis> analyses() {
        return Set.of(Analysis.values());
    }
}
