package org.aestat.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aestat.csv.InputSource;

/**
 * The files that one run writes.
 *
 * @param <F> the forms that results can have
 * @param files the files
 */
record OutputFiles<F>(List<OutputFile<F>> files) {

    /** Writes a result in one form. */
    @FunctionalInterface
    interface Rendering<F> {
        void render(F format, Writer out) throws IOException;
    }

    /** Checks the files to be written before anything is read. */
    void check(List<InputSource> inputs, Path directory) {
        Set<Path> paths = new HashSet<>();
        for (OutputFile<F> output : files) {
            output.check(inputs, directory);
            if (!paths.add(output.path(directory))) {
                throw new UsageException("--output: '" + output.name() + "' is given twice.");
            }
        }
    }

    /** Renders everything before it writes anything. */
    void write(Rendering<F> rendering, Path directory) throws IOException {
        List<String> texts = new ArrayList<>();
        for (OutputFile<F> output : files) {
            StringWriter text = new StringWriter();
            rendering.render(output.format(), text);
            texts.add(text.toString());
        }
        for (int i = 0; i < texts.size(); i++) {
            files.get(i).write(texts.get(i), directory);
        }
    }
}
