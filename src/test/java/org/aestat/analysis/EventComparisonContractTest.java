package org.aestat.analysis;

class EventComparisonContractTest extends AccumulatorContract<EventComparison.Result, EventComparison> {

    @Override
    EventComparison empty(RandomClinic clinic) {
        return new EventComparison(clinic.table().layout(), "bruising", clinic.strata("condition"), 0.95);
    }

    @Override
    EventComparison otherConfiguration(RandomClinic clinic) {
        return new EventComparison(clinic.table().layout(), "any", clinic.strata("condition"), 0.95);
    }
}
