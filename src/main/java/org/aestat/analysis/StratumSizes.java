package org.aestat.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.aestat.result.StratumSize;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;

/** How many sessions, of how many patients, each stratum has; all sessions first. */
public final class StratumSizes implements Accumulator<PatientHistory, List<StratumSize>, StratumSizes> {

    private static final long serialVersionUID = 1;

    private final Strata strata;
    private final long[] sessions;
    private final long[] patients;

    /**
     * An accumulator without patients.
     *
     * @param strata the strata
     */
    public StratumSizes(Strata strata) {
        this.strata = strata;
        sessions = new long[strata.size()];
        patients = new long[strata.size()];
    }

    @Override
    public StratumSizes fresh() {
        return new StratumSizes(strata);
    }

    @Override
    public void accept(PatientHistory history) {
        BitSet touched = new BitSet(sessions.length);
        int[] places = new int[1 + strata.groupings()];
        for (Session session : history.inOneView()) {
            if (strata.contains(session)) {
                strata.places(session, places);
                for (int place : places) {
                    sessions[place]++;
                    touched.set(place);
                }
            }
        }
        touched.stream().forEach(place -> patients[place]++);
    }

    @Override
    public StratumSizes combine(StratumSizes other) {
        if (!strata.equals(other.strata)) {
            throw new IllegalArgumentException("sizes of strata of another configuration");
        }
        for (int place = 0; place < sessions.length; place++) {
            sessions[place] += other.sessions[place];
            patients[place] += other.patients[place];
        }
        return this;
    }

    @Override
    public List<StratumSize> result() {
        List<StratumSize> sizes = new ArrayList<>();
        for (int place = 0; place < sessions.length; place++) {
            sizes.add(new StratumSize(strata.get(place), sessions[place], patients[place]));
        }
        return sizes;
    }
}
