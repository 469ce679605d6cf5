package org.aestat.analysis;

import org.aestat.session.PatientHistory;
import org.aestat.session.Session;

/** How many patients have a used session. */
public final class PatientCount implements Accumulator<PatientHistory, Long, PatientCount> {

    private static final long serialVersionUID = 1;

    private long patients;

    @Override
    public PatientCount fresh() {
        return new PatientCount();
    }

    @Override
    public void accept(PatientHistory history) {
        for (Session session : history.inOneView()) {
            if (session.isUsed()) {
                patients++;
                return;
            }
        }
    }

    @Override
    public PatientCount combine(PatientCount other) {
        patients += other.patients;
        return this;
    }

    @Override
    public Long result() {
        return patients;
    }
}
