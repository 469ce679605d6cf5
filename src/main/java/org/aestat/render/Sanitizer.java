package org.aestat.render;

/**
 * Makes text from outside harmless on a terminal: what could move the cursor, change colours, break a line or reorder
 * it becomes a visible mark, so that two names that differ stay different.
 */
public final class Sanitizer {

    private static final int NO_BREAK_SPACE = 0xA0;
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int SYMBOL_FOR_DELETE = 0x2421;
    private static final int REPLACEMENT = 0xFFFD;

    private final boolean unicode;

    /**
     * A sanitizer for a kind of page.
     *
     * @param unicode whether the page may hold other characters than ASCII
     */
    public Sanitizer(boolean unicode) {
        this.unicode = unicode;
    }

    /** The text with marks in place of what could do harm. */
    public String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(clean, codePoint));
        return clean.toString();
    }

    /** A cell of a table for programs: it keeps its tabs, line breaks and spaces, all else is as {@link #clean} has it. */
    public static String cell(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c == '\r' || c == NO_BREAK_SPACE ? c : visible(c))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private void append(StringBuilder clean, int codePoint) {
        if (codePoint >= ' ' && codePoint < ControlCharacters.DELETE) {
            clean.appendCodePoint(codePoint);
        } else if (unicode) {
            clean.appendCodePoint(visible(codePoint));
        } else {
            clean.append(ascii(codePoint));
        }
    }

    private static int visible(int codePoint) {
        if (codePoint == NO_BREAK_SPACE) {
            return ' ';
        }
        if (codePoint < ' ') {
            return CONTROL_PICTURES + codePoint;
        }
        if (codePoint == ControlCharacters.DELETE) {
            return SYMBOL_FOR_DELETE;
        }
        return ControlCharacters.contains(codePoint) || ControlCharacters.isSurrogate(codePoint)
                ? REPLACEMENT
                : codePoint;
    }

    private static String ascii(int codePoint) {
        return switch (codePoint) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case 0x1B -> "\\e";
            case NO_BREAK_SPACE -> " ";
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212 -> "-";
            case 0x2018, 0x2019 -> "'";
            case 0x201C, 0x201D -> "\"";
            case 0x2026 -> "...";
            case 0x2264 -> "<=";
            case 0x2265 -> ">=";
            default -> "?";
        };
    }
}
