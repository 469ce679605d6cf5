package org.aestat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aestat.analysis.SessionFacts;
import org.aestat.pipeline.ColumnNeed;
import org.aestat.pipeline.ColumnNeed.Use;
import org.aestat.safety.Metric;
import org.aestat.safety.Metric.Certainty;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.Policy;
import org.aestat.safety.Threshold;
import org.aestat.safety.Threshold.Filter;
import org.aestat.session.AdverseEvent;

/**
 * The columns that a policy needs.
 *
 * @param policy the policy
 */
record PolicyColumns(Policy policy) {

    /** The name under which soreness is asked for, whatever its columns. */
    private static final String SORENESS = "soreness";

    private static final Set<String> COMPOSITES = Set.of("any", "any_minor", "any_major");

    List<ColumnNeed> needs() {
        List<ColumnNeed> needs = new ArrayList<>();
        for (Threshold threshold : policy.thresholds()) {
            threshold
                    .by()
                    .forEach(column ->
                            needs.add(new ColumnNeed(place(threshold.lines().by()), column, Use.VALUES)));
            threshold
                    .where()
                    .forEach(filter ->
                            needs.add(new ColumnNeed(place(threshold.lines().where()), filter.column(), Use.VALUES)));
            ofClusters(threshold, needs);
            ofMetric(threshold, needs);
        }
        return needs;
    }

    private String place(int line) {
        return policy.file() + ", line " + line;
    }

    private void ofClusters(Threshold threshold, List<ColumnNeed> needs) {
        String cluster = threshold.rule().cluster();
        if (threshold.metric().kind().certainty() == Certainty.SESSIONS && !cluster.equals("none")) {
            for (String level : cluster.split(",", -1)) {
                if (!level.equals("patient")) {
                    needs.add(new ColumnNeed(place(threshold.lines().cluster()), level, Use.PRESENT));
                }
            }
        }
    }

    private void ofMetric(Threshold threshold, List<ColumnNeed> needs) {
        Metric metric = threshold.metric();
        String place = place(threshold.lines().metric());
        if (metric.kind() == Kind.CONTRAINDICATED) {
            SessionFacts.CONTRAINDICATIONS.forEach(
                    column -> needs.add(new ColumnNeed(place, column, Use.VALUES_IF_ANY)));
        } else if (metric.kind() == Kind.NOT_RECORDED && !isWithoutColumn(metric.argument())) {
            needs.add(new ColumnNeed(place, metric.argument(), Use.VALUES_OF_KNOWN));
        }
    }

    /** Whether the sessions tell it without the values of a column: soreness in any form, and adverse events. */
    private static boolean isWithoutColumn(String name) {
        return name.equals(SORENESS)
                || COMPOSITES.contains(name)
                || AdverseEvent.CANONICAL.stream()
                        .anyMatch(event -> event.name().equals(name));
    }

    /** The threshold with the names that its columns have in the table. */
    static Threshold resolved(Threshold threshold, Map<String, String> names) {
        return threshold.withColumns(
                threshold.where().stream()
                        .map(filter ->
                                new Filter(names.getOrDefault(filter.column(), filter.column()), filter.values()))
                        .toList(),
                threshold.by().stream()
                        .map(column -> names.getOrDefault(column, column))
                        .distinct()
                        .toList());
    }
}
