package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random cells, written as CSV by a few lines of code, come back as they were, with the lines on which they stood. */
class RandomExportsTest {

    private static final String[] PIECES = {
        "a", "B", "7", " ", "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "ä", "\uD83D\uDE00", "-", "'", "\t", "|",
    };
    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void cellsComeBack(long seed) {
        Random random = new Random(seed);
        String lineEnd = LINE_ENDS[random.nextInt(LINE_ENDS.length)];
        StringBuilder text = new StringBuilder("patient_id,session_number,first,second").append(lineEnd);
        List<@Nullable String> first = new ArrayList<>();
        List<@Nullable String> second = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        for (int row = 0; row < 3000; row++) {
            if (random.nextInt(20) == 0) {
                text.append(lineEnd);
            }
            lines.add(1 + physicalLineBreaks(text));
            text.append("p").append(row).append(",1,");
            first.add(append(text, random));
            text.append(',');
            second.add(append(text, random));
            text.append(lineEnd);
            if (text.length() > 100_000) {
                break;
            }
        }
        Reading reading = Reading.of(text.toString(), "first", "second");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.lines()).isEqualTo(lines);
        assertThat(reading.category("first")).isEqualTo(first);
        assertThat(reading.category("second")).isEqualTo(second);
    }

    private static @Nullable String append(StringBuilder text, Random random) {
        StringBuilder cell = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        boolean needsQuotes = cell.toString().matches("(?s).*[,\"\r\n].*");
        String quote = needsQuotes || random.nextBoolean() ? "\"" : "";
        text.append(quote).append(cell.toString().replace("\"", "\"\"")).append(quote);
        String kept = cell.toString().strip();
        return kept.isEmpty() ? null : kept;
    }

    private static long physicalLineBreaks(CharSequence text) {
        return text.toString()
                .replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
    }
}
