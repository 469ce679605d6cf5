package org.aestat.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes without replacing anything. What stands before a fault is handed over first; the next call throws an
 * {@link InputException} with the physical line of the fault. A byte-order mark is left out.
 */
final class StrictReader extends Reader {

    private final InputStream in;
    private final String file;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).limit(0);
    private long line;
    private boolean afterReturn;
    private boolean started;
    private boolean ended;
    private boolean finished;
    private @Nullable String problem;

    /**
     * A reader of text.
     *
     * @param in the bytes
     * @param file the export's name, for messages
     * @param charset their encoding
     */
    StrictReader(InputStream in, String file, Charset charset) {
        this(in, file, charset, 1);
    }

    /**
     * A reader of text that stands within a file.
     *
     * @param in the bytes
     * @param file the export's name, for messages
     * @param charset their encoding
     * @param firstLine the physical line on which the text starts, from 1; only the file's start can have a byte-order mark
     */
    StrictReader(InputStream in, String file, Charset charset, long firstLine) {
        this.in = in;
        this.line = firstLine;
        this.started = firstLine > 1;
        this.file = file;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Reads some characters; {@code length} is at least 2, so that every character fits. */
    @Override
    public int read(char[] target, int offset, int length) {
        while (problem == null) {
            if (finished) {
                return -1;
            }
            int good = check(target, offset, decode(CharBuffer.wrap(target, offset, length)));
            if (good > 0) {
                return good;
            }
        }
        throw new InputException(file, line, problem);
    }

    private int decode(CharBuffer target) {
        int start = target.position();
        CoderResult result = decoder.decode(bytes, target, ended);
        if (result.isError()) {
            problem = undecodable();
        } else if (ended) {
            finished = result.isUnderflow() && decoder.flush(target).isUnderflow();
        } else if (target.position() == start) {
            fill();
        }
        return dropMark(target, start);
    }

    private int dropMark(CharBuffer target, int start) {
        int read = target.position() - start;
        if (started || read == 0) {
            return read;
        }
        started = true;
        if (target.get(start) != '\uFEFF') {
            return read;
        }
        System.arraycopy(target.array(), start + 1, target.array(), start, read - 1);
        return read - 1;
    }

    private void fill() {
        try {
            bytes.compact();
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            ended = read < 0;
        } catch (IOException e) {
            problem = ExportText.reason(e);
        }
    }

    /** Counts lines up to a NUL character, and gives the number of characters before it. */
    private int check(char[] target, int offset, int length) {
        for (int i = 0; i < length; i++) {
            char c = target[offset + i];
            if (c <= '\r') {
                if (c == 0) {
                    problem = "a NUL character. The file is damaged, or its encoding is not " + charset.name()
                            + "; UTF-16 for example needs --encoding UTF-16LE.";
                    return i;
                }
                if (c == '\r' || (c == '\n' && !afterReturn)) {
                    line++;
                }
            }
            afterReturn = c == '\r';
        }
        return length;
    }

    private String undecodable() {
        return "a character is not valid " + charset.name()
                + ". Give the encoding of the file, for example --encoding "
                + (charset.name().equals("windows-1252") ? "UTF-8." : "windows-1252.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
