package org.aestat.csv;

/** How large a record may be, so that a text that is no table does not fill the memory. */
final class RecordLimits {

    /** The most characters of one field. */
    static final int MAX_FIELD = 1 << 20;

    /** The most characters of one record. */
    static final int MAX_RECORD = 1 << 22;

    /** The most fields of one record. */
    static final int MAX_FIELDS = 1 << 14;

    /** What is said of a record beyond a limit. */
    static final String LONG_FIELD = "a field is longer than 1,048,576 characters.";

    static final String LONG_RECORD = "a record is longer than 4,194,304 characters. Perhaps this is not a CSV file.";

    static final String MANY_FIELDS = "a record has more than 16,384 fields. Perhaps this is not a CSV file.";

    private RecordLimits() {}
}
