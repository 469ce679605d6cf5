package org.aestat.pipeline;

import java.util.HashSet;
import java.util.Set;
import org.aestat.csv.EventRow.Said;
import org.aestat.session.Answer;
import org.aestat.session.EventRecord;
import org.aestat.session.Session;

/** What the rows of a file of events say together of one event at one session. */
final class JoinedEvent {

    private final Set<Said> said = new HashSet<>();
    private EventRecord worst = EventRecord.NOT_RECORDED;
    private int longest = Session.NONE;
    private boolean open;

    /** Whether a row says the opposite of those taken before. */
    boolean isContradictedBy(Said row) {
        Answer before = worst.answer();
        return before.isRecorded() && before != row.record().answer();
    }

    /**
     * Takes what a row says.
     *
     * @return false if a row said the same before
     */
    boolean take(Said row) {
        if (!said.add(row)) {
            return false;
        }
        worst = row.record().compareTo(worst) > 0 ? row.record() : worst;
        longest = Math.max(longest, row.minutes());
        open |= row.minutes() == Session.NONE;
        return true;
    }

    /** How many rows said something of their own. */
    int size() {
        return said.size();
    }

    /** The worst that is said, by the rows or by the session's own column. */
    EventRecord worst(EventRecord own) {
        return own.compareTo(worst) > 0 ? own : worst;
    }

    /** The minutes that the longest of the rows says, or {@link Session#NONE} if one of them says nothing. */
    int minutes() {
        return open ? Session.NONE : longest;
    }
}
