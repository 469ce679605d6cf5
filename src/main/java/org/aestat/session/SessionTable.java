package org.aestat.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aestat.session.SessionLayout.Field;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a data set in packed columns, in the order of reading. Texts are codes of dictionaries, an answer is
 * two bits and grades take a byte only where there are some; columns outside the {@link SessionLayout} are not allocated. Rows are only ever added.
 */
public final class SessionTable {

    private static final int USED = 1 << 4;

    private final SessionLayout layout;
    private final Dictionary patients = new Dictionary();
    private final Dictionary therapists = new Dictionary();
    private final Dictionary courseIds = new Dictionary();
    private final List<Dictionary> categoryTexts = new ArrayList<>();

    private int size;
    private int capacity = 64;
    private int lastDate = Session.NO_DATE;
    private final int[][] ints = new int[IntColumn.values().length][];
    private final int[][] categories;
    private final int[][] diary;
    private final EventColumns events;
    private byte[] flags = new byte[capacity];
    private byte @Nullable [] resolved;

    private enum IntColumn {
        PATIENT(null),
        DATE(Field.DATE),
        NUMBER(Field.NUMBER),
        COURSE(Field.COURSE_ID),
        THERAPIST(Field.THERAPIST),
        NEEDLES(Field.NEEDLES),
        PAIN_BEFORE(Field.PAIN_BEFORE),
        PAIN_AFTER(Field.PAIN_AFTER),
        DURATION(Field.SORENESS_DURATION),
        LAST_SORE(Field.SORENESS_INTERVAL),
        FIRST_CLEAR(Field.SORENESS_INTERVAL),
        BRUISE(Field.BRUISE_HOURS),
        FATIGUE(Field.FATIGUE_HOURS);

        private final @Nullable Field field;

        IntColumn(@Nullable Field field) {
            this.field = field;
        }

        private int notRecorded() {
            return switch (this) {
                case DATE -> Session.NO_DATE;
                case PATIENT, COURSE, THERAPIST -> 0;
                default -> Session.NONE;
            };
        }
    }

    /**
     * An empty table.
     *
     * @param layout the columns to keep
     */
    public SessionTable(SessionLayout layout) {
        this.layout = layout;
        for (IntColumn column : IntColumn.values()) {
            if (column.field == null || layout.has(column.field)) {
                ints[column.ordinal()] = new int[capacity];
            }
        }
        categories = new int[layout.categories().size()][capacity];
        layout.categories().forEach(name -> categoryTexts.add(new Dictionary()));
        diary = new int[layout.diaryMinutes().size()][capacity];
        events = new EventColumns(layout.events(), capacity);
        if (layout.has(Field.SORENESS_DURATION)) {
            resolved = new byte[capacity];
        }
    }

    /** The columns that this table keeps. */
    public SessionLayout layout() {
        return layout;
    }

    /** The number of sessions. */
    public int size() {
        return size;
    }

    /** The codes of patients. Their texts are never shown. */
    public Dictionary patients() {
        return patients;
    }

    /** The codes of therapists, each a site and a name. */
    public Dictionary therapists() {
        return therapists;
    }

    /** The codes of named courses. */
    public Dictionary courseIds() {
        return courseIds;
    }

    /** The texts of the category at this place in the layout. */
    public Dictionary categoryTexts(int category) {
        return categoryTexts.get(category);
    }

    /** The latest date of any session, in days since 1970-01-01, or {@link Session#NO_DATE}. */
    public int lastDate() {
        return lastDate;
    }

    /**
     * Whether an adverse event is graded in this data set: the mapping says so, or a session has a grade of it.
     *
     * @param event its place in the layout
     */
    public boolean isGraded(int event) {
        return events.isGraded(event);
    }

    /**
     * A view of one session.
     *
     * @param row 0 to {@link #size()} - 1
     */
    public Session session(int row) {
        return new Session(this, row);
    }

