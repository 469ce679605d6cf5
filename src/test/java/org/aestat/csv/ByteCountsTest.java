package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteCountsTest {

    /** Bytes that count, and those that differ from them in a bit or stand beside them. */
    private static final String TELLING =
            "\"\n\r\"\n\r !#\t\u000B\f\u000E\u0000\u0001\u007F\u0080\u008A\u008D\u00A2\u00FF";

    @Test
    void agreesWithTheDefinition() {
        Random random = new Random(4);
        for (int trial = 0; trial < 3_000; trial++) {
            byte[] bytes = new byte[random.nextInt(trial % 100 == 0 ? 10_000 : 60)];
            int kinds = 1 + random.nextInt(TELLING.length());
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextBoolean() ? 'a' : TELLING.charAt(random.nextInt(kinds)));
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);

            assertThat(ByteCounts.of(bytes, from, to)).isEqualTo(slowly(bytes, from, to));
        }
    }

    @Test
    void countsWhereEveryByteCounts() {
        byte[] quotes = "\"".repeat(5_000).getBytes(StandardCharsets.US_ASCII);
        byte[] ends = "\n".repeat(5_000).getBytes(StandardCharsets.US_ASCII);

        assertThat(ByteCounts.of(quotes, 0, quotes.length)).isEqualTo(new ByteCounts(5_000, 0, true));
        assertThat(ByteCounts.of(ends, 0, ends.length)).isEqualTo(new ByteCounts(0, 5_000, true));
    }

    private static ByteCounts slowly(byte[] bytes, int from, int to) {
        int quotes = 0;
        int ends = 0;
        boolean plain = true;
        for (int i = from; i < to; i++) {
            quotes += bytes[i] == '"' ? 1 : 0;
            boolean isSecond = bytes[i] == '\n' && i > from && bytes[i - 1] == '\r';
            ends += (bytes[i] == '\n' || bytes[i] == '\r') && !isSecond ? 1 : 0;
            plain &= bytes[i] > 0;
        }
        return new ByteCounts(quotes, ends, plain);
    }
}
