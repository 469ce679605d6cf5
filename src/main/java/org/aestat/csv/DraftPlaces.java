package org.aestat.csv;

import java.util.List;
import org.aestat.session.AdverseEvent;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;

/** Where the values of columns go in a draft. */
final class DraftPlaces {

    private DraftPlaces() {}

    /** The place for a column's values; one that nobody reads where the layout does not hold them. */
    static int of(ExportColumn column, SessionDraft draft, SessionLayout layout) {
        if (column.minutes() >= 0) {
            int time = layout.diaryMinutes().indexOf(column.minutes());
            return time < 0 ? SessionDraft.UNUSED : draft.placeOfDiary(time);
        }
        if (column.kind() == ValueKind.EVENT_LIST) {
            return SessionDraft.LISTED;
        }
        return switch (column.name()) {
            case CanonicalColumns.SESSION_DATE -> SessionDraft.DATE;
            case CanonicalColumns.SESSION_NUMBER -> SessionDraft.NUMBER;
            case "course_outcome" -> SessionDraft.OUTCOME;
            case "needles" -> SessionDraft.NEEDLES;
            case "relief" -> SessionDraft.RELIEF;
            case "pain_before" -> SessionDraft.PAIN_BEFORE;
            case "pain_after" -> SessionDraft.PAIN_AFTER;
            case "soreness_hours" -> SessionDraft.DURATION;
            case "soreness_resolved" -> SessionDraft.RESOLVED;
            case "soreness_last_sore_hours" -> SessionDraft.LAST_SORE;
            case "soreness_first_clear_hours" -> SessionDraft.FIRST_CLEAR;
            case "bruise_hours" -> SessionDraft.BRUISE_MINUTES;
            case "age" -> SessionDraft.AGE;
            case "fatigue_hours" -> SessionDraft.FATIGUE_MINUTES;
            default -> event(column.name(), draft, layout);
        };
    }

    private static int event(String name, SessionDraft draft, SessionLayout layout) {
        int event = place(name, layout.events());
        return event < 0 ? SessionDraft.UNUSED : draft.placeOfEvent(event);
    }

    /** The place of the event with this name, or -1. */
    static int place(String name, List<AdverseEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
