package org.aestat.analysis;

import java.io.Serializable;

/** The sessions of one stratum in which one event is not recorded as no: those with it, and those without an answer. */
final class DifferingSessions implements Serializable {

    private static final long serialVersionUID = 1;

    final CodeCounts unansweredByTherapist = new CodeCounts();
    final CodeCounts unansweredBySite = new CodeCounts();
    final CodeCounts eventsByTherapist = new CodeCounts();
    final CodeCounts eventsBySite = new CodeCounts();
    /** The patients with such a session by assessed sessions and events. */
    final ClusterCounts patients = new ClusterCounts();
    /** The same patients by all their sessions, without events. */
    final ClusterCounts sizes = new ClusterCounts();

    long unanswered;
    long partlyAnswered;
    /** Needles used, and sessions with needles recorded, among those without an answer. */
    long needles;

    long needleSessions;
    long needleEvents;

    private int unansweredOfPatient;
    private int eventsOfPatient;

    void unanswered(boolean partly, int therapist, int site, int needlesUsed) {
        unanswered++;
        partlyAnswered += partly ? 1 : 0;
        unansweredOfPatient++;
        unansweredByTherapist.add(therapist);
        unansweredBySite.add(site);
        if (needlesUsed >= 0) {
            needles += needlesUsed;
            needleSessions++;
        }
    }

    void event(int therapist, int site, int needlesUsed) {
        eventsOfPatient++;
        eventsByTherapist.add(therapist);
        eventsBySite.add(site);
        needleEvents += needlesUsed >= 0 ? 1 : 0;
    }

    boolean isOfPatient() {
        return unansweredOfPatient + eventsOfPatient > 0;
    }

    /**
     * Ends the patient at hand, who has such a session.
     *
     * @param sessions all sessions of the patient
     */
    void endPatient(int sessions) {
        sizes.add(sessions, 0, 1);
        patients.add(sessions - unansweredOfPatient, eventsOfPatient, 1);
        unansweredOfPatient = 0;
        eventsOfPatient = 0;
    }

    void add(DifferingSessions other) {
        unansweredByTherapist.add(other.unansweredByTherapist);
        unansweredBySite.add(other.unansweredBySite);
        eventsByTherapist.add(other.eventsByTherapist);
        eventsBySite.add(other.eventsBySite);
        patients.add(other.patients);
        sizes.add(other.sizes);
        unanswered += other.unanswered;
        partlyAnswered += other.partlyAnswered;
        needles += other.needles;
        needleSessions += other.needleSessions;
        needleEvents += other.needleEvents;
    }
}
