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
            description = "Results for each value of these columns too; 'source' is the file.")
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
        return by;
    }

    List<String> stratify() {
        return stratify;
    }
}
