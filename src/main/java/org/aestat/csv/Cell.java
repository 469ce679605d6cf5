package org.aestat.csv;

/** A view of one cell's characters without the spaces around them; reused from cell to cell. */
final class Cell implements CharSequence {

    /** What stands for a text that no number stands for. */
    static final long NOT_PACKED = 0;

    /** The tail of a cell of up to nine characters. */
    static final long NONE_PACKED = 1;

    private static final int PACKED_LENGTH = 9;
    private static final int ASCII_BITS = 7;

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

    /**
     * A number for the first nine characters; {@link #NOT_PACKED} for a cell of more than 18 characters, or where one of
     * the nine is not ASCII. With {@link #packedTail} it stands for this text alone.
     */
    long packedHead() {
        return packedHead(buffer, offset, length);
    }

    /** A number for the characters after the first nine; {@link #NOT_PACKED} where one of them is not ASCII. */
    long packedTail() {
        return packedTail(buffer, offset, length);
    }

    /** The {@link #packedHead()} of a cell of these characters as they stand. */
    static long packedHead(char[] chars, int offset, int length) {
        return length > 2 * PACKED_LENGTH ? NOT_PACKED : packed(chars, offset, Math.min(length, PACKED_LENGTH));
    }

    /** The {@link #packedTail()} of a cell of these characters as they stand. */
    static long packedTail(char[] chars, int offset, int length) {
        return length <= PACKED_LENGTH ? NONE_PACKED : packed(chars, offset + PACKED_LENGTH, length - PACKED_LENGTH);
    }

    private static long packed(char[] chars, int from, int count) {
        long number = NONE_PACKED;
        int bits = 0;
        for (int i = from; i < from + count; i++) {
            number = (number << ASCII_BITS) | chars[i];
            bits |= chars[i];
        }
        return bits >>> ASCII_BITS == 0 ? number : NOT_PACKED;
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
