package org.aestat.session;

import org.aestat.session.SessionLayout.Field;
import org.jspecify.annotations.Nullable;

/** A column of whole numbers of a {@link SessionTable}. */
enum IntColumn {
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

    /** Whether tables of this layout have the column. */
    boolean isIn(SessionLayout layout) {
        return field == null || layout.has(field);
    }

    /** What stands where nothing is recorded. */
    int notRecorded() {
        return switch (this) {
            case DATE -> Session.NO_DATE;
            case PATIENT, COURSE, THERAPIST -> 0;
            default -> Session.NONE;
        };
    }
}
