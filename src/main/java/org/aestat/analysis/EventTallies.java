package org.aestat.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.aestat.result.EventRate;
import org.aestat.session.Answer;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;
import org.aestat.stat.Clusters;

/**
 * The exact counts of several events, stratum by stratum, and the rates that they give. A patient's sessions are one
 * cluster of each stratum; therapists and sites cross patients and are counted by code.
 */
final class EventTallies implements Serializable {

    private static final long serialVersionUID = 1;

    private final RateEstimator estimator;
    private final Strata strata;
    private final ArrayList<SessionEvent> events;
    private final int siteCategory;
    private final EventTally[][] tallies;

    EventTallies(SessionLayout layout, Strata strata, List<? extends SessionEvent> events, AnalysisSettings settings) {
        this.strata = strata;
        this.events = new ArrayList<>(events);
        siteCategory = layout.category("site");
        estimator =
                new RateEstimator(settings, layout.has(Field.THERAPIST), siteCategory >= 0, layout.has(Field.NEEDLES));
        tallies = tallies();
    }

    private EventTallies(EventTallies like) {
        estimator = like.estimator;
        strata = like.strata;
        events = like.events;
        siteCategory = like.siteCategory;
        tallies = tallies();
    }

    private EventTally[][] tallies() {
        EventTally[][] empty = new EventTally[strata.size()][events.size()];
        for (EventTally[] stratum : empty) {
            for (int e = 0; e < stratum.length; e++) {
                stratum[e] = new EventTally(estimator.settings().cluster());
            }
        }
        return empty;
    }

    /** Empty tallies of the same events and strata. */
    EventTallies fresh() {
        return new EventTallies(this);
    }

    void accept(PatientHistory history) {
        BitSet touched = new BitSet(tallies.length);
        int[] places = new int[1 + strata.groupings()];
        for (Session session : history) {
            if (strata.contains(session)) {
                strata.places(session, places);
                for (int place : places) {
                    touched.set(place);
                }
                count(session, places);
            }
        }
        touched.stream().forEach(stratum -> {
            for (EventTally tally : tallies[stratum]) {
                tally.endPatient();
            }
        });
    }

    private void count(Session session, int[] places) {
        int site = siteCategory < 0 ? 0 : session.category(siteCategory);
        int therapist = session.therapist();
        int needles = session.needles();
        for (int e = 0; e < events.size(); e++) {
            SessionEvent event = events.get(e);
            Answer answer = event.answer(session);
            boolean partly = answer == Answer.NOT_RECORDED && event.isPartlyRecorded(session);
            for (int place : places) {
                tallies[place][e].session(answer, partly, therapist, site, needles);
            }
        }
    }

    /** Whether the other counts the same events of the same strata under the same settings. */
    boolean isLike(EventTallies other) {
        return estimator.equals(other.estimator) && strata.equals(other.strata) && events.equals(other.events);
    }

    void add(EventTallies other) {
        for (int stratum = 0; stratum < tallies.length; stratum++) {
            for (int e = 0; e < events.size(); e++) {
                tallies[stratum][e].add(other.tallies[stratum][e]);
            }
        }
    }

    /** How many events there are. */
    int size() {
        return events.size();
    }

    /** The rate of one event in one stratum. */
    EventRate rate(int stratum, int event) {
        return estimator.rate(events.get(event), strata.get(stratum), tallies[stratum][event]);
    }

    /** The row that stands for an export without any event. */
    EventRate absent() {
        return estimator.absent(tallies[Strata.OVERALL][0]);
    }

    /** The clusters of one event among all sessions. */
    Clusters clusters(int event) {
        return estimator.clusters(tallies[Strata.OVERALL][event]);
    }
}
