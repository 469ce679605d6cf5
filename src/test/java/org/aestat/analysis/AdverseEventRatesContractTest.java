package org.aestat.analysis;

import java.util.List;
import org.aestat.result.EventRate;

class AdverseEventRatesContractTest extends AccumulatorContract<List<EventRate>, AdverseEventRates> {

    @Override
    AdverseEventRates empty(RandomClinic clinic) {
        AnalysisSettings settings =
                new AnalysisSettings(0.9, IntervalChoice.AUTO, ClusterLevel.THERAPIST, 1.5, null, 90, null, false);
        return new AdverseEventRates(clinic.table().layout(), clinic.strata("condition", "site"), settings);
    }

    @Override
    AdverseEventRates otherConfiguration(RandomClinic clinic) {
        return new AdverseEventRates(
                clinic.table().layout(), clinic.strata("condition", "site"), AnalysisSettings.DEFAULT);
    }
}
