package org.aestat.cli;

import java.util.Set;
import picocli.CommandLine.Command;

/** How many sessions until relief. */
@Command(
        name = "relief",
        description = "How many sessions patients need until relief, by condition.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a defect in aestat",
            "2:a wrong option or mapping, said before any row is read",
            "3:input unreadable, or more rejected rows than allowed"
        },
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
