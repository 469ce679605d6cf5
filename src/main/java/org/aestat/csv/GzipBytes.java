package org.aestat.csv;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Gzip data from a place on, taken chunk by chunk. */
abstract class GzipBytes {

    private Chunk chunk;
    private int position;

    /** Some of the data. */
    static final class Chunk {

        private final byte[] bytes;
        private final int length;
        private final long start;

        /**
         * Some of the data.
         *
         * @param bytes holds them from its start; not copied
         * @param length how many bytes they are
         * @param start their place in the data, from 0
         */
        Chunk(byte[] bytes, int length, long start) {
            this.bytes = bytes;
            this.length = length;
            this.start = start;
        }

        byte[] bytes() {
            return bytes;
        }

        int length() {
            return length;
        }

        long start() {
            return start;
        }

        /** The place after them. */
        long end() {
            return start + length;
        }
    }

    /**
     * Data from a place on.
     *
     * @param chunk where the place is, at its end at most
     * @param place from which the data are taken
     */
    GzipBytes(Chunk chunk, long place) {
        this.chunk = chunk;
        goTo(chunk, place);
    }

    /** What follows the chunk that was taken, or null at the end of the data. */
    abstract @Nullable Chunk next() throws IOException;

    /** The place of the byte that is taken next. */
    final long place() {
        return chunk.start() + position;
    }

    /** The chunk in which the place is. */
    final Chunk chunk() {
        return chunk;
    }

    final void goTo(Chunk to, long place) {
        chunk = to;
        position = (int) (place - to.start());
    }

    final boolean isAtEnd() throws IOException {
        while (position == chunk.length()) {
            Chunk next = next();
            if (next == null) {
                return true;
            }
            chunk = next;
            position = 0;
        }
        return false;
    }

    private void requireMore() throws IOException {
        if (isAtEnd()) {
            throw new EOFException("gzip data ends within a member");
        }
    }

    /** Hands the rest of the chunk, or all of the next one, to an inflater that has used all it had. */
    final void feed(Inflater inflater) throws IOException {
        requireMore();
        inflater.setInput(chunk.bytes(), position, chunk.length() - position);
        position = chunk.length();
    }

    /** Takes back what an inflater left of the chunk that it was handed. */
    final void takeBack(int bytes) {
        position -= bytes;
    }

    final int nextByte() throws IOException {
        requireMore();
        return chunk.bytes()[position++] & 0xFF;
    }

    /** A number whose lowest byte stands first. */
    final long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) nextByte() << (8 * i);
        }
        return value;
    }

    final void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            nextByte();
        }
    }

    /** Skips a text with the zero that ends it. */
    final void skipText() throws IOException {
        int character;
        do {
            character = nextByte();
        } while (character != 0);
    }
}
