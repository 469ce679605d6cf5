package org.aestat.csv;

/** Describes a cell by its shape, so that messages never show what it holds. */
final class Shape {

    /** How many characters of a cell its shape shows. */
    static final int LONGEST = 16;

    private static final String SAFE = " .,:;/-_+%()<>=";

    private Shape() {}

    /** The shape of a cell: "blank", "9 digits", "text of 7 letters" or "10 characters like 99/99/9999". */
    static String of(CharSequence cell) {
        int length = cell.length();
        if (length == 0) {
            return "blank";
        }
        if (cell.chars().allMatch(Shape::isDigit)) {
            return length + (length == 1 ? " digit" : " digits");
        }
        if (cell.chars().allMatch(Character::isLetter)) {
            return "text of " + length + (length == 1 ? " letter" : " letters");
        }
        StringBuilder like = new StringBuilder();
        for (int i = 0; i < Math.min(length, LONGEST); i++) {
            like.append(masked(cell.charAt(i)));
        }
        return length
                + (length == 1 ? " character like " : " characters like ")
                + like
                + (length > LONGEST ? "..." : "");
    }

    /** A message in which characters that would steer a terminal are replaced. */
    static String printable(String message) {
        StringBuilder printable = new StringBuilder(message);
        for (int i = 0; i < printable.length(); i++) {
            char c = printable.charAt(i);
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                printable.setCharAt(i, '?');
            }
        }
        return printable.toString();
    }

    /** What stands for a character. */
    static char masked(char c) {
        if (isDigit(c)) {
            return '9';
        }
        if (Character.isLetter(c)) {
            return Character.isUpperCase(c) ? 'A' : 'a';
        }
        return SAFE.indexOf(c) >= 0 ? c : '?';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
