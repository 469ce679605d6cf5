package org.aestat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of keys against a map, and the order of keys against a sorted list. */
class KeyNumbersTest {

    @Test
    void keysAreNumberedAsTheyAppear() {
        KeyNumbers numbers = new KeyNumbers();
        for (int round = 1; round <= 3; round++) {
            Random random = new Random(round);
            Map<Long, Integer> expected = new HashMap<>();
            for (int i = 0; i < 5_000; i++) {
                long key = (long) random.nextInt(900) << (random.nextBoolean() ? 0 : 33);
                expected.putIfAbsent(key, expected.size());

                assertThat(numbers.number(key)).isEqualTo(expected.get(key));
            }
            assertThat(numbers.size()).isEqualTo(expected.size());
            expected.forEach((key, number) -> assertThat(numbers.key(number)).isEqualTo(key));
            numbers.clear();
            assertThat(numbers.size()).isZero();
        }
    }

    @ParameterizedTest(name = "{0} keys")
    @ValueSource(ints = {0, 1, 2, 23, 24, 25, 26, 100, 5_000})
    void sortsByKeyThenNumber(int size) {
        record Entry(long key, int number) {}

        KeyOrder order = new KeyOrder();
        for (int round = 0; round < 5; round++) {
            Random random = new Random(size + round);
            order.clear();
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Entry entry = new Entry(random.nextInt(round == 4 ? i + 1 : 50) - 25L, random.nextInt(size));
                entries.add(entry);
                order.add(entry.key(), entry.number());
            }
            List<Entry> middle = entries.subList(size / 4, size);
            middle.sort(Comparator.comparingLong(Entry::key).thenComparingInt(Entry::number));

            order.sort(size / 4, size);

            List<Entry> sorted = new ArrayList<>();
            for (int place = 0; place < order.size(); place++) {
                sorted.add(new Entry(order.key(place), order.number(place)));
            }
            assertThat(sorted).isEqualTo(entries);
        }
    }
}
