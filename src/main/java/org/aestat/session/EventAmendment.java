package org.aestat.session;

/** Says what stands in the place of the record of an adverse event at a session. */
@FunctionalInterface
public interface EventAmendment {

    /**
     * The record that takes the place of another, which may be the same.
     *
     * @param event the event's place in the layout
     * @param row the session
     * @param own what was recorded
     */
    EventRecord record(int event, int row, EventRecord own);
}
