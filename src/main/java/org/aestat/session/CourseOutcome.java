package org.aestat.session;

/** How a course of treatment ended, as the export states it. */
public enum CourseOutcome {
    /** Nothing was recorded. */
    NOT_RECORDED,
    /** The planned sessions were given. */
    COMPLETED,
    /** The patient stopped coming. */
    DROPPED_OUT,
    /** Further sessions are expected. */
    ONGOING;

    private static final CourseOutcome[] VALUES = values();

    static CourseOutcome of(int code) {
        return VALUES[code];
    }
}
