package org.aestat.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Counts and digests the bytes of a stream, and lets the first ones be looked at before they are read. */
final class DigestedStream extends InputStream {

    private static final int FIRST_SIZE = 1 << 12;
    private static final int FULL_SIZE = 1 << 16;

    /** How many buffers may wait for the checksum; the last one is still read here. */
    private static final int MOST_WAITING = 4;

    private final InputStream in;
    private final Sha256 digest = new Sha256();
    private final Deque<Future<byte[]>> waiting = new ArrayDeque<>();
    private byte[] buffer = new byte[FIRST_SIZE];
    private int position;
    private int limit;
    private long count;
    private @Nullable String sha256;

    DigestedStream(InputStream in) {
        this.in = in;
    }

    /**
     * The first bytes, which stay to be read. Only before anything was read.
     *
     * @param size how many, fewer where the stream ends earlier
     */
    byte[] peek(int size) throws IOException {
        while (limit < size) {
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                break;
            }
            took(read);
        }
        return Arrays.copyOf(buffer, Math.min(size, limit));
    }

    private void took(int read) {
        waiting.add(digest.add(buffer, limit, read));
        limit += read;
        count += read;
    }

    private boolean isAtEnd() throws IOException {
        if (position < limit) {
            return false;
        }
        buffer = emptyBuffer();
        position = 0;
        limit = 0;
        int read = in.read(buffer, 0, buffer.length);
        if (read < 0) {
            forget();
            return true;
        }
        took(read);
        return false;
    }

    /** Gives up all room, as there may be many more files. */
    private void forget() {
        waiting.forEach(Sha256::await);
        waiting.clear();
        buffer = new byte[0];
    }

    /** Room for the bytes that come next: the one at hand may still wait for the checksum. */
    private byte[] emptyBuffer() {
        if (waiting.size() >= MOST_WAITING) {
            byte[] added = Sha256.await(waiting.remove());
            if (added.length == FULL_SIZE) {
                return added;
            }
        }
        return new byte[FULL_SIZE];
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : buffer[position++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (isAtEnd()) {
            return -1;
        }
        int read = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, read);
        position += read;
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** How many bytes were taken from the stream. */
    long count() {
        return count;
    }

    /** The SHA-256 of these bytes in hexadecimal, to be asked for when all are read. */
    String sha256() {
        if (sha256 == null) {
            forget();
            sha256 = Sha256.await(digest.hex());
        }
        return sha256;
    }
}
