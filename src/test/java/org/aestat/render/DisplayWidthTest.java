package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "neck, 4",
        "Müller, 6",
        "肩こり, 6",
        "🙂, 2",
        "e\u0301, 1",
        "ｶﾀ, 2",
        "한국, 4",
        "a\u200Cb, 2",
        "ㅤ, 2"
    })
    void countsColumns(String text, int expected) {
        assertThat(DisplayWidth.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "neck pain, 9, neck pain",
        "neck pain, 8, neck…ain",
        "neck pain, 2, n…",
        "neck pain, 1, …",
        "肩こり肩こり, 12, 肩こり肩こり",
        "肩こり肩こり, 11, 肩こ…こり",
        "肩こり肩こり, 6, 肩…り",
        "🙂🙂🙂🙂, 5, 🙂…🙂"
    })
    void shortensInTheMiddle(String text, int columns, String expected) {
        assertThat(DisplayWidth.shorten(text, columns, "…")).isEqualTo(expected);
        assertThat(DisplayWidth.of(expected)).isLessThanOrEqualTo(columns);
    }

    @Test
    void marksWithoutWidthAreNotEndless() {
        String marks = "a" + "\u0301".repeat(1_000_000);
        assertThat(DisplayWidth.shorten(marks, 20, "…")).hasSizeLessThan(200);
    }
}
