package org.aestat.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the first lines of a text before its delimiter is known. What stands before the header is left out; then
 * everything is read from there.
 */
final class HeaderPeek extends Reader {

    private static final String CANDIDATES = ",;\t|^";
    private static final int CHUNK = 1 << 11;
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("(?:sep=([^\r\n])|\"sep=([^\r\n])\")(?=[\r\n]|$)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SEPARATOR_LINE = 8;

    private final StrictReader in;
    private char[] ahead = new char[CHUNK];
    private int length;
    private int position;
    private long line = 1;

    HeaderPeek(StrictReader in) {
        this.in = in;
    }

    /** The physical line on which the text starts, from 1. */
    long line() {
        return line;
    }

    /**
     * Leaves out a first line {@code sep=;}, as spreadsheets write it, also in quotes.
     *
     * @return the character that it names, or 0 if there is no such line
     */
    char takeSeparatorLine() {
        while (length < LONGEST_SEPARATOR_LINE && fetch()) {
            // until the line is there
        }
        if (length == 0 || "sS\"".indexOf(ahead[0]) < 0) {
            return 0;
        }
        Matcher matcher = SEPARATOR_LINE.matcher(new String(ahead, 0, Math.min(length, LONGEST_SEPARATOR_LINE)));
        if (!matcher.lookingAt()) {
            return 0;
        }
        skipLines(1);
        return matcher.group(1) == null
                ? matcher.group(2).charAt(0)
                : matcher.group(1).charAt(0);
    }

    /**
     * Leaves out what stands before the header.
     *
     * @param named what {@link #takeSeparatorLine()} gave
     * @param skip how many lines stand before the header, that one too
     * @return false if there are not as many
     */
    boolean skipTo(char named, int skip) {
        return skipLines(skip - (named == 0 ? 0 : 1));
    }

    /**
     * Leaves out lines.
     *
     * @return false if there are not as many, or one is longer than a record may be
     */
    private boolean skipLines(int count) {
        for (int i = 0; i < count; i++) {
            if (!skipLine()) {
                return false;
            }
            line++;
        }
        return true;
    }

    private boolean skipLine() {
        int end = 0;
        while (end < length || fetch()) {
            char c = ahead[end];
            end++;
            if (c == '\n' || c == '\r') {
                boolean pair = c == '\r' && (end < length || fetch()) && ahead[end] == '\n';
                drop(pair ? end + 1 : end);
                return true;
            }
        }
        drop(end);
        return false;
    }

    private void drop(int characters) {
        length -= characters;
        System.arraycopy(ahead, characters, ahead, 0, length);
    }

    /** The possible delimiters that stand outside quotes in the first record, in the order of appearance. */
    Set<Character> delimiters() {
        Set<Character> found = new LinkedHashSet<>();
        boolean quoted = false;
        boolean afterQuote = false;
        boolean fieldStart = true;
        boolean started = false;
        for (int i = 0; i < length || fetch(); i++) {
            char c = ahead[i];
            boolean isQuote = c == '"' && (quoted || afterQuote || fieldStart);
            if (isQuote) {
                afterQuote = quoted;
                quoted = !quoted;
                fieldStart = false;
            } else if (!quoted) {
                afterQuote = false;
                fieldStart = CANDIDATES.indexOf(c) >= 0;
                if (fieldStart) {
                    found.add(c);
                } else if (c == '\r' || c == '\n') {
                    if (started) {
                        break;
                    }
                    fieldStart = true;
                    continue;
                }
            }
            started = true;
        }
        return found;
    }

    private boolean fetch() {
        if (length >= RecordLimits.MAX_RECORD) {
            return false;
        }
        if (ahead.length - length < CHUNK) {
            ahead = Arrays.copyOf(ahead, 2 * ahead.length);
        }
        int read = in.read(ahead, length, CHUNK);
        length += Math.max(0, read);
        return read > 0;
    }

    /** What was looked at: the first record and perhaps more. */
    String text() {
        return new String(ahead, 0, length);
    }

    @Override
    public int read(char[] target, int offset, int size) {
        if (position == length) {
            return in.read(target, offset, size);
        }
        int read = Math.min(size, length - position);
        System.arraycopy(ahead, position, target, offset, read);
        position += read;
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
