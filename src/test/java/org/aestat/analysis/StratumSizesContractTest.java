package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aestat.result.StratumSize;
import org.junit.jupiter.api.Test;

class StratumSizesContractTest extends AccumulatorContract<List<StratumSize>, StratumSizes> {

    @Override
    StratumSizes empty(RandomClinic clinic) {
        return new StratumSizes(clinic.strata("condition"));
    }

    @Override
    StratumSizes otherConfiguration(RandomClinic clinic) {
        return new StratumSizes(clinic.strata("site"));
    }

    @Test
    void sessionsOfTheStrataMakeAll() {
        RandomClinic clinic = new RandomClinic(8);
        StratumSizes sizes = empty(clinic);
        clinic.histories().forEach(sizes::accept);

        List<StratumSize> result = sizes.result();
        PatientCount patients = new PatientCount();
        clinic.histories().forEach(patients::accept);
        assertThat(result.get(0).patients()).isEqualTo(patients.result());
        assertThat(result.stream().skip(1).mapToLong(StratumSize::sessions).sum())
                .isEqualTo(result.get(0).sessions());
        assertThat(result).allMatch(size -> size.patients() >= 1 && size.patients() <= size.sessions());
    }
}
