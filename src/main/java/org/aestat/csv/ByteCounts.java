package org.aestat.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts bytes, eight at a time. */
final class ByteCounts {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private ByteCounts() {}

    /** The number of quotes. */
    static int quotes(byte[] bytes, int length) {
        return count(bytes, length, '"');
    }

    /** The number of line ends: LF, CR or both. */
    static int lineBreaks(byte[] bytes, int length) {
        int returns = count(bytes, length, '\r');
        int breaks = count(bytes, length, '\n') + returns;
        for (int i = 0; returns > 0 && i + 1 < length; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                breaks--;
            }
        }
        return breaks;
    }

    /** Whether all bytes are ASCII characters but NUL. */
    static boolean arePlain(byte[] bytes, int length) {
        long other = 0;
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, i);
            other |= eight | (eight - ONES);
        }
        for (; i < length; i++) {
            other |= bytes[i] <= 0 ? ~LOW_BITS : 0;
        }
        return (other & ~LOW_BITS) == 0;
    }

    private static int count(byte[] bytes, int length, char wanted) {
        long pattern = ONES * wanted;
        int count = 0;
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long differences = (long) EIGHT.get(bytes, i) ^ pattern;
            count += Long.bitCount(~(((differences & LOW_BITS) + LOW_BITS) | differences | LOW_BITS));
        }
        for (; i < length; i++) {
            count += bytes[i] == wanted ? 1 : 0;
        }
        return count;
    }
}
