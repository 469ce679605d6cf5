package org.aestat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A standard stream whose reader may have had enough: once it has closed the pipe, the rest is dropped in silence. */
final class OpenPipe extends FilterOutputStream {

    private boolean closed;

    OpenPipe(FileDescriptor stream) {
        this(new FileOutputStream(stream));
    }

    OpenPipe(OutputStream stream) {
        super(stream);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            return;
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage())) {
                throw e;
            }
            closed = true;
        }
    }
}
