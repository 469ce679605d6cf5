package org.aestat.session;

/**
 * The keys that {@link PatientIds} had at some moment. Other threads may look at them while more are taken: what these parts
 * of arrays hold stays, and a code that came later is passed over.
 */
final class KnownPatients {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] keys;
    private final int[] slots;
    private final int size;

    /**
     * Some keys.
     *
     * @param keys the key of each code
     * @param slots codes by key, 0 where free, perhaps with later ones among them; their number is a power of two
     * @param size the last code
     */
    KnownPatients(long[] keys, int[] slots, int size) {
        this.keys = keys;
        this.slots = slots;
        this.size = size;
    }

    /** The code of a key, or 0 if it was not there. */
    int find(long key) {
        int slot = slot(key, slots.length);
        for (int code = slots[slot]; code != 0; code = slots[slot]) {
            if (code <= size && keys[code] == key) {
                return code;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return 0;
    }

    /** Where the search for a key begins: its form and its number both have a say in the highest bits. */
    static int slot(long key, int slots) {
        return (int) ((key * SPREAD) >>> (Integer.SIZE + 1 + Integer.numberOfLeadingZeros(slots)));
    }
}
