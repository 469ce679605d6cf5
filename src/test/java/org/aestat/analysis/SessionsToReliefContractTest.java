package org.aestat.analysis;

class SessionsToReliefContractTest extends AccumulatorContract<SessionsToRelief.Result, SessionsToRelief> {

    @Override
    SessionsToRelief empty(RandomClinic clinic) {
        return new SessionsToRelief(
                clinic.table(), ReliefDefinition.MODERATE, clinic.strata("condition"), AnalysisSettings.DEFAULT);
    }

    @Override
    SessionsToRelief otherConfiguration(RandomClinic clinic) {
        return new SessionsToRelief(
                clinic.table(), ReliefDefinition.COLUMN, clinic.strata("condition"), AnalysisSettings.DEFAULT);
    }
}
