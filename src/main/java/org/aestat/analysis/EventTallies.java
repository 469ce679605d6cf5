package org.aestat.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.aestat.result.EventRate;
import org.aestat.session.Answer;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;
import org.jspecify.annotations.Nullable;

/**
 * The exact counts of several events, stratum by stratum, and the rates that they give. A patient's sessions are one
 * cluster of each stratum; therapists and sites cross patients and are counted by code.
 */
final class EventTallies implements Serializable {

    private static final long serialVersionUID = 1;

    private static final long ANY = -1;

    private final RateEstimator estimator;
    private final Strata strata;
    private final ArrayList<SessionEvent> events;
    /** The events without a component, which no session answers. */
    private final int[] unanswerable;
    /** For each event the answers that have a say in it; all for one without a component. */
    private final long[] masks;

    private final int siteCategory;
    /** Null where nobody was counted yet. */
    private final @Nullable StratumTally[] tallies;

    private final TallyPlaces places;

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
        masks = events.stream()
                .map(SessionEvent::components)
                .mapToLong(components -> components.isEmpty() ? ANY : components.mask())
                .toArray();
        places = new TallyPlaces(strata);
        tallies = new StratumTally[places.size()];
    }

    /** Empty tallies of the same events and strata. */
    EventTallies fresh() {
        return new EventTallies(estimator, strata, events, siteCategory);
    }

    private StratumTally tally(int place) {
        StratumTally tally = tallies[place];
        if (tally == null) {
            tally = new StratumTally(estimator.settings().cluster(), events.size());
            tallies[place] = tally;
        }
        return tally;
    }

    void accept(PatientHistory history) {
        places.begin(history);
        for (Session session : history.inOneView()) {
            if (strata.contains(session)) {
                count(session, places.of(session));
            }
        }
        for (int i = 0; i < places.count(); i++) {
            tally(places.get(i)).endPatient();
        }
        places.end();
    }

    private void count(Session session, int[] counting) {
        int therapist = session.therapist();
        int site = siteCategory < 0 ? 0 : session.category(siteCategory);
        int needles = session.needles();
        for (int place : counting) {
            tally(place).session(therapist, site, needles);
        }
        long notNo = session.notNo();
        if (notNo == 0) {
            for (int e : unanswerable) {
                differs(counting, e, Answer.NOT_RECORDED, false);
            }
            return;
        }
        for (int e = 0; e < masks.length; e++) {
            if ((masks[e] & notNo) != 0) {
                count(session, counting, e, events.get(e));
            }
        }
    }

    private void count(Session session, int[] counting, int place, SessionEvent event) {
        Answer answer = event.answer(session);
        if (answer != Answer.NO) {
            differs(counting, place, answer, answer == Answer.NOT_RECORDED && event.isPartlyRecorded(session));
        }
    }

    private void differs(int[] counting, int event, Answer answer, boolean partly) {
        for (int place : counting) {
            tally(place).differs(event, answer, partly);
        }
    }

    /** Whether the other counts the same events of the same strata under the same settings. */
    boolean isLike(EventTallies other) {
        return Objects.equals(estimator, other.estimator) && strata.equals(other.strata) && events.equals(other.events);
    }

    void add(EventTallies other) {
        places.join(other.places);
        for (int place = 0; place < tallies.length; place++) {
            StratumTally more = other.tallies[place];
            if (more != null) {
                tally(place).add(more);
            }
        }
    }

    private EventTally of(int stratum, int event) {
        places.settle(this::move);
        return tally(stratum).of(event);
    }

    private void move(int stratum, int own) {
        StratumTally tally = tallies[own];
        if (tally != null) {
            tally(Strata.OVERALL).add(tally);
            tally(stratum).add(tally);
            tallies[own] = null;
        }
    }

    /** How many events there are. */
    int size() {
        return events.size();
    }

    /** The rate of one event in one stratum. */
    EventRate rate(int stratum, int event) {
        return estimator.rate(events.get(event), strata.get(stratum), of(stratum, event));
    }

    /** The row that stands for an export without any event. */
    EventRate absent() {
        return estimator.absent(of(Strata.OVERALL, 0));
    }

    /** What the rate of one event among all sessions rests on. */
    RateWarnings.Data behindRate(int event) {
        EventTally tally = of(Strata.OVERALL, event);
        return new RateWarnings.Data(events.get(event).name(), tally.patientsWithEvent(), estimator.clusters(tally));
    }
}
