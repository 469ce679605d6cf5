package org.aestat.session;

/**
 * One session while its row is being read: every value not recorded until it is set, ready to be used again for the
 * next row. Codes are those of the {@link SessionTable}'s dictionaries. Every value has a place, by which it can be set
 * without knowing what it is: an answer or an outcome by its ordinal, a record of an adverse event by its own.
 */
public final class SessionDraft {

    /** The place of the date, in days since 1970-01-01. */
    public static final int DATE = IntColumn.DATE.ordinal();
    /** The place of the number within the course. */
    public static final int NUMBER = IntColumn.NUMBER.ordinal();
    /** The place of the count of needles. */
    public static final int NEEDLES = IntColumn.NEEDLES.ordinal();
    /** The place of the pain before the session, in {@link Session#SCORE_UNITS}. */
    public static final int PAIN_BEFORE = IntColumn.PAIN_BEFORE.ordinal();
    /** The place of the pain after the session, in {@link Session#SCORE_UNITS}. */
    public static final int PAIN_AFTER = IntColumn.PAIN_AFTER.ordinal();
    /** The place of the minutes that soreness lasted or was followed. */
    public static final int DURATION = IntColumn.DURATION.ordinal();
    /** The place of the last sore minute. */
    public static final int LAST_SORE = IntColumn.LAST_SORE.ordinal();
    /** The place of the first clear minute. */
    public static final int FIRST_CLEAR = IntColumn.FIRST_CLEAR.ordinal();
    /** The place of the minutes until bruising was gone. */
    public static final int BRUISE_MINUTES = IntColumn.BRUISE.ordinal();
    /** The place of the minutes until fatigue was gone. */
    public static final int FATIGUE_MINUTES = IntColumn.FATIGUE.ordinal();

    private static final int PATIENT = IntColumn.PATIENT.ordinal();
    private static final int THERAPIST = IntColumn.THERAPIST.ordinal();
    private static final int COURSE = IntColumn.COURSE.ordinal();
    private static final int INT_COLUMNS = IntColumn.values().length;

    /** The place of whether the session brought relief. */
    public static final int RELIEF = INT_COLUMNS;
    /** The place of whether soreness ended at the duration. */
    public static final int RESOLVED = INT_COLUMNS + 1;
    /** The place of how the course ended. */
    public static final int OUTCOME = INT_COLUMNS + 2;
    /** The place of the patient's age in whole years, which tables do not keep. */
    public static final int AGE = INT_COLUMNS + 3;
    /** The place of the set of events that the row lists, which tables do not keep. */
    public static final int LISTED = INT_COLUMNS + 4;
    /** The place of what nobody asks for. */
    public static final int UNUSED = INT_COLUMNS + 5;

    /** The place of the first adverse event; the others follow in the order of the layout. */
    static final int EVENTS = INT_COLUMNS + 6;

    private final int categories;
    private final int diary;
    private final int[] blank;
    final int[] values;
    private char[] id = new char[32];
    private int idLength;

    /**
     * A draft for sessions of this layout.
     *
     * @param layout the layout of the table that will take the session
     */
    public SessionDraft(SessionLayout layout) {
        categories = categories(layout.events().size());
        diary = categories + layout.categories().size();
        blank = new int[diary + layout.diaryMinutes().size()];
        for (IntColumn column : IntColumn.values()) {
            blank[column.ordinal()] = column.notRecorded();
        }
        blank[AGE] = Session.NONE;
        blank[LISTED] = Session.NONE;
        for (int time = diary; time < blank.length; time++) {
            blank[time] = Session.NONE;
        }
        values = blank.clone();
    }

    /** The place of the first category after so many events; the scores of the diary follow the categories. */
    static int categories(int events) {
        return EVENTS + events;
    }

    /** Makes every value not recorded. */
    public void clear() {
        System.arraycopy(blank, 0, values, 0, blank.length);
        idLength = 0;
    }

    /**
     * Sets a value.
     *
     * @param place one of the places named here, or that of an event or a time of the diary
     * @param value the value
     */
    public void set(int place, int value) {
        values[place] = value;
    }

    /** The place of an adverse event, given by its place in the layout. */
    public int placeOfEvent(int event) {
        return EVENTS + event;
    }

    /** The place of a score of the diary, given by the place of its time in the layout. */
    public int placeOfDiary(int time) {
        return diary + time;
    }

    /** Sets the session's own id, which is checked for repetition and not kept; copied. */
    public void setId(char[] buffer, int offset, int length) {
        if (id.length < length) {
            id = new char[2 * length];
        }
        System.arraycopy(buffer, offset, id, 0, length);
        idLength = length;
    }

    /** Whether the session has an id of its own. */
    public boolean hasId() {
        return idLength > 0;
    }

    /** The characters of the session's own id, and perhaps more; valid until the draft is cleared. */
    public char[] id() {
        return id;
    }

    /** How many characters the session's own id has, 0 if not recorded. */
    public int idLength() {
        return idLength;
    }

    /** Sets the patient, a code of {@link SessionTable#patients()}. */
    public void setPatient(int code) {
        values[PATIENT] = code;
    }

