package org.aestat.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * A table from keys of ids to the lines where they were met, in parts that grow one by one, so that growing never needs
 * room for the whole table twice. Sixteen keys in a row have places side by side, since most exports have their ids in
 * order.
 */
final class NumberedIds {

    private static final int PART_BITS = 6;
    private static final int GROUP_BITS = 4;
    private static final int GROUP = 1 << GROUP_BITS;
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
        long mixed = mixed(key);
        int place = (int) (mixed >>> (Long.SIZE - PART_BITS));
        Part part = parts[place];
        if (part == null) {
            part = new Part();
            parts[place] = part;
        }
        return part.meet(key, mixed, line);
    }

    /** The same for all keys of a group, different from group to group. */
    private static long mixed(long key) {
        long group = key >>> GROUP_BITS;
        return (group ^ (group >>> 32)) * SPREAD;
    }

    /** An open table of groups, whose free places have key 0. */
    private static final class Part {

        private long[] keys = new long[GROUP];
        private int[] lines = new int[GROUP];
        private int size;

        long meet(long key, long mixed, long line) {
            int place = place(key, mixed);
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

        /** Where a key is, or the free place where it would be: the same place in the next group, at last the next place. */
        private int place(long key, long mixed) {
            long hash = (mixed << PART_BITS) >>> 32;
            int group = (int) ((hash * (keys.length >>> GROUP_BITS)) >>> 32);
            int place = (group << GROUP_BITS) + (int) ((key + mixed) & (GROUP - 1));
            while (keys[place] != 0 && keys[place] != key) {
                place += GROUP;
                if (place >= keys.length) {
                    place = (place + 1) & (GROUP - 1);
                }
            }
            return place;
        }

        private void grow() {
            long[] oldKeys = keys;
            int[] oldLines = lines;
            int groups = keys.length >>> GROUP_BITS;
            keys = new long[(groups + groups / 2 + 1) << GROUP_BITS];
            lines = new int[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                long key = oldKeys[i];
                if (key != 0) {
                    int place = place(key, mixed(key));
                    keys[place] = key;
                    lines[place] = oldLines[i];
                }
            }
        }
    }
}
