package org.aestat.analysis;

class EventDaysContractTest extends AccumulatorContract<EventDays.Counts, EventDays> {

    @Override
    EventDays empty(RandomClinic clinic) {
        return new EventDays(clinic.table().layout(), clinic.strata(), "any_minor");
    }

    @Override
    EventDays otherConfiguration(RandomClinic clinic) {
        return new EventDays(clinic.table().layout(), clinic.strata(), "any_major");
    }
}
