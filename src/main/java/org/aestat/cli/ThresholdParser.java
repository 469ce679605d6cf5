package org.aestat.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.aestat.csv.TomlSection;
import org.aestat.result.ThresholdResult.Side;
import org.aestat.safety.Metric;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.Threshold;
import org.aestat.safety.Threshold.Filter;
import org.aestat.safety.Threshold.Lines;
import org.aestat.safety.Threshold.Rule;

/**
 * Reads one threshold of a policy.
 *
 * @param section the threshold
 * @param incomplete makes the exception for something that the threshold lacks
 * @param line the line at which it begins
 * @param rules reads what it asks of the data
 * @param metrics reads its metric
 */
record ThresholdParser(
        TomlSection section,
        Function<String, RuntimeException> incomplete,
        int line,
        RuleParser rules,
        MetricParser metrics) {

    private static final List<String> KEYS = List.of(
            "name",
            "metric",
            "below",
            "above",
            "evidence",
            "by",
            "where",
            "severity",
            "inconclusive",
            "confidence",
            "cluster",
            "adjust");

    Threshold parse() {
        section.allowOnly(KEYS);
        for (String key : List.of("name", "metric")) {
            if (!section.has(key)) {
                throw incomplete.apply("the threshold has no '" + key + "'.");
            }
        }
        String name = section.text("name").strip();
        Metric metric = metrics.of(section);
        Side side = side();
        double limit = new LimitParser(section, side, metric, name).parse();
        Rule rule = rules.of(section, metric, incomplete);
        if (metric.kind() == Kind.REJECTED_ROWS) {
            refuseSelection(metric);
        }
        return new Threshold(name, metric, side, limit, rule, where(), by(), lines());
    }

    private Side side() {
        boolean below = section.has("below");
        boolean above = section.has("above");
        if (below && above) {
            throw section.at(
                    section.line("below") > section.line("above") ? "below" : "above",
                    "the threshold has 'below' and 'above'; expected one of them.");
        }
        if (!below && !above) {
            throw incomplete.apply("the threshold has no limit; expected 'below' or 'above'.");
        }
        return below ? Side.BELOW : Side.ABOVE;
    }

    private void refuseSelection(Metric metric) {
        for (String key : List.of("where", "by")) {
            if (section.has(key)) {
                throw section.at(
                        key, metric.text() + " counts rows that could not be read; '" + key + "' needs sessions.");
            }
        }
    }

    private List<String> by() {
        if (!section.has("by")) {
            return List.of();
        }
        List<String> columns = section.isText("by") ? List.of(section.text("by")) : section.texts("by");
        return List.copyOf(new LinkedHashSet<>(columns));
    }

    private List<Filter> where() {
        if (!section.has("where")) {
            return List.of();
        }
        TomlSection where = section.section("where");
        if (where.keys().isEmpty()) {
            throw section.at("where", "expected a column and its value, such as where = { technique = \"deep\" }.");
        }
        List<Filter> filters = new ArrayList<>();
        for (String column : where.keys()) {
            filters.add(new Filter(
                    column,
                    (where.isList(column) ? where.texts(column) : List.of(where.cell(column)))
                            .stream().map(String::strip).toList()));
        }
        return filters;
    }

    private Lines lines() {
        return new Lines(
                line,
                section.line("metric"),
                section.has("where") ? section.line("where") : line,
                section.has("by") ? section.line("by") : line,
                section.has("cluster") ? section.line("cluster") : line);
    }
}
