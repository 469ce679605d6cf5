package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell is known by its whole text, or not at all. */
class SeenCellsTest {

    private static final String LETTERS = "ab\0";

    private final SeenCells seen = new SeenCells(64);

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(21);
        for (int i = 0; i < length; i++) {
            text.append(length < 4 || i > 7 && i < 11 ? LETTERS.charAt(random.nextInt(3)) : 'a');
        }
        return text.toString();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsFoundIsWhatWasPutLast(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> values = new HashMap<>();
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = text(random);
            Cell cell = Cell.of("x" + text + "x");
            int value = seen.find(cell);
            if (value == SeenCells.UNSEEN) {
                values.put(text, i);
                seen.put(cell, i);
            } else {
                assertThat(value).isEqualTo(values.get(text));
                found++;
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void theBlankCellIsOneToo() {
        seen.put(Cell.of(""), 7);

        assertThat(seen.find(Cell.of("  "))).isEqualTo(7);
        assertThat(seen.find(Cell.of("a"))).isEqualTo(SeenCells.UNSEEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"j\u00e4", "abcdefghi\u00e4", "nineteen characters"})
    void otherTextsAreNotKept(String text) {
        seen.put(Cell.of(text), 7);

        assertThat(seen.find(Cell.of(text))).isEqualTo(SeenCells.UNSEEN);
    }

    @Test
    void tooManyAreForgotten() {
        seen.put(Cell.of("first"), 7);
        for (int i = 0; i < 64; i++) {
            seen.put(Cell.of("n" + i), i);
        }

        assertThat(seen.find(Cell.of("first"))).isEqualTo(SeenCells.UNSEEN);
        assertThat(seen.find(Cell.of("n63"))).isEqualTo(63);
    }
}
