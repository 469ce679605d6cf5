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
 * A file that an option names, to be written whole or not at all and never over an input.
 *
 * @param option the option
 * @param name the file as given
 */
record TargetFile(String option, String name) {

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

    /** The temporary file that takes the place of a file when it is whole. */
    static Path beside(Path path) {
        return path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    }

    private static void replace(Path path, String text) throws IOException {
        Path temporary = beside(path);
        try {
            Files.writeString(temporary, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** The exception that says why it is not written. */
    UsageException refused(String why) {
        return new UsageException(option + ": '" + name + "' " + why + ".");
    }
}
