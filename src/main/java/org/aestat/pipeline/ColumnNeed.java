package org.aestat.pipeline;

/**
 * A column that a run needs for its own reasons, not for an option.
 *
 * @param place what asks for it, with which a message about it begins
 * @param column the column, compared like headers
 * @param use what it is for
 */
public record ColumnNeed(String place, String column, Use use) {

    /** What a column is for. */
    public enum Use {
        /** It has to be there; its values are not kept for it. */
        PRESENT,
        /** It has to be there, and its values are kept. */
        VALUES,
        /** Its values are kept; it may only be absent if it is a column that every export may have. */
        VALUES_OF_KNOWN,
        /** Its values are kept where it is there. */
        VALUES_IF_ANY
    }
}
