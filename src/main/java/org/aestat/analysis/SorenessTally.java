package org.aestat.analysis;

import java.io.Serializable;
import org.aestat.result.SorenessResult.Counts;
import org.aestat.session.Session;
import org.aestat.session.Soreness;
import org.aestat.session.Soreness.State;
import org.aestat.stat.ClusterSums;
import org.aestat.stat.ClusteredMean;

/** The exact counts of soreness records in one stratum. */
final class SorenessTally implements Serializable {

    private static final long serialVersionUID = 1;

    private final long[] states = new long[State.values().length];
    private final DiaryTally[] diary;
    private long relapsed;

    /** A planned time of the diary: scores and sore sessions by patient. */
    static final class DiaryTally implements Serializable {

        private static final long serialVersionUID = 1;

        final ClusterSums sore = new ClusterSums();
        final ClusteredMean scores = new ClusteredMean();
        private int recordedOfPatient;
        private int soreOfPatient;

        private void score(int units) {
            if (units != Session.NONE) {
                scores.observe(units);
                recordedOfPatient++;
                soreOfPatient += units > 0 ? 1 : 0;
            }
        }

        private void endPatient() {
            sore.add(recordedOfPatient, soreOfPatient);
            scores.endCluster();
            recordedOfPatient = 0;
            soreOfPatient = 0;
        }
    }

    SorenessTally(int diaryTimes) {
        diary = new DiaryTally[diaryTimes];
        for (int i = 0; i < diaryTimes; i++) {
            diary[i] = new DiaryTally();
        }
    }

    void session(Soreness soreness, Session session) {
        states[soreness.state().ordinal()]++;
        relapsed += soreness.relapsed() ? 1 : 0;
        for (int i = 0; i < diary.length; i++) {
            diary[i].score(session.diaryScore(i));
        }
    }

    void endPatient() {
        for (DiaryTally time : diary) {
            time.endPatient();
        }
    }

    void add(SorenessTally other) {
        for (int i = 0; i < states.length; i++) {
            states[i] += other.states[i];
        }
        relapsed += other.relapsed;
        for (int i = 0; i < diary.length; i++) {
            diary[i].sore.add(other.diary[i].sore);
            diary[i].scores.add(other.diary[i].scores);
        }
    }

    DiaryTally diary(int time) {
        return diary[time];
    }

    /**
     * The counts as results show them.
     *
     * @param neverSoreIncluded whether sessions without any soreness stand in the curve
     */
    Counts counts(boolean neverSoreIncluded) {
        long never = of(State.NEVER_SORE);
        long resolved = of(State.ENDED) + (neverSoreIncluded ? never : 0);
        long censored = of(State.STILL_SORE);
        return new Counts(
                of(State.ENDED) + censored + never,
                resolved + censored,
                never,
                resolved,
                censored,
                relapsed,
                of(State.NOT_RECORDED),
                of(State.END_NOT_RECORDED));
    }

    private long of(State state) {
        return states[state.ordinal()];
    }
}
