package org.aestat.csv;

import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Some whole lines of an export, not decoded. */
public final class TextBlock {

    private final byte[] bytes;
    private final int length;
    private final long firstLine;
    private final boolean last;
    private final boolean plain;
    private final @Nullable Queue<byte[]> spare;

    /**
     * A block.
     *
     * @param bytes holds its bytes from the start; not copied
     * @param length how many bytes they are
     * @param firstLine the physical line on which they start, from 1
     * @param last whether nothing follows
     * @param plain whether all bytes are ASCII characters but NUL; false if that is not known
     * @param spare takes the bytes when they are no longer needed, or null
     */
    TextBlock(byte[] bytes, int length, long firstLine, boolean last, boolean plain, @Nullable Queue<byte[]> spare) {
        this.bytes = bytes;
        this.length = length;
        this.firstLine = firstLine;
        this.last = last;
        this.plain = plain;
        this.spare = spare;
    }

    /** The physical line on which it starts, from 1. */
    long firstLine() {
        return firstLine;
    }

    /** Whether nothing follows. */
    boolean isLast() {
        return last;
    }

    /** This block and the one after it as one. */
    public TextBlock join(TextBlock next) {
        byte[] joined = Arrays.copyOf(bytes, Math.addExact(length, next.length));
        System.arraycopy(next.bytes, 0, joined, length, next.length);
        return new TextBlock(joined, joined.length, firstLine, next.last, plain && next.plain, null);
    }

    /** Gives the bytes away to a block to come. Nobody may read this one or join it afterwards. */
    public void release() {
        if (spare != null) {
            spare.add(bytes);
        }
    }

    /**
     * What stands from a line on.
     *
     * @param line the line, not before the first
     * @return null if the block ends before it
     */
    @Nullable
    TextBlock from(long line) {
        int start = 0;
        long found = firstLine;
        while (found < line && start < length) {
            boolean pair = bytes[start] == '\r' && start + 1 < length && bytes[start + 1] == '\n';
            found += bytes[start] == '\n' || (bytes[start] == '\r' && !pair) ? 1 : 0;
            start++;
        }
        return found < line
                ? null
                : new TextBlock(Arrays.copyOfRange(bytes, start, length), length - start, line, last, plain, null);
    }

    /** Whether the export starts with this block. */
    boolean isFirst() {
        return firstLine == 1;
    }

    /** Its characters; problems are {@link InputException}s. */
    Reader reader(Charset charset, String file) {
        if (plain) {
            return new PlainReader(bytes, length);
        }
        return new StrictReader(new ByteArrayInputStream(bytes, 0, length), file, charset, firstLine);
    }
}
