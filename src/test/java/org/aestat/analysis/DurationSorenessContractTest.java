package org.aestat.analysis;

import org.aestat.session.SorenessForm;

class DurationSorenessContractTest extends AccumulatorContract<SorenessResolution.Result, SorenessResolution> {

    @Override
    SorenessResolution empty(RandomClinic clinic) {
        return new SorenessResolution(
                SorenessForm.DURATION,
                clinic.table().layout().diaryMinutes(),
                clinic.strata("site"),
                AnalysisSettings.DEFAULT);
    }

    @Override
    SorenessResolution otherConfiguration(RandomClinic clinic) {
        return new SorenessResolution(
                SorenessForm.DURATION,
                clinic.table().layout().diaryMinutes(),
                clinic.strata(),
                AnalysisSettings.DEFAULT);
    }
}