    /** Sets the therapist, a code of {@link SessionTable#therapists()}. */
    public void setTherapist(int code) {
        values[THERAPIST] = code;
    }

    /** Sets the named course, a code of {@link SessionTable#courseIds()}. */
    public void setCourse(int code) {
        values[COURSE] = code;
    }

    /** Sets the date, in days since 1970-01-01. */
    public void setDate(int epochDay) {
        values[DATE] = epochDay;
    }

    /** The date in days since 1970-01-01, or {@link Session#NO_DATE}. */
    public int date() {
        return values[DATE];
    }

    /** Sets the number of the session within its course, from 1. */
    public void setNumber(int number) {
        values[NUMBER] = number;
    }

    /** Whether the session has a date or a number, one of which a session needs to have a place in its course. */
    public boolean hasPlace() {
        return date() != Session.NO_DATE || number() != Session.NONE;
    }

    /** The number of the session within its course, or {@link Session#NONE}. */
    public int number() {
        return values[NUMBER];
    }

    /** Sets how many needles were used. */
    public void setNeedles(int count) {
        values[NEEDLES] = count;
    }

    /** Sets the pain before the session, in {@link Session#SCORE_UNITS}. */
    public void setPainBefore(int units) {
        values[PAIN_BEFORE] = units;
    }

    /** Sets the pain after the session, in {@link Session#SCORE_UNITS}. */
    public void setPainAfter(int units) {
        values[PAIN_AFTER] = units;
    }

    /** Sets whether the session brought relief. */
    public void setRelief(Answer answer) {
        values[RELIEF] = answer.ordinal();
    }

    /** Sets how the session's course ended. */
    public void setOutcome(CourseOutcome outcome) {
        values[OUTCOME] = outcome.ordinal();
    }

    /** The patient's age in whole years, or {@link Session#NONE}. */
    public int age() {
        return values[AGE];
    }

    /** Whether the row lists its adverse events. */
    public boolean hasList() {
        return values[LISTED] != Session.NONE;
    }

    /** The set of adverse events that the row lists, where it does. */
    public int listed() {
        return values[LISTED];
    }

    /**
     * Sets what is recorded of an adverse event.
     *
     * @param event its place in the layout
     * @param found what was recorded
     */
    public void setEvent(int event, EventRecord found) {
        values[EVENTS + event] = found.ordinal();
    }

    /**
     * Sets the answer for an adverse event, without a grade.
     *
     * @param event its place in the layout
     * @param answer what was recorded
     */
    public void setAnswer(int event, Answer answer) {
        setEvent(event, EventRecord.of(answer));
    }

    /** The answer set for the event at this place in the layout. */
    public Answer answer(int event) {
        return EventRecord.of(values[EVENTS + event]).answer();
    }

    /**
     * Sets a category.
     *
     * @param category its place in the layout
     * @param code a code of that category's dictionary, or 0
     */
    public void setCategory(int category, int code) {
        values[categories + category] = code;
    }

    /** The code set for the category at this place in the layout, 0 where not recorded. */
    public int category(int category) {
        return values[categories + category];
    }

    /** Sets how long soreness lasted or was followed, in minutes; 0 says that there was none. */
    public void setDuration(int minutes) {
        values[DURATION] = minutes;
    }

    /** The minutes that soreness lasted, or {@link Session#NONE}. */
    public int duration() {
        return values[DURATION];
    }

    /** Whether soreness ended at the duration; yes where the file has no column for it. */
    public Answer resolved() {
        return Answer.of(values[RESOLVED]);
    }

    /** Sets whether soreness ended at the duration. */
    public void setResolved(Answer answer) {
        values[RESOLVED] = answer.ordinal();
    }

    /** Sets the last time, in minutes, at which the patient was still sore. */
    public void setLastSore(int minutes) {
        values[LAST_SORE] = minutes;
    }

    /** The last sore minute, or {@link Session#NONE}. */
    public int lastSore() {
        return values[LAST_SORE];
    }

    /** Sets the first time, in minutes, at which the patient was no longer sore. */
    public void setFirstClear(int minutes) {
        values[FIRST_CLEAR] = minutes;
    }

    /** The first clear minute, or {@link Session#NONE}. */
    public int firstClear() {
        return values[FIRST_CLEAR];
    }

    /** Sets the minutes until bruising was gone. */
    public void setBruiseMinutes(int minutes) {
        values[BRUISE_MINUTES] = minutes;
    }

    /** The minutes until bruising was gone, or {@link Session#NONE}. */
    public int bruiseMinutes() {
        return values[BRUISE_MINUTES];
    }

    /** Sets the minutes until fatigue was gone. */
    public void setFatigueMinutes(int minutes) {
        values[FATIGUE_MINUTES] = minutes;
    }

    /** The minutes until fatigue was gone, or {@link Session#NONE}. */
    public int fatigueMinutes() {
        return values[FATIGUE_MINUTES];
    }

    /**
     * Sets a score of the soreness diary.
     *
     * @param time the place of its time in the layout
     * @param units the score in {@link Session#SCORE_UNITS}
     */
    public void setDiaryScore(int time, int units) {
        values[placeOfDiary(time)] = units;
    }
}
