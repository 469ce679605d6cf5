package org.aestat.analysis;

class PatientCountContractTest extends AccumulatorContract<Long, PatientCount> {

    @Override
    PatientCount empty(RandomClinic clinic) {
        return new PatientCount();
    }

    @Override
    PatientCount otherConfiguration(RandomClinic clinic) {
        return null;
    }
}
