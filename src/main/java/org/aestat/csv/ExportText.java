package org.aestat.csv;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The text of an export: decompressed where it is gzip, strictly decoded, its bytes counted and digested. */
final class ExportText implements Closeable {

    private static final String ASCII = "\t\n\r !\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~";

    private final boolean owned;
    private final DigestedStream stored;
    private final @Nullable GzipMembers members;
    private final DigestedStream content;
    private final RestartedStream bytes;
    private final Charset charset;
    private final StrictReader reader;

    private ExportText(InputSource source, InputStream in, @Nullable Charset encoding) {
        this.owned = source.path() != null;
        this.stored = new DigestedStream(in);
        try {
            if (isZip(stored.peek(4))) {
                throw new InputException(
                        source.name(), 0, "is a ZIP archive, perhaps an Excel workbook. Save the sheet as CSV first.");
            }
            this.members = GzipMembers.isGzip(stored.peek(2)) ? new GzipMembers(stored) : null;
            this.content = members == null ? stored : new DigestedStream(members);
            ByteOrderMark mark = ByteOrderMark.of(content.peek(ByteOrderMark.LENGTH));
            this.charset = charset(source.name(), encoding, mark);
            this.bytes = new RestartedStream(content);
            this.reader = new StrictReader(bytes, source.name(), charset);
        } catch (IOException e) {
            throw new InputException(source.name(), 1, reason(e));
        }
    }

    /**
     * Opens an export.
     *
     * @param source where it comes from
     * @param standardInput the bytes of a source without a path, otherwise null
     * @param encoding its encoding, or null for UTF-8
     * @throws InputException if that fails, or the text starts with the mark of another encoding
     */
    static ExportText open(InputSource source, @Nullable InputStream standardInput, @Nullable Charset encoding) {
        Path path = source.path();
        if (path == null) {
            return new ExportText(source, Objects.requireNonNull(standardInput), encoding);
        }
        InputStream in = stream(source.name(), path);
        try {
            return new ExportText(source, in, encoding);
        } catch (InputException e) {
            closeQuietly(in);
            throw e;
        }
    }

    private static InputStream stream(String name, Path path) {
        if (Files.isDirectory(path)) {
            throw new InputException(name, 0, "is a directory.");
        }
        try {
            return WholeFile.open(path);
        } catch (NoSuchFileException e) {
            throw new InputException(name, 0, "no such file.");
        } catch (AccessDeniedException e) {
            throw new InputException(name, 0, "reading it is not permitted.");
        } catch (IOException e) {
            throw new InputException(name, 0, reason(e));
        }
    }

    private static boolean isZip(byte[] start) {
        return start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    }

    private static Charset charset(String name, @Nullable Charset encoding, @Nullable ByteOrderMark mark) {
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : encoding;
        if (mark != null && !mark.fits(charset)) {
            throw new InputException(
                    name,
                    1,
                    "the file starts with the byte-order mark of " + mark.encoding() + ", which is not "
                            + charset.name() + ". Give --encoding " + mark.encoding() + ".");
        }
        return charset;
    }

    /** Why reading failed, as a sentence. */
    static String reason(IOException e) {
        if (e instanceof RestartedStream.LongStartException || e instanceof WholeFile.ShorterException) {
            return String.valueOf(e.getMessage());
        }
        return e instanceof ZipException || e instanceof EOFException
                ? "the gzip data is damaged or cut short. Copy or export the file again."
                : "reading failed: "
                        + Objects.requireNonNullElse(
                                e.getMessage(), e.getClass().getSimpleName()) + ".";
    }

    /** The characters; problems are {@link InputException}s. */
    StrictReader reader() {
        return reader;
    }

    /** The encoding of the characters. */
    Charset charset() {
        return charset;
    }

    /** Whether line ends, quotes and delimiters are the bytes that they are in ASCII, and no part of other characters. */
    boolean hasAsciiBytes() {
        return charset.equals(StandardCharsets.UTF_8)
                || (charset.canEncode()
                        && charset.newEncoder().maxBytesPerChar() == 1
                        && Arrays.equals(ASCII.getBytes(charset), ASCII.getBytes(StandardCharsets.US_ASCII)));
    }

    /** From now on lets threads decompress gzip data to come, at most so many pieces at a time. */
    void readAhead(ExecutorService pool, int pieces) {
        if (members != null) {
            members.readAhead(pool, GzipAhead.Limits.of(pieces));
        }
    }

    /** The bytes of all characters, also of those that were read. */
    InputStream restart() {
        bytes.restart();
        return bytes;
    }

    /** Says that what was read will not be read again. */
    void goOn() {
        bytes.goOn();
    }

    /** How many stored bytes were read. */
    long bytes() {
        return stored.count();
    }

    /** The SHA-256 of the stored bytes, in hexadecimal. */
    String sha256() {
        return stored.sha256();
    }

    /** The SHA-256 of the decompressed bytes, in hexadecimal. */
    String contentSha256() {
        return content.sha256();
    }

    @Override
    public void close() {
        if (owned) {
            closeQuietly(content);
        }
    }

    /** A file that was only read loses nothing if closing it fails. */
    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            return;
        }
    }
}
