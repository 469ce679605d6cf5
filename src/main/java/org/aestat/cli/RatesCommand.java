package org.aestat.cli;

import java.util.Set;

/** How often each adverse event happens. */
final class RatesCommand extends AnalysisCommand {

    RatesCommand() {
        super(
                "rates",
                "How often each adverse event happens, with intervals and verdicts.",
                "aestat rates clinic.csv --by technique",
                "aestat rates clinic.csv --events events.csv --cluster therapist --format json");
    }

    @Override
    Set<Analysis> analyses() {
        return Set.of(Analysis.RATES);
    }
}
