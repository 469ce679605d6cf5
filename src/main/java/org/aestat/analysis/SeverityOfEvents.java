package org.aestat.analysis;

import java.util.ArrayList;
import java.util.List;
import org.aestat.result.EventSeverity;
import org.aestat.result.EventSeverity.AtLeast;
import org.aestat.result.EventSeverity.ClassRate;
import org.aestat.result.EventSeverity.Durations;
import org.aestat.session.EventSet;
import org.aestat.session.Grade;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionTable;

/**
 * How severe the graded adverse events are, stratum by stratum: rates from each grade on, the worst grade of each
 * patient, and Carnes' classes where a duration is recorded. Events that only say yes and no are left out, and so are
 * composites of none but those.
 */
public final class SeverityOfEvents implements Accumulator<PatientHistory, List<EventSeverity>, SeverityOfEvents> {

    private static final long serialVersionUID = 1;

    private final Strata strata;
    private final ArrayList<ReportedEvent> events = new ArrayList<>();
    private final ArrayList<Boolean> timed = new ArrayList<>();
    private final Grade highest;
    private final EventTallies rates;
    private final SeverityTally[][] tallies;
    private final int[] places;
    private final StrataOfPatient strataOfPatient;

    /**
     * An empty accumulator.
     *
     * @param table the sessions, which tell which events are graded and the highest grade of a used session
     * @param strata the strata of the data set
     * @param settings the choices of the run
     */
    public SeverityOfEvents(SessionTable table, Strata strata, AnalysisSettings settings) {
        this.strata = strata;
        SessionLayout layout = table.layout();
        for (ReportedEvent event : ReportedEvent.of(layout.events())) {
            if (isGraded(event.components(), table)) {
                events.add(event);
                timed.add(
                        !event.composite() && layout.hasHours(event.components().get(0)));
            }
        }
        highest = highest(table, strata);
        rates = new EventTallies(layout, strata, counted(), settings);
        tallies = tallies(strata, events);
        places = new int[1 + strata.groupings()];
        strataOfPatient = new StrataOfPatient(strata.size());
    }

    private static boolean isGraded(EventSet events, SessionTable table) {
        for (int i = 0; i < events.size(); i++) {
            if (table.isGraded(events.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** At least severe, so that every result shows what is never left out. */
    private static Grade highest(SessionTable table, Strata strata) {
        Grade highest = Grade.SEVERE;
        for (int event = 0; event < table.layout().events().size(); event++) {
            if (table.isGraded(event)) {
                for (int row = 0; row < table.size(); row++) {
                    Session session = table.session(row);
                    Grade grade = strata.contains(session) ? session.grade(event) : null;
                    highest = grade != null && grade.isAtLeast(highest) ? grade : highest;
                }
            }
        }
        return highest;
    }

    /** Event by event: from each grade on, then the classes where there are durations. */
    private List<SessionEvent> counted() {
        List<SessionEvent> counted = new ArrayList<>();
        for (int e = 0; e < events.size(); e++) {
            ReportedEvent event = events.get(e);
            for (int grade = 1; grade <= highest.number(); grade++) {
                counted.add(event.atLeast(Grade.values()[grade]));
            }
            if (timed.get(e)) {
                int component = event.components().get(0);
                for (CarnesClass category : CarnesClass.values()) {
                    counted.add(new ClassedEvent(event.name(), event.severity(), component, category));
                }
            }
        }
        return counted;
    }

    /** Whether no event of the data set is graded. */
    public boolean isEmpty() {
        return events.isEmpty();
    }

    private SeverityOfEvents(SeverityOfEvents like) {
        strata = like.strata;
        events.addAll(like.events);
        timed.addAll(like.timed);
        highest = like.highest;
        rates = like.rates.fresh();
        tallies = tallies(strata, events);
        places = new int[1 + strata.groupings()];
        strataOfPatient = new StrataOfPatient(strata.size());
    }

    private static SeverityTally[][] tallies(Strata strata, List<ReportedEvent> events) {
        SeverityTally[][] tallies = new SeverityTally[strata.size()][events.size()];
        for (SeverityTally[] stratum : tallies) {
            for (int e = 0; e < stratum.length; e++) {
                stratum[e] = new SeverityTally();
            }
        }
        return tallies;
    }

    @Override
    public SeverityOfEvents fresh() {
        return new SeverityOfEvents(this);
    }

    @Override
    public void accept(PatientHistory history) {
        rates.accept(history);
        for (Session session : history.inOneView()) {
            if (strata.contains(session)) {
                strata.places(session, places);
                count(session);
                for (int place : places) {
                    strataOfPatient.add(place);
                }
            }
        }
        for (int i = 0; i < strataOfPatient.size(); i++) {
            for (SeverityTally tally : tallies[strataOfPatient.get(i)]) {
                tally.endPatient();
            }
        }
        strataOfPatient.clear();
    }

    private void count(Session session) {
        for (int e = 0; e < events.size(); e++) {
            ReportedEvent event = events.get(e);
            SeverityTally.Finding finding = SeverityTally.Finding.of(event, session);
            for (int place : places) {
                tallies[place][e].session(finding);
                if (timed.get(e)) {
                    tallies[place][e].duration(
                            finding, session.minutesUntilGone(event.components().get(0)));
                }
            }
        }
    }

    @Override
    public SeverityOfEvents combine(SeverityOfEvents other) {
        if (!rates.isLike(other.rates)) {
            throw new IllegalArgumentException("severity of another configuration");
        }
        rates.add(other.rates);
        for (int stratum = 0; stratum < tallies.length; stratum++) {
            for (int e = 0; e < events.size(); e++) {
                tallies[stratum][e].add(other.tallies[stratum][e]);
            }
        }
        return this;
    }

    @Override
    public List<EventSeverity> result() {
        List<EventSeverity> rows = new ArrayList<>();
        for (int stratum = 0; stratum < tallies.length; stratum++) {
            int place = 0;
            for (int e = 0; e < events.size(); e++) {
                SeverityTally tally = tallies[stratum][e];
                List<AtLeast> atLeast = new ArrayList<>();
                for (int grade = 1; grade <= highest.number(); grade++) {
                    atLeast.add(new AtLeast(Grade.values()[grade], rates.rate(stratum, place++)));
                }
                Durations durations = null;
                if (timed.get(e)) {
                    durations = durations(tally, stratum, place);
                    place += CarnesClass.values().length;
                }
                rows.add(new EventSeverity(
                        events.get(e).name(),
                        strata.get(stratum),
                        atLeast,
                        tally.worstGrades(highest),
                        tally.ungraded(),
                        durations));
            }
        }
        return rows;
    }

    private Durations durations(SeverityTally tally, int stratum, int firstClass) {
        List<ClassRate> classes = new ArrayList<>();
        for (CarnesClass category : CarnesClass.values()) {
            classes.add(new ClassRate(category.label(), rates.rate(stratum, firstClass + category.ordinal())));
        }
        return new Durations(tally.durations(), tally.unansweredWithHours(), classes);
    }
}
