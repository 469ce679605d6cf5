package org.aestat.pipeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aestat.csv.EventRow;
import org.aestat.csv.EventSink;
import org.aestat.pipeline.EventKeys.PatientDay;
import org.aestat.pipeline.MetSessions.Span;
import org.aestat.session.Session;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.SessionTable;
import org.jspecify.annotations.Nullable;

/** The rows of a file of events by what they say of their session, and the sessions that passed by and fit. */
final class EventIndex implements EventSink {

    private static final MetSessions NONE = new MetSessions();

    private final EventKeys keys;
    private final List<EventRow> rows = new ArrayList<>();
    private final long[] ignored;
    private final Map<String, MetSessions> byId = new HashMap<>();
    private final Map<PatientDay, MetSessions> byDay = new HashMap<>();
    private final Map<String, MetSessions> byPatient = new HashMap<>();

    /**
     * An empty index.
     *
     * @param keys by what rows are joined
     * @param ignoredTerms how many reasons there are to leave a row out
     */
    EventIndex(EventKeys keys, int ignoredTerms) {
        this.keys = keys;
        this.ignored = new long[ignoredTerms];
    }

    @Override
    public void event(EventRow row) {
        rows.add(row);
        if (keys.usesId(row)) {
            byId.putIfAbsent(String.valueOf(row.place().session()), new MetSessions());
        } else if (keys.usesPatient(row) && row.place().hasDay()) {
            byDay.putIfAbsent(new PatientDay(keys.patient(row), row.place().date()), new MetSessions());
        } else if (keys.usesLatest(row)) {
            byPatient.putIfAbsent(keys.patient(row), new MetSessions());
        }
    }

    @Override
    public void ignored(int reason) {
        ignored[reason]++;
    }

    /** The rows in the order of the file, without those left out. */
    List<EventRow> rows() {
        return rows;
    }

    /** How many rows were left out for each reason. */
    long[] ignored() {
        return ignored;
    }

    /** The names of the events that happened. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        for (EventRow row : rows) {
            if (row.event() != null) {
                names.add(row.event());
            }
        }
        return names;
    }

    /** The names of the events of which there is a grade. */
    Set<String> graded() {
        Set<String> names = new HashSet<>();
        for (EventRow row : rows) {
            if (row.event() != null
                    && row.problem() == null
                    && row.said().record().isGrade()) {
                names.add(row.event());
            }
        }
        return names;
    }

    /** The columns of hours for which there are times. */
    Set<Field> hours() {
        Set<Field> hours = EnumSet.noneOf(Field.class);
        for (EventRow row : rows) {
            Field field = row.event() == null ? null : SessionLayout.hoursOf(row.event());
            if (field != null && row.problem() == null && row.said().minutes() != Session.NONE) {
                hours.add(field);
            }
        }
        return hours;
    }

    /**
     * Takes note of a session that was added to the table.
     *
     * @param draft the session
     * @param table the table, of which it is the last row
     * @param site whether its export has a site
     */
    void meet(SessionDraft draft, SessionTable table, boolean site) {
        int row = table.size() - 1;
        String patient = keys.byPatient() ? keys.patient(table.patients().text(table.patient(row)), site) : "";
        if (draft.hasId()) {
            add(byId.get(new String(draft.id(), 0, draft.idLength())), row, patient);
        }
        if (keys.byPatient() && draft.date() != Session.NO_DATE) {
            add(byDay.get(new PatientDay(patient, draft.date())), row, patient);
            add(byPatient.get(patient), row, patient);
        }
    }

    private static void add(@Nullable MetSessions sessions, int row, String patient) {
        if (sessions != null) {
            sessions.add(row, patient);
        }
    }

    /** The sessions that a row can be about; one, if all is well. */
    Span find(EventRow row, SessionTable table) {
        if (keys.usesId(row)) {
            return byId.getOrDefault(String.valueOf(row.place().session()), NONE)
                    .all();
        }
        if (keys.usesLatest(row)) {
            return byPatient
                    .getOrDefault(keys.patient(row), NONE)
                    .latest(table, row.said().onsetDay(), keys.withinDays());
        }
        return keys.usesPatient(row) && row.place().hasDay()
                ? byDay.getOrDefault(
                                new PatientDay(keys.patient(row), row.place().date()), NONE)
                        .all()
                : NONE.all();
    }

    EventKeys keys() {
        return keys;
    }
}
