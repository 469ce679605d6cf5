package org.aestat.csv;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Hands on a text with backslash escapes and watches over its records, so that one that is too large is never held as a
 * whole. The N of {@code \N} becomes a NUL, which no text holds: a field of a backslash and an N, written
 * {@code \\N}, stays another thing than one that is not recorded. What stands before a fault is handed over first; the next call throws an {@link InputException} with the line
 * on which the record starts.
 */
final class EscapedText extends Reader {

    /** What stands for the N of {@code \N}. */
    static final char MARK = '\0';

    private static final char ESCAPE = '\\';
    private static final String ESCAPED = "rntbf\r\n\t\b\f\\";

    private final Reader in;
    private final String file;
    private final char delimiter;
    private long line;
    private long recordLine;
    private boolean afterReturn;
    private boolean afterEscape;
    private boolean marked;
    private int fields = 1;
    private int fieldLength;
    private int recordLength;
    private @Nullable String problem;

    /**
     * A text.
     *
     * @param in its characters
     * @param file the export's name, for messages
     * @param line the physical line on which it starts
     * @param delimiter the character between fields
     */
    EscapedText(Reader in, String file, long line, char delimiter) {
        this.in = in;
        this.file = file;
        this.line = line;
        this.recordLine = line;
        this.delimiter = delimiter;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (problem == null) {
            int read = in.read(target, offset, length);
            if (read < 0 && !afterEscape) {
                return read;
            }
            int good = 0;
            while (good < read && take(target[offset + good])) {
                if (marked) {
                    target[offset + good] = MARK;
                }
                good++;
            }
            if (good > 0) {
                return good;
            }
        }
        throw new InputException(
                file,
                recordLine,
                problem == null ? "the text ends after a backslash. The file is cut short; export it again." : problem);
    }

    /** Counts a character; false where a limit is passed. */
    private boolean take(char c) {
        boolean lineBreak = c == '\n' || c == '\r';
        if (lineBreak && !(c == '\n' && afterReturn)) {
            line++;
        }
        afterReturn = c == '\r';
        marked = afterEscape && c == 'N';
        if (afterEscape) {
            afterEscape = false;
            grow(ESCAPED.indexOf(c) >= 0 || c == delimiter ? 1 : 2);
        } else if (c == ESCAPE) {
            afterEscape = true;
        } else if (lineBreak) {
            recordLine = line;
            fields = 1;
            fieldLength = 0;
            recordLength = 0;
        } else if (c == delimiter) {
            fields++;
            fieldLength = 0;
            recordLength++;
        } else {
            grow(1);
        }
        problem = problem();
        return problem == null;
    }

    private void grow(int characters) {
        fieldLength += characters;
        recordLength += characters;
    }

    private @Nullable String problem() {
        if (fieldLength > RecordLimits.MAX_FIELD) {
            return RecordLimits.LONG_FIELD + " Perhaps the file has another delimiter or dialect.";
        }
        if (recordLength >= RecordLimits.MAX_RECORD) {
            return RecordLimits.LONG_RECORD;
        }
        return fields > RecordLimits.MAX_FIELDS + 1 ? RecordLimits.MANY_FIELDS : null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
