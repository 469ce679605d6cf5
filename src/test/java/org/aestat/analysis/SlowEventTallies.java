package org.aestat.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.aestat.result.EventRate;
import org.aestat.session.Answer;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;

/** The counts of several events by definition, every event of every session on its own. */
final class SlowEventTallies {

    private final RateEstimator estimator;
    private final Strata strata;
    private final ArrayList<SessionEvent> events;
    private final int siteCategory;
    private final SlowEventTally[][] tallies;

    SlowEventTallies(
            SessionLayout layout, Strata strata, List<? extends SessionEvent> events, AnalysisSettings settings) {
        this.strata = strata;
        this.events = new ArrayList<>(events);
        siteCategory = layout.category("site");
        estimator =
                new RateEstimator(settings, layout.has(Field.THERAPIST), siteCategory >= 0, layout.has(Field.NEEDLES));
        tallies = tallies();
    }

    private SlowEventTally[][] tallies() {
        SlowEventTally[][] empty = new SlowEventTally[strata.size()][events.size()];
        for (SlowEventTally[] stratum : empty) {
            for (int e = 0; e < stratum.length; e++) {
                stratum[e] = new SlowEventTally(estimator.settings().cluster());
            }
        }
        return empty;
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
            for (SlowEventTally tally : tallies[stratum]) {
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

    List<EventRate> rates() {
        List<EventRate> rates = new ArrayList<>();
        for (int stratum = 0; stratum < tallies.length; stratum++) {
            for (int e = 0; e < events.size(); e++) {
                rates.add(estimator.rate(events.get(e), strata.get(stratum), tallies[stratum][e].counts()));
            }
        }
        return rates;
    }
}
