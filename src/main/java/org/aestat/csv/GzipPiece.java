package org.aestat.csv;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Members decompressed before it is known whether the first of them starts where it seems to. It decompresses up to where
 * the next piece starts, to a limit, to a fault, or as far as the bytes were known; its decoder goes on from there.
 */
final class GzipPiece {

    private final long start;
    private final long end;
    private final long most;
    private final GzipDecoder decoder;
    private final Queue<byte[]> spare;
    private final Deque<byte[]> output = new ArrayDeque<>();
    private @Nullable Future<?> work;
    private int lastLength = GzipAhead.OUTPUT_CHUNK;
    private int handed;
    private volatile boolean isVoid;
    private boolean atWork = true;

    /**
     * A piece.
     *
     * @param start where its first member seems to start
     * @param end where the next piece seems to start
     * @param most after how many decompressed bytes it stops
     * @param known the data known so far; the start is in the first chunk
     * @param spare output chunks that are free
     */
    GzipPiece(long start, long end, long most, List<GzipBytes.Chunk> known, Queue<byte[]> spare) {
        this.start = start;
        this.end = end;
        this.most = most;
        this.decoder = new GzipDecoder(new Known(known, start));
        this.spare = spare;
    }

    private static final class Known extends GzipBytes {

        private final List<Chunk> chunks;
        private int taken = 1;

        Known(List<Chunk> chunks, long start) {
            super(chunks.get(0), start);
            this.chunks = chunks;
        }

        @Override
        Chunk next() throws IOException {
            if (taken == chunks.size()) {
                throw new GzipDecoder.UnknownBytesException();
            }
            return chunks.get(taken++);
        }
    }

    long start() {
        return start;
    }

    /** Starts the work. */
    void begin(ExecutorService pool) {
        work = pool.submit(this::run);
    }

    private void run() {
        try {
            decompress();
        } catch (IOException e) {
            return; // whoever goes on with the decoder meets the fault again, or has the bytes that were not known
        } finally {
            endWork();
        }
    }

    private void decompress() throws IOException {
        long all = 0;
        while (!isVoid && all < most && !(decoder.isBetweenMembers() && decoder.place() >= end)) {
            if (lastLength == GzipAhead.OUTPUT_CHUNK) {
                byte[] free = spare.poll();
                output.add(free == null ? new byte[GzipAhead.OUTPUT_CHUNK] : free);
                lastLength = 0;
            }
            int read = decoder.read(output.getLast(), lastLength, GzipAhead.OUTPUT_CHUNK - lastLength);
            lastLength += read;
            all += read;
        }
    }

    private synchronized void endWork() {
        atWork = false;
        if (isVoid) {
            decoder.end();
        }
    }

    /** Says that nobody wants its bytes. */
    synchronized void drop() {
        isVoid = true;
        if (!atWork) {
            decoder.end();
        }
    }

    /** Waits for the end of the work. */
    void await() throws InterruptedException {
        try {
            Objects.requireNonNull(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("decompressing failed", e.getCause());
        }
    }

    /** Takes some of the bytes, after the end of the work; none when all were taken. */
    int read(byte[] target, int offset, int length) {
        byte[] first = output.peek();
        if (first == null) {
            return 0;
        }
        int there = output.size() == 1 ? lastLength : GzipAhead.OUTPUT_CHUNK;
        int read = Math.min(length, there - handed);
        System.arraycopy(first, handed, target, offset, read);
        handed += read;
        if (handed == there) {
            spare.add(output.remove());
            handed = 0;
        }
        return read;
    }

    /** Goes on after these bytes. */
    GzipDecoder decoder() {
        return decoder;
    }
}
