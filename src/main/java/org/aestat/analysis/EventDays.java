package org.aestat.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.aestat.session.Answer;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout;

/** The assessed sessions of an event, date by date: what a test that is repeated as data grow looks at. */
public final class EventDays implements Accumulator<PatientHistory, EventDays.Counts, EventDays> {

    private static final long serialVersionUID = 1;

    private final String name;
    private final List<ReportedEvent> events;
    private final Strata strata;
    private final TreeMap<Integer, long[]> days = new TreeMap<>();
    private long undated;
    private long patientsWithSeveral;

    /**
     * The sessions of one date.
     *
     * @param date the date
     * @param sessions assessed sessions, positive
     * @param events those of them with the event
     */
    public record Day(LocalDate date, long sessions, long events) {}

    /**
     * What was counted.
     *
     * @param days the dates with an assessed session, ascending
     * @param undated assessed sessions without a date, which are in no day
     * @param patientsWithSeveral patients with more than one assessed session
     */
    public record Counts(List<Day> days, long undated, long patientsWithSeveral) {

        /** Copies the list. */
        public Counts {
            days = List.copyOf(days);
        }
    }

    /**
     * An empty accumulator.
     *
     * @param layout the layout of the sessions
     * @param strata which sessions are looked at
     * @param event the name of the event; one that the data set does not have is recorded nowhere
     */
    public EventDays(SessionLayout layout, Strata strata, String event) {
        name = event;
        this.strata = strata;
        events = ReportedEvent.of(layout.events()).stream()
                .filter(reported -> reported.name().equals(event))
                .toList();
    }

    private EventDays(EventDays like) {
        name = like.name;
        events = like.events;
        strata = like.strata;
    }

    @Override
    public EventDays fresh() {
        return new EventDays(this);
    }

    @Override
    public void accept(PatientHistory history) {
        long assessed = 0;
        for (Session session : history.inOneView()) {
            if (strata.contains(session)) {
                for (ReportedEvent event : events) {
                    Answer answer = event.answer(session);
                    if (answer.isRecorded()) {
                        assessed++;
                        add(session, answer);
                    }
                }
            }
        }
        patientsWithSeveral += assessed > 1 ? 1 : 0;
    }

    private void add(Session session, Answer answer) {
        if (session.hasDate()) {
            long[] day = days.computeIfAbsent(session.date(), date -> new long[2]);
            day[0]++;
            day[1] += answer == Answer.YES ? 1 : 0;
        } else {
            undated++;
        }
    }

    @Override
    public EventDays combine(EventDays other) {
        if (!name.equals(other.name) || !strata.equals(other.strata)) {
            throw new IllegalArgumentException("days of another configuration");
        }
        other.days.forEach((date, counts) -> {
            long[] day = days.computeIfAbsent(date, d -> new long[2]);
            day[0] += counts[0];
            day[1] += counts[1];
        });
        undated += other.undated;
        patientsWithSeveral += other.patientsWithSeveral;
        return this;
    }

    @Override
    public Counts result() {
        List<Day> list = new ArrayList<>();
        days.forEach((date, counts) -> list.add(new Day(LocalDate.ofEpochDay(date), counts[0], counts[1])));
        return new Counts(list, undated, patientsWithSeveral);
    }
}
