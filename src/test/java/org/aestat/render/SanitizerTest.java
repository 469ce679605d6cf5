package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTest {

    private final Sanitizer unicode = new Sanitizer(true);
    private final Sanitizer ascii = new Sanitizer(false);

    @Test
    void controlsBecomeVisible() {
        assertThat(unicode.clean("a\tb\nc\r\u001b[31md\u007f\u0000")).isEqualTo("a␉b␊c␍␛[31md␡␀");
        assertThat(ascii.clean("a\tb\nc\r\u001b[31md\u007f\u0000")).isEqualTo("a\\tb\\nc\\r\\e[31md??");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x80, 0x85, 0x9B, 0x9F, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066,
                0x2069, 0xFEFF, 0xE0001, 0xD800, 0xDFFF
            })
    void whatReordersOrHidesTextIsReplaced(int codePoint) {
        String text = "a" + new String(Character.toChars(codePoint)) + "b";
        assertThat(unicode.clean(text)).isEqualTo("a\uFFFDb");
        assertThat(ascii.clean(text)).isEqualTo("a?b");
    }

    @Test
    void lettersOfAllLanguagesStay() {
        assertThat(unicode.clean("Nacken – 肩こり 🙂 گردن\u200Cدرد")).isEqualTo("Nacken – 肩こり 🙂 گردن\u200Cدرد");
        assertThat(ascii.clean("“Müller’s” – ≤ 3 … ≥ 肩🙂")).isEqualTo("\"M?ller's\" - <= 3 ... >= ??");
    }

    @Test
    void noBreakSpacesAreSpaces() {
        assertThat(unicode.clean("5\u00A0%")).isEqualTo("5 %");
        assertThat(ascii.clean("5\u00A0%")).isEqualTo("5 %");
    }

    @Test
    void cleanTextStaysAsItIs() {
        String once = ascii.clean("a\tb\u202Ec");
        assertThat(ascii.clean(once)).isEqualTo(once);
        assertThat(unicode.clean(unicode.clean("a\tb\u202Ec"))).isEqualTo("a␉b\uFFFDc");
    }
}
