package org.aestat.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aestat.csv.InputSource;
import org.aestat.publish.PublishedReport;
import org.aestat.result.AuditResult;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where results go, and in which form. */
final class OutputOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = OptionValues.OfFormat.class,
            description = "Form of the result on standard output: text, json (default: text).")
    private Format format = Format.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            converter = OptionValues.OfOutput.class,
            description = "Writes the result to a file too; may be given again.")
    private List<OutputFile<Format>> outputs = new ArrayList<>();

    @Mixin
    private TerminalOptions terminal = new TerminalOptions();

    boolean isQuiet() {
        return terminal.isQuiet();
    }

    /** Checks the files to be written before anything is read. */
    void check(List<InputSource> inputs, Path directory) {
        new OutputFiles<>(outputs).check(inputs, directory);
    }

    /** Writes the files, then standard output. */
    void write(AuditResult result, PrintWriter out, Path directory) throws IOException {
        boolean ascii = terminal.isAscii();
        new OutputFiles<>(outputs).write((form, text) -> form.renderer(ascii).render(result, text), directory);
        format.renderer(ascii).render(result, out);
    }

    /** The same for what may be published of a result. */
    void write(PublishedReport report, PrintWriter out, Path directory) throws IOException {
        boolean ascii = terminal.isAscii();
        new OutputFiles<>(outputs)
                .write((form, text) -> form.publishedRenderer(ascii).render(report, text), directory);
        format.publishedRenderer(ascii).render(report, out);
    }
}
