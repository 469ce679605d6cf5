package org.aestat.session;

import java.io.Serializable;
import java.util.Arrays;

/** Some of the adverse events of a layout, asked about together. */
public final class EventSet implements Serializable {

    private static final long serialVersionUID = 1;

    /** Stands for all events beyond the first word of {@link EventColumns}. */
    static final long LATER = Long.MIN_VALUE;

    private final int[] places;
    /** The lower bit of each event's two in the words of {@link EventColumns}. */
    private final long[] lanes;

    /**
     * A set of events.
     *
     * @param places their places in the layout, ascending
     */
    public EventSet(int... places) {
        this.places = places.clone();
        int words = places.length == 0 ? 0 : 1 + places[places.length - 1] / EventColumns.PER_WORD;
        lanes = new long[words];
        for (int place : places) {
            lanes[place / EventColumns.PER_WORD] |= 1L << (2 * (place % EventColumns.PER_WORD));
        }
    }

    /** Whether there is no event. */
    public boolean isEmpty() {
        return places.length == 0;
    }

    /** How many events there are. */
    public int size() {
        return places.length;
    }

    /**
     * The place of an event in the layout.
     *
     * @param index 0 to {@link #size()} - 1
     */
    public int get(int index) {
        return places[index];
    }

    /** A bit for each of the first events of the layout that is in this set, and one bit for all later ones together. */
    public long mask() {
        return (lanes.length == 0 ? 0 : lanes[0]) | (lanes.length > 1 ? LATER : 0);
    }

    int words() {
        return lanes.length;
    }

    long lanes(int word) {
        return lanes[word];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventSet that && Arrays.equals(places, that.places);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(places);
    }
}
