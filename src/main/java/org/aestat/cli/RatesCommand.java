package org.aestat.cli;

import java.util.Set;
import picocli.CommandLine.Command;

/** How often each adverse event happens. */
@Command(
        name = "rates",
        description = "How often each adverse event happens, with intervals and verdicts.",
        footer = {
            "",
            "Examples:",
            "  aestat rates clinic.csv --by technique",
            "  aestat rates clinic.csv --events events.csv --cluster therapist --format json"
        })
final class RatesCommand extends AnalysisCommand {

    @Override
    Set<Analysis> analyses() {
        return Set.of(Analysis.RATES);
    }
}
