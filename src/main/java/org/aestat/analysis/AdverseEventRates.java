package org.aestat.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.aestat.result.EventRate;
import org.aestat.result.Stratum;
import org.aestat.result.Warning;
import org.aestat.session.Answer;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;
import org.aestat.stat.Clusters;

/**
 * How often each adverse event happens, stratum by stratum. A patient's sessions are one cluster of each stratum;
 * therapists and sites cross patients and are counted by code.
 */
public final class AdverseEventRates implements Accumulator<PatientHistory, List<EventRate>, AdverseEventRates> {

    private static final long serialVersionUID = 1;

    private final RateEstimator estimator;
    private final Strata strata;
    private final List<ReportedEvent> events;
    private final int siteCategory;
    private final EventTally[][] tallies;

    /**
     * An empty accumulator.
     *
     * @param layout the layout of the sessions
     * @param strata the strata of the data set
     * @param settings the choices of the run
     */
    public AdverseEventRates(SessionLayout layout, Strata strata, AnalysisSettings settings) {
        this.strata = strata;
        events = ReportedEvent.of(layout.events());
        siteCategory = layout.category("site");
        estimator =
                new RateEstimator(settings, layout.has(Field.THERAPIST), siteCategory >= 0, layout.has(Field.NEEDLES));
        tallies = new EventTally[strata.size()][events.size()];
        for (EventTally[] stratum : tallies) {
            for (int e = 0; e < stratum.length; e++) {
                stratum[e] = new EventTally(settings.cluster());
            }
        }
    }

    @Override
    public void accept(PatientHistory history) {
        BitSet touched = new BitSet(tallies.length);
        int[] places = new int[1 + strata.groupings()];
        for (Session session : history) {
            if (session.isUsed()) {
                places[0] = Strata.OVERALL;
                for (int grouping = 0; grouping < strata.groupings(); grouping++) {
                    places[1 + grouping] = strata.place(session, grouping);
                }
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
            ReportedEvent event = events.get(e);
            Answer answer = event.answer(session);
            boolean partly = answer == Answer.NOT_RECORDED && event.isPartlyRecorded(session);
            for (int place : places) {
                tallies[place][e].session(answer, partly, therapist, site, needles);
            }
        }
    }

    @Override
    public AdverseEventRates combine(AdverseEventRates other) {
        if (!(estimator.equals(other.estimator) && strata.equals(other.strata) && events.equals(other.events))) {
            throw new IllegalArgumentException("rates of another configuration");
        }
        for (int stratum = 0; stratum < tallies.length; stratum++) {
            for (int e = 0; e < events.size(); e++) {
                tallies[stratum][e].add(other.tallies[stratum][e]);
            }
        }
        return this;
    }

    /** What the reader of the rates has to know. */
    public List<Warning> warnings() {
        List<EventRate> overall = new ArrayList<>();
        List<Clusters> clusters = new ArrayList<>();
        for (int e = 0; e < events.size(); e++) {
            EventTally tally = tallies[Strata.OVERALL][e];
            overall.add(estimator.rate(events.get(e), Stratum.OVERALL, tally));
            clusters.add(estimator.clusters(tally));
        }
        return new RateWarnings(estimator.settings()).list(overall, clusters);
    }

    @Override
    public List<EventRate> result() {
        if (events.get(0).composite()) {
            return List.of(estimator.absent(tallies[Strata.OVERALL][0]));
        }
        List<EventRate> rates = new ArrayList<>();
        for (int stratum = 0; stratum < tallies.length; stratum++) {
            for (int e = 0; e < events.size(); e++) {
                rates.add(estimator.rate(events.get(e), strata.get(stratum), tallies[stratum][e]));
            }
        }
        return rates;
    }
}
