package org.aestat.csv;

import java.io.Reader;
import java.util.List;
import java.util.function.Predicate;

/** The records of a text, one at a time, with the physical lines on which they start. */
interface RecordSource {

    /** Takes the fields of a record in their order. */
    @FunctionalInterface
    interface FieldSink {
        /** A field; the characters are valid only during the call. */
        void field(int index, char[] buffer, int offset, int length);
    }

    /**
     * The records of an export, whose text stands at its header.
     *
     * @param text the text
     * @param file the export's name, for messages
     * @param options how to read it
     * @param named the delimiter that the first line names, or 0
     * @param hasAllColumns whether a header has what is required
     * @throws InputException if the delimiter is not clear
     */
    static RecordSource of(
            HeaderPeek text, String file, ReadOptions options, char named, Predicate<List<String>> hasAllColumns) {
        Dialect dialect = options.dialect();
        Character stated = options.delimiter();
        if (stated == null && named != 0) {
            stated = named;
        }
        if (dialect != null) {
            return new DialectRecords(text, file, text.line(), dialect, stated == null ? dialect.delimiter() : stated);
        }
        char delimiter = stated == null ? Delimiter.of(text, file, hasAllColumns) : stated;
        return new Records(text, file, text.line(), delimiter);
    }

    /**
     * Reads the next record.
     *
     * @return whether there was one
     * @throws InputException if the text cannot be read on
     */
    boolean next(FieldSink fields);

    /**
     * Hands the last record over where its fate is settled before its cells are read.
     *
     * @return whether it was; if not, its cells say what becomes of it
     */
    default boolean settle(RowSink sink) {
        return false;
    }

    /** The physical line on which the last record starts, from 1. */
    long line();

    /** The number of fields of the last record. */
    int fieldCount();

    /** How a field that holds the delimiter has to be written, as a sentence. */
    String delimiterAdvice();

    /** Whether every part of the text that starts with a record can be read by itself. */
    default boolean isDivisible() {
        return false;
    }

    /**
     * The records of a part of the same text, where it is divisible.
     *
     * @param text the part
     * @param firstLine the physical line on which it starts
     */
    default RecordSource part(Reader text, long firstLine) {
        throw new UnsupportedOperationException("the text has to be read in one go");
    }
}
