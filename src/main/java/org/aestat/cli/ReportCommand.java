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
            "  aestat report redcap.csv --preset redcap --dictionary redcap-dictionary.csv --by condition"
        })
final class ReportCommand extends AnalysisCommand {

    @Override
    Set<Analysis> analyses() {
        return Set.of(Analysis.values());
    }
}
