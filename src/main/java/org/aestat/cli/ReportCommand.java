package org.aestat.cli;

import java.util.Set;

/** The whole audit. */
final class ReportCommand extends AnalysisCommand {

    ReportCommand() {
        super(
                "report",
                "The whole audit: what was read, adverse-event rates, verdicts, soreness and relief.",
                "aestat report clinic.csv",
                "aestat report redcap.csv --preset redcap --dictionary redcap-dictionary.csv --by condition");
    }

    @Override
    Set<Analysis> analyses() {
        return Set.of(Analysis.values());
    }
}
