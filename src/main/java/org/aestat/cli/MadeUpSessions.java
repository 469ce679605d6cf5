package org.aestat.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aestat.csv.ExampleCell;
import org.aestat.result.ThresholdResult.Side;
import org.aestat.safety.Metric.Certainty;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.SwitchPoints.Counts;
import org.aestat.safety.Threshold;
import org.aestat.safety.Threshold.Filter;
import org.aestat.session.AdverseEvent;
import org.jspecify.annotations.Nullable;

/** Exports of independent sessions, one a patient, that a threshold selects, beside some that it must not select. */
final class MadeUpSessions {

    private static final String SOURCE = "source";
    private static final String NUMBER = "session_number";
    private static final String DATE = "session_date";
    private static final int OUTSIDE = 25;

    private final Threshold threshold;
    private final MadeUpMetric metric;
    private final Map<String, String> usual = new LinkedHashMap<>();
    private final Set<String> selecting = new LinkedHashSet<>();
    private final List<String> clusters = new ArrayList<>();
    private final Map<String, String> second = new HashMap<>();
    private final Map<String, String> outside = new HashMap<>();
    private String source = "made-up sessions";

    /**
     * Exports for a threshold.
     *
     * @param threshold the threshold
     * @param events the adverse events that there are
     */
    MadeUpSessions(Threshold threshold, List<AdverseEvent> events) {
        this.threshold = threshold;
        threshold.where().forEach(filter -> selecting.add(filter.column()));
        selecting.addAll(threshold.by());
        metric = new MadeUpMetric(threshold, events, selecting);
        if (threshold.metric().kind().certainty() == Certainty.SESSIONS) {
            for (String level : threshold.rule().cluster().split(",", -1)) {
                if (level.equals("therapist") || level.equals("site")) {
                    clusters.add(level);
                }
            }
        }
        usual.put(NUMBER, "1");
        if (!metric.columns().contains(NUMBER)) {
            usual.put(DATE, ExampleCell.of(DATE));
        }
        metric.columns().forEach(column -> usual.putIfAbsent(column, ""));
        threshold.where().forEach(this::select);
        threshold.by().forEach(this::divide);
    }

    private void select(Filter filter) {
        String column = filter.column();
        List<String> values = filter.values();
        if (column.equals(SOURCE)) {
            source = values.get(0);
            return;
        }
        usual.put(column, values.get(0));
        String other = values.contains("") ? ExampleCell.of(column) : "";
        if (!values.contains(other)) {
            outside.putIfAbsent(column, other);
        }
        if (values.size() > 1 && threshold.by().contains(column)) {
            second.put(column, values.get(1));
        }
    }

    private void divide(String column) {
        if (!column.equals(SOURCE) && !usual.containsKey(column)) {
            usual.put(column, ExampleCell.of(column));
            second.put(column, "");
        }
    }

    /** Why no sessions can be made up, or null. */
    @Nullable
    String obstacle() {
        for (String column : selecting) {
            if (metric.columns().contains(column) || column.equals(MadeUpExport.PATIENT)) {
                return "the threshold selects by " + column + ", which it also measures";
            }
            if (clusters.contains(column)) {
                return "sessions of one " + column + " are one cluster, so none are independent";
            }
        }
        return metric.obstacle();
    }

    /** Whether there can be two strata. */
    boolean hasTwoStrata() {
        return !second.isEmpty();
    }

    /** Whether a median can lie before the limit. */
    boolean hasBefore() {
        return metric.hasBefore();
    }

    /** The name of the exports. */
    String source() {
        return source;
    }

    /** The columns of the exports. */
    Set<String> columns() {
        return usual.keySet();
    }

    /** The export of a sample. */
    MadeUpExport export(ProofSample sample) {
        MadeUpExport export = new MadeUpExport(usual, clusters);
        Writer writer = new Writer(export);
        writer.rows(sample.counts(), sample.recorded(), Map.of());
        Counts other = sample.second();
        if (other != null) {
            writer.rows(other, true, second);
        }
        if (!outside.isEmpty()) {
            boolean median = threshold.metric().kind() == Kind.MEDIAN_HOURS
                    || threshold.metric().kind() == Kind.MEDIAN_SESSIONS;
            boolean counted = (threshold.side() == Side.BELOW) != median;
            writer.rows(new Counts(counted ? OUTSIDE : 0, OUTSIDE), true, outside);
        }
        return export;
    }

    private final class Writer {

        private final MadeUpExport export;
        private long patients;

        private Writer(MadeUpExport export) {
            this.export = export;
        }

        private void rows(Counts counts, boolean recorded, Map<String, String> selection) {
            for (long place = 0; place < counts.sessions(); place++) {
                boolean counted = place < counts.events();
                List<Map<String, String>> rows = !recorded
                        ? metric.unrecorded()
                        : counted ? metric.with(place == 0) : metric.without(place == 0, place);
                patients++;
                for (Map<String, String> row : rows) {
                    Map<String, String> cells = new HashMap<>(row);
                    cells.putAll(selection);
                    cells.put(MadeUpExport.PATIENT, "P" + patients);
                    export.row(cells);
                }
            }
        }
    }
}
