package org.aestat.cli;

import java.util.Set;
import picocli.CommandLine.Command;

/** How long soreness lasts. */
@Command(
        name = "soreness",
        description = "How long soreness lasts: resolution curves.",
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
            "  aestat soreness clinic.csv",
            "  aestat soreness clinic.csv --by muscle_depth --among all --format json"
        })
final class SorenessCommand extends AnalysisCommand {

    @Override
    Set<Analysis> analyses() {
        return Set.of(Analysis.SORENESS);
    }
}
