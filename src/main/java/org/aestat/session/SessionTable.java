package org.aestat.session;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import org.aestat.session.SessionLayout.Field;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a data set in packed columns, in the order of reading. Texts are codes of dictionaries, an answer is
 * two bits and grades take a byte only where there are some; columns outside the {@link SessionLayout} are not
 * allocated. Rows are only ever added; a second file may say more of their adverse events.
 */
public final class SessionTable {

    private static final int OUTCOME_BITS = 2;
    private static final int RESOLVED_BITS = 4;
    private static final int TWO_BITS = 3;
    private static final int USED = 1 << 6;

    private final SessionLayout layout;
    private final int most;
    private final TableTexts texts;

    private int size;
    private int lastDate = Session.NO_DATE;
    private final @Nullable PackedColumn[] columns = new PackedColumn[IntColumn.values().length];
    private final PackedColumn[] categories;
    private final PackedColumn[] diary;
    private EventColumns events;
    private final PackedColumn flags = new PackedColumn(0);

    /**
     * An empty table.
     *
     * @param layout the columns to keep
     */
    public SessionTable(SessionLayout layout) {
        this(layout, Integer.MAX_VALUE);
    }

    /**
     * An empty table.
     *
     * @param layout the columns to keep
     * @param most how many sessions it can hold
     */
    public SessionTable(SessionLayout layout, int most) {
        this(layout, most, new TableTexts(layout));
    }

    private SessionTable(SessionLayout layout, int most, TableTexts texts) {
        this.layout = layout;
        this.most = most;
        this.texts = texts;
        for (IntColumn column : IntColumn.values()) {
            if (column.isIn(layout)) {
                columns[column.ordinal()] = new PackedColumn(column.notRecorded());
            }
        }
        categories = columns(layout.categories().size(), 0);
        diary = columns(layout.diaryMinutes().size(), Session.NONE);
        events = new EventColumns(layout.events());
    }

    private static PackedColumn[] columns(int count, int none) {
        PackedColumn[] columns = new PackedColumn[count];
        for (int i = 0; i < count; i++) {
            columns[i] = new PackedColumn(none);
        }
        return columns;
    }

    /** A table of the same layout under the same codes that has no sessions but those it {@linkplain #show shows}. */
    public SessionTable showcase() {
        return new SessionTable(layout, most, texts);
    }

    /**
     * Shows sessions of another table in place of those shown before, quick to read and side by side.
     *
     * @param other the table of which this one is a {@link #showcase}
     * @param rows row numbers there
     * @param from the place of the first in {@code rows}
     * @param to one after that of the last
     */
    public void show(SessionTable other, int[] rows, int from, int to) {
        for (int i = 0; i < columns.length; i++) {
            show(columns[i], other.columns[i], rows, from, to);
        }
        for (int i = 0; i < categories.length; i++) {
            categories[i].show(other.categories[i], rows, from, to);
        }
        for (int i = 0; i < diary.length; i++) {
            diary[i].show(other.diary[i], rows, from, to);
        }
        events.show(other.events, rows, from, to);
        flags.show(other.flags, rows, from, to);
        lastDate = other.lastDate;
        size = to - from;
    }

    private static void show(@Nullable PackedColumn mine, @Nullable PackedColumn theirs, int[] rows, int from, int to) {
        if (mine != null && theirs != null) {
            mine.show(theirs, rows, from, to);
        }
    }

    /** Removes all sessions and all texts. The room that they had stays for those to come. */
    public void clear() {
        for (PackedColumn column : columns) {
            if (column != null) {
                column.clear();
            }
        }
        for (PackedColumn category : categories) {
            category.clear();
        }
        for (PackedColumn score : diary) {
            score.clear();
        }
        events.clear();
        flags.clear();
        texts.clear();
        lastDate = Session.NO_DATE;
        size = 0;
    }

    /** The columns that this table keeps. */
    public SessionLayout layout() {
        return layout;
    }

    /** The number of sessions. */
    public int size() {
        return size;
    }

    /** The codes of patients. Their ids are never shown. */
    public PatientIds patients() {
        return texts.patients();
    }

    /** The codes of therapists, each a site and a name. */
    public Dictionary therapists() {
        return texts.therapists();
    }

    /** The codes of named courses. */
    public Dictionary courseIds() {
        return texts.courseIds();
    }

