package org.aestat.session;

import org.jspecify.annotations.Nullable;

/**
 * What an export says of an adverse event at a session. The first three have the ordinals of {@link Answer}; the first
 * four are those that fit two bits.
 */
public enum EventRecord {
    /** Nothing was recorded. */
    NOT_RECORDED(Answer.NOT_RECORDED, null),
    /** Recorded as no. */
    NO(Answer.NO, Grade.NONE),
    /** Recorded as yes, without a grade. */
    YES(Answer.YES, null),
    /** Written as "1": yes, and mild where the data set grades the event. */
    ONE(Answer.YES, null),
    /** Recorded as mild. */
    MILD(Answer.YES, Grade.MILD),
    /** Recorded as moderate, or 2. */
    MODERATE(Answer.YES, Grade.MODERATE),
    /** Recorded as severe, or 3. */
    SEVERE(Answer.YES, Grade.SEVERE),
    /** Recorded as 4. */
    LIFE_THREATENING(Answer.YES, Grade.LIFE_THREATENING),
    /** Recorded as 5. */
    FATAL(Answer.YES, Grade.FATAL);

    private static final EventRecord[] VALUES = values();

    private final Answer answer;
    private final @Nullable Grade grade;

    EventRecord(Answer answer, @Nullable Grade grade) {
        this.answer = answer;
        this.grade = grade;
    }

    /**
     * The record with this ordinal.
     *
     * @param code 0 to 8
     */
    public static EventRecord of(int code) {
        return VALUES[code];
    }

    /** The record that says no more than the answer. */
    static EventRecord of(Answer answer) {
        return VALUES[answer.ordinal()];
    }

    /** Whether the event happened. */
    public Answer answer() {
        return answer;
    }

    /**
     * How severe it was, null where that is not recorded.
     *
     * @param graded whether the data set grades the event, so that "1" is mild
     */
    @Nullable
    Grade grade(boolean graded) {
        return this == ONE && graded ? Grade.MILD : grade;
    }

    /** Whether the record tells by itself that the event is graded. */
    public boolean isGrade() {
        return answer == Answer.YES && grade != null;
    }
}
