package org.aestat.render;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Escapes, beyond what JSON demands, every character that could steer a terminal or reorder a line. One document has one
 * of these: beyond U+FFFF a character comes as two halves, of which the first decides about both.
 */
final class JsonEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private boolean afterEscapedHalf;
    private final int[] ascii = standardAsciiEscapesForJSON();

    JsonEscapes() {
        ascii[ControlCharacters.DELETE] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        boolean escaped = Character.isLowSurrogate((char) character)
                ? afterEscapedHalf
                : ControlCharacters.contains(character) || mayStartControl(character);
        afterEscapedHalf = escaped && Character.isHighSurrogate((char) character);
        return escaped ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", character)) : null;
    }

    /** Whether a first half is one of those with which, among others, control characters begin. */
    private static boolean mayStartControl(int half) {
        return switch (half) {
            case 0xD804, 0xD80D, 0xD82F, 0xD834, 0xDB40 -> true;
            default -> false;
        };
    }
}
