package org.aestat.session;

import org.jspecify.annotations.Nullable;

/** One treatment visit of one patient: a view of one row of a {@link SessionTable}. */
public final class Session {

    /** The date of a session without one. */
    public static final int NO_DATE = Integer.MIN_VALUE;

    /** A number that was not recorded. */
    public static final int NONE = -1;

    /** How many units make one point of a pain or soreness score, so that scores compare exactly. */
    public static final int SCORE_UNITS = 100_000_000;

    private final SessionTable table;
    private int row;

    Session(SessionTable table, int row) {
        this.table = table;
        this.row = row;
    }

    /** Shows another session of the table. */
    void moveTo(int other) {
        row = other;
    }

    /** The place of the session in its table; in that of an export, the order of reading. */
    public int row() {
        return row;
    }

    /** Whether the filters of the run let the session into the analyses. */
    public boolean isUsed() {
        return table.used(row);
    }

    /** The date in days since 1970-01-01, or {@link #NO_DATE}. */
    public int date() {
        return table.date(row);
    }

    /** Whether the session has a date. */
    public boolean hasDate() {
        return date() != NO_DATE;
    }

    /** The number within its course as recorded, from 1, or {@link #NONE}. */
    public int number() {
        return table.number(row);
    }

    /** The code of the named course, or 0. */
    public int courseId() {
        return table.course(row);
    }

    /** The code of the therapist, 0 where blank. */
    public int therapist() {
        return table.therapist(row);
    }

    /** How many needles were used, or {@link #NONE}. */
    public int needles() {
        return table.needles(row);
    }

    /** Pain before the session in {@link #SCORE_UNITS}, or {@link #NONE}. */
    public int painBefore() {
        return table.painBefore(row);
    }

    /** Pain after the session in {@link #SCORE_UNITS}, or {@link #NONE}. */
    public int painAfter() {
        return table.painAfter(row);
    }

    /** Whether the session brought relief, as the export says. */
    public Answer relief() {
        return table.relief(row);
    }

    /** How the course ended, as recorded at this session. */
    public CourseOutcome outcome() {
        return table.outcome(row);
    }

    /**
     * The answer for an adverse event.
     *
     * @param event its place in the layout
     */
    public Answer answer(int event) {
        return table.answer(event, row);
    }

    /** Whether one of several adverse events happened: yes if one did, no only if all are recorded as no. */
    public Answer anyOf(EventSet events) {
        return table.anyOf(events, row);
    }

    /** Whether one of several adverse events is recorded. */
    public boolean isAnyRecorded(EventSet events) {
        return table.isAnyRecorded(events, row);
    }

    /**
     * The adverse events that are not recorded as no, as {@link EventSet#mask()} has them: an event of a set is recorded no
     * if no bit of the set's mask is here. 0 where all are.
     */
    public long notNo() {
        return table.notNo(row);
    }

    /**
     * How severe an adverse event was: {@link Grade#NONE} where it is recorded as no, null where it is not recorded or a
     * yes has no grade.
     *
     * @param event its place in the layout
     */
    public @Nullable Grade grade(int event) {
        return table.grade(event, row);
    }

    /**
     * The minutes until an adverse event was gone, or {@link #NONE}.
     *
     * @param event its place in the layout
     */
    public int minutesUntilGone(int event) {
        return table.minutesUntilGone(event, row);
    }

    /**
     * The code of a category, 0 where not recorded.
     *
     * @param category its place in the layout
     */
    public int category(int category) {
        return table.category(category, row);
    }

    /**
     * The text of a category as written, or null where not recorded.
     *
     * @param category its place in the layout
     */
    public @Nullable String categoryText(int category) {
        int code = category(category);
        return code == 0 ? null : table.categoryTexts(category).text(code);
    }

    /**
     * A score of the soreness diary in {@link #SCORE_UNITS}, or {@link #NONE}.
     *
     * @param time the place of its time in the layout
     */
    public int diaryScore(int time) {
        return table.diaryScore(time, row);
    }

    /** Whether soreness had ended after the recorded hours, as the export says. */
    public Answer sorenessResolved() {
        return table.resolved(row);
    }

    /** How the soreness after this session is recorded in the given form. */
    public Soreness soreness(SorenessForm form) {
        return switch (form) {
            case DURATION -> Soreness.ofDuration(table.duration(row), table.resolved(row));
            case INTERVAL -> Soreness.ofInterval(table.lastSore(row), table.firstClear(row));
            case DIARY -> Soreness.ofDiary(this, table.layout().diaryMinutes());
        };
    }
}
