package org.aestat.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Gzip data read ahead, and pieces of them decompressed by other threads. Where a member may start is guessed from the
 * bytes. A piece counts only if the members before it end exactly at its start, so a wrong guess costs time and changes
 * nothing. One thread reads; closing is for any thread.
 */
final class GzipAhead extends GzipBytes {

    static final int OUTPUT_CHUNK = 1 << 18;

    private static final byte MAGIC_1 = (byte) GzipDecoder.MAGIC;
    private static final byte MAGIC_2 = (byte) (GzipDecoder.MAGIC >> 8);
    private static final int RESERVED_FLAGS = 0xE0;
    private static final int MOST_WRONG = 16;

    private final InputStream in;
    private final ExecutorService pool;
    private final Limits limits;
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private final Deque<GzipPiece> pieces = new ConcurrentLinkedDeque<>();
    private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();
    private long knownEnd;
    private long pieceStart = -1;
    private int wrong;
    private boolean ended;
    private @Nullable IOException failure;
    private volatile boolean closed;

    /**
     * How much is done ahead.
     *
     * @param pieces how many pieces there are at most
     * @param chunk how many bytes are read at a time
     * @param piece how many compressed bytes a piece has at least, if members end there
     * @param bytes how many compressed bytes are read ahead at most
     * @param output after how many decompressed bytes a piece stops
     */
    record Limits(int pieces, int chunk, int piece, int bytes, long output) {

        /** Pieces large enough to be worth a thread, and at most 8 MiB before and 8 MiB after decompression. */
        static Limits of(int pieces) {
            return new Limits(pieces, 1 << 17, 1 << 18, 1 << 23, 1 << 23);
        }
    }

    /**
     * Data read ahead.
     *
     * @param in what follows the first chunk
     * @param first the data known so far
     * @param place where to go on in these
     * @param pool whose threads decompress
     */
    GzipAhead(InputStream in, Chunk first, long place, ExecutorService pool, Limits limits) {
        super(first, place);
        this.in = in;
        this.pool = pool;
        this.limits = limits;
        this.knownEnd = first.end();
        chunks.add(first);
        findStarts(first, (int) (place - first.start()));
    }

    @Override
    @Nullable
    Chunk next() throws IOException {
        dropBefore(place());
        chunks.remove();
        readAhead();
        if (chunks.isEmpty() && !ended) {
            readChunk();
        }
        Chunk next = chunks.peek();
        if (next == null) {
            chunks.add(chunk());
            if (failure != null) {
                throw failure;
            }
        }
        return next;
    }

    /** Goes on at a place of the data known so far, not before the present one. */
    void moveTo(long place) {
        while (chunks.size() > 1 && chunks.getFirst().end() <= place) {
            chunks.remove();
        }
        goTo(chunks.getFirst(), place);
    }

    /**
     * The members from a place on, if they were decompressed ahead, when that is done; otherwise null.
     *
     * @param place where a member starts, or the data end
     */
    @Nullable
    GzipPiece arrive(long place) throws InterruptedIOException {
        moveTo(place);
        dropBefore(place);
        readAhead();
        GzipPiece piece = pieces.peek();
        if (piece == null || piece.start() != place) {
            return null;
        }
        pieces.remove();
        wrong = 0;
        readAhead();
        try {
            piece.await();
        } catch (InterruptedException e) {
            piece.drop();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("decompressing was interrupted");
        }
        return piece;
    }

    private void dropBefore(long place) {
        for (GzipPiece piece = pieces.peek(); piece != null && piece.start() < place; piece = pieces.peek()) {
            pieces.remove().drop();
            wrong++;
        }
        if (pieceStart < place) {
            pieceStart = -1;
        }
    }

    private boolean mayBegin() {
        return !closed && pieces.size() < limits.pieces() && wrong < MOST_WRONG;
    }

    private void readAhead() {
        while (mayBegin() && !ended && knownEnd - place() < limits.bytes()) {
            readChunk();
        }
        if (mayBegin() && pieceStart >= 0) {
            begin(Long.MAX_VALUE);
            pieceStart = -1;
        }
    }

    private void readChunk() {
        byte[] bytes = new byte[limits.chunk()];
        int length = 0;
        try {
            while (length < bytes.length && !ended) {
                int read = in.read(bytes, length, bytes.length - length);
                ended = read < 0;
                length += Math.max(0, read);
            }
        } catch (IOException e) {
            ended = true;
            failure = e; // comes after the bytes before it
        }
        if (length > 0) {
            Chunk chunk = new Chunk(bytes, length, knownEnd);
            knownEnd = chunk.end();
            chunks.add(chunk);
            findStarts(chunk, 0);
        }
    }

    /** Where bytes of a chunk look like the start of a member. One that stands in two chunks is not found. */
    private void findStarts(Chunk chunk, int from) {
        byte[] bytes = chunk.bytes();
        int last = from + 2;
        while (last < chunk.length() - 1) {
            byte b = bytes[last];
            if (b == MAGIC_1) {
                last += 2;
            } else if (b == MAGIC_2) {
                last++;
            } else {
                if (b == GzipDecoder.DEFLATE
                        && bytes[last - 1] == MAGIC_2
                        && bytes[last - 2] == MAGIC_1
                        && (bytes[last + 1] & RESERVED_FLAGS) == 0) {
                    found(chunk.start() + last - 2);
                }
                last += 3;
            }
        }
    }

    private void found(long start) {
        if (pieceStart < 0) {
            pieceStart = start;
        } else if (start - pieceStart >= limits.piece() && mayBegin()) {
            begin(start);
            pieceStart = start;
        }
    }

    private void begin(long end) {
        List<Chunk> known =
                chunks.stream().filter(chunk -> chunk.end() > pieceStart).toList();
        GzipPiece piece = new GzipPiece(pieceStart, end, limits.output(), known, spare);
        pieces.add(piece);
        piece.begin(pool);
        if (closed) {
            piece.drop();
        }
    }

    /** Gives up the room that was used, when nothing follows. */
    void forget() {
        spare.clear();
    }

    /** Ends the work on all pieces soon. */
    void close() {
        closed = true;
        pieces.forEach(GzipPiece::drop);
    }
}
