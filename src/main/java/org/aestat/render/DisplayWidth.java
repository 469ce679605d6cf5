package org.aestat.render;

/** How many columns of a terminal a text takes; East Asian characters and emoji take two, combining marks none. */
final class DisplayWidth {

    private static final int[][] WIDE = {
        {0x1100, 0x115F}, {0x231A, 0x231B}, {0x2329, 0x232A}, {0x23E9, 0x23F3}, {0x25FD, 0x25FE},
        {0x2614, 0x2615}, {0x2648, 0x2653}, {0x267F, 0x267F}, {0x2693, 0x2693}, {0x26A1, 0x26A1},
        {0x26AA, 0x26AB}, {0x26BD, 0x26BE}, {0x26C4, 0x26C5}, {0x26CE, 0x26CE}, {0x26D4, 0x26D4},
        {0x26EA, 0x26EA}, {0x26F2, 0x26F3}, {0x26F5, 0x26F5}, {0x26FA, 0x26FA}, {0x26FD, 0x26FD},
        {0x2705, 0x2705}, {0x270A, 0x270B}, {0x2728, 0x2728}, {0x274C, 0x274C}, {0x274E, 0x274E},
        {0x2753, 0x2755}, {0x2757, 0x2757}, {0x2795, 0x2797}, {0x27B0, 0x27B0}, {0x27BF, 0x27BF},
        {0x2B1B, 0x2B1C}, {0x2B50, 0x2B50}, {0x2B55, 0x2B55}, {0x2E80, 0x303E}, {0x3041, 0x4DBF},
        {0x4E00, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE10, 0xFE19},
        {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x16FE0, 0x18D8F}, {0x1AFF0, 0x1B2FF},
        {0x1F000, 0x1FAFF}, {0x20000, 0x3FFFD}
    };

    private static final int CODE_POINTS_A_COLUMN = 4;

    private DisplayWidth() {}

    /** The columns of a text without control characters. */
    static int of(String text) {
        int columns = 0;
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            columns += of(codePoint);
        }
        return columns;
    }

    private static int of(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        for (int[] range : WIDE) {
            if (codePoint < range[0]) {
                return false;
            }
            if (codePoint <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /** The text, or as much of its beginning and end as fits around an ellipsis. */
    static String shorten(String text, int columns, String ellipsis) {
        if (of(text) <= columns && text.length() <= columns * CODE_POINTS_A_COLUMN) {
            return text;
        }
        int room = Math.max(0, columns - of(ellipsis));
        String start = text.substring(0, fitting(text, room - room / 2));
        String backwards = reversed(text);
        String end = reversed(backwards.substring(0, fitting(backwards, room / 2)));
        return start + ellipsis + end;
    }

    /** How many characters of the text's beginning fit into a number of columns. */
    static int fitting(String text, int columns) {
        int used = 0;
        int index = 0;
        for (int count = 0; index < text.length() && count < columns * CODE_POINTS_A_COLUMN; count++) {
            int codePoint = text.codePointAt(index);
            used += of(codePoint);
            if (used > columns) {
                break;
            }
            index += Character.charCount(codePoint);
        }
        return index;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
