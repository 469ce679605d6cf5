package org.aestat.csv;

import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Characters that are one ASCII byte each. */
final class PlainReader extends Reader {

    /** Makes a character of each byte; unlike that of ASCII it need not look whether there is one. */
    private final CharsetDecoder decoder = StandardCharsets.ISO_8859_1.newDecoder();

    private final ByteBuffer bytes;

    /**
     * A reader of the first bytes of an array.
     *
     * @param bytes ASCII from their start; not copied
     * @param length how many there are
     */
    PlainReader(byte[] bytes, int length) {
        this.bytes = ByteBuffer.wrap(bytes, 0, length);
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (!bytes.hasRemaining()) {
            return length > 0 ? -1 : 0;
        }
        int before = bytes.position();
        decoder.decode(bytes, CharBuffer.wrap(target, offset, length), false);
        return bytes.position() - before;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
