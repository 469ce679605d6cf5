package org.aestat.analysis;

import org.aestat.result.CurveTest;
import org.aestat.result.Estimate;
import org.aestat.session.SorenessForm;
import org.aestat.stat.LogRank;
import org.jspecify.annotations.Nullable;

/**
 * The log-rank test between the resolution curves of the strata.
 *
 * @param form the form of record
 * @param strata the strata, all sessions first
 * @param patterns the patients' records
 */
record SorenessTest(SorenessForm form, Strata strata, SorenessPatterns patterns) {

    private static final int FEWEST_PATIENTS = 10;

    CurveTest run() {
        if (form != SorenessForm.DURATION) {
            return refused("soreness is recorded in intervals, which the log-rank test does not take");
        }
        for (int stratum = 1; stratum < strata.size(); stratum++) {
            if (patterns.patients(stratum) < FEWEST_PATIENTS) {
                return refused("fewer than " + FEWEST_PATIENTS + " patients with soreness in a stratum");
            }
        }
        LogRank.@Nullable Result result = LogRank.test(patterns.groups(), strata.size() - 1);
        if (result == null) {
            return refused("no two strata were at risk when soreness resolved");
        }
        return new CurveTest(
                result.name(),
                Estimate.of(new CurveTest.Figures(result.chiSquare(), result.degreesOfFreedom(), result.pValue())));
    }

    private static CurveTest refused(String reason) {
        return new CurveTest(LogRank.CLUSTERED, Estimate.notEstimable(reason));
    }
}
