package org.aestat.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The records of a text (RFC 4180, strict), one at a time, with the physical lines on which they start. */
final class Records {

    /** The most characters of one field. */
    static final int MAX_FIELD = 1 << 20;

    /** The most characters of one record. */
    static final int MAX_RECORD = 1 << 22;

    /** The most fields of one record. */
    static final int MAX_FIELDS = 1 << 14;

    private static final String TOO_LONG =
            "a field is longer than 1,048,576 characters. Perhaps a quoted field is not closed.";

    private final String file;
    private final Handler handler = new Handler();
    private final Iterator<Handler> records;

    /** Takes the fields of a record in their order. */
    @FunctionalInterface
    interface FieldSink {
        /** A field; the characters are valid only during the call. */
        void field(int index, char[] buffer, int offset, int length);
    }

    /**
     * The records of a text.
     *
     * @param text the text from its first line
     * @param file the export's name, for messages
     * @param delimiter the character between fields
     */
    Records(Reader text, String file, char delimiter) {
        this.file = file;
        this.records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(false)
                .maxBufferSize(MAX_RECORD)
                .build(handler, text)
                .iterator();
    }

    /**
     * Reads the next record.
     *
     * @return whether there was one
     * @throws InputException if the text cannot be read on
     */
    boolean next(FieldSink fields) {
        handler.fields = fields;
        try {
            if (!records.hasNext()) {
                return false;
            }
            records.next();
            return true;
        } catch (CsvParseException e) {
            throw e.getCause() instanceof InputException fault ? fault : broken(e.getCause());
        }
    }

    /** The physical line on which the last record starts, from 1. */
    long line() {
        return handler.line;
    }

    /** The number of fields of the last record. */
    int fieldCount() {
        return handler.getFieldCount();
    }

    private InputException broken(@Nullable Throwable cause) {
        if (!(cause instanceof CsvParseException)) {
            throw new IllegalStateException(cause);
        }
        String reason = String.valueOf(cause.getMessage());
        if (reason.startsWith("Unclosed")) {
            return at("a quoted field is not closed. Put a quote after its end,"
                    + " or write a quote that is part of the text twice.");
        }
        if (reason.startsWith("Unexpected character")) {
            return at("text after the closing quote of a field." + " Write a quote that is part of the text twice.");
        }
        return at(TOO_LONG);
    }

    private InputException at(String problem) {
        return new InputException(file, line(), problem);
    }

    /** Checks sizes and counts lines: FastCSV miscounts where a quoted field has a lone CR before an LF. */
    private final class Handler extends AbstractBaseCsvCallbackHandler<Handler> {

        private FieldSink fields = (index, buffer, offset, length) -> {};
        private long line;
        private long nextLine = 1;
        private int recordLength;

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = nextLine;
            nextLine++;
            recordLength = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            recordLength += length + 1;
            if (length > MAX_FIELD) {
                throw at(TOO_LONG);
            }
            if (recordLength > MAX_RECORD) {
                throw at("a record is longer than 4,194,304 characters. Perhaps this is not a CSV file.");
            }
            if (index >= MAX_FIELDS) {
                throw at("a record has more than 16,384 fields. Perhaps this is not a CSV file.");
            }
            if (quoted) {
                nextLine += lineBreaks(buffer, offset, offset + length);
            }
            fields.field(index, buffer, offset, length);
        }

        @Override
        protected Handler buildRecord() {
            return this;
        }

        @Override
        protected int getFieldCount() {
            return super.getFieldCount();
        }

        private static int lineBreaks(char[] buffer, int from, int to) {
            int breaks = 0;
            for (int i = from; i < to; i++) {
                char c = buffer[i];
                if (c == '\r' || (c == '\n' && (i == from || buffer[i - 1] != '\r'))) {
                    breaks++;
                }
            }
            return breaks;
        }
    }
}
