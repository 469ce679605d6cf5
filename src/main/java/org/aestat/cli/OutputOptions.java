package org.aestat.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aestat.csv.InputSource;
import org.aestat.result.AuditResult;
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
    private List<OutputFile> outputs = new ArrayList<>();

    @Option(names = "--ascii", description = "Text for terminals without Unicode.")
    private boolean ascii;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            converter = OptionValues.OfColor.class,
            description = "auto, always or never: reports are readable without colour and have none in any case.")
    void color(String when) {
        // the converter has checked the word, and there is nothing to colour
    }

    @Option(names = "--quiet", description = "Nothing on standard error but errors.")
    private boolean quiet;

    boolean isQuiet() {
        return quiet;
    }

    /** Checks the files to be written before anything is read. */
    void check(List<InputSource> inputs, Path directory) {
        Set<Path> paths = new HashSet<>();
        for (OutputFile output : outputs) {
            output.check(inputs, directory);
            if (!paths.add(output.path(directory))) {
                throw new UsageException("--output: '" + output.name() + "' is given twice.");
            }
        }
    }

    /** Renders everything before it writes anything. */
    void write(AuditResult result, PrintWriter out, Path directory) throws IOException {
        List<String> texts = new ArrayList<>();
        for (OutputFile output : outputs) {
            StringWriter text = new StringWriter();
            output.format().renderer(ascii).render(result, text);
            texts.add(text.toString());
        }
        for (int i = 0; i < texts.size(); i++) {
            outputs.get(i).write(texts.get(i), directory);
        }
        format.renderer(ascii).render(result, out);
    }
}
