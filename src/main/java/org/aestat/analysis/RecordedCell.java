package org.aestat.analysis;

import java.io.Serializable;
import java.util.Optional;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout;
import org.aestat.session.Soreness.State;
import org.aestat.session.SorenessForm;
import org.jspecify.annotations.Nullable;

/**
 * Whether a session has something recorded in a column: an adverse event, soreness in the form that is analysed, or any
 * column that is kept as a category.
 *
 * @param column the column
 * @param event the event of that name, or null
 * @param form the form of soreness, or null
 * @param category the place of the category, -1 where the data set does not have it
 */
record RecordedCell(
        String column,
        @Nullable ReportedEvent event,
        @Nullable SorenessForm form,
        int category) implements Serializable {

    private static final long serialVersionUID = 1;

    /** The name under which soreness is asked for, whatever its columns. */
    static final String SORENESS = "soreness";

    static RecordedCell of(String column, SessionLayout layout, @Nullable SorenessForm form) {
        if (column.equals(SORENESS)) {
            return new RecordedCell(column, null, form, -1);
        }
        Optional<ReportedEvent> event = ReportedEvent.of(layout.events()).stream()
                .filter(reported -> reported.name().equals(column))
                .findFirst();
        return new RecordedCell(column, event.orElse(null), null, layout.category(column));
    }

    boolean isRecorded(Session session) {
        if (event != null) {
            return event.answer(session).isRecorded();
        }
        if (form != null) {
            State state = session.soreness(form).state();
            return state != State.NOT_RECORDED && state != State.END_NOT_RECORDED;
        }
        return category >= 0 && session.category(category) != 0;
    }
}
