package org.aestat.cli;

import java.nio.file.Path;
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

    private TargetFile target() {
        return new TargetFile("--output", name);
    }

    /** Where it is. */
    Path path(Path directory) {
        return target().path(directory);
    }

    /**
     * Checks that it can be written.
     *
     * @throws UsageException if not
     */
    void check(List<InputSource> inputs, Path directory) {
        target().check(inputs, directory);
    }

    /** Writes the whole file or none. */
    void write(String text, Path directory) {
        target().write(text, directory);
    }

    /** Writes the text beside the file. */
    StagedFile stage(String text, Path directory) {
        return target().stage(text, directory);
    }
}
