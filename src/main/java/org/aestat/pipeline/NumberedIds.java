package org.aestat.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * A table from keys of ids to the lines where they were met, in parts that grow one by one, so that growing never needs
 * room for the whole table twice.
 */
final class NumberedIds {

    private static final int PART_BITS = 6;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final @Nullable Part[] parts = new Part[1 << PART_BITS];

    /**
     * Takes note of a key.
     *
     * @param key positive
     * @param line where it is, from 1; those beyond 4,294,967,295 are taken for that one
     * @return the line where it was met before, or 0
     */
    long meet(long key, long line) {
        long mixed = (key ^ (key >>> 32)) * SPREAD;
        int place = (int) (mixed >>> (Long.SIZE - PART_BITS));
        Part part = parts[place];
        if (part == null) {
            part = new Part();
            parts[place] = part;
        }
        return part.meet(key, (mixed << PART_BITS) >>> 32, line);
    }

    /** An open table whose free places have key 0. */
    private static final class Part {

        private static final int FIRST_ROOM = 16;

        private long[] keys = new long[FIRST_ROOM];
        private int[] lines = new int[FIRST_ROOM];
        private int size;

        /** The hash has 32 bits, which are scaled to the room. */
        long meet(long key, long hash, long line) {
            int place = place(key, hash);
            if (keys[place] != 0) {
                return Integer.toUnsignedLong(lines[place]);
            }
            keys[place] = key;
            lines[place] = (int) Math.min(line, 0xFFFF_FFFFL);
            size++;
            if (size > keys.length / 4 * 3) {
                grow();
            }
            return 0;
        }

        private int place(long key, long hash) {
            int place = (int) ((hash * keys.length) >>> 32);
            while (keys[place] != 0 && keys[place] != key) {
                place = place + 1 == keys.length ? 0 : place + 1;
            }
            return place;
        }

        private void grow() {
            long[] oldKeys = keys;
            int[] oldLines = lines;
            keys = new long[oldKeys.length + oldKeys.length / 2];
            lines = new int[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                long key = oldKeys[i];
                if (key != 0) {
                    long mixed = (key ^ (key >>> 32)) * SPREAD;
                    int place = place(key, (mixed << PART_BITS) >>> 32);
                    keys[place] = key;
                    lines[place] = oldLines[i];
                }
            }
        }
    }
}
