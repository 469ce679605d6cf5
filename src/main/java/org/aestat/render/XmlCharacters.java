package org.aestat.render;

/** The characters that XML 1.0 can hold. */
final class XmlCharacters {

    private static final int REPLACEMENT = 0xFFFD;

    private XmlCharacters() {}

    /** The text with a replacement character for every other one. */
    static String only(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().map(c -> isLegal(c) ? c : REPLACEMENT).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** The production {@code Char} of the standard. */
    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c != 0xFFFE && c != 0xFFFF);
    }
}
