package org.aestat.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.aestat.coverage.Claims.Claim;
import org.aestat.coverage.RateCell.Heterogeneity;
import org.aestat.coverage.RateCoverage.Row;

/** The tables of rates: every cell as CSV, and the worst of them as Markdown. */
final class RateTable {

    static final List<DesignEffectRule> METHODS = List.of(
            DesignEffectRule.CLOPPER_PEARSON,
            DesignEffectRule.WILSON,
            DesignEffectRule.KORN_GRAUBARD,
            DesignEffectRule.AUTO);

    static final List<DesignEffectRule> RULES = rules();

    /** What could be done about an intraclass correlation of .1 at rare events. */
    static final List<DesignEffectRule> FOR_CORRELATION = List.of(
            DesignEffectRule.AUTO,
            rule(2, 8, 0, false),
            rule(2.2, 8, 0, false),
            rule(1.5, 4, .05, false),
            rule(1.5, 8, .05, false));

    private static final double LEAST_975 = 0.970;
    private static final double LEAST_95 = 0.945;

    private RateTable() {}

    private static List<DesignEffectRule> rules() {
        List<DesignEffectRule> rules = new ArrayList<>(List.of(DesignEffectRule.STABILIZED));
        for (double floor : new double[] {0, .02, .05, .1}) {
            for (double weight : new double[] {4, 8}) {
                rules.add(rule(1.5, weight, floor, false));
            }
        }
        rules.add(rule(1.5, 8, 0, true));
        rules.add(rule(1.5, 8, .05, true));
        rules.add(rule(2, 8, 0, false));
        rules.add(rule(2, 8, .1, false));
        rules.add(rule(2.2, 8, 0, false));
        return rules;
    }

    /** The stabilized rule with other numbers; optionally never below the estimated design effect. */
    private static DesignEffectRule rule(double deviation, double weight, double floor, boolean atLeastEstimated) {
        String label = String.format(
                Locale.ROOT,
                "sd %s weight %.0f correlation %s%s",
                deviation,
                weight,
                floor,
                atLeastEstimated ? " at least estimated" : "");
        return new DesignEffectRule(label, null, true, sample -> {
            double effect = DesignEffectRule.stabilized(sample, deviation, weight, floor);
            return atLeastEstimated && sample.designEffect() > effect ? sample.designEffect() : effect;
        });
    }

    static String csv(List<Row> rows, int replicates, int widths, long seed) {
        StringBuilder text = new StringBuilder();
        text.append("# Coverage of one-sided limits of rates; docs/coverage.md says what the columns are.\n");
        text.append("# ").append(replicates).append(" replicates a cell, seed ").append(seed);
        text.append(", widths from ")
                .append(widths)
                .append(" of them. Without a row of its own, stabilized: its figures");
        text.append(
                " are those of auto.\nsessions,patients_differ,rate,expected,n,patients,method,lower975,upper975,error975,");
        text.append("lower95,upper95,error95,below_0.8,below_1,below_1.25,above_0.8,above_1,above_1.25,width95\n");
        for (Row row : rows) {
            text.append(row.cell().name());
            text.append(',').append(row.cell().trials());
            text.append(',').append(String.format(Locale.ROOT, "%.1f", row.patients()));
            text.append(',').append(row.method());
            share(text, row.lower975());
            share(text, row.upper975());
            share(text, row.error975());
            share(text, row.lower95());
            share(text, row.upper95());
            share(text, row.error95());
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

    /**
     * The worst of each group of cells: by method, how patients differ, and sessions a patient.
     *
     * @param reference the method in whose widths the others' are given
     */
    static String groups(List<Row> rows, String reference, int replicates, long seed) {
        Map<RateCell, Row> references = rows.stream()
                .filter(row -> row.method().equals(reference))
                .collect(Collectors.toMap(Row::cell, Function.identity()));
        StringBuilder text = new StringBuilder();
        text.append("# Coverage of one-sided limits of rates by groups of cells; docs/coverage.md says what the ");
        text.append("columns are.\n# ")
                .append(replicates)
                .append(" replicates a cell, seed ")
                .append(seed);
        text.append(".\nmethod,patients_differ,sessions,cells,worst975,worst95,error975,error95,");
        text.append("short975,short95,surely_short,width\n");
        for (String method : rows.stream().map(Row::method).distinct().toList()) {
            for (Heterogeneity heterogeneity : Heterogeneity.values()) {
                for (SessionsPerPatient sessions : SessionsPerPatient.values()) {
                    List<Row> group = rows.stream()
                            .filter(row -> row.method().equals(method)
                                    && row.cell().heterogeneity() == heterogeneity
                                    && row.cell().sessions() == sessions)
                            .toList();
                    text.append(String.join(",", method, heterogeneity.label(), sessions.label()));
                    text.append(group(group, references)).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String group(List<Row> group, Map<RateCell, Row> references) {
        return String.format(
                Locale.ROOT,
                ",%d,%.4f,%.4f,%.4f,%.4f,%d,%d,%d,%.3f",
                group.size(),
                least(group, Row::worst975),
                least(group, Row::worst95),
                greatest(group, Row::error975),
                greatest(group, Row::error95),
                count(group, row -> row.worst975() < LEAST_975),
                count(group, row -> row.worst95() < LEAST_95),
                count(
                        group,
                        row -> row.worst975() < LEAST_975 - 3 * row.error975()
                                || row.worst95() < LEAST_95 - 3 * row.error95()),
                group.stream()
                        .mapToDouble(
                                row -> row.width() / references.get(row.cell()).width())
                        .average()
                        .orElseThrow());
    }

    private static double least(List<Row> rows, ToDoubleFunction<Row> figure) {
        return rows.stream().mapToDouble(figure).min().orElseThrow();
    }

    private static double greatest(List<Row> rows, ToDoubleFunction<Row> figure) {
        return rows.stream().mapToDouble(figure).max().orElseThrow();
    }

    private static long count(List<Row> rows, Predicate<Row> condition) {
        return rows.stream().filter(condition).count();
    }
}
