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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes a mapping for an unknown export. */
@Command(
        name = "init",
        description = "Reads an export, proposes what its columns mean, and writes a mapping file.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, also with open questions",
            "1:a defect in aestat",
            "2:a wrong option, or a mapping file that is there already",
            "3:input unreadable"
        },
        footer = {
            "",
            "Examples:",
            "  aestat init clinic.csv",
            "  aestat init clinic.csv --encoding windows-1252 --output clinic.toml"
        })
final class InitCommand implements Callable<Integer>, InEnvironment {

    @Parameters(paramLabel = "EXPORT", arity = "1", description = "A CSV export, plain or gzip; '-' is standard input.")
    private String export = "";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            defaultValue = "mapping.toml",
            description = "The mapping file to write (default: mapping.toml).")
    private String output = "mapping.toml";

    @Option(names = "--force", description = "Replaces the mapping file if it is there.")
    private boolean force;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            converter = OptionValues.OfCharset.class,
            description = "Character encoding of the export (default: UTF-8), such as windows-1252.")
    private @Nullable Charset encoding;

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            converter = OptionValues.OfDelimiter.class,
            description = "Character between fields, or 'tab' (default: the one that the export shows).")
    private @Nullable Character delimiter;

    @Option(
            names = "--dialect",
            paramLabel = "DATABASE",
            converter = OptionValues.OfDialect.class,
            description = "The export is the text output of mysql, postgresql or informix (default: CSV).")
    private @Nullable Dialect dialect;

    @Option(
            names = "--skip",
            paramLabel = "N",
            defaultValue = "0",
            converter = OptionValues.OfSkip.class,
            description = "How many lines stand before the header, blank ones counted (default: 0).")
    private Integer skip = 0;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "How dates are written, such as dd/MM/yyyy, where the export leaves it open.")
    private @Nullable String dateFormat;

    @Mixin
    private PresetOptions preset = new PresetOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = OptionValues.OfFormat.class,
            description = "Form of what is printed: text, json (default: text).")
    private Format format = Format.TEXT;

    @Option(names = "--ascii", description = "Text for terminals without Unicode.")
    private boolean ascii;

    private @Nullable Environment environment;

    @Override
    public void environment(Environment run) {
        environment = run;
    }

    @Override
    public Integer call() throws IOException {
        Environment system = Objects.requireNonNull(environment);
        List<InputSource> sources = InputFiles.of(List.of(export), List.of(), system.directory());
        if (sources.size() > 1) {
            throw new UsageException("init takes one export; '" + export + "' names several.");
        }
        InputSource source = sources.get(0);
        OutputFile<Format> file = new OutputFile<>(format, output);
        file.check(sources, system.directory());
        if (!force && Files.exists(file.path(system.directory()), LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(
                    "--output: '" + output + "' is there already. Give another name, or --force to replace it.");
        }
        ReadOptions reading = reading(system);
        MappingProposal proposal = MappingProposer.propose(source, source.path() == null ? system.in() : null, reading);
        MappingResult result = result(proposal);
        file.write(proposal.mapping(), system.directory());
        MappingRenderer renderer = format == Format.TEXT ? MappingRenderer.text(!ascii) : MappingRenderer.json();
        renderer.render(result, system.out());
        return ExitCode.OK;
    }

    private ReadOptions reading(Environment system) {
        try {
            return new ReadOptions(
                    Mapping.NONE,
                    encoding,
                    delimiter,
                    false,
                    dateFormat,
                    dialect,
                    skip,
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
                output,
                "aestat report " + word(export) + fileAsWords() + preset.asWords() + " --mapping " + word(output));
    }

    /** What a mapping has no key for, as it stands on a command line, each with a space before it. */
    private String fileAsWords() {
        return (dialect == null ? "" : " --dialect " + dialect.label()) + (skip == 0 ? "" : " --skip " + skip);
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
