package org.aestat.analysis;

import java.io.Serializable;

/** The strata in which the patient at hand has a session, each once. */
final class StrataOfPatient implements Serializable {

    private static final long serialVersionUID = 1;

    private final int[] places;
    private final boolean[] among;
    private int size;

    /**
     * None of them.
     *
     * @param strata how many strata there are
     */
    StrataOfPatient(int strata) {
        places = new int[strata];
        among = new boolean[strata];
    }

    void add(int place) {
        if (!among[place]) {
            among[place] = true;
            places[size++] = place;
        }
    }

    int size() {
        return size;
    }

    /** A stratum, from the first that the patient was in. */
    int get(int index) {
        return places[index];
    }

    /** Ends the patient at hand. */
    void clear() {
        while (size > 0) {
            among[places[--size]] = false;
        }
    }
}
