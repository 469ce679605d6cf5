package org.aestat.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses gzip data of one or more members (RFC 1952) to their very end. Unlike the platform's stream it takes
 * nothing after a member for an end but the end, so data that is cut short is never taken for complete.
 */
final class GzipMembers extends ArrayStream {

    private final InputStream in;
    private final GzipBytes bytes;
    private GzipDecoder decoder;
    private @Nullable GzipAhead ahead;
    private @Nullable GzipPiece piece;

    GzipMembers(InputStream in) {
        this.in = in;
        this.bytes = new InTurn(in);
        this.decoder = new GzipDecoder(bytes);
    }

    /** Data read when they are wanted. */
    private static final class InTurn extends GzipBytes {

        private final InputStream in;
        private final byte[] buffer;

        InTurn(InputStream in) {
            this(in, new byte[1 << 14]);
        }

        private InTurn(InputStream in, byte[] buffer) {
            super(new Chunk(buffer, 0, 0), 0);
            this.in = in;
            this.buffer = buffer;
        }

        @Override
        @Nullable
        Chunk next() throws IOException {
            int read = in.read(buffer, 0, buffer.length);
            return read < 0 ? null : new Chunk(buffer, read, place());
        }
    }

    /** Whether data with these first bytes is gzip. */
    static boolean isGzip(byte[] first) {
        return first.length >= 2 && ((first[0] & 0xFF) | ((first[1] & 0xFF) << 8)) == GzipDecoder.MAGIC;
    }

    /**
     * From now on reads ahead and lets other threads decompress members to come. The bytes, and what is said of a fault,
     * stay the same. After a fault there is nothing to come.
     */
    void readAhead(ExecutorService pool, GzipAhead.Limits limits) {
        if (decoder.hasFault()) {
            return;
        }
        ahead = new GzipAhead(in, bytes.chunk(), decoder.place(), pool, limits);
        decoder.goOn(ahead);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = 0;
        while (read == 0 && length > 0) {
            if (ahead != null && piece == null && decoder.isBetweenMembers()) {
                piece = ahead.arrive(decoder.place());
            }
            read = piece == null ? decoder.read(target, offset, length) : piece.read(target, offset, length);
            if (ahead != null && piece != null && read == 0) {
                decoder.end();
                decoder = piece.decoder();
                decoder.goOn(ahead);
                piece = null;
            }
        }
        if (read < 0 && ahead != null) {
            ahead.forget();
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        if (ahead != null) {
            ahead.close();
        }
        decoder.end();
        in.close();
    }
}
