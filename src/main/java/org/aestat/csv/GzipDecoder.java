package org.aestat.csv;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses gzip members (RFC 1952), one after the other. What comes out before a fault depends on the data alone, not
 * on how they are read: everything where they end too early, and otherwise all of the member up to a multiple of 64 KiB,
 * since damaged data often give some nonsense before the damage shows. Not for use by several threads at a time.
 */
final class GzipDecoder {

    static final int MAGIC = 0x8B1F;
    static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int TIME_SYSTEM_LENGTH = 6;
    private static final int BLOCK = 1 << 16;
    private static final byte[] NOTHING = new byte[0];

    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] block = new byte[BLOCK];
    private GzipBytes in;
    private Step step = Step.HEADER;
    private long stepStart;
    private int filled;
    private int ready;
    private int handed;
    private @Nullable IOException fault;

    private enum Step {
        HEADER,
        DATA,
        TRAILER
    }

    /** More bytes are needed than are known so far; with more, the decoder can go on. */
    static final class UnknownBytesException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** A decoder of data at whose place a member starts, or which end there. */
    GzipDecoder(GzipBytes in) {
        this.in = in;
        this.stepStart = in.place();
    }

    /** Goes on with the same data held elsewhere. */
    void goOn(GzipAhead other) {
        other.moveTo(place());
        inflater.setInput(NOTHING);
        in = other;
    }

    /** How far the data were used. */
    long place() {
        return step == Step.DATA ? in.place() - inflater.getRemaining() : stepStart;
    }

    /** Whether a member starts, or the data end, at the place. */
    boolean isBetweenMembers() {
        return step == Step.HEADER;
    }

    /** Takes some bytes: none where a member ends, -1 where the data end. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (handed == ready) {
            handed = 0;
            ready = 0;
            boolean direct = length >= BLOCK && filled == 0;
            int more = direct ? decoded(target, offset) : decoded(block, 0);
            if (more <= 0) {
                return more;
            }
            filled = 0;
            if (direct) {
                return more;
            }
            ready = more;
        }
        int read = Math.min(length, ready - handed);
        System.arraycopy(block, handed, target, offset, read);
        handed += read;
        return read;
    }

    /** Whether the data were found to be wrong. */
    boolean hasFault() {
        return fault != null;
    }

    /** Decompresses a block, or what there is left of one, to where there is room for it. */
    private int decoded(byte[] room, int start) throws IOException {
        if (fault != null) {
            throw fault;
        }
        try {
            if (step == Step.HEADER && !startMember()) {
                return -1;
            }
            if (step == Step.DATA && fillBlock(room, start)) {
                return filled;
            }
            endMember();
            return 0;
        } catch (UnknownBytesException e) {
            System.arraycopy(room, start, block, 0, filled);
            throw e;
        } catch (IOException e) {
            fault = e;
            if (filled > 0 && !(e instanceof ZipException)) {
                return filled;
            }
            throw e;
        }
    }

    private boolean startMember() throws IOException {
        if (in.isAtEnd()) {
            return false;
        }
        if (in.number(2) != MAGIC || in.nextByte() != DEFLATE) {
            throw new ZipException("not a gzip member");
        }
        int flags = in.nextByte();
        in.skip(TIME_SYSTEM_LENGTH);
        if ((flags & EXTRA) != 0) {
            in.skip((int) in.number(2));
        }
        for (int text = 0; text < Integer.bitCount(flags & (NAME | COMMENT)); text++) {
            in.skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            in.skip(2);
        }
        inflater.reset();
        checksum.reset();
        step = Step.DATA;
        return true;
    }

    /** Fills the block as far as the member goes; false if there was nothing left of it. */
    private boolean fillBlock(byte[] room, int start) throws IOException {
        while (filled < BLOCK && !inflater.finished()) {
            int inflated = inflate(room, start + filled);
            checksum.update(room, start + filled, inflated);
            filled += inflated;
            if (inflated == 0 && !inflater.finished()) {
                if (inflater.needsDictionary()) {
                    throw new ZipException("preset dictionary");
                }
                in.feed(inflater);
            }
        }
        if (inflater.finished()) {
            in.takeBack(inflater.getRemaining());
            begin(Step.TRAILER);
        }
        return filled > 0;
    }

    private int inflate(byte[] room, int place) throws ZipException {
        try {
            return inflater.inflate(room, place, BLOCK - filled);
        } catch (DataFormatException e) {
            throw new ZipException("invalid compressed data");
        }
    }

    private void endMember() throws IOException {
        long length = inflater.getBytesWritten() & 0xFFFFFFFFL;
        if (in.number(4) != checksum.getValue() || in.number(4) != length) {
            throw new ZipException("wrong checksum");
        }
        begin(Step.HEADER);
    }

    private void begin(Step next) {
        stepStart = in.place();
        step = next;
    }

    /** Gives back what it holds beyond the heap. */
    void end() {
        inflater.end();
    }
}