    /** The texts of the category at this place in the layout. */
    public Dictionary categoryTexts(int category) {
        return texts.category(category);
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
     * @throws FullTableException if there is no room
     */
    public void add(SessionDraft draft, boolean used) {
        requireRoom(1);
        int[] values = draft.values;
        for (int i = 0; i < columns.length; i++) {
            PackedColumn column = columns[i];
            if (column != null) {
                column.add(values[i]);
            }
        }
        events.add(values, SessionDraft.EVENTS);
        int place = SessionDraft.categories(events.count());
        for (PackedColumn category : categories) {
            category.add(values[place++]);
        }
        for (PackedColumn score : diary) {
            score.add(values[place++]);
        }
        flags.add(values[SessionDraft.RELIEF]
                | (values[SessionDraft.OUTCOME] << OUTCOME_BITS)
                | (values[SessionDraft.RESOLVED] << RESOLVED_BITS)
                | (used ? USED : 0));
        lastDate = Math.max(lastDate, draft.date());
        size++;
    }

    /**
     * Looks up which texts of another table are known here. Other threads may ask while this table takes sessions.
     *
     * @param other a table of the same layout
     */
    public FoundTexts find(SessionTable other) {
        return texts.find(other.texts);
    }

    /**
     * Adds sessions of another table, under the codes that their texts have here.
     *
     * @param other a table of the same layout
     * @param left the rows that are left out
     * @param found which of its texts were {@linkplain #find found} here before, or null if nobody looked
     * @throws FullTableException if there is no room
     */
    public void addAll(SessionTable other, BitSet left, @Nullable FoundTexts found) {
        FoundTexts codes = texts.codes(other.texts, found);
        int from = left.nextClearBit(0);
        while (from < other.size) {
            int next = left.nextSetBit(from);
            int to = next < 0 ? other.size : next;
            addAll(other, from, to, codes);
            from = left.nextClearBit(to);
        }
    }

    private void requireRoom(int rows) {
        if (rows > most - size) {
            throw new FullTableException(most);
        }
    }

    private void addAll(SessionTable other, int from, int to, FoundTexts codes) {
        requireRoom(to - from);
        for (IntColumn column : IntColumn.values()) {
            PackedColumn mine = columns[column.ordinal()];
            PackedColumn theirs = other.columns[column.ordinal()];
            if (mine != null && theirs != null) {
                mine.addAll(theirs, from, to, codes.of(column));
            }
        }
        for (int i = 0; i < categories.length; i++) {
            categories[i].addAll(other.categories[i], from, to, codes.ofCategory(i));
        }
        for (int i = 0; i < diary.length; i++) {
            diary[i].addAll(other.diary[i], from, to, null);
        }
        events.addAll(other.events, from, to);
        flags.addAll(other.flags, from, to, null);
        lastDate = Math.max(lastDate, lastDate(other, from, to));
        size += to - from;
    }

    private static int lastDate(SessionTable table, int from, int to) {
        int last = Session.NO_DATE;
        for (int row = from; row < to; row++) {
            last = Math.max(last, table.date(row));
        }
        return last;
    }

    private int get(IntColumn column, int row) {
        PackedColumn values = columns[column.ordinal()];
        return values == null ? column.notRecorded() : values.get(row);
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
        return diary[time].get(row);
    }

    /** The code of a session's {@linkplain #categoryTexts category}, 0 where blank. */
    public int category(int category, int row) {
        return categories[category].get(row);
    }

    Answer answer(int event, int row) {
        return events.answer(event, row);
    }

    Answer anyOf(EventSet set, int row) {
        return events.anyOf(set, row);
    }

    boolean isAnyRecorded(EventSet set, int row) {
        return events.isAnyRecorded(set, row);
    }

    long notNo(int row) {
        return events.notNo(row);
    }

    @Nullable
    Grade grade(int event, int row) {
        return events.grade(event, row);
    }

    int minutesUntilGone(int event, int row) {
        IntColumn hours = hoursOf(event);
        return hours == null ? Session.NONE : get(hours, row);
    }

    private @Nullable IntColumn hoursOf(int event) {
        Field hours = SessionLayout.hoursOf(layout.events().get(event).name());
        return hours == null ? null : hours == Field.BRUISE_HOURS ? IntColumn.BRUISE : IntColumn.FATIGUE;
    }

    /** What is recorded of an adverse event at a session. */
    public EventRecord record(int event, int row) {
        return events.record(event, row);
    }

    /** Puts other records of adverse events in the place of those of all sessions. */
    public void amend(EventAmendment amendment) {
        events = events.amended(amendment);
    }

    /**
     * Sets the minutes until an adverse event was gone where a session has none, if the layout has room for them.
     *
     * @param event its place in the layout
     * @param minutes the minutes by session, {@link Session#NONE} where they are not recorded
     */
    public void fillMinutesUntilGone(int event, IntUnaryOperator minutes) {
        IntColumn hours = hoursOf(event);
        PackedColumn values = hours == null ? null : columns[hours.ordinal()];
        if (hours != null && values != null) {
            columns[hours.ordinal()] =
                    values.replaced((row, own) -> own == Session.NONE ? minutes.applyAsInt(row) : own);
        }
    }

    Answer relief(int row) {
        return Answer.of(flags.get(row) & TWO_BITS);
    }

    CourseOutcome outcome(int row) {
        return CourseOutcome.of((flags.get(row) >> OUTCOME_BITS) & TWO_BITS);
    }

    Answer resolved(int row) {
        return Answer.of((flags.get(row) >> RESOLVED_BITS) & TWO_BITS);
    }

    /** Whether the filters of the run let a session into the analyses. */
    public boolean used(int row) {
        return (flags.get(row) & USED) != 0;
    }
}
