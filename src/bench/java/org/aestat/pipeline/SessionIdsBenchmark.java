package org.aestat.pipeline;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A session id that is met for the first time: what is allocated is kept, or was until the table of ids grew. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SessionIdsBenchmark.IDS)
public class SessionIdsBenchmark {

    static final int IDS = 100_000;

    /** Whether the ids come in order, in any order, or have too many digits to be numbers. */
    @Param({"ordered", "shuffled", "long"})
    private String kind;

    private char[][] ids;

    /** The ids. */
    @Setup
    public void setUp() {
        ids = IntStream.range(0, IDS)
                .mapToObj(i -> ((kind.equals("long") ? "S77777777" : "S") + (100_000_000 + i)).toCharArray())
                .toArray(char[][]::new);
        if (kind.equals("shuffled")) {
            Collections.shuffle(Arrays.asList(ids), new Random(1));
        }
    }

    /** Meets all of them. */
    @Benchmark
    public int meet() {
        SessionIds met = new SessionIds();
        met.startFile(0);
        int repeated = 0;
        for (int i = 0; i < IDS; i++) {
            repeated += met.meet(ids[i], ids[i].length, i + 2L) == null ? 0 : 1;
        }
        return repeated;
    }
}
