package org.aestat.session;

/** The bytes of characters in UTF-8, written where the caller has room, so that nothing is allocated. */
final class Utf8 {

    /** How many bytes a {@code char} has at most. */
    static final int MOST_BYTES = 3;

    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;
    private static final int SIX_BITS = 6;

    private Utf8() {}

    /**
     * Encodes characters; half a character becomes a question mark, as in {@link String#getBytes}.
     *
     * @param characters holds them
     * @param offset where they start
     * @param length how many they are
     * @param target has room for {@link #MOST_BYTES} times as many bytes
     * @return how many bytes were written
     */
    static int encode(char[] characters, int offset, int length, byte[] target) {
        int end = offset + length;
        int size = 0;
        for (int i = offset; i < end; i++) {
            char c = characters[i];
            if (c < ONE_BYTE) {
                target[size++] = (byte) c;
            } else if (c < TWO_BYTES) {
                target[size++] = (byte) (0xC0 | (c >> SIX_BITS));
                target[size++] = rest(c);
            } else if (!Character.isSurrogate(c)) {
                target[size++] = (byte) (0xE0 | (c >> (2 * SIX_BITS)));
                target[size++] = rest(c >> SIX_BITS);
                target[size++] = rest(c);
            } else if (i + 1 < end && Character.isSurrogatePair(c, characters[i + 1])) {
                int point = Character.toCodePoint(c, characters[++i]);
                target[size++] = (byte) (0xF0 | (point >> (3 * SIX_BITS)));
                target[size++] = rest(point >> (2 * SIX_BITS));
                target[size++] = rest(point >> SIX_BITS);
                target[size++] = rest(point);
            } else {
                target[size++] = '?';
            }
        }
        return size;
    }

    private static byte rest(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }
}
