package org.aestat.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.aestat.csv.Dialect;
import org.aestat.csv.InputSource;
import org.aestat.csv.Mapping;
import org.aestat.csv.MappingProposal;
import org.aestat.csv.MappingProposer;
import org.aestat.csv.ReadOptions;
import org.aestat.render.MappingRenderer;
import org.aestat.result.MappingResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Proposes a mapping for an unknown export. */
final class InitCommand implements Callable<Integer>, InEnvironment, Described {

    private final Choice<String> export = Choice.word("EXPORT", "A CSV export, plain or gzip; '-' is standard input.");

    private final Choice<String> output =
            Choice.text("--output", "FILE", "mapping.toml", "The mapping file to write (default: mapping.toml).");

    private final Choice<Boolean> force = Choice.flag("--force", "Replaces the mapping file if it is there.");

    private final Choice<Charset> encoding = Choice.of(
            "--encoding",
            "NAME",
            Charset.class,
            new OptionValues.OfCharset(),
            "Character encoding of the export (default: UTF-8), such as windows-1252.");

    private final Choice<Character> delimiter = Choice.of(
            "--delimiter",
            "C",
            Character.class,
            new OptionValues.OfDelimiter(),
            "Character between fields, or 'tab' (default: the one that the export shows).");

    private final Choice<Dialect> dialect = Choice.of(
            "--dialect",
            "DATABASE",
            Dialect.class,
            new OptionValues.OfDialect(),
            "The export is the text output of mysql, postgresql or informix (default: CSV).");

    private final Choice<Integer> skip = DataOptions.skip();

    private final Choice<String> dateFormat = Choice.text(
            "--date-format", "PATTERN", "How dates are written, such as dd/MM/yyyy, where the export leaves it open.");

    private final PresetOptions preset = new PresetOptions();

    private final Choice<Format> format = Choice.of(
            "--format",
            "FORMAT",
            Format.TEXT,
            "text",
            new OptionValues.OfFormat(),
            "Form of what is printed: text, json (default: text).");

    private final Choice<Boolean> ascii = Choice.flag("--ascii", "Text for terminals without Unicode.");

    private @Nullable Environment environment;

    @Override
    public void environment(Environment run) {
        environment = run;
    }

    @Override
    public void describe(CommandSpec command) {
        Described.text(
                command,
                "init",
                "Reads an export, proposes what its columns mean, and writes a mapping file.",
                "aestat init clinic.csv",
                "aestat init clinic.csv --encoding windows-1252 --output clinic.toml");
        Described.exitCodes(
                command,
                "Exit codes",
                "0:done, also with open questions",
                "1:a defect in aestat",
                "2:a wrong option, or a mapping file that is there already",
                "3:input unreadable");
        Choice.describe(command, export, output, force, encoding, delimiter, dialect, skip, dateFormat);
        preset.describe(command);
        Choice.describe(command, format, ascii);
        Described.help(command);
    }

    @Override
    public Integer call() throws IOException {
        Environment system = Objects.requireNonNull(environment);
        List<InputSource> sources = InputFiles.of(List.of(export.value()), List.of(), system.directory());
        if (sources.size() > 1) {
            throw new UsageException("init takes one export; '" + export.value() + "' names several.");
        }
        InputSource source = sources.get(0);
        OutputFile<Format> file = new OutputFile<>(format.value(), output.value());
        file.check(sources, system.directory());
        if (!force.value() && Files.exists(file.path(system.directory()), LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException("--output: '" + output.value()
                    + "' is there already. Give another name, or --force to replace it.");
        }
        ReadOptions reading = reading(system);
        MappingProposal proposal = MappingProposer.propose(source, source.path() == null ? system.in() : null, reading);
        MappingResult result = result(proposal);
        file.write(proposal.mapping(), system.directory());
        MappingRenderer renderer =
                format.value() == Format.TEXT ? MappingRenderer.text(!ascii.value()) : MappingRenderer.json();
        renderer.render(result, system.out());
        return ExitCode.OK;
    }

    private ReadOptions reading(Environment system) {
        try {
            return new ReadOptions(
                    Mapping.NONE,
                    encoding.given(),
                    delimiter.given(),
                    false,
                    dateFormat.given(),
                    dialect.given(),
                    skip.value(),
                    preset.preset(),
                    preset.dictionary(system.directory()));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private MappingResult result(MappingProposal proposal) {
        return new MappingResult(
                Version.number(),
                proposal.file(),
                proposal.rows(),
                proposal.irregularRows(),
                new MappingResult.Form(
                        proposal.form().encoding() == null
                                ? null
                                : proposal.form().encoding().name(),
                        proposal.form().delimiterName(),
                        proposal.form().decimalComma()),
                proposal.columns().stream().map(InitCommand::column).toList(),
                proposal.questions().stream()
                        .map(question -> new MappingResult.Question(
                                question.number(), question.columns(), question.text(), question.blocking()))
                        .toList(),
                proposal.ready(),
                output.value(),
                "aestat report " + word(export.value()) + fileAsWords() + preset.asWords() + " --mapping "
                        + word(output.value()));
    }

    /** What a mapping has no key for, as it stands on a command line, each with a space before it. */
    private String fileAsWords() {
        Dialect stated = dialect.given();
        return (stated == null ? "" : " --dialect " + stated.label())
                + (skip.value() == 0 ? "" : " --skip " + skip.value());
    }

    private static MappingResult.Column column(MappingProposal.Column column) {
        MappingProposal.Confidence confidence = column.confidence();
        return new MappingResult.Column(
                column.header(),
                column.meaning(),
                confidence == null ? null : confidence.label(),
                column.why(),
                column.recorded(),
                column.blank(),
                column.distinct(),
                column.distinctCapped(),
                column.values().stream()
                        .map(value -> new MappingResult.Shape(value.shape(), value.count()))
                        .toList(),
                column.questions());
    }

    /** A word of a command line, in quotes where a shell needs them. */
    static String word(String word) {
        return word.matches("[A-Za-z0-9_./,:+@%=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
