package org.aestat.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys are found again whatever lies between them. */
class NumberedIdsTest {

    @ParameterizedTest(name = "{0} keys, {1} apart")
    @CsvSource({"100,1", "20000,1", "20000,10", "20000,16", "20000,1024", "4000,1125899906842624"})
    void everyKeyHasTheLineWhereItWasMetFirst(int keys, long apart) {
        NumberedIds ids = new NumberedIds();
        Map<Long, Long> first = new HashMap<>();
        Random random = new Random(keys);
        for (long line = 1; line <= 3L * keys; line++) {
            long key = 1 + apart * (line <= keys ? line : random.nextInt(2 * keys));
            Long before = first.putIfAbsent(key, line);

            assertThat(ids.meet(key, line)).isEqualTo(before == null ? 0L : before);
        }
    }
}
