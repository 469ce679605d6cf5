package org.aestat.analysis;

import org.aestat.session.Answer;
import org.aestat.session.EventSet;
import org.aestat.session.Session;

/**
 * An adverse event of one of Carnes' classes. Not recorded where the event happened without a grade or a duration.
 *
 * @param name the name of the event
 * @param severity minor or major
 * @param event its place in the layout
 * @param category the class
 */
record ClassedEvent(String name, String severity, int event, CarnesClass category) implements SessionEvent {

    @Override
    public EventSet components() {
        return new EventSet(event);
    }

    @Override
    public Answer answer(Session session) {
        Answer answer = session.answer(event);
        if (answer != Answer.YES) {
            return answer;
        }
        CarnesClass found = CarnesClass.of(session, event);
        if (found == null) {
            return Answer.NOT_RECORDED;
        }
        return found == category ? Answer.YES : Answer.NO;
    }

    @Override
    public boolean isPartlyRecorded(Session session) {
        return false;
    }
}
