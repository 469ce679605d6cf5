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
        int returns = 0;
        long other = 0;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, i);
            other |= eight | (eight - ONES);
            quotes += zeros(eight ^ QUOTES);
            feeds += zeros(eight ^ FEEDS);
            returns += zeros(eight ^ RETURNS);
        }
        for (; i < to; i++) {
            other |= bytes[i] <= 0 ? ~LOW_BITS : 0;
            quotes += bytes[i] == '"' ? 1 : 0;
            feeds += bytes[i] == '\n' ? 1 : 0;
            returns += bytes[i] == '\r' ? 1 : 0;
        }
        int pairs = returns == 0 ? 0 : pairs(bytes, from, to);
        return new ByteCounts(quotes, feeds + returns - pairs, (other & ~LOW_BITS) == 0);
    }

    private static int zeros(long eight) {
        return Long.bitCount(~(((eight & LOW_BITS) + LOW_BITS) | eight | LOW_BITS));
    }

    private static int pairs(byte[] bytes, int from, int to) {
        int pairs = 0;
        for (int i = from; i + 1 < to; i++) {
            pairs += bytes[i] == '\r' && bytes[i + 1] == '\n' ? 1 : 0;
        }
        return pairs;
    }
}
