package org.aestat;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Output whose reader may leave early, as {@code head} does: what it no longer takes is dropped without a fault. */
final class PipeOutput extends FilterOutputStream {

    private boolean left;

    /** Output to a stream. */
    PipeOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (left) {
            return;
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            left = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
            if (!left) {
                throw e;
            }
        }
    }
}
