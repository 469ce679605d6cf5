package org.aestat.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aestat.result.EventRate;
import org.aestat.session.Answer;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;

/**
 * The exact counts of several events, stratum by stratum, and the rates that they give. A patient's sessions are one
 * cluster of each stratum; therapists and sites cross patients and are counted by code.
 */
final class EventTallies implements Serializable {

    private static final long serialVersionUID = 1;

    private final RateEstimator estimator;
    private final Strata strata;
    private final ArrayList<SessionEvent> events;
    /** The events without a component, which no session answers. */
    private final int[] unanswerable;

    private final int siteCategory;
    private final StratumTally[] tallies;

    private final int[] places;
    private final StrataOfPatient strataOfPatient;

    EventTallies(SessionLayout layout, Strata strata, List<? extends SessionEvent> events, AnalysisSettings settings) {
        this(
                new RateEstimator(
                        settings, layout.has(Field.THERAPIST), layout.category("site") >= 0, layout.has(Field.NEEDLES)),
                strata,
                events,
                layout.category("site"));
    }

    private EventTallies(
            RateEstimator estimator, Strata strata, List<? extends SessionEvent> events, int siteCategory) {
        this.estimator = estimator;
        this.strata = strata;
        this.events = new ArrayList<>(events);
        this.siteCategory = siteCategory;
        unanswerable = IntStream.range(0, events.size())
                .filter(e -> events.get(e).components().isEmpty())
                .toArray();
        tallies = new StratumTally[strata.size()];
        for (int stratum = 0; stratum < tallies.length; stratum++) {
            tallies[stratum] = new StratumTally(estimator.settings().cluster(), events.size());
        }
        places = new int[1 + strata.groupings()];
        strataOfPatient = new StrataOfPatient(strata.size());
    }

    /** Empty tallies of the same events and strata. */
    EventTallies fresh() {
        return new EventTallies(estimator, strata, events, siteCategory);
    }

    void accept(PatientHistory history) {
        for (Session session : history.inOneView()) {
            if (strata.contains(session)) {
                strata.places(session, places);
                count(session);
            }
        }
        for (int i = 0; i < strataOfPatient.size(); i++) {
            tallies[strataOfPatient.get(i)].endPatient();
        }
        strataOfPatient.clear();
    }

    private void count(Session session) {
        int therapist = session.therapist();
        int site = siteCategory < 0 ? 0 : session.category(siteCategory);
        int needles = session.needles();
        for (int place : places) {
            strataOfPatient.add(place);
            tallies[place].session(therapist, site, needles);
        }
        if (session.isNoToAll()) {
            for (int e : unanswerable) {
                differs(e, Answer.NOT_RECORDED, false);
            }
            return;
        }
        for (int e = 0; e < events.size(); e++) {
            SessionEvent event = events.get(e);
            Answer answer = event.answer(session);
            if (answer != Answer.NO) {
                differs(e, answer, answer == Answer.NOT_RECORDED && event.isPartlyRecorded(session));
            }
        }
    }

    private void differs(int event, Answer answer, boolean partly) {
        for (int place : places) {
            tallies[place].differs(event, answer, partly);
        }
    }

    /** Whether the other counts the same events of the same strata under the same settings. */
    boolean isLike(EventTallies other) {
        return estimator.equals(other.estimator) && strata.equals(other.strata) && events.equals(other.events);
    }

    void add(EventTallies other) {
        for (int stratum = 0; stratum < tallies.length; stratum++) {
            tallies[stratum].add(other.tallies[stratum]);
        }
    }

    /** How many events there are. */
    int size() {
        return events.size();
    }

    /** The rate of one event in one stratum. */
    EventRate rate(int stratum, int event) {
        return estimator.rate(events.get(event), strata.get(stratum), tallies[stratum].of(event));
    }

    /** The row that stands for an export without any event. */
    EventRate absent() {
        return estimator.absent(tallies[Strata.OVERALL].of(0));
    }

    /** What the rate of one event among all sessions rests on. */
    RateWarnings.Data behindRate(int event) {
        EventTally tally = tallies[Strata.OVERALL].of(event);
        return new RateWarnings.Data(events.get(event).name(), tally.patientsWithEvent(), estimator.clusters(tally));
    }
}
