package org.aestat.analysis;

import java.io.Serializable;
import org.aestat.session.Answer;
import org.aestat.session.EventSet;
import org.aestat.session.Session;

/** Something that a session has or has not, or about which it says nothing: what rates count. */
interface SessionEvent extends Serializable {

    /** The name of the adverse event. */
    String name();

    /** Minor, major, or any. */
    String severity();

    /** The places of its adverse events in the layout. */
    EventSet components();

    /** Whether the session has it. */
    Answer answer(Session session);

    /** Whether something about it is recorded although the answer is not. */
    boolean isPartlyRecorded(Session session);
}
