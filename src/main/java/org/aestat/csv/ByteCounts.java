package org.aestat.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What the bytes of a text are, counted in one look at eight at a time.
 *
 * @param quotes the number of quotes
 * @param lineEnds the number of line ends: LF, CR or both
 * @param arePlain whether all are ASCII characters but NUL
 */
record ByteCounts(int quotes, int lineEnds, boolean arePlain) {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
    private static final long QUOTES = ONES * '"';
    private static final long FEEDS = ONES * '\n';
    private static final long RETURNS = ONES * '\r';
    /** How often each of eight counters of a byte can go up. */
    private static final int MOST = 255;

    /**
     * Counts bytes.
     *
     * @param bytes holds them
     * @param from the place of the first
     * @param to one after that of the last
     */
    static ByteCounts of(byte[] bytes, int from, int to) {
        int quotes = 0;
        int feeds = 0;
        long unlikeReturns = ONES;
        long unplain = 0;
        int i = from;
        while (i + Long.BYTES <= to) {
            int start = i;
            int end = Math.min(to - Long.BYTES + 1, i + MOST * Long.BYTES);
            long unlikeQuotes = 0;
            long unlikeFeeds = 0;
            for (; i < end; i += Long.BYTES) {
                long eight = (long) EIGHT.get(bytes, i);
                unplain |= eight | (eight - ONES);
                unlikeQuotes += unlike(eight, QUOTES);
                unlikeFeeds += unlike(eight, FEEDS);
                unlikeReturns &= unlike(eight, RETURNS);
            }
            quotes += i - start - sum(unlikeQuotes);
            feeds += i - start - sum(unlikeFeeds);
        }
        boolean hasReturns = unlikeReturns != ONES;
        for (; i < to; i++) {
            unplain |= bytes[i] <= 0 ? ~LOW_BITS : 0;
            quotes += bytes[i] == '"' ? 1 : 0;
            feeds += bytes[i] == '\n' ? 1 : 0;
            hasReturns |= bytes[i] == '\r';
        }
        int ends = feeds + (hasReturns ? loneReturns(bytes, from, to) : 0);
        return new ByteCounts(quotes, ends, (unplain & ~LOW_BITS) == 0);
    }

    /** 1 in each byte that is not the one of the pattern, 0 in each that is. */
    private static long unlike(long eight, long pattern) {
        return (((((eight & LOW_BITS) ^ pattern) + LOW_BITS) | eight) >>> (Byte.SIZE - 1)) & ONES;
    }

    /** The sum of eight bytes. */
    private static int sum(long eight) {
        long pairs = (eight & 0x00FF00FF00FF00FFL) + ((eight >>> Byte.SIZE) & 0x00FF00FF00FF00FFL);
        return (int) ((pairs * 0x0001000100010001L) >>> (Long.SIZE - Short.SIZE));
    }

    private static int loneReturns(byte[] bytes, int from, int to) {
        int lone = 0;
        for (int i = from; i < to; i++) {
            lone += bytes[i] == '\r' && (i + 1 == to || bytes[i + 1] != '\n') ? 1 : 0;
        }
        return lone;
    }
}
