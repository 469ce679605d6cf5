package org.aestat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Held against the encoder of the Java platform. */
class Utf8Test {

    private static byte[] encoded(String text) {
        char[] padded = ("\uD83D" + text + "\uDE00").toCharArray();
        byte[] bytes = new byte[Utf8.MOST_BYTES * text.length()];
        return Arrays.copyOf(bytes, Utf8.encode(padded, 1, text.length(), bytes));
    }

    @Test
    void everyCharacter() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String text = Character.toString(point);
            assertThat(encoded(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void halfCharactersAmongOthers() {
        Random random = new Random(3);
        String characters = "aé€\uD83D\uDE00\uD83D\uDE00";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
            assertThat(encoded(text.toString())).isEqualTo(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
