package org.aestat.cli;

import java.util.Set;

/** How many sessions until relief. */
final class ReliefCommand extends AnalysisCommand {

    ReliefCommand() {
        super(
                "relief",
                "How many sessions patients need until relief, by condition.",
                "aestat relief clinic.csv",
                "aestat relief clinic.csv --by chronicity --relief 'pain -50%%'");
    }

    @Override
    Set<Analysis> analyses() {
        return Set.of(Analysis.RELIEF);
    }
}
