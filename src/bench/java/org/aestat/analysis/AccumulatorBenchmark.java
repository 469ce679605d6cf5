package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aestat.bench.SampleData;
import org.aestat.pipeline.Histories;
import org.aestat.session.PatientHistory;
import org.aestat.session.SessionTable;
import org.aestat.session.SorenessForm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A session that an empty accumulator absorbs with the others of its patient, by condition as in a report. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(AccumulatorBenchmark.SESSIONS)
public class AccumulatorBenchmark {

    static final int SESSIONS = 20_000;

    private static final String EVENT = "bleeding";

    /** The class of the accumulator. */
    @Param({
        "AdverseEventRates",
        "SeverityOfEvents",
        "SorenessResolution",
        "SessionsToRelief",
        "SessionFacts",
        "StratumSizes",
        "PatientCount",
        "EventComparison",
        "EventDays"
    })
    private String accumulator;

    private final List<PatientHistory> histories = new ArrayList<>();
    private Accumulator<PatientHistory, ?, ?> empty;

    /** The histories and an empty accumulator. */
    @Setup
    public void setUp() {
        SessionTable table = SampleData.table(SESSIONS);
        new Histories(table).forEach(histories::add);
        empty = empty(table, new Strata(table, List.of(List.of("condition"))));
    }

    private Accumulator<PatientHistory, ?, ?> empty(SessionTable table, Strata strata) {
        AnalysisSettings settings = AnalysisSettings.DEFAULT;
        SorenessForm form = SorenessForm.DURATION;
        return switch (accumulator) {
            case "AdverseEventRates" -> new AdverseEventRates(table.layout(), strata, settings);
            case "SeverityOfEvents" -> new SeverityOfEvents(table, strata, settings);
            case "SorenessResolution" ->
                new SorenessResolution(form, List.of(), strata, new Strata(table, List.of()), settings);
            case "SessionsToRelief" ->
                new SessionsToRelief(table, SessionsToRelief.definition(table, null), strata, settings);
            case "SessionFacts" -> new SessionFacts(table, strata, List.of("condition", EVENT, "soreness"), form);
            case "StratumSizes" -> new StratumSizes(strata);
            case "PatientCount" -> new PatientCount();
            case "EventComparison" -> new EventComparison(table.layout(), EVENT, strata, settings.confidence());
            case "EventDays" -> new EventDays(table.layout(), strata, EVENT);
            default -> throw new IllegalArgumentException(accumulator);
        };
    }

    /** Absorbs all histories. */
    @Benchmark
    public Accumulator<PatientHistory, ?, ?> absorb() {
        Accumulator<PatientHistory, ?, ?> absorbing = empty.fresh();
        for (PatientHistory history : histories) {
            absorbing.accept(history);
        }
        return absorbing;
    }
}
