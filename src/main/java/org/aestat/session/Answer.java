package org.aestat.session;

/** What an export says to a yes/no question. A blank is never a "no". */
public enum Answer {
    /** Nothing was recorded. */
    NOT_RECORDED,
    /** Recorded as no. */
    NO,
    /** Recorded as yes. */
    YES;

    private static final Answer[] VALUES = values();

    /**
     * The answer with this ordinal.
     *
     * @param code 0 to 2, the answer's ordinal
     */
    static Answer of(int code) {
        return VALUES[code];
    }

    /** Whether the answer is yes or no. */
    public boolean isRecorded() {
        return this != NOT_RECORDED;
    }
}
