package org.aestat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Test
    void codesTextsInOrderOfFirstAppearance() {
        Dictionary dictionary = new Dictionary();

        assertThat(dictionary.code("b")).isEqualTo(1);
        assertThat(dictionary.code("a")).isEqualTo(2);
        assertThat(dictionary.code("b")).isEqualTo(1);
        assertThat(dictionary.size()).isEqualTo(2);
        assertThat(dictionary.text(2)).isEqualTo("a");
    }

    @Test
    void agreesWithAMapOnManyTexts() {
        Random random = new Random(5);
        Dictionary dictionary = new Dictionary();
        Map<String, Integer> expected = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            String text = random.nextInt(4) == 0
                    ? "Müller\u2028\uD83D\uDE00".substring(random.nextInt(3)) + random.nextInt(300)
                    : Integer.toString(random.nextInt(8000), 36) + "x".repeat(random.nextInt(200));
            Integer code = expected.get(text);
            if (code == null) {
                code = expected.size() + 1;
                expected.put(text, code);
            }
            char[] padded = ("<" + text + ">").toCharArray();
            assertThat(dictionary.code(padded, 1, text.length())).isEqualTo(code);
        }
        assertThat(dictionary.size()).isEqualTo(expected.size());
        expected.forEach((text, code) -> assertThat(dictionary.text(code)).isEqualTo(text));
    }

    @Test
    void textsThatOthersFindMeanwhileHaveTheirCodes() throws Exception {
        Dictionary asked = new Dictionary();
        for (int i = 0; i < 3_000; i++) {
            asked.code("p" + 7 * i);
        }
        Dictionary growing = new Dictionary();
        AtomicBoolean done = new AtomicBoolean();
        FutureTask<List<int[]>> looking = new FutureTask<>(() -> {
            List<int[]> found = new ArrayList<>();
            do {
                found.add(growing.find(asked));
            } while (!done.get());
            return found;
        });
        new Thread(looking).start();
        for (int i = 0; i < 21_000; i++) {
            growing.code("p" + i);
            if (i % 50 == 0) {
                growing.publish();
            }
        }
        done.set(true);

        for (int[] found : looking.get()) {
            for (int code = 1; code <= asked.size(); code++) {
                assertThat(found[code] == 0 || growing.text(found[code]).equals(asked.text(code)))
                        .isTrue();
            }
        }
        assertThat(Arrays.stream(growing.find(asked)).filter(code -> code == 0).count())
                .isLessThan(10);
        growing.publish();
        assertThat(growing.codes(asked, growing.find(asked)))
                .isEqualTo(growing.codes(asked))
                .hasSize(asked.size() + 1);
    }

    @Test
    void whatWasNeverPublishedIsNotFound() {
        Dictionary dictionary = new Dictionary();
        dictionary.code("a");

        assertThat(dictionary.find(dictionary)).containsExactly(0, 0);
    }

    @Test
    void aClearedDictionaryStartsAnew() {
        Dictionary dictionary = new Dictionary();
        dictionary.code("a");

        dictionary.clear();

        assertThat(dictionary.size()).isZero();
        assertThat(dictionary.find("a")).isZero();
        assertThat(dictionary.code("b")).isEqualTo(1);
        assertThat(dictionary.text(1)).isEqualTo("b");
    }
}
