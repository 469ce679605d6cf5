package org.aestat.csv;

import org.jspecify.annotations.Nullable;

/**
 * A column of an export of REDCap.
 *
 * @param role what it is there for
 * @param field the variable, or the label where the export has labels as headers; of a choice that of its field
 * @param choice what its field calls the choice; empty for other columns
 * @param missing whether the choice is a missing-data code
 * @param entry what the data dictionary says of its field, or null
 * @param form the instrument it belongs to, or null where that is not known
 */
record RedcapColumn(
        Role role,
        String field,
        String choice,
        boolean missing,
        @Nullable DictionaryField entry,
        @Nullable String form) {

    /** What a column is there for. */
    enum Role {
        /** The id of the record. */
        RECORD,
        /** The event of a longitudinal project. */
        EVENT_NAME,
        /** The instrument that a row repeats. */
        INSTRUMENT,
        /** Which repetition a row is. */
        INSTANCE,
        /** Who may see or answered the record. */
        ACCESS,
        /** How far an instrument is filled in, or when. */
        STATUS,
        /** A field. */
        FIELD,
        /** A choice of a checkbox field. */
        CHOICE
    }

    boolean is(Role which) {
        return role == which;
    }

    /** Whether it holds what people entered. */
    boolean isData() {
        return role == Role.FIELD || role == Role.CHOICE;
    }

    /** Whether it tells who somebody is. */
    boolean isIdentifier() {
        return role == Role.ACCESS || (entry != null && entry.identifier());
    }

    RedcapColumn ofForm(@Nullable String other) {
        return new RedcapColumn(role, field, choice, missing, entry, other);
    }

    /** All that says what the column is about. */
    String context() {
        return entry == null ? field : entry.context();
    }
}
