package org.aestat.coverage;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.aestat.coverage.Claims.Claim;
import org.aestat.coverage.RateCell.Heterogeneity;
import org.aestat.coverage.RateCoverage.Row;

/** The tables of rates: every cell as CSV, and the worst of them as Markdown. */
final class RateTable {

    static final List<DesignEffectRule> METHODS = List.of(
            DesignEffectRule.CLOPPER_PEARSON,
            DesignEffectRule.WILSON,
            DesignEffectRule.KORN_GRAUBARD,
            DesignEffectRule.STABILIZED,
            DesignEffectRule.AUTO);

    static final List<DesignEffectRule> RULES = rules();

    private static final double MOST_BELOW_975 = 0.970;
    private static final double MOST_BELOW_95 = 0.945;

    private RateTable() {}

    private static List<DesignEffectRule> rules() {
        List<DesignEffectRule> rules = new ArrayList<>(List.of(DesignEffectRule.STABILIZED));
        for (boolean least : new boolean[] {false, true}) {
            for (double sd : new double[] {1.5, 2}) {
                for (double weight : new double[] {4, 8}) {
                    for (double floor : new double[] {0, .02, .05, .1}) {
                        rules.add(new DesignEffectRule(
                                (least ? "max " : "") + "sd " + sd + " weight " + (int) weight + " floor " + floor,
                                null,
                                true,
                                sample -> {
                                    double d = DesignEffectRule.stabilized(sample, sd, weight, floor);
                                    return least && sample.designEffect() > d ? sample.designEffect() : d;
                                }));
                    }
                }
            }
        }
        return rules;
    }

    static String csv(List<Row> rows, int replicates, int widthEvery, long seed) {
        StringBuilder text = new StringBuilder();
        text.append("# Coverage of one-sided limits of rates; docs/coverage.md says what the columns are.\n");
        text.append("# ").append(replicates).append(" replicates a cell, seed ").append(seed);
        text.append(", widths from one replicate in ").append(widthEvery * RateCoverage.REPLICATES_A_BLOCK);
        text.append(".\nsessions,patients_differ,rate,expected,n,patients,method,lower975,upper975,error975,");
        text.append("lower95,upper95,error95,below_0.8,below_1,below_1.25,above_0.8,above_1,above_1.25,width95\n");
        for (Row row : rows) {
            text.append(row.cell().sessions().label());
            text.append(',').append(row.cell().heterogeneity().label());
            text.append(',').append(row.cell().rate());
            text.append(',').append(row.cell().expected());
            text.append(',').append(row.cell().trials());
            text.append(',').append(String.format(Locale.ROOT, "%.1f", row.patients()));
            text.append(',').append(row.method());
            share(text, row.lower975());
            share(text, row.upper975());
            share(text, Math.max(row.error(Claim.LOWER_975), row.error(Claim.UPPER_975)));
            share(text, row.lower95());
            share(text, row.upper95());
            share(text, Math.max(row.error(Claim.LOWER_95), row.error(Claim.UPPER_95)));
            share(text, row.share(Claim.BELOW_LESS));
            share(text, row.share(Claim.UPPER_95));
            share(text, row.share(Claim.BELOW_MORE));
            share(text, row.share(Claim.ABOVE_LESS));
            share(text, row.share(Claim.LOWER_95));
            share(text, row.share(Claim.ABOVE_MORE));
            text.append(',').append(String.format(Locale.ROOT, "%.4g", row.width()));
            text.append('\n');
        }
        return text.toString();
    }

    private static void share(StringBuilder text, double value) {
        text.append(String.format(Locale.ROOT, ",%.4f", value));
    }

    /** The worst cell of each method by how patients differ. */
    static String summary(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        text.append("| method | patients differ | sessions | cells | worst 97.5 | worst 95 | below 97.0 | below 94.5"
                + " | width |\n|---|---|---|---:|---:|---:|---:|---:|---:|\n");
        for (String method : rows.stream().map(Row::method).distinct().collect(toList())) {
            for (Heterogeneity heterogeneity : Heterogeneity.values()) {
                for (SessionsPerPatient sessions : SessionsPerPatient.values()) {
                    List<Row> some = rows.stream()
                            .filter(row -> row.method().equals(method)
                                    && row.cell().heterogeneity() == heterogeneity
                                    && row.cell().sessions() == sessions)
                            .collect(toList());
                    text.append(String.format(
                            Locale.ROOT,
                            "| %s | %s | %s | %d | %.2f | %.2f | %d | %d | %.3f |%n",
                            method,
                            heterogeneity.label(),
                            sessions.label(),
                            some.size(),
                            100 * least(some, Row::worst975),
                            100 * least(some, Row::worst95),
                            count(some, Row::worst975, MOST_BELOW_975),
                            count(some, Row::worst95, MOST_BELOW_95),
                            width(some)));
                }
            }
        }
        return text.toString();
    }

    private static double least(List<Row> rows, ToDoubleFunction<Row> figure) {
        return rows.stream().mapToDouble(figure).min().orElseThrow();
    }

    private static long count(List<Row> rows, ToDoubleFunction<Row> figure, double least) {
        return rows.stream().filter(row -> figure.applyAsDouble(row) < least).count();
    }

    /** The mean of widths, each in units of the rate. */
    private static double width(List<Row> rows) {
        return rows.stream()
                .mapToDouble(row -> row.width() / row.cell().rate())
                .average()
                .orElseThrow();
    }
}
