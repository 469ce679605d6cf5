package org.aestat.analysis;

import java.util.List;
import org.aestat.session.SorenessForm;

class SessionFactsContractTest extends AccumulatorContract<List<SessionFacts.Counts>, SessionFacts> {

    private static final List<String> COLUMNS = List.of("bruising", "any", "soreness", "condition", "age");

    @Override
    SessionFacts empty(RandomClinic clinic) {
        return new SessionFacts(clinic.table(), clinic.strata("condition"), COLUMNS, SorenessForm.DURATION);
    }

    @Override
    SessionFacts otherConfiguration(RandomClinic clinic) {
        return new SessionFacts(clinic.table(), clinic.strata("site"), COLUMNS, SorenessForm.DURATION);
    }
}
