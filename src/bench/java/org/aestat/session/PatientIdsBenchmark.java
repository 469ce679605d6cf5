package org.aestat.session;

import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A patient and the code: ids of one form, and ids of letters and digits in any order, which are kept as texts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(PatientIdsBenchmark.PATIENTS)
public class PatientIdsBenchmark {

    static final int PATIENTS = 20_000;

    private char[][] numbered;
    private char[][] mixed;
    private PatientIds block;

    /** The ids, and the patients of a block. */
    @Setup
    public void setUp() {
        numbered = ids(i -> "C" + i % 30 + "\0P" + (10_000_000 + i));
        mixed = ids(i -> Long.toHexString((i + 1) * 0x9E3779B97F4A7C15L));
        block = numberedIds();
    }

    private static char[][] ids(IntFunction<String> id) {
        return IntStream.range(0, PATIENTS)
                .mapToObj(id)
                .map(String::toCharArray)
                .toArray(char[][]::new);
    }

    /** New patients whose ids are numbers. */
    @Benchmark
    public PatientIds numberedIds() {
        return patients(numbered);
    }

    /** New patients whose ids are texts. */
    @Benchmark
    public PatientIds mixedIds() {
        return patients(mixed);
    }

    /** New patients of a block. */
    @Benchmark
    public int[] ofBlock() {
        return new PatientIds().codes(block);
    }

    private static PatientIds patients(char[][] ids) {
        PatientIds patients = new PatientIds();
        for (char[] id : ids) {
            patients.code(id, 0, id.length);
        }
        return patients;
    }
}
