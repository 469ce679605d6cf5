package org.aestat.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The records of a text as RFC 4180 has it, strictly. Empty lines are left out. */
final class Records implements RecordSource {

    private static final String TOO_LONG = RecordLimits.LONG_FIELD + " Perhaps a quoted field is not closed.";

    private final String file;
    private final char delimiter;
    private final Handler handler;
    private final Iterator<Handler> records;

    /**
     * The records of a text.
     *
     * @param text the text from its header
     * @param file the export's name, for messages
     * @param firstLine the physical line on which the text starts
     * @param delimiter the character between fields
     */
    Records(Reader text, String file, long firstLine, char delimiter) {
        this.file = file;
        this.delimiter = delimiter;
        this.handler = new Handler(firstLine);
        this.records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(false)
                .maxBufferSize(RecordLimits.MAX_RECORD)
                .build(handler, text)
                .iterator();
    }

    @Override
    public boolean next(FieldSink fields) {
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

    @Override
    public long line() {
        return handler.line;
    }

    @Override
    public int fieldCount() {
        return handler.getFieldCount();
    }

    @Override
    public String delimiterAdvice() {
        return "A field that holds the delimiter needs quotes.";
    }

    @Override
    public boolean isDivisible() {
        return true;
    }

    @Override
    public RecordSource part(Reader text, long partLine) {
        return new Records(text, file, partLine, delimiter);
    }

    private InputException broken(@Nullable Throwable cause) {
        if (!(cause instanceof CsvParseException)) {
            throw new IllegalStateException(cause);
        }
        String reason = String.valueOf(cause.getMessage());
        if (reason.startsWith("Unclosed")) {
            return new OpenFieldException(file, line());
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
        private long nextLine;
        private int recordLength;

        Handler(long firstLine) {
            nextLine = firstLine;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = nextLine;
            nextLine++;
            recordLength = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            recordLength += length + 1;
            if (length > RecordLimits.MAX_FIELD) {
                throw at(TOO_LONG);
            }
            if (recordLength > RecordLimits.MAX_RECORD) {
                throw at(RecordLimits.LONG_RECORD);
            }
            if (index >= RecordLimits.MAX_FIELDS) {
                throw at(RecordLimits.MANY_FIELDS);
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
