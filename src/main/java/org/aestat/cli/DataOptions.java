package org.aestat.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aestat.analysis.ClusterLevel;
import org.aestat.csv.Dialect;
import org.aestat.csv.FileForm;
import org.aestat.csv.InputSource;
import org.aestat.csv.Mapping;
import org.aestat.csv.Preset;
import org.aestat.csv.ReadOptions;
import org.aestat.pipeline.ColumnNeed;
import org.aestat.pipeline.DataRequest;
import org.aestat.pipeline.DataRequest.Condition;
import org.aestat.pipeline.RejectionLimit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which data are read, and how. */
final class DataOptions {

    @Option(
            names = "--where",
            paramLabel = "COLUMN=VALUE",
            split = Defaults.LINE,
            hideParamSyntax = true,
            converter = OptionValues.OfCondition.class,
            description = "Only sessions with this value; 'COLUMN=' is not recorded. Given again for the same column:"
                    + " any of the values.")
    private List<Condition> where = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = OptionValues.OfDate.class,
            description = "Only sessions from this date on (2025-01-31).")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = OptionValues.OfDate.class,
            description = "Only sessions up to this date.")
    private @Nullable LocalDate to;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "TOML file that says what the export's columns mean.")
    private @Nullable String mapping;

    @Mixin
    private PresetOptions preset = new PresetOptions();

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "Adverse events in a file of their own, a row an event.")
    private @Nullable String events;

    @Option(
            names = "--subjects",
            paramLabel = "FILE",
            description = "Patients in a file of their own, a row a patient, whose columns every session gets.")
    private @Nullable String subjects;

    @Option(
            names = "--max-rejected",
            paramLabel = "N|P%",
            defaultValue = "0",
            converter = OptionValues.OfRejectionLimit.class,
            description = "How many rows may be unreadable before nothing is analysed (default: 0).")
    private RejectionLimit rejectionLimit = RejectionLimit.NONE;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            converter = OptionValues.OfCharset.class,
            description = "Character encoding of the files (default: UTF-8), such as windows-1252.")
    private @Nullable Charset encoding;

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            converter = OptionValues.OfDelimiter.class,
            description = "Character between fields, or 'tab' (default: the one of a first line sep=, of"
                    + " the dialect, or that the header shows).")
    private @Nullable Character delimiter;

    @Option(
            names = "--dialect",
            paramLabel = "DATABASE",
            converter = OptionValues.OfDialect.class,
            description = "The file is the text output of mysql, postgresql or informix, with backslash escapes and \\N"
                    + " (default: CSV).")
    private @Nullable Dialect dialect;

    @Option(
            names = "--skip",
            paramLabel = "N",
            defaultValue = "0",
            converter = OptionValues.OfSkip.class,
            description = "How many lines stand before the header, blank ones counted (default: 0).")
    private Integer skip = 0;

    @Option(names = "--decimal-comma", description = "Decimals are written 2,5.")
    private boolean decimalComma;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "How dates are written, such as dd/MM/yyyy (default: 2025-01-31).")
    private @Nullable String dateFormat;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = OptionValues.OfThreads.class,
            description =
                    "How many threads to use at most (default: one for each processor). The result is the same for"
                            + " any number.")
    private @Nullable Integer threads;

    /** How many threads to use at most. */
    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /**
     * The data that are asked for.
     *
     * @param environment the environment
     * @param files the files named
     * @param reading how to read them
     * @param strata the columns that make strata
     * @param needs further columns
     * @param cluster what sessions are clustered by
     */
    DataRequest request(
            Environment environment,
            List<String> files,
            ReadOptions reading,
            StrataOptions strata,
            List<ColumnNeed> needs,
            ClusterLevel cluster) {
        if (from != null && to != null && from.isAfter(to)) {
            throw new UsageException("--from " + from + " is after --to " + to + ".");
        }
        if (events == null && reading.mapping().eventsFileLine() > 0) {
            throw new UsageException(reading.mapping().fileName() + ", line "
                    + reading.mapping().eventsFileLine()
                    + ": [events_file] is about a file of events. Give it with --events.");
        }
        Preset program = reading.preset();
        if (subjects != null && program != null && program != Preset.CDISC) {
            throw new UsageException("--subjects does not go with --preset " + program.label() + ".");
        }
        List<String> further =
                Stream.of(subjects, events).filter(Objects::nonNull).toList();
        List<InputSource> sources = InputFiles.of(files, further, environment.directory());
        int sessions = sources.size() - further.size();
        return new DataRequest(
                sources.subList(0, sessions),
                subjects == null ? null : sources.get(sessions),
                events == null ? null : sources.get(sources.size() - 1),
                reading,
                strata.by(),
                strata.stratify(),
                where,
                needs,
                from,
                to,
                cluster,
                rejectionLimit);
    }

    /** How the files are to be read. */
    ReadOptions reading(Path directory) {
        Mapping columns = mapping == null ? Mapping.NONE : read(mapping, directory);
        try {
            FileForm form = columns.form();
            return new ReadOptions(
                    columns,
                    encoding == null ? form.encoding() : encoding,
                    delimiter == null ? form.delimiter() : delimiter,
                    decimalComma || form.decimalComma(),
                    dateFormat,
                    dialect,
                    skip,
                    preset.preset(),
                    preset.dictionary(directory));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The mapping file, which is an input too; none where there is none. */
    List<InputSource> mappingSource(Path directory) {
        return mapping == null ? List.of() : List.of(new InputSource(mapping, directory.resolve(mapping)));
    }

    private static Mapping read(String file, Path directory) {
        return Mapping.parse(file, new SmallFile("--mapping", file).text(directory));
    }
}
