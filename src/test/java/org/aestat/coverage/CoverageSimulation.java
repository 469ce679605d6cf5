package org.aestat.coverage;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the tables of docs/coverage. See {@code docs/coverage.md} for what they hold and {@code CONTRIBUTING.md} for
 * the command.
 */
public final class CoverageSimulation {

    private static final long SEED = 20_240_601;

    private CoverageSimulation() {}

    /**
     * Runs one part, or all.
     *
     * @param args the directory of the tables, the part (rates, rules, resolution, relief, intervals or all), and the
     *     replicates a cell; without the number those of the committed tables
     */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        String part = args[1];
        Files.createDirectories(directory);
        if (part.equals("rates") || part.equals("all")) {
            rates(directory.resolve("rates.csv"), RateTable.METHODS, replicates(args, 100_000));
        }
        if (part.equals("rules") || part.equals("all")) {
            rates(directory.resolve("rules.csv"), RateTable.RULES, replicates(args, 40_000));
        }
        if (part.equals("resolution") || part.equals("all")) {
            write(directory.resolve("resolution.csv"), new ResolutionCoverage(replicates(args, 10_000), SEED).csv());
        }
        if (part.equals("relief") || part.equals("all")) {
            write(directory.resolve("relief.csv"), new ReliefCoverage(replicates(args, 20_000), SEED).csv());
        }
        if (part.equals("intervals")) {
            IntervalCoverage.Bootstrap bootstrap = (patients, times, level, seed) -> {
                throw new UnsupportedOperationException("the bootstrap of interval records is not written yet");
            };
            write(
                    directory.resolve("intervals.csv"),
                    new IntervalCoverage(bootstrap, replicates(args, 500), SEED).csv());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static int replicates(String[] args, int committed) {
        return args.length > 2 ? Integer.parseInt(args[2]) : committed;
    }

    private static void rates(Path file, List<DesignEffectRule> rules, int replicates) throws IOException {
        int widthEvery = Math.max(1, replicates / RateCoverage.REPLICATES_A_BLOCK / 80);
        RateCoverage coverage = new RateCoverage(rules, replicates, widthEvery, SEED);
        List<RateCoverage.Row> rows = new ArrayList<>();
        for (RateCell cell : RateCell.all()) {
            rows.addAll(coverage.run(cell));
        }
        write(file, RateTable.csv(rows, replicates, widthEvery, SEED));
        out().println(RateTable.summary(rows));
    }

    private static PrintStream out() {
        return System.out;
    }
}
