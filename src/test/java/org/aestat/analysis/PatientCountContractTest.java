package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.aestat.session.Sessions;
import org.junit.jupiter.api.Test;

class PatientCountContractTest extends AccumulatorContract<Long, PatientCount> {

    @Override
    PatientCount empty(RandomClinic clinic) {
        return new PatientCount();
    }

    @Override
    PatientCount otherConfiguration(RandomClinic clinic) {
        return null;
    }

    @Test
    void patientsWithAUsedSessionAreCountedOnce() {
        PatientCount count = new PatientCount();
        count.accept(new Sessions(Sessions.layout())
                .add("p", draft -> {})
                .add("p", draft -> {})
                .history());
        count.accept(new Sessions(Sessions.layout())
                .add("q", false, draft -> {})
                .add("q", draft -> {})
                .history());
        count.accept(
                new Sessions(Sessions.layout()).add("r", false, draft -> {}).history());

        assertThat(count.result()).isEqualTo(2);
    }
}
