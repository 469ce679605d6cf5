package org.aestat.analysis;

import java.util.List;
import org.aestat.result.EventRate;

/** Rates with therapists and sites crossed: cells that several patients fill. */
class CrossedSitesContractTest extends AccumulatorContract<List<EventRate>, AdverseEventRates> {

    @Override
    AdverseEventRates empty(RandomClinic clinic) {
        return new AdverseEventRates(
                clinic.table().layout(),
                clinic.strata("condition"),
                TwoWayRatesContractTest.settings(ClusterLevel.THERAPIST_SITE));
    }

    @Override
    AdverseEventRates otherConfiguration(RandomClinic clinic) {
        return new AdverseEventRates(
                clinic.table().layout(),
                clinic.strata("condition"),
                TwoWayRatesContractTest.settings(ClusterLevel.PATIENT_SITE));
    }
}
