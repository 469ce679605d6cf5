package org.aestat.render;

/** The characters that show nothing themselves but change how a terminal shows others. */
final class ControlCharacters {

    static final int DELETE = 0x7F;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private ControlCharacters() {}

    /**
     * Whether a code point is a control (C0, DEL, C1), a line or paragraph separator, or a format character such as
     * those for bidirectional text. The joiners, which Persian and Indian words need, are not.
     */
    static boolean contains(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> codePoint != ZERO_WIDTH_NON_JOINER && codePoint != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }

    /** The text with a replacement character for every surrogate that has no partner. */
    static String withoutLoneSurrogates(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().map(c -> isSurrogate(c) ? 0xFFFD : c).forEach(whole::appendCodePoint);
        return whole.toString();
    }

    static boolean isSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
