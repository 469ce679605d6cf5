package org.aestat.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The records of a text that a database wrote; {@code \N} is an empty field. Empty lines are left out. */
final class DialectRecords implements RecordSource {

    private final String file;
    private final Dialect dialect;
    private final char delimiter;
    private final long firstLine;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private char[] buffer = new char[256];
    private long line;
    private int fieldCount;
    private boolean first = true;

    /**
     * The records of a text.
     *
     * @param text the text from its header
     * @param file the export's name, for messages
     * @param firstLine the physical line on which the text starts
     * @param dialect how it is written
     * @param delimiter the character between fields
     */
    DialectRecords(Reader text, String file, long firstLine, Dialect dialect, char delimiter) {
        this.file = file;
        this.firstLine = firstLine;
        this.dialect = dialect;
        this.delimiter = delimiter;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setEscape('\\')
                .setQuote(null)
                .setNullString("\\" + EscapedText.MARK)
                .setIgnoreEmptyLines(false)
                .setLenientEof(false)
                .setTrailingData(false)
                .get();
        try {
            parser = CSVParser.builder()
                    .setReader(new EscapedText(text, file, firstLine, delimiter))
                    .setFormat(format)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        records = parser.iterator();
    }

    @Override
    public boolean next(FieldSink fields) {
        CSVRecord row;
        do {
            line = firstLine + parser.getCurrentLineNumber();
            if (!records.hasNext()) {
                return false;
            }
            row = records.next();
        } while (row.size() == 1 && "".equals(row.get(0)));
        fieldCount = row.size() - (isEnded(row) ? 1 : 0);
        if (fieldCount > RecordLimits.MAX_FIELDS) {
            throw new InputException(file, line, RecordLimits.MANY_FIELDS);
        }
        first = false;
        for (int i = 0; i < fieldCount; i++) {
            hand(fields, i, row.get(i));
        }
        return true;
    }

    /** Whether the delimiter stands after the last field; only a header, which people write, may lack it. */
    private boolean isEnded(CSVRecord row) {
        if (!dialect.rowsEndWithDelimiter()) {
            return false;
        }
        boolean ended = row.size() > 1 && "".equals(row.get(row.size() - 1));
        if (!ended && !first) {
            throw new InputException(
                    file,
                    line,
                    "the row does not end with '" + delimiter + "', as every row of this dialect does."
                            + " The file is cut short, or a line break in a field has no backslash before it.");
        }
        return ended;
    }

    private void hand(FieldSink fields, int index, String value) {
        int length = value == null ? 0 : value.length();
        if (length > buffer.length) {
            buffer = new char[Math.max(length, 2 * buffer.length)];
        }
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            buffer[i] = c == EscapedText.MARK ? 'N' : c;
        }
        fields.field(index, buffer, 0, length);
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int fieldCount() {
        return fieldCount;
    }

    @Override
    public String delimiterAdvice() {
        return "A delimiter within a field needs a backslash before it.";
    }
}
