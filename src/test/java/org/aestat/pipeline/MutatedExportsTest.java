package org.aestat.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Samples with bytes flipped, rows cut, quotes inserted, lines doubled and blocks moved: each is read or refused, every
 * row is accounted for, and all ways of reading agree. {@code -Daestat.mutants=100000} tries more of them.
 */
class MutatedExportsTest {

    private static final long MUTANTS = Long.getLong("aestat.mutants", 10_000);
    private static final int LISTED = 5;

    private final ExportMutator mutator = new ExportMutator(Path.of("samples"));

    @Test
    void everyRowIsAccountedFor() {
        AtomicLong read = new AtomicLong();
        List<String> failures = LongStream.range(0, MUTANTS)
                .parallel()
                .mapToObj(number -> failure(number, read))
                .filter(Objects::nonNull)
                .limit(LISTED)
                .toList();

        assertThat(failures).isEmpty();
        assertThat(read.get()).as("mutants that are read").isBetween(MUTANTS / 3, MUTANTS * 19 / 20);
    }

    private String failure(long number, AtomicLong read) {
        byte[] mutant = mutator.mutant(number);
        try {
            byte[] export = Arrays.copyOfRange(mutant, 3, mutant.length);
            List<String> by = (mutant[2] & 64) == 0 ? List.of() : List.of("condition");
            if (ExportTrial.hold(export, ExportFuzzer.options(mutant), by, 1 + (mutant[2] & 63) * 8) >= 0) {
                read.incrementAndGet();
            }
            return null;
        } catch (RuntimeException | Error e) {
            return "mutant " + number + ": " + e + " at "
                    + Arrays.stream(e.getStackTrace()).limit(3).toList();
        }
    }
}
