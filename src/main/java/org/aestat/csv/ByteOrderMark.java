package org.aestat.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The first bytes by which a text shows its Unicode encoding. */
enum ByteOrderMark {
    /** EF BB BF. */
    UTF_8("UTF-8", "\u00EF\u00BB\u00BF"),
    /** FF FE 00 00, looked for before UTF-16LE, which it starts like. */
    UTF_32LE("UTF-32LE", "\u00FF\u00FE\0\0"),
    /** 00 00 FE FF. */
    UTF_32BE("UTF-32BE", "\0\0\u00FE\u00FF"),
    /** FF FE. */
    UTF_16LE("UTF-16LE", "\u00FF\u00FE"),
    /** FE FF. */
    UTF_16BE("UTF-16BE", "\u00FE\u00FF");

    /** How many bytes are enough to see every mark. */
    static final int LENGTH = 4;

    private final String encoding;
    private final String bytes;

    ByteOrderMark(String encoding, String bytes) {
        this.encoding = encoding;
        this.bytes = bytes;
    }

    /** The mark at the start of a text, or null. */
    static @Nullable ByteOrderMark of(byte[] first) {
        String start = new String(first, StandardCharsets.ISO_8859_1);
        for (ByteOrderMark mark : values()) {
            if (start.startsWith(mark.bytes)) {
                return mark;
            }
        }
        return null;
    }

    /** The name of the encoding. */
    String encoding() {
        return encoding;
    }

    /** Whether text in this encoding may start with this mark: {@code UTF-16} stands for both of its orders. */
    boolean fits(Charset charset) {
        return encoding.startsWith(charset.name().toUpperCase(Locale.ROOT));
    }
}
