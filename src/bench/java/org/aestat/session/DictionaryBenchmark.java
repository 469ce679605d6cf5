package org.aestat.session;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A text and its code. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(DictionaryBenchmark.TEXTS)
public class DictionaryBenchmark {

    static final int TEXTS = 20_000;

    private char[][] texts;
    private Dictionary known;

    /** The texts, and a dictionary that has them. */
    @Setup
    public void setUp() {
        texts = IntStream.range(0, TEXTS)
                .mapToObj(i -> ("P" + (10_000_000 + i)).toCharArray())
                .toArray(char[][]::new);
        known = newTexts();
    }

    /** Texts that are new. */
    @Benchmark
    public Dictionary newTexts() {
        Dictionary dictionary = new Dictionary();
        codes(dictionary);
        return dictionary;
    }

    /** Texts that have a code. */
    @Benchmark
    public int knownTexts() {
        return codes(known);
    }

    private int codes(Dictionary dictionary) {
        int sum = 0;
        for (char[] text : texts) {
            sum += dictionary.code(text, 0, text.length);
        }
        return sum;
    }

    /** Texts of another dictionary that are new, as those of a block. */
    @Benchmark
    public int[] newTextsOfAnother() {
        return new Dictionary().codes(known);
    }
}