    /**
     * Adds a session.
     *
     * @param draft its values
     * @param used whether the filters of the run let it into the analyses; courses are built from all sessions
     */
    public void add(SessionDraft draft, boolean used) {
        if (size == capacity) {
            grow();
        }
        put(IntColumn.PATIENT, draft.patient);
        put(IntColumn.DATE, draft.date);
        put(IntColumn.NUMBER, draft.number);
        put(IntColumn.COURSE, draft.course);
        put(IntColumn.THERAPIST, draft.therapist);
        put(IntColumn.NEEDLES, draft.needles);
        put(IntColumn.PAIN_BEFORE, draft.painBefore);
        put(IntColumn.PAIN_AFTER, draft.painAfter);
        put(IntColumn.DURATION, draft.durationMinutes);
        put(IntColumn.LAST_SORE, draft.lastSoreMinutes);
        put(IntColumn.FIRST_CLEAR, draft.firstClearMinutes);
        put(IntColumn.BRUISE, draft.bruiseMinutes);
        put(IntColumn.FATIGUE, draft.fatigueMinutes);
        for (int i = 0; i < categories.length; i++) {
            categories[i][size] = draft.categories[i];
        }
        for (int i = 0; i < diary.length; i++) {
            diary[i][size] = draft.diaryScores[i];
        }
        events.put(size, draft.events);
        flags[size] = (byte) (draft.relief.ordinal() | (draft.outcome.ordinal() << 2) | (used ? USED : 0));
        if (resolved != null) {
            resolved[size] = (byte) draft.resolved.ordinal();
        }
        lastDate = Math.max(lastDate, draft.date);
        size++;
    }

    private void put(IntColumn column, int value) {
        int[] values = ints[column.ordinal()];
        if (values != null) {
            values[size] = value;
        }
    }

    private int get(IntColumn column, int row) {
        int[] values = ints[column.ordinal()];
        return values == null ? column.notRecorded() : values[row];
    }

    private void grow() {
        capacity = Math.addExact(capacity, capacity >> 1);
        for (int i = 0; i < ints.length; i++) {
            if (ints[i] != null) {
                ints[i] = Arrays.copyOf(ints[i], capacity);
            }
        }
        growAll(categories);
        growAll(diary);
        events.grow(capacity);
        flags = Arrays.copyOf(flags, capacity);
        if (resolved != null) {
            resolved = Arrays.copyOf(resolved, capacity);
        }
    }

    private void growAll(int[][] columns) {
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.copyOf(columns[i], capacity);
        }
    }

    /** The patient of a session, a code of {@link #patients()}. */
    public int patient(int row) {
        return get(IntColumn.PATIENT, row);
    }

    int date(int row) {
        return get(IntColumn.DATE, row);
    }

    int number(int row) {
        return get(IntColumn.NUMBER, row);
    }

    int course(int row) {
        return get(IntColumn.COURSE, row);
    }

    int therapist(int row) {
        return get(IntColumn.THERAPIST, row);
    }

    int needles(int row) {
        return get(IntColumn.NEEDLES, row);
    }

    int painBefore(int row) {
        return get(IntColumn.PAIN_BEFORE, row);
    }

    int painAfter(int row) {
        return get(IntColumn.PAIN_AFTER, row);
    }

    int duration(int row) {
        return get(IntColumn.DURATION, row);
    }

    int lastSore(int row) {
        return get(IntColumn.LAST_SORE, row);
    }

    int firstClear(int row) {
        return get(IntColumn.FIRST_CLEAR, row);
    }

    int diaryScore(int time, int row) {
        return diary[time][row];
    }

    int category(int category, int row) {
        return categories[category][row];
    }

    Answer answer(int event, int row) {
        return events.answer(event, row);
    }

    @Nullable
    Grade grade(int event, int row) {
        return events.grade(event, row);
    }

    int minutesUntilGone(int event, int row) {
        Field hours = SessionLayout.hoursOf(layout.events().get(event).name());
        return hours == null
                ? Session.NONE
                : get(hours == Field.BRUISE_HOURS ? IntColumn.BRUISE : IntColumn.FATIGUE, row);
    }

    Answer relief(int row) {
        return Answer.of(flags[row] & 3);
    }

    CourseOutcome outcome(int row) {
        return CourseOutcome.of((flags[row] >> 2) & 3);
    }

    boolean used(int row) {
        return (flags[row] & USED) != 0;
    }

    Answer resolved(int row) {
        return resolved == null ? Answer.NOT_RECORDED : Answer.of(resolved[row]);
    }
}
