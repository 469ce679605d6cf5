package org.aestat.coverage;

import java.io.IOException;
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
     * @param args the directory of the tables, the part (rates, rules, correlation, resolution, relief, intervals or all), and the
     *     replicates a cell; without the number those of the committed tables
     */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        String part = args[1];
        Files.createDirectories(directory);
        if (part.equals("rates") || part.equals("all")) {
            int replicates = replicates(args, 50_000);
            List<RateCoverage.Row> rows = rates(RateTable.METHODS, RateCell.all(), replicates, 500);
            write(directory.resolve("rates.csv"), RateTable.csv(rows, replicates, 500, SEED));
            write(directory.resolve("methods.csv"), RateTable.groups(rows, "auto", replicates, SEED));
        }
        if (part.equals("rules") || part.equals("all")) {
            int replicates = replicates(args, 10_000);
            List<RateCoverage.Row> rows = rates(RateTable.RULES, RateCell.all(), replicates, 100);
            write(directory.resolve("rules.csv"), RateTable.groups(rows, "stabilized", replicates, SEED));
        }
        if (part.equals("correlation") || part.equals("all")) {
            int replicates = replicates(args, 50_000);
            List<RateCell> cells = RateCell.all().stream()
                    .filter(cell -> cell.heterogeneity() == RateCell.Heterogeneity.CORRELATION_1)
                    .toList();
            List<RateCoverage.Row> rows = rates(RateTable.FOR_CORRELATION, cells, replicates, 500);
            write(directory.resolve("correlation.csv"), RateTable.csv(rows, replicates, 500, SEED));
        }
        if (part.equals("resolution") || part.equals("all")) {
            write(directory.resolve("resolution.csv"), new ResolutionCoverage(replicates(args, 8_000), SEED).csv());
        }
        if (part.equals("relief") || part.equals("all")) {
            write(directory.resolve("relief.csv"), new ReliefCoverage(replicates(args, 8_000), SEED).csv());
        }
        if (part.equals("intervals") || part.equals("all")) {
            write(
                    directory.resolve("intervals.csv"),
                    new IntervalCoverage(new DiaryBootstrap(), replicates(args, 4_000), SEED).csv());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static int replicates(String[] args, int committed) {
        return args.length > 2 ? Integer.parseInt(args[2]) : committed;
    }

    private static List<RateCoverage.Row> rates(
            List<DesignEffectRule> rules, List<RateCell> cells, int replicates, int widths) {
        RateCoverage coverage = new RateCoverage(rules, replicates, widths, SEED);
        List<RateCoverage.Row> rows = new ArrayList<>();
        for (RateCell cell : cells) {
            rows.addAll(coverage.run(cell));
        }
        return rows;
    }
}
