package org.aestat.analysis;

import org.aestat.session.SorenessForm;

class IntervalSorenessContractTest extends AccumulatorContract<SorenessResolution.Result, SorenessResolution> {

    @Override
    SorenessResolution empty(RandomClinic clinic) {
        return new SorenessResolution(
                SorenessForm.INTERVAL,
                clinic.table().layout().diaryMinutes(),
                clinic.strata("site"),
                clinic.strata("condition"),
                AnalysisSettings.DEFAULT);
    }

    @Override
    SorenessResolution otherConfiguration(RandomClinic clinic) {
        return new SorenessResolution(
                SorenessForm.INTERVAL,
                clinic.table().layout().diaryMinutes(),
                clinic.strata("site"),
                clinic.strata(),
                AnalysisSettings.DEFAULT);
    }
}
