package org.aestat.analysis;

import java.util.Arrays;
import org.aestat.session.Answer;
import org.aestat.stat.ClusterShares;
import org.aestat.stat.ClusterSums;

/** The counts of one event in one stratum by definition. */
final class SlowEventTally {

    final ClusterSums patients = new ClusterSums();
    final CountsByCode therapists = new CountsByCode();
    final CountsByCode sites = new CountsByCode();
    final ClusterShares shares = new ClusterShares();
    final SlowCellCounts cells;
    long patientsWithEvent;
    long notRecorded;
    long partlyRecorded;
    long needles;
    long needleSessions;
    long needleEvents;

    private int trialsOfPatient;
    private int eventsOfPatient;

    SlowEventTally(ClusterLevel level) {
        cells = new SlowCellCounts(level);
    }

    /**
     * Counts a session of the patient at hand.
     *
     * @param answer whether the event happened
     * @param partly whether an unanswered composite event has some answer among its components
     * @param therapist the therapist's code
     * @param site the site's code
     * @param needlesUsed how many needles were used, negative where not recorded
     */
    void session(Answer answer, boolean partly, int therapist, int site, int needlesUsed) {
        if (answer == Answer.NOT_RECORDED) {
            notRecorded++;
            partlyRecorded += partly ? 1 : 0;
            return;
        }
        int event = answer == Answer.YES ? 1 : 0;
        trialsOfPatient++;
        eventsOfPatient += event;
        therapists.add(therapist, 1, event);
        sites.add(site, 1, event);
        cells.add(therapist, site, event);
        if (needlesUsed >= 0) {
            needles += needlesUsed;
            needleSessions++;
            needleEvents += event;
        }
    }

    /** Ends the patient at hand. */
    void endPatient() {
        patients.add(trialsOfPatient, eventsOfPatient);
        shares.add(trialsOfPatient, eventsOfPatient);
        cells.endPatient();
        patientsWithEvent += eventsOfPatient > 0 ? 1 : 0;
        trialsOfPatient = 0;
        eventsOfPatient = 0;
    }

    EventTally counts() {
        return new EventTally(
                patients,
                shares,
                therapists.crossing(),
                sites.crossing(),
                cells.sums(),
                patientsWithEvent,
                notRecorded,
                partlyRecorded,
                needles,
                needleSessions,
                needleEvents);
    }

    /** Sessions and events by a code from 0, for clusters that cross patients. */
    static final class CountsByCode {

        private long[] trials = {};
        private long[] events = {};

        void add(int code, long moreTrials, long moreEvents) {
            if (code >= trials.length) {
                int length = Math.max(code + 1, trials.length + (trials.length >> 1));
                trials = Arrays.copyOf(trials, length);
                events = Arrays.copyOf(events, length);
            }
            trials[code] += moreTrials;
            events[code] += moreEvents;
        }

        EventTally.Crossing crossing() {
            return new EventTally.Crossing(sums(), withEvent(), named());
        }

        ClusterSums sums() {
            ClusterSums sums = new ClusterSums();
            for (int code = 0; code < trials.length; code++) {
                sums.add(trials[code], events[code]);
            }
            return sums;
        }

        /** How many codes have an event. */
        long withEvent() {
            return Arrays.stream(events).filter(count -> count > 0).count();
        }

        /** How many codes above 0 have a session. */
        long named() {
            return Arrays.stream(trials).skip(1).filter(count -> count > 0).count();
        }
    }
}
