package org.aestat.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
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
import picocli.CommandLine.Model.CommandSpec;

/** The options that say which data are read, and how. */
final class DataOptions {

    private final Choice<List<Condition>> where = Choice.lines(
            "--where",
            "COLUMN=VALUE",
            Condition.class,
            new OptionValues.OfCondition(),
            "Only sessions with this value; 'COLUMN=' is not recorded. Given again for the same column:"
                    + " any of the values.");

    private final Choice<LocalDate> from = Choice.of(
            "--from",
            "DATE",
            LocalDate.class,
            new OptionValues.OfDate(),
            "Only sessions from this date on (2025-01-31).");

    private final Choice<LocalDate> to =
            Choice.of("--to", "DATE", LocalDate.class, new OptionValues.OfDate(), "Only sessions up to this date.");

    private final Choice<String> mapping =
            Choice.text("--mapping", "FILE", "TOML file that says what the export's columns mean.");

    private final PresetOptions preset = new PresetOptions();

    private final Choice<String> events =
            Choice.text("--events", "FILE", "Adverse events in a file of their own, a row an event.");

    private final Choice<String> subjects = Choice.text(
            "--subjects",
            "FILE",
            "Patients in a file of their own, a row a patient, whose columns every session gets.");

    private final Choice<RejectionLimit> rejectionLimit = Choice.of(
            "--max-rejected",
            "N|P%",
            RejectionLimit.NONE,
            "0",
            new OptionValues.OfRejectionLimit(),
            "How many rows may be unreadable before nothing is analysed (default: 0).");

    private final Choice<Charset> encoding = Choice.of(
            "--encoding",
            "NAME",
            Charset.class,
            new OptionValues.OfCharset(),
            "Character encoding of the files (default: UTF-8), such as windows-1252.");

    private final Choice<Character> delimiter = Choice.of(
            "--delimiter",
            "C",
            Character.class,
            new OptionValues.OfDelimiter(),
            "Character between fields, or 'tab' (default: the one of a first line sep=, of"
                    + " the dialect, or that the header shows).");

    private final Choice<Dialect> dialect = Choice.of(
            "--dialect",
            "DATABASE",
            Dialect.class,
            new OptionValues.OfDialect(),
            "The file is the text output of mysql, postgresql or informix, with backslash escapes and \\N"
                    + " (default: CSV).");

    private final Choice<Integer> skip = skip();

    private final Choice<Boolean> decimalComma = Choice.flag("--decimal-comma", "Decimals are written 2,5.");

    private final Choice<String> dateFormat =
            Choice.text("--date-format", "PATTERN", "How dates are written, such as dd/MM/yyyy (default: 2025-01-31).");

    private final Choice<Integer> threads = Choice.of(
            "--threads",
            "N",
            Integer.class,
            new OptionValues.OfThreads(),
            "How many threads to use at most (default: one for each processor). The result is the same for"
                    + " any number.");

    /** How many lines stand before the header, also for {@code init}. */
    static Choice<Integer> skip() {
        return Choice.of(
                "--skip",
                "N",
                0,
                "0",
                new OptionValues.OfSkip(),
                "How many lines stand before the header, blank ones counted (default: 0).");
    }

    /** Describes these options, in the order of the help. */
    void describe(CommandSpec command) {
        Choice.describe(command, where, from, to, mapping);
        preset.describe(command);
        Choice.describe(
                command,
                events,
                subjects,
                rejectionLimit,
                encoding,
                delimiter,
                dialect,
                skip,
                decimalComma,
                dateFormat,
                threads);
    }

    /** How many threads to use at most. */
    int threads() {
        Integer most = threads.given();
        return most == null ? Runtime.getRuntime().availableProcessors() : most;
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
        LocalDate first = from.given();
        LocalDate last = to.given();
        if (first != null && last != null && first.isAfter(last)) {
            throw new UsageException("--from " + first + " is after --to " + last + ".");
        }
        String eventsFile = events.given();
        String subjectsFile = subjects.given();
        if (eventsFile == null && reading.mapping().eventsFileLine() > 0) {
            throw new UsageException(reading.mapping().fileName() + ", line "
                    + reading.mapping().eventsFileLine()
                    + ": [events_file] is about a file of events. Give it with --events.");
        }
        Preset program = reading.preset();
        if (subjectsFile != null && program != null && program != Preset.CDISC) {
            throw new UsageException("--subjects does not go with --preset " + program.label() + ".");
        }
        List<String> further =
                Stream.of(subjectsFile, eventsFile).filter(Objects::nonNull).toList();
        List<InputSource> sources = InputFiles.of(files, further, environment.directory());
        int sessions = sources.size() - further.size();
        return new DataRequest(
                sources.subList(0, sessions),
                subjectsFile == null ? null : sources.get(sessions),
                eventsFile == null ? null : sources.get(sources.size() - 1),
                reading,
                strata.by(),
                strata.stratify(),
                where.value(),
                needs,
                first,
                last,
                cluster,
                rejectionLimit.value());
    }

    /** How the files are to be read. */
    ReadOptions reading(Path directory) {
        String file = mapping.given();
        Mapping columns = file == null ? Mapping.NONE : read(file, directory);
        Charset given = encoding.given();
        Character separator = delimiter.given();
        try {
            FileForm form = columns.form();
            return new ReadOptions(
                    columns,
                    given == null ? form.encoding() : given,
                    separator == null ? form.delimiter() : separator,
                    decimalComma.value() || form.decimalComma(),
                    dateFormat.given(),
                    dialect.given(),
                    skip.value(),
                    preset.preset(),
                    preset.dictionary(directory));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The mapping file, which is an input too; none where there is none. */
    List<InputSource> mappingSource(Path directory) {
        String file = mapping.given();
        return file == null ? List.of() : List.of(new InputSource(file, directory.resolve(file)));
    }

    private static Mapping read(String file, Path directory) {
        return Mapping.parse(file, new SmallFile("--mapping", file).text(directory));
    }
}
