package org.aestat.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        List<Path> paths = new ArrayList<>();
        for (OutputFile<F> output : files) {
            output.check(inputs, directory);
            Path path = output.path(directory);
            boolean again = paths.stream().anyMatch(earlier -> TargetFile.isSame(path, earlier));
            paths.add(path);
            if (again) {
                throw new UsageException("--output: '" + output.name() + "' is given twice.");
            }
        }
    }

    /** Renders everything before it writes anything, and gives no file its name before all are whole. */
    void write(Rendering<F> rendering, Path directory) throws IOException {
        List<String> texts = new ArrayList<>();
        for (OutputFile<F> output : files) {
            StringWriter text = new StringWriter();
            rendering.render(output.format(), text);
            texts.add(text.toString());
        }
        List<StagedFile> staged = new ArrayList<>();
        try {
            for (int i = 0; i < texts.size(); i++) {
                staged.add(files.get(i).stage(texts.get(i), directory));
            }
            staged.forEach(StagedFile::commit);
        } finally {
            staged.forEach(StagedFile::close);
        }
    }
}
