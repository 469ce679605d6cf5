package org.aestat.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.aestat.analysis.SessionFacts;
import org.aestat.pipeline.DataSet;
import org.aestat.result.EventRate;
import org.aestat.result.InputSummary;
import org.aestat.result.RowCounts;
import org.aestat.result.Stratum;
import org.aestat.result.ThresholdResult.Counts;
import org.aestat.safety.Metric;
import org.aestat.safety.Observation;
import org.aestat.safety.Observation.Point;
import org.aestat.safety.RateChange;
import org.aestat.safety.RateObservations;
import org.aestat.safety.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * What a data set says of the metric of a threshold, stratum by stratum.
 *
 * @param data the data set
 * @param figures the figures of the threshold's selection
 * @param baseline the earlier result that rates are compared with, or null
 */
record MetricObservations(
        DataSet data,
        SelectionRun.Figures figures,
        @Nullable Baseline baseline) {

    private static final String SESSIONS = "sessions";

    /** An observation a stratum, the overall one only where the threshold asks for no strata or there are none. */
    List<Observation> of(Threshold threshold) {
        List<Observation> all = all(threshold);
        if (threshold.by().isEmpty()) {
            return all;
        }
        List<Observation> strata =
                all.stream().filter(seen -> !seen.stratum().isOverall()).toList();
        return strata.isEmpty() ? List.of(all.get(0)) : strata;
    }

    private List<Observation> all(Threshold threshold) {
        Metric metric = threshold.metric();
        double confidence = threshold.rule().confidence();
        return switch (metric.kind()) {
            case RATE ->
                rates(metric).stream().map(RateObservations::ofSessions).toList();
            case PATIENT_RATE -> patientRates(metric);
            case CHANGE -> changes(threshold);
            case COUNT -> rates(metric).stream().map(RateObservations::ofCount).toList();
            case NOT_RECORDED -> notRecorded(SelectionRun.column(data, threshold));
            case RESOLVED_BY, MEDIAN_HOURS ->
                figures.soreness().stream()
                        .map(curve -> new SorenessObservation(curve, confidence).of(metric))
                        .toList();
            case RELIEVED_BY, MEDIAN_SESSIONS ->
                figures.relief().stream()
                        .map(curve -> new ReliefObservation(curve, confidence).of(metric))
                        .toList();
            case CONTRAINDICATED ->
                figures.facts().stream()
                        .map(MetricObservations::contraindicated)
                        .toList();
            case REJECTED_ROWS -> List.of(rejected());
        };
    }

    /** The rates of an event; where the data set does not have the event, those of nothing assessed. */
    private List<EventRate> rates(Metric metric) {
        Map<Stratum, EventRate> found = new HashMap<>();
        figures.rates().stream()
                .filter(rate -> rate.event().equals(metric.argument()))
                .forEach(rate -> found.put(rate.stratum(), rate));
        List<EventRate> rates = new ArrayList<>();
        for (SessionFacts.Counts facts : figures.facts()) {
            EventRate rate = found.get(facts.stratum());
            rates.add(
                    rate == null
                            ? RateObservations.absent(metric.argument(), facts.stratum(), facts.sessions())
                            : rate);
        }
        return rates;
    }

    private List<Observation> changes(Threshold threshold) {
        Baseline then = Objects.requireNonNull(baseline);
        return rates(threshold.metric()).stream()
                .map(RateObservations::ofSessions)
                .map(now -> RateChange.of(
                        now,
                        then.earlier(threshold.name(), now.stratum()),
                        threshold.rule().confidence()))
                .toList();
    }

    private List<Observation> patientRates(Metric metric) {
        List<EventRate> rates = rates(metric);
        List<SessionFacts.Counts> facts = figures.facts();
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            observations.add(
                    RateObservations.ofPatients(rates.get(i), facts.get(i).patients()));
        }
        return observations;
    }

    private List<Observation> notRecorded(String column) {
        List<Observation> observations = new ArrayList<>();
        for (SessionFacts.Counts facts : figures.facts()) {
            long blank = facts.notRecorded().getOrDefault(column, 0L);
            Counts counts = new Counts(blank, facts.sessions(), 0, SESSIONS);
            observations.add(Observation.fact(
                    facts.stratum(),
                    counts,
                    facts.sessions() == 0
                            ? Point.unknown("no sessions")
                            : Point.at((double) blank / facts.sessions())));
        }
        return observations;
    }

    private static Observation contraindicated(SessionFacts.Counts facts) {
        long recorded = facts.contraindicationRecorded();
        Counts counts = new Counts(facts.contraindicated(), recorded, facts.sessions() - recorded, SESSIONS);
        String reason = facts.sessions() == 0 ? "no sessions" : "no contraindication is recorded, neither yes nor no";
        return Observation.fact(
                facts.stratum(),
                counts,
                recorded == 0 ? Point.unknown(reason) : Point.at((double) facts.contraindicated()));
    }

    private long rows(ToLongFunction<RowCounts> count) {
        return data.inputs().stream().map(InputSummary::rows).mapToLong(count).sum();
    }

    private Observation rejected() {
        long read = rows(RowCounts::read);
        long rejected = rows(RowCounts::rejected);
        Counts counts = new Counts(rejected, read, 0, "rows");
        Point point = read == 0 ? Point.unknown("no rows") : Point.at((double) rejected);
        return Observation.fact(Stratum.OVERALL, counts, point);
    }
}
