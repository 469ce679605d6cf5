package org.aestat.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say by which columns results are told apart. */
final class StrataOptions {

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            split = ",",
            description = "Results for each value of these columns too; 'source' is the file. A name with a comma"
                    + " stands in double quotes.")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--stratify",
            paramLabel = "COLUMN",
            split = ",",
            description = "The test between soreness curves compares within the values of these columns.")
    private List<String> stratify = new ArrayList<>();

    List<String> by() {
        if (by.stream().anyMatch(String::isBlank)) {
            throw new UsageException("--by: a column name is blank.");
        }
        return unquoted(by);
    }

    List<String> stratify() {
        return unquoted(stratify);
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
