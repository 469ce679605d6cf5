package org.aestat.analysis;

import org.aestat.stat.ClusterShares;
import org.aestat.stat.ClusterSums;

/**
 * The exact counts of one event in one stratum.
 *
 * @param patients assessed sessions and events by patient
 * @param shares the same as shares
 * @param therapists assessed sessions and events by therapist
 * @param sites the same by site
 * @param cells the same where the two levels of clusters meet; empty with a single level
 * @param patientsWithEvent patients with an event
 * @param notRecorded sessions without an answer
 * @param partlyRecorded those of them with some answer among the event's components
 * @param needles needles used in assessed sessions
 * @param needleSessions assessed sessions whose needles are recorded
 * @param needleEvents those of them with the event
 */
record EventTally(
        ClusterSums patients,
        ClusterShares shares,
        Crossing therapists,
        Crossing sites,
        ClusterSums cells,
        long patientsWithEvent,
        long notRecorded,
        long partlyRecorded,
        long needles,
        long needleSessions,
        long needleEvents) {

    /**
     * Clusters that cross patients.
     *
     * @param sums assessed sessions and events, cluster by cluster
     * @param withEvent how many clusters have an event
     * @param named how many clusters but the blank one have an assessed session
     */
    record Crossing(ClusterSums sums, long withEvent, long named) {

        /** The clusters of an event: all sessions but the unanswered ones. */
        static Crossing of(CodeCounts sessions, CodeCounts unanswered, CodeCounts events) {
            ClusterSums sums = new ClusterSums();
            long withEvent = 0;
            long named = 0;
            for (int code = 0; code < sessions.size(); code++) {
                long assessed = sessions.get(code) - unanswered.get(code);
                sums.add(assessed, events.get(code));
                withEvent += events.get(code) > 0 ? 1 : 0;
                named += code > 0 && assessed > 0 ? 1 : 0;
            }
            return new Crossing(sums, withEvent, named);
        }
    }
}
