package org.aestat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aestat.csv.InputSource;
import org.aestat.render.ProofRenderer;
import org.aestat.result.CheckResult;
import org.aestat.result.ProofResult;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say where the decision of a gate goes, and in which form. */
final class CheckOutputOptions {

    private final Choice<CheckFormat> format = Choice.of(
            "--format",
            "FORMAT",
            CheckFormat.TEXT,
            "text",
            new OptionValues.OfCheckFormat(),
            "Form of the result on standard output: text, json, junit, sarif, github, markdown, tap (default: text). The text goes to standard"
                    + " error if another form is there.");

    private final Choice<List<OutputFile<CheckFormat>>> outputs = Choice.several(
            "--output",
            "FORMAT=FILE",
            OutputFile.class,
            new OptionValues.OfCheckOutput(),
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

    /** Checks the files to be written before anything is read; none may be an input, the policy among them. */
    void check(List<InputSource> inputs, Path directory) {
        new OutputFiles<>(outputs.value()).check(inputs, directory);
    }

    /** The files in which an earlier result may stand: those that this one will be written to as JSON. */
    List<Path> jsonFiles(Path directory) {
        return outputs.value().stream()
                .filter(output -> output.format() == CheckFormat.JSON)
                .map(output -> output.path(directory))
                .toList();
    }

    /** Checks what a proof writes; it is no test report. */
    void checkOfProof(List<InputSource> inputs, Path directory) {
        Stream.concat(Stream.of(format.value()), outputs.value().stream().map(OutputFile::format))
                .filter(form -> form != CheckFormat.TEXT && form != CheckFormat.JSON)
                .findFirst()
                .ifPresent(form -> {
                    throw new UsageException("--prove is written as text or json, not as " + form.label() + ".");
                });
        check(inputs, directory);
    }

    /** Writes the files, then the terminal, which gets the text in any case. */
    void write(ProofResult result, Environment system) throws IOException {
        boolean unicode = !terminal.isAscii();
        new OutputFiles<>(outputs.value())
                .write((form, text) -> renderer(form, unicode).render(result, text), system.directory());
        renderer(format.value(), unicode).render(result, system.out());
        if (format.value() != CheckFormat.TEXT && !isQuiet()) {
            ProofRenderer.text(unicode).render(result, system.err());
        }
    }

    private static ProofRenderer renderer(CheckFormat form, boolean unicode) {
        return form == CheckFormat.JSON ? ProofRenderer.json() : ProofRenderer.text(unicode);
    }

    /** Writes the files, then the terminal, which gets the text in any case. */
    void write(CheckResult result, Environment system) throws IOException {
        boolean ascii = terminal.isAscii();
        new OutputFiles<>(outputs.value())
                .write((form, text) -> form.renderer(ascii).render(result, text), system.directory());
        format.value().renderer(ascii).render(result, system.out());
        if (format.value() != CheckFormat.TEXT && !isQuiet()) {
            CheckFormat.TEXT.renderer(ascii).render(result, system.err());
        }
    }
}
