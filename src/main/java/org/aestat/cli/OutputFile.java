package org.aestat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.aestat.csv.InputSource;

/**
 * A file that a result is written to.
 *
 * @param <F> the forms that results can have
 * @param format the form of the result
 * @param name the file as given
 */
record OutputFile<F>(F format, String name) {

    /** Where it is. */
    Path path(Path directory) {
        try {
            return directory.resolve(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw refused("is no file name that this system can have");
        }
    }

    /**
     * Checks that it can be written.
     *
     * @throws UsageException if not
     */
    void check(List<InputSource> inputs, Path directory) {
        Path path = path(directory);
        Path folder = path.getParent();
        if (Files.isDirectory(path)) {
            throw refused("is a directory");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused("is in a folder that does not exist");
        }
        for (InputSource input : inputs) {
            if (input.path() != null && isSame(path, input.path())) {
                throw refused("is an input");
            }
        }
    }

    private static boolean isSame(Path file, Path input) {
        try {
            return Files.exists(file) && Files.isSameFile(file, input);
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes the whole file or none: to a temporary file beside it, which then takes its place. */
    void write(String text, Path directory) {
        Path path = path(directory);
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                Files.writeString(path, text, StandardCharsets.UTF_8);
            } else {
                replace(Files.exists(path) ? path.toRealPath() : path, text);
            }
        } catch (IOException e) {
            throw refused("cannot be written");
        }
    }

    private static void replace(Path path, String text) throws IOException {
        String name = "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
        Path temporary = path.resolveSibling(name);
        try {
            Files.writeString(temporary, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private UsageException refused(String why) {
        return new UsageException("--output: '" + name + "' " + why + ".");
    }
}
