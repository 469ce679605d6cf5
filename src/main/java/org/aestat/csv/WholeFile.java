package org.aestat.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file that has to keep those it had when it was opened; what is added meanwhile is read too. */
final class WholeFile extends ArrayStream {

    /** The file ended before the place where it ended when it was opened. */
    static final class ShorterException extends IOException {

        private static final long serialVersionUID = 1L;

        private ShorterException() {
            super("the file became shorter while it was read. Give a copy that no other program writes to.");
        }
    }

    private final InputStream in;
    private long left;

    private WholeFile(SeekableByteChannel channel) throws IOException {
        this.in = Channels.newInputStream(channel);
        this.left = channel.size() - channel.position();
    }

    /** Opens a file, which may also be a pipe or a device. */
    static WholeFile open(Path path) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(path);
        try {
            return new WholeFile(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read < 0 && left > 0) {
            throw new ShorterException();
        }
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
