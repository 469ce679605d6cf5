package org.aestat.analysis;

import java.util.List;
import org.aestat.result.EventSeverity;

class SeverityOfEventsContractTest extends AccumulatorContract<List<EventSeverity>, SeverityOfEvents> {

    @Override
    SeverityOfEvents empty(RandomClinic clinic) {
        return new SeverityOfEvents(clinic.table(), clinic.strata("condition", "site"), AnalysisSettings.DEFAULT);
    }

    @Override
    SeverityOfEvents otherConfiguration(RandomClinic clinic) {
        return new SeverityOfEvents(clinic.table(), clinic.strata("condition"), AnalysisSettings.DEFAULT);
    }
}
