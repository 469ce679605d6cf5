package org.aestat.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.aestat.csv.EventFile;
import org.aestat.csv.EventRow;
import org.aestat.csv.RowProblem;
import org.aestat.pipeline.MetSessions.Span;
import org.aestat.result.RowCounts;
import org.aestat.result.RowCounts.Exclusion;
import org.aestat.session.AdverseEvent;
import org.aestat.session.SessionTable;

/** Joins the rows of a file of events to the sessions of a table, each to exactly one or to none. */
final class EventJoin {

    private static final int EVERY_EVENT = -1;

    private final EventIndex index;
    private final SessionTable table;
    private final Consumer<RowProblem> rejections;
    private final JoinRules rules;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<EventAt, JoinedEvent> joined = new LinkedHashMap<>();
    private final Set<EventAt> unclear = new HashSet<>();
    private final Set<EventAt> unclearFrom = new HashSet<>();
    private long used;
    private long repeated;
    private long filtered;
    private long rejected;

    /**
     * An event at a session.
     *
     * @param event its place in the layout
     * @param row the session's place in the table
     */
    record EventAt(int event, int row) {}

    EventJoin(EventFile file, EventIndex index, SessionTable table, Consumer<RowProblem> rejections) {
        this.index = index;
        this.table = table;
        this.rejections = rejections;
        this.rules = new JoinRules(file, index.keys(), table);
        List<AdverseEvent> events = table.layout().events();
        for (int i = 0; i < events.size(); i++) {
            places.put(events.get(i).name(), i);
        }
    }

    /** Takes the rows in the order of the file; the table stays as it is. */
    void join() {
        for (EventRow row : index.rows()) {
            int event = places.getOrDefault(String.valueOf(row.event()), EVERY_EVENT);
            Span sessions = index.find(row, table);
            RowProblem problem = row.problem();
            if (problem == null) {
                problem = rules.checkPlace(row, sessions);
            }
            if (problem == null) {
                problem = rules.check(row, event, sessions);
            }
            if (problem == null) {
                EventAt place = new EventAt(event, sessions.row(0));
                JoinedEvent before = joined.computeIfAbsent(place, key -> new JoinedEvent());
                problem = before.isContradictedBy(row.said()) ? rules.contradiction(row) : null;
                if (problem == null) {
                    count(place, before.take(row.said()));
                }
            }
            if (problem != null) {
                rejected++;
                rejections.accept(problem);
                leaveOpen(event, sessions);
            }
        }
    }

    private void count(EventAt place, boolean isNew) {
        if (!isNew) {
            repeated++;
        } else if (table.session(place.row).isUsed()) {
            used++;
        } else {
            filtered++;
        }
    }

    private void leaveOpen(int event, Span sessions) {
        if (sessions.size() > 0 && unclearFrom.add(new EventAt(event, sessions.row(0)))) {
            for (int i = 0; i < sessions.size(); i++) {
                unclear.add(new EventAt(event, sessions.row(i)));
            }
        }
    }

    /** The events that happened, or did not, by the file. */
    Map<EventAt, JoinedEvent> joined() {
        return joined;
    }

    /** Whether a rejected row can have been about the event at the session, so that its absence is no "no". */
    boolean isUnclear(int event, int row) {
        if (unclear.isEmpty()) {
            return false;
        }
        return unclear.contains(new EventAt(event, row)) || unclear.contains(new EventAt(EVERY_EVENT, row));
    }

    /** How many rows say something else of an event that another row had at the same session. */
    long severalTimes() {
        return joined.values().stream().mapToLong(event -> event.size() - 1).sum();
    }

    /** How many rows said what another row had said. */
    long repeated() {
        return repeated;
    }

    /**
     * What became of the rows.
     *
     * @param ignoredTerms the texts of the file that the mapping leaves out
     */
    RowCounts counts(List<String> ignoredTerms) {
        List<Exclusion> by = new ArrayList<>();
        for (int i = 0; i < ignoredTerms.size(); i++) {
            by.add(new Exclusion("event = " + ignoredTerms.get(i), index.ignored()[i]));
        }
        by.add(new Exclusion("repeated", repeated));
        by.add(new Exclusion("filters", filtered));
        long excluded = by.stream().mapToLong(Exclusion::rows).sum();
        return new RowCounts(used + excluded + rejected, used, excluded, rejected, by);
    }
}
