package org.aestat.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose start can be read twice: it keeps what it hands out until it is told how to go on. */
final class RestartedStream extends ArrayStream {

    /** More bytes than a header may have characters, and what is read ahead. */
    private static final int MOST = 5 * RecordLimits.MAX_RECORD;

    /** The start is longer than any header may be. */
    static final class LongStartException extends IOException {

        private static final long serialVersionUID = 1L;

        private LongStartException() {
            super("no header stands in the first 20 MiB. Perhaps this is not a CSV file.");
        }
    }

    private final InputStream in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private byte[] again = new byte[0];
    private int position;
    private boolean keeping = true;

    RestartedStream(InputStream in) {
        this.in = in;
    }

    /** Starts again with the first byte. Only once, and not after {@link #goOn()}. */
    void restart() {
        again = kept.toByteArray();
        goOn();
    }

    /** Keeps nothing more. */
    void goOn() {
        keeping = false;
        kept.reset();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position < again.length) {
            int read = Math.min(length, again.length - position);
            System.arraycopy(again, position, target, offset, read);
            position += read;
            return read;
        }
        int read = in.read(target, offset, length);
        if (keeping && read > 0) {
            if (kept.size() > MOST) {
                throw new LongStartException();
            }
            kept.write(target, offset, read);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
