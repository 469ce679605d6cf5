package org.aestat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
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
}
