package org.aestat.pipeline;

import java.util.concurrent.TimeUnit;
import org.aestat.analysis.OnePass;
import org.aestat.bench.SampleData;
import org.aestat.session.SessionTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A session that is grouped with the others of its patient. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(HistoriesBenchmark.SESSIONS)
public class HistoriesBenchmark {

    static final int SESSIONS = 20_000;

    private SessionTable table;
    private Histories histories;

    /** The sessions. */
    @Setup
    public void setUp() {
        table = SampleData.table(SESSIONS);
        histories = new Histories(table);
    }

    /** Grouping. */
    @Benchmark
    public Histories group() {
        return new Histories(table);
    }

    /** A pass of no accumulator, which brings the sessions together. */
    @Benchmark
    public OnePass pass() {
        OnePass pass = new OnePass();
        histories.forEach(pass, 1);
        return pass;
    }
}
