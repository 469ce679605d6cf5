package org.aestat.csv;

import java.util.List;
import org.aestat.session.Answer;
import org.aestat.session.Session;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;
import org.jspecify.annotations.Nullable;

/** What the cells of a row must be together. */
final class RowRules {

    private static final String EXPECTED_HOURS = "0 or a blank";

    private final String file;
    private final ExportColumns columns;
    private final boolean needsPlace;
    private final boolean hasResolved;
    private final int[] events;
    private final int bruising;
    private final int fatigue;

    /**
     * The rules for the rows of an export.
     *
     * @param file the export's name
     * @param columns what it has
     * @param layout the layout of the drafts
     * @param needsPlace whether a row needs a date or a number
     */
    RowRules(String file, ExportColumns columns, SessionLayout layout, boolean needsPlace) {
        this.file = file;
        this.columns = columns;
        this.needsPlace = needsPlace;
        this.hasResolved = columns.find("soreness_resolved") != null;
        this.events = CanonicalColumns.eventNames().stream()
                .mapToInt(name -> DraftPlaces.place(name, layout.events()))
                .toArray();
        this.bruising = DraftPlaces.place("bruising", layout.events());
        this.fatigue = DraftPlaces.place("fatigue", layout.events());
    }

    /**
     * Checks a row and completes what one column says about others.
     *
     * @param draft the row
     * @param line where the row starts
     * @return what is wrong, or null
     */
    @Nullable
    RowProblem check(SessionDraft draft, long line) {
        if (needsPlace && !draft.hasPlace()) {
            return noPlace(line);
        }
        RowProblem problem = draft.hasList() ? takeList(draft, draft.listed(), line) : null;
        if (problem == null) {
            problem = checkSoreness(draft, line);
        }
        return problem == null ? checkHours(draft, line) : problem;
    }

    private RowProblem noPlace(long line) {
        List<ExportColumn> places = columns.all().stream()
                .filter(column -> column.isNamed(CanonicalColumns.SESSION_DATE)
                        || column.isNamed(CanonicalColumns.SESSION_NUMBER))
                .toList();
        if (places.size() == 1) {
            ExportColumn place = places.get(0);
            return problem(
                    ProblemCode.PLACE_MISSING,
                    line,
                    place,
                    "nothing recorded",
                    place.reader().expected());
        }
        return problem(
                ProblemCode.PLACE_MISSING, line, null, "neither a session_date nor a session_number", "one of them");
    }

    private @Nullable RowProblem takeList(SessionDraft draft, int listed, long line) {
        for (int i = 0; i < events.length; i++) {
            if (events[i] >= 0) {
                Answer own = draft.answer(events[i]);
                Answer said = (listed >> i & 1) == 1 ? Answer.YES : Answer.NO;
                if (own.isRecorded() && own != said) {
                    ExportColumn column =
                            columns.find(CanonicalColumns.eventNames().get(i));
                    String found = own == Answer.YES
                            ? "'yes' although adverse_events does not list it"
                            : "'no' although adverse_events lists it";
                    return problem(ProblemCode.LIST_CONTRADICTED, line, column, found, "the same in both columns");
                }
                if (!own.isRecorded()) {
                    draft.setAnswer(events[i], said);
                }
            }
        }
        return null;
    }

    private @Nullable RowProblem checkSoreness(SessionDraft draft, long line) {
        if (draft.duration() != Session.NONE && !hasResolved) {
            draft.setResolved(Answer.YES);
        }
        if (draft.duration() == 0 && draft.resolved() == Answer.NO) {
            ExportColumn column = columns.find("soreness_resolved");
            return problem(
                    ProblemCode.UNENDED_NOTHING, line, column, "'no' beside 0 hours of soreness", "'yes' or a blank");
        }
        if (draft.firstClear() != Session.NONE && draft.firstClear() < draft.lastSore()) {
            ExportColumn column = columns.find("soreness_first_clear_hours");
            return problem(
                    ProblemCode.CLEAR_BEFORE_SORE,
                    line,
                    column,
                    "a time before the last sore hour",
                    "that hour or a later one");
        }
        return null;
    }

    private @Nullable RowProblem checkHours(SessionDraft draft, long line) {
        if (draft.bruiseMinutes() > 0 && isNo(draft, bruising)) {
            return withoutEvent(line, "bruise_hours", "bruising");
        }
        if (draft.fatigueMinutes() > 0 && isNo(draft, fatigue)) {
            return withoutEvent(line, "fatigue_hours", "fatigue");
        }
        return null;
    }

    private RowProblem withoutEvent(long line, String hours, String event) {
        String found = "hours although there was no " + event;
        return problem(ProblemCode.HOURS_WITHOUT_EVENT, line, columns.find(hours), found, EXPECTED_HOURS);
    }

    private static boolean isNo(SessionDraft draft, int event) {
        return event >= 0 && draft.answer(event) == Answer.NO;
    }

    private RowProblem problem(
            ProblemCode code, long line, @Nullable ExportColumn column, String found, String expected) {
        return new RowProblem(code, file, line, column == null ? null : column.label(), found, expected, "");
    }
}
