package org.aestat.analysis;

import java.io.Serializable;
import java.util.Arrays;
import org.aestat.session.Answer;
import org.aestat.stat.ClusterShares;
import org.aestat.stat.ClusterSums;
import org.jspecify.annotations.Nullable;

/**
 * The exact counts of several events in one stratum. A session is counted once, and again only for those events that are
 * not recorded as no: in most sessions that is none.
 */
final class StratumTally implements Serializable {

    private static final long serialVersionUID = 1;

    private final DifferingSessions[] events;
    private final CodeCounts therapists = new CodeCounts();
    private final CodeCounts sites = new CodeCounts();
    /** The patients by sessions; they have no events here. */
    private final ClusterCounts patients = new ClusterCounts();

    private final @Nullable CellCounts cells;
    private long needles;
    private long needleSessions;

    private int sessionsOfPatient;
    private final int[] differing;
    private int differingOfPatient;

    private int therapist;
    private int site;
    private int needlesUsed;
    private int cell;

    StratumTally(ClusterLevel level, int events) {
        this.events = new DifferingSessions[events];
        Arrays.setAll(this.events, e -> new DifferingSessions());
        cells = level.isTwoWay() ? new CellCounts(level, events) : null;
        differing = new int[events];
    }

    /**
     * Counts a session of the patient at hand, every event taken as recorded no.
     *
     * @param ofTherapist the therapist's code
     * @param atSite the site's code
     * @param withNeedles how many needles were used, negative where not recorded
     */
    void session(int ofTherapist, int atSite, int withNeedles) {
        therapist = ofTherapist;
        site = atSite;
        needlesUsed = withNeedles;
        sessionsOfPatient++;
        therapists.add(therapist);
        sites.add(site);
        if (cells != null) {
            cell = cells.session(therapist, site);
        }
        if (needlesUsed >= 0) {
            needles += needlesUsed;
            needleSessions++;
        }
    }

    /**
     * Tells of an event that is not recorded as no at the session counted last.
     *
     * @param event the event's place
     * @param answer yes or not recorded
     * @param partly whether an unanswered composite event has some answer among its components
     */
    void differs(int event, Answer answer, boolean partly) {
        DifferingSessions sessions = events[event];
        if (!sessions.isOfPatient()) {
            differing[differingOfPatient++] = event;
        }
        if (answer == Answer.YES) {
            sessions.event(therapist, site, needlesUsed);
            if (cells != null) {
                cells.withEvent(event, cell);
            }
        } else {
            sessions.unanswered(partly, therapist, site, needlesUsed);
            if (cells != null) {
                cells.unanswered(event, cell);
            }
        }
    }

    /** Ends the patient at hand. */
    void endPatient() {
        patients.add(sessionsOfPatient, 0, 1);
        for (int i = 0; i < differingOfPatient; i++) {
            events[differing[i]].endPatient(sessionsOfPatient);
        }
        if (cells != null) {
            cells.endPatient();
        }
        sessionsOfPatient = 0;
        differingOfPatient = 0;
    }

    void add(StratumTally other) {
        for (int e = 0; e < events.length; e++) {
            events[e].add(other.events[e]);
        }
        therapists.add(other.therapists);
        sites.add(other.sites);
        patients.add(other.patients);
        if (cells != null && other.cells != null) {
            cells.add(other.cells);
        }
        needles += other.needles;
        needleSessions += other.needleSessions;
    }

    /** The counts of one event. */
    EventTally of(int event) {
        DifferingSessions sessions = events[event];
        ClusterCounts ofPatients = new ClusterCounts();
        ofPatients.add(patients);
        ofPatients.subtract(sessions.sizes);
        ofPatients.add(sessions.patients);
        ClusterSums sums = new ClusterSums();
        ClusterShares shares = new ClusterShares();
        long[] withEvent = {0};
        ofPatients.forEach((assessed, happened, clusters) -> {
            sums.add(assessed, happened, clusters);
            shares.add(assessed, happened, clusters);
            withEvent[0] += happened > 0 ? clusters : 0;
        });
        return new EventTally(
                sums,
                shares,
                EventTally.Crossing.of(therapists, sessions.unansweredByTherapist, sessions.eventsByTherapist),
                EventTally.Crossing.of(sites, sessions.unansweredBySite, sessions.eventsBySite),
                cells == null ? new ClusterSums() : cells.sums(event),
                withEvent[0],
                sessions.unanswered,
                sessions.partlyAnswered,
                needles - sessions.needles,
                needleSessions - sessions.needleSessions,
                sessions.needleEvents);
    }
}
