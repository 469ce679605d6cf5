package org.aestat.csv;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import org.aestat.session.AdverseEvent;
import org.aestat.session.Answer;
import org.aestat.session.CourseOutcome;
import org.aestat.session.EventRecord;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;

/** Where the values of columns go in a draft. */
final class DraftSetters {

    private DraftSetters() {}

    private static void ignore(SessionDraft draft, int value) {}

    /** The place for a column's values; one that takes nothing where the layout does not hold them. */
    static ObjIntConsumer<SessionDraft> of(ExportColumn column, SessionLayout layout) {
        if (column.minutes() >= 0) {
            int time = layout.diaryMinutes().indexOf(column.minutes());
            return time < 0 ? DraftSetters::ignore : (draft, units) -> draft.setDiaryScore(time, units);
        }
        return switch (column.name()) {
            case CanonicalColumns.SESSION_DATE -> SessionDraft::setDate;
            case CanonicalColumns.SESSION_NUMBER -> SessionDraft::setNumber;
            case "course_outcome" -> (draft, place) -> draft.setOutcome(CourseOutcome.values()[place + 1]);
            case "needles" -> SessionDraft::setNeedles;
            case "relief" -> answer(SessionDraft::setRelief);
            case "pain_before" -> SessionDraft::setPainBefore;
            case "pain_after" -> SessionDraft::setPainAfter;
            case "soreness_hours" -> SessionDraft::setDuration;
            case "soreness_resolved" -> answer(SessionDraft::setResolved);
            case "soreness_last_sore_hours" -> SessionDraft::setLastSore;
            case "soreness_first_clear_hours" -> SessionDraft::setFirstClear;
            case "bruise_hours" -> SessionDraft::setBruiseMinutes;
            case "age" -> SessionDraft::setAge;
            case "fatigue_hours" -> SessionDraft::setFatigueMinutes;
            default -> event(place(column.name(), layout.events()));
        };
    }

    private static ObjIntConsumer<SessionDraft> answer(BiConsumer<SessionDraft, Answer> setter) {
        return (draft, ordinal) -> setter.accept(draft, ordinal == Answer.YES.ordinal() ? Answer.YES : Answer.NO);
    }

    private static ObjIntConsumer<SessionDraft> event(int place) {
        return place < 0 ? DraftSetters::ignore : (draft, ordinal) -> draft.setEvent(place, EventRecord.of(ordinal));
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
