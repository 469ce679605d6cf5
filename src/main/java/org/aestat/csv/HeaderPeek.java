package org.aestat.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Looks at the first record of a text before the delimiter is known; then everything is read from the start. */
final class HeaderPeek extends Reader {

    private static final String CANDIDATES = ",;\t|";
    private static final int CHUNK = 1 << 13;

    private final StrictReader in;
    private char[] ahead = new char[CHUNK];
    private int length;
    private int position;

    HeaderPeek(StrictReader in) {
        this.in = in;
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
        if (length >= Records.MAX_RECORD) {
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
