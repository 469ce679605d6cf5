package org.aestat.csv;

/** A view of one cell's characters without the spaces around them; reused from cell to cell. */
final class Cell implements CharSequence {

    private char[] buffer = new char[0];
    private int offset;
    private int length;

    /** A cell with this text. */
    static Cell of(String text) {
        Cell cell = new Cell();
        cell.set(text.toCharArray(), 0, text.length());
        return cell;
    }

    /** Whether the character counts as a space: also no-break spaces and control characters. */
    static boolean isSpace(char c) {
        return c <= ' ' || (c > 0x7F && (Character.isSpaceChar(c) || Character.isWhitespace(c) || c == '\uFEFF'));
    }

    /** Looks at other characters. */
    void set(char[] newBuffer, int start, int size) {
        int from = start;
        int to = start + size;
        while (from < to && isSpace(newBuffer[from])) {
            from++;
        }
        while (to > from && isSpace(newBuffer[to - 1])) {
            to--;
        }
        buffer = newBuffer;
        offset = from;
        length = to - from;
    }

    @Override
    public char charAt(int index) {
        return buffer[offset + index];
    }

    @Override
    public int length() {
        return length;
    }

    /** Copies the characters to a place of a buffer that has room for them. */
    void copyTo(char[] target, int place) {
        System.arraycopy(buffer, offset, target, place, length);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(buffer, offset + start, end - start);
    }

    @Override
    public String toString() {
        return new String(buffer, offset, length);
    }
}
