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
 * @param blocks the strata within which the test compares, all sessions first
 * @param patterns the patients' records
 */
record SorenessTest(SorenessForm form, Strata strata, Strata blocks, SorenessPatterns patterns) {

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
                name(result.clustered()),
                Estimate.of(new CurveTest.Figures(result.chiSquare(), result.degreesOfFreedom(), result.pValue())));
    }

    /** "log-rank, stratified by site, clustered by patient". */
    private String name(boolean clustered) {
        String within = blocks.groupings() == 0
                ? ""
                : ", stratified by "
                        + String.join(", ", blocks.get(blocks.size() - 1).columns());
        return "log-rank" + within + (clustered ? ", clustered by patient" : "");
    }

    private CurveTest refused(String reason) {
        return new CurveTest(name(true), Estimate.notEstimable(reason));
    }
}
