package org.aestat.pipeline;

import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import org.aestat.bench.SampleData;
import org.aestat.bench.SampleExport;
import org.aestat.session.SessionTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A row of an export on its whole way into the table of a run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(DataSetBenchmark.ROWS)
public class DataSetBenchmark {

    static final int ROWS = 100_000;

    private byte[] export;

    /** The export. */
    @Setup
    public void setUp() {
        export = SampleExport.of(ROWS);
    }

    /** In one go. */
    @Benchmark
    public SessionTable oneThread() {
        return SampleData.read(new ByteArrayInputStream(export), 1);
    }

    /** In blocks. */
    @Benchmark
    public SessionTable twoThreads() {
        return SampleData.read(new ByteArrayInputStream(export), 2);
    }
}
