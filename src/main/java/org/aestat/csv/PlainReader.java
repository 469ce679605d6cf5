package org.aestat.csv;

import java.io.Reader;

/** Characters that are one ASCII byte each. */
final class PlainReader extends Reader {

    private final byte[] bytes;
    private final int end;
    private int next;

    /**
     * A reader of the first bytes of an array.
     *
     * @param bytes ASCII from their start; not copied
     * @param length how many there are
     */
    PlainReader(byte[] bytes, int length) {
        this.bytes = bytes;
        this.end = length;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        int count = Math.min(length, end - next);
        for (int i = 0; i < count; i++) {
            target[offset + i] = (char) bytes[next + i];
        }
        next += count;
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
