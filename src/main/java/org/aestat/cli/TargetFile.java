package org.aestat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
     * Checks that it can be written. The settings in the working directory are an input of every run.
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
        Stream<Path> read = inputs.stream().map(InputSource::path).filter(Objects::nonNull);
        if (Stream.concat(read, Stream.of(directory.resolve(Defaults.FILE))).anyMatch(input -> isSame(path, input))) {
            throw refused("is an input");
        }
    }

    /** Whether two names are those of one file, be it there or not, also by a link. */
    static boolean isSame(Path one, Path other) {
        try {
            return real(one).equals(real(other))
                    || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException e) {
            return false;
        }
    }

    /** The file behind links; of one that is not there, its name in the folder behind links. */
    static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        if (Files.exists(absolute) || folder == null || !Files.exists(folder)) {
            return Files.exists(absolute) ? absolute.toRealPath() : absolute.normalize();
        }
        return folder.toRealPath().resolve(absolute.getFileName());
    }

    /** Writes the whole file or none. */
    void write(String text, Path directory) {
        try (StagedFile staged = stage(text, directory)) {
            staged.commit();
        }
    }

    /**
     * Writes a text beside the file, for {@link StagedFile#commit()} to put in its place.
     *
     * @throws UsageException if that fails
     */
    StagedFile stage(String text, Path directory) {
        return StagedFile.of(this, path(directory), text);
    }

    /** The temporary file that takes the place of a file when it is whole. */
    static Path beside(Path path) {
        return path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    }

    /** The exception that says why it is not written. */
    UsageException refused(String why) {
        return new UsageException(option + ": '" + name + "' " + why + ".");
    }
}
