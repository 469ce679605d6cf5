package org.aestat.pipeline;

import java.util.Map;
import java.util.Set;
import org.aestat.pipeline.EventJoin.EventAt;
import org.aestat.session.AdverseEvent;
import org.aestat.session.EventRecord;
import org.aestat.session.Session;
import org.aestat.session.SessionTable;

/** Puts into a table what a file of events says of its sessions, and what it says by saying nothing. */
final class EventAnswers {

    private final SessionTable table;
    private final EventJoin join;
    private final Map<EventAt, JoinedEvent> joined;
    private final boolean[] named;
    private final boolean[] complete;
    private final boolean[] oneIsYes;
    private long beside;

    /**
     * The answers of a file.
     *
     * @param table the sessions
     * @param join the rows joined to them
     * @param completeFor the events of which the file holds every one
     * @param graded the events that the file grades
     */
    EventAnswers(SessionTable table, EventJoin join, Set<String> completeFor, Set<String> graded) {
        this.table = table;
        this.join = join;
        this.joined = join.joined();
        int events = table.layout().events().size();
        this.named = new boolean[events];
        this.complete = new boolean[events];
        this.oneIsYes = new boolean[events];
        joined.keySet().forEach(place -> named[place.event()] = true);
        for (int event = 0; event < events; event++) {
            AdverseEvent kind = table.layout().events().get(event);
            complete[event] = completeFor.contains(kind.name());
            oneIsYes[event] = graded.contains(kind.name()) && !kind.graded();
        }
    }

    /** Fills the table. */
    void fill() {
        table.amend(this::record);
        for (int event = 0; event < named.length; event++) {
            if (named[event]) {
                int place = event;
                table.fillMinutesUntilGone(event, row -> minutes(place, row));
            }
        }
    }

    private int minutes(int event, int row) {
        JoinedEvent said = joined.get(new EventAt(event, row));
        return said == null ? Session.NONE : said.minutes();
    }

    private EventRecord record(int event, int row, EventRecord own) {
        JoinedEvent said = named[event] ? joined.get(new EventAt(event, row)) : null;
        EventRecord found = said == null ? own : said.worst(own);
        if (oneIsYes[event] && found == EventRecord.ONE) {
            return EventRecord.YES;
        }
        boolean absent = complete[event] && found == EventRecord.NOT_RECORDED && !join.isUnclear(event, row);
        if (absent && table.session(row).minutesUntilGone(event) > 0) {
            beside++;
            return found;
        }
        return absent ? EventRecord.NO : found;
    }

    /** At how many sessions there are hours of an event that a complete file does not have. */
    long besideHours() {
        return beside;
    }
}
