package org.aestat.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say by which columns results are told apart. */
final class StrataOptions {

    private final Choice<List<String>> by = Choice.names(
            "--by",
            "COLUMN",
            "Results for each value of these columns too; 'source' is the file. A name with a comma"
                    + " stands in double quotes.");

    private final Choice<List<String>> stratify = Choice.names(
            "--stratify", "COLUMN", "The test between soreness curves compares within the values of these columns.");

    /** Describes these options, in the order of the help. */
    void describe(CommandSpec command) {
        Choice.describe(command, by, stratify);
    }

    List<String> by() {
        if (by.value().stream().anyMatch(String::isBlank)) {
            throw new UsageException("--by: a column name is blank.");
        }
        return unquoted(by.value());
    }

    List<String> stratify() {
        return unquoted(stratify.value());
    }

    /** Names in double quotes, which may hold commas, without them. */
    private static List<String> unquoted(List<String> names) {
        return names.stream()
                .map(name -> name.length() > 2 && name.startsWith("\"") && name.endsWith("\"")
                        ? name.substring(1, name.length() - 1)
                        : name)
                .toList();
    }
}
