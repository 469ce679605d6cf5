package org.aestat.session;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A number of a column of packed stretches. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(PackedColumnBenchmark.ROWS)
public class PackedColumnBenchmark {

    static final int ROWS = 1 << 18;

    /** One more than the greatest number: one, two or four bytes a row. */
    @Param({"11", "10000", "1000000"})
    private int bound;

    private int[] numbers;
    private int[] rows;
    private PackedColumn column;

    /** The numbers, their column, and its rows in any order. */
    @Setup
    public void setUp() {
        Random random = new Random(1);
        numbers = random.ints(ROWS, 0, bound).toArray();
        rows = random.ints(ROWS, 0, ROWS).toArray();
        column = add();
    }

    /** Adding. */
    @Benchmark
    public PackedColumn add() {
        PackedColumn added = new PackedColumn(0);
        for (int number : numbers) {
            added.add(number);
        }
        return added;
    }

    /** Reading in the order of the rows. */
    @Benchmark
    public int inOrder() {
        int sum = 0;
        for (int row = 0; row < ROWS; row++) {
            sum += column.get(row);
        }
        return sum;
    }

    /** Reading in any order. */
    @Benchmark
    public int scattered() {
        int sum = 0;
        for (int row : rows) {
            sum += column.get(row);
        }
        return sum;
    }
}
