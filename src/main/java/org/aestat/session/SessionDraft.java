package org.aestat.session;

import java.util.Arrays;

/**
 * One session while its row is being read: every value not recorded until it is set, ready to be used again for the
 * next row. Codes are those of the {@link SessionTable}'s dictionaries.
 */
public final class SessionDraft {

    final EventRecord[] events;
    final int[] categories;
    final int[] diaryScores;
    int patient;
    int therapist;
    int course;
    int date;
    int number;
    int needles;
    int painBefore;
    int painAfter;
    int durationMinutes;
    int lastSoreMinutes;
    int firstClearMinutes;
    int bruiseMinutes;
    int fatigueMinutes;
    Answer relief = Answer.NOT_RECORDED;
    Answer resolved = Answer.NOT_RECORDED;
    CourseOutcome outcome = CourseOutcome.NOT_RECORDED;
    private int age;
    private char[] id = new char[32];
    private int idLength;

    /**
     * A draft for sessions of this layout.
     *
     * @param layout the layout of the table that will take the session
     */
    public SessionDraft(SessionLayout layout) {
        events = new EventRecord[layout.events().size()];
        categories = new int[layout.categories().size()];
        diaryScores = new int[layout.diaryMinutes().size()];
        clear();
    }

    /** Makes every value not recorded. */
    public void clear() {
        Arrays.fill(events, EventRecord.NOT_RECORDED);
        Arrays.fill(categories, 0);
        Arrays.fill(diaryScores, Session.NONE);
        patient = 0;
        therapist = 0;
        course = 0;
        date = Session.NO_DATE;
        number = Session.NONE;
        needles = Session.NONE;
        painBefore = Session.NONE;
        painAfter = Session.NONE;
        durationMinutes = Session.NONE;
        lastSoreMinutes = Session.NONE;
        firstClearMinutes = Session.NONE;
        bruiseMinutes = Session.NONE;
        fatigueMinutes = Session.NONE;
        relief = Answer.NOT_RECORDED;
        resolved = Answer.NOT_RECORDED;
        outcome = CourseOutcome.NOT_RECORDED;
        age = Session.NONE;
        idLength = 0;
    }

    /** Sets the session's own id, which is checked for repetition and not kept; copied. */
    public void setId(char[] buffer, int length) {
        if (id.length < length) {
            id = new char[2 * length];
        }
        System.arraycopy(buffer, 0, id, 0, length);
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
        patient = code;
    }

    /** Sets the therapist, a code of {@link SessionTable#therapists()}. */
    public void setTherapist(int code) {
        therapist = code;
    }

    /** Sets the named course, a code of {@link SessionTable#courseIds()}. */
    public void setCourse(int code) {
        course = code;
    }

    /** Sets the date, in days since 1970-01-01. */
    public void setDate(int epochDay) {
        date = epochDay;
    }

    /** The date in days since 1970-01-01, or {@link Session#NO_DATE}. */
    public int date() {
        return date;
    }

    /** Sets the number of the session within its course, from 1. */
    public void setNumber(int number) {
        this.number = number;
    }

    /** Whether the session has a date or a number, one of which a session needs to have a place in its course. */
    public boolean hasPlace() {
        return date != Session.NO_DATE || number != Session.NONE;
    }

    /** The number of the session within its course, or {@link Session#NONE}. */
    public int number() {
        return number;
    }

    /** Sets the patient's age in whole years, which tables do not keep. */
    public void setAge(int years) {
        age = years;
    }

    /** The patient's age in whole years, or {@link Session#NONE}. */
    public int age() {
        return age;
    }

    /** Sets how many needles were used. */
    public void setNeedles(int count) {
        needles = count;
    }

    /** Sets the pain before the session, in {@link Session#SCORE_UNITS}. */
    public void setPainBefore(int units) {
        painBefore = units;
    }

    /** Sets the pain after the session, in {@link Session#SCORE_UNITS}. */
    public void setPainAfter(int units) {
        painAfter = units;
    }

    /** Sets whether the session brought relief. */
    public void setRelief(Answer answer) {
        relief = answer;
    }

    /** Sets how the session's course ended. */
    public void setOutcome(CourseOutcome outcome) {
        this.outcome = outcome;
    }

    /**
     * Sets what is recorded of an adverse event.
     *
     * @param event its place in the layout
     * @param found what was recorded
     */
    public void setEvent(int event, EventRecord found) {
        events[event] = found;
    }

    /**
     * Sets the answer for an adverse event, without a grade.
     *
     * @param event its place in the layout
     * @param answer what was recorded
     */
    public void setAnswer(int event, Answer answer) {
        events[event] = EventRecord.of(answer);
    }

    /** The answer set for the event at this place in the layout. */
    public Answer answer(int event) {
        return events[event].answer();
    }

    /**
     * Sets a category.
     *
     * @param category its place in the layout
     * @param code a code of that category's dictionary, or 0
     */
    public void setCategory(int category, int code) {
        categories[category] = code;
    }

    /** The code set for the category at this place in the layout, 0 where not recorded. */
    public int category(int category) {
        return categories[category];
    }

    /** Sets how long soreness lasted or was followed, in minutes; 0 says that there was none. */
    public void setDuration(int minutes) {
        durationMinutes = minutes;
    }

    /** The minutes that soreness lasted, or {@link Session#NONE}. */
    public int duration() {
        return durationMinutes;
    }

    /** Sets whether soreness ended at the duration; yes where the file has no column for it. */
    public void setResolved(Answer answer) {
        resolved = answer;
    }

    /** Whether soreness ended at the duration. */
    public Answer resolved() {
        return resolved;
    }

    /** Sets the last time, in minutes, at which the patient was still sore. */
    public void setLastSore(int minutes) {
        lastSoreMinutes = minutes;
    }

    /** The last sore minute, or {@link Session#NONE}. */
    public int lastSore() {
        return lastSoreMinutes;
    }

    /** Sets the first time, in minutes, at which the patient was no longer sore. */
    public void setFirstClear(int minutes) {
        firstClearMinutes = minutes;
    }

    /** The first clear minute, or {@link Session#NONE}. */
    public int firstClear() {
        return firstClearMinutes;
    }

    /** Sets the minutes until bruising was gone. */
    public void setBruiseMinutes(int minutes) {
        bruiseMinutes = minutes;
    }

    /** The minutes until bruising was gone, or {@link Session#NONE}. */
    public int bruiseMinutes() {
        return bruiseMinutes;
    }

    /** Sets the minutes until fatigue was gone. */
    public void setFatigueMinutes(int minutes) {
        fatigueMinutes = minutes;
    }

    /** The minutes until fatigue was gone, or {@link Session#NONE}. */
    public int fatigueMinutes() {
        return fatigueMinutes;
    }

    /**
     * Sets a score of the soreness diary.
     *
     * @param time the place of its time in the layout
     * @param units the score in {@link Session#SCORE_UNITS}
     */
    public void setDiaryScore(int time, int units) {
        diaryScores[time] = units;
    }
}
