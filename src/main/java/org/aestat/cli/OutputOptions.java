package org.aestat.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.aestat.csv.InputSource;
import org.aestat.publish.PublishedReport;
import org.aestat.result.AuditResult;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say where results go, and in which form. */
final class OutputOptions {

    private final Choice<Format> format = Choice.of(
            "--format",
            "FORMAT",
            Format.TEXT,
            "text",
            new OptionValues.OfFormat(),
            "Form of the result on standard output: text, json (default: text).");

    private final Choice<List<OutputFile<Format>>> outputs = Choice.several(
            "--output",
            "FORMAT=FILE",
            OutputFile.class,
            new OptionValues.OfOutput(),
            "Writes the result to a file too; may be given again.");

    private final TerminalOptions terminal = new TerminalOptions();

    /** Describes these options, in the order of the help. */
    void describe(CommandSpec command) {
        Choice.describe(command, format, outputs);
        terminal.describe(command);
    }

    boolean isQuiet() {
        return terminal.isQuiet();
    }

    /** Checks the files to be written before anything is read. */
    void check(List<InputSource> inputs, Path directory) {
        new OutputFiles<>(outputs.value()).check(inputs, directory);
    }

    /** Writes the files, then standard output. */
    void write(AuditResult result, PrintWriter out, Path directory) throws IOException {
        boolean ascii = terminal.isAscii();
        new OutputFiles<>(outputs.value())
                .write((form, text) -> form.renderer(ascii).render(result, text), directory);
        format.value().renderer(ascii).render(result, out);
    }

    /** The same for what may be published of a result. */
    void write(PublishedReport report, PrintWriter out, Path directory) throws IOException {
        boolean ascii = terminal.isAscii();
        new OutputFiles<>(outputs.value())
                .write((form, text) -> form.publishedRenderer(ascii).render(report, text), directory);
        format.value().publishedRenderer(ascii).render(report, out);
    }
}
