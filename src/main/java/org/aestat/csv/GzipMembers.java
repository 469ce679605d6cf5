package org.aestat.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses gzip data of one or more members (RFC 1952) to their very end. Unlike the platform's stream it takes
 * nothing after a member for an end but the end, so data that is cut short is never taken for complete.
 */
final class GzipMembers extends InputStream {

    private static final int MAGIC = 0x8B1F;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int TIME_SYSTEM_LENGTH = 6;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[1 << 14];
    private int position;
    private int limit;
    private boolean inMember;

    GzipMembers(InputStream in) {
        this.in = in;
    }

    /** Whether data with these first bytes is gzip. */
    static boolean isGzip(byte[] first) {
        return first.length >= 2 && ((first[0] & 0xFF) | ((first[1] & 0xFF) << 8)) == MAGIC;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (inMember || startMember()) {
            int read = inflate(target, offset, length);
            if (read > 0) {
                checksum.update(target, offset, read);
                return read;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("preset dictionary");
            } else {
                fill();
                inflater.setInput(buffer, 0, limit);
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws ZipException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw new ZipException("invalid compressed data");
        }
    }

    private boolean startMember() throws IOException {
        if (position == limit && !refill()) {
            return false;
        }
        if (number(2) != MAGIC || nextByte() != DEFLATE) {
            throw new ZipException("not a gzip member");
        }
        int flags = nextByte();
        skip(TIME_SYSTEM_LENGTH);
        if ((flags & EXTRA) != 0) {
            skip((int) number(2));
        }
        for (int text = 0; text < Integer.bitCount(flags & (NAME | COMMENT)); text++) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(buffer, position, limit - position);
        checksum.reset();
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        long length = inflater.getBytesWritten() & 0xFFFFFFFFL;
        if (number(4) != checksum.getValue() || number(4) != length) {
            throw new ZipException("wrong checksum");
        }
        inMember = false;
    }

    private long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) nextByte() << (8 * i);
        }
        return value;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            nextByte();
        }
    }

    private void skipText() throws IOException {
        int character;
        do {
            character = nextByte();
        } while (character != 0);
    }

    private int nextByte() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++] & 0xFF;
    }

    private void fill() throws IOException {
        if (!refill()) {
            throw new EOFException("gzip data ends within a member");
        }
    }

    private boolean refill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
