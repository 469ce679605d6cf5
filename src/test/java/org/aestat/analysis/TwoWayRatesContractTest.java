package org.aestat.analysis;

import java.util.List;
import org.aestat.result.EventRate;

/** Rates with patients and therapists crossed. */
class TwoWayRatesContractTest extends AccumulatorContract<List<EventRate>, AdverseEventRates> {

    static AnalysisSettings settings(ClusterLevel cluster) {
        return new AnalysisSettings(0.9, IntervalChoice.KORN_GRAUBARD, cluster, 1.5, null, 90, null, false);
    }

    @Override
    AdverseEventRates empty(RandomClinic clinic) {
        return new AdverseEventRates(
                clinic.table().layout(), clinic.strata("condition"), settings(ClusterLevel.PATIENT_THERAPIST));
    }

    @Override
    AdverseEventRates otherConfiguration(RandomClinic clinic) {
        return new AdverseEventRates(
                clinic.table().layout(), clinic.strata("condition"), settings(ClusterLevel.THERAPIST_SITE));
    }
}
