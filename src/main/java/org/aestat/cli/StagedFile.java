package org.aestat.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A text that is whole in a temporary file beside the one whose place it will take. What is no regular file, such as a
 * device, is written directly.
 */
final class StagedFile implements Closeable {

    private final TargetFile target;
    private final Path path;
    private final String text;
    private @Nullable Path temporary;

    private StagedFile(TargetFile target, Path path, String text) {
        this.target = target;
        this.path = path;
        this.text = text;
    }

    /**
     * Writes the temporary file.
     *
     * @throws UsageException if that fails; then nothing is left of it
     */
    static StagedFile of(TargetFile target, Path named, String text) {
        try {
            if (Files.exists(named) && !Files.isRegularFile(named)) {
                return new StagedFile(target, named, text);
            }
            StagedFile staged = new StagedFile(target, TargetFile.real(named), text);
            staged.write();
            return staged;
        } catch (IOException e) {
            throw target.refused("cannot be written");
        }
    }

    private void write() throws IOException {
        Path beside = TargetFile.beside(path);
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            temporary = beside;
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
    }

    /**
     * Puts it in its place.
     *
     * @throws UsageException if that fails
     */
    void commit() {
        Path beside = temporary;
        try {
            if (beside == null) {
                Files.writeString(path, text, StandardCharsets.UTF_8);
            } else {
                Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                temporary = null;
            }
        } catch (IOException e) {
            throw target.refused("cannot be written");
        }
    }

    /** Removes the temporary file, unless it has taken its place. */
    @Override
    public void close() {
        Path beside = temporary;
        if (beside != null) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException e) {
                throw target.refused("cannot be written, and '" + beside.getFileName() + "' stays beside it");
            }
        }
    }
}
