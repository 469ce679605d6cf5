package org.aestat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.aestat.analysis.ClusterLevel;
import org.aestat.analysis.PatientCount;
import org.aestat.csv.InputSource;
import org.aestat.pipeline.ColumnNeed;
import org.aestat.pipeline.DataRequest;
import org.aestat.pipeline.DataSet;
import org.aestat.pipeline.DataSetReader;
import org.aestat.pipeline.Examination;
import org.aestat.pipeline.Histories;
import org.aestat.result.ValidationResult;
import org.aestat.result.ValidationResult.Settings;
import org.aestat.result.ValidationResult.Severity;
import org.aestat.result.Warning;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Every problem of exports, and how completely they are recorded. */
final class ValidateCommand implements Callable<Integer>, InEnvironment, Described {

    private static final int LISTED = 20;
    private static final ColumnNeed THERAPIST = new ColumnNeed("validate", "therapist", ColumnNeed.Use.VALUES_IF_ANY);

    private final Choice<List<String>> files = Choice.words(
            "FILE", "1..*", "CSV exports, plain or gzip; '-' is standard input. Several are one data set.");

    private final DataOptions data = new DataOptions();

    private final Choice<LocalDate> asOf = Choice.of(
            "--as-of",
            "DATE",
            LocalDate.class,
            new OptionValues.OfDate(),
            "The day of the export: later sessions are errors.");

    private final Choice<Boolean> all =
            Choice.flag("--all", "Lists every problem, not only the first 20 of each code.");

    private final Choice<String> rejects = Choice.text(
            "--rejects",
            "FILE",
            "Writes the rejected rows with their reasons to a CSV file that only its owner can read.");

    private final Choice<ValidateFormat> format = Choice.of(
            "--format",
            "FORMAT",
            ValidateFormat.TEXT,
            "text",
            new OptionValues.OfValidateFormat(),
            "Form of the result on standard output: text, json, markdown (default: text).");

    private final Choice<List<OutputFile<ValidateFormat>>> outputs = Choice.several(
            "--output",
            "FORMAT=FILE",
            OutputFile.class,
            new OptionValues.OfValidateOutput(),
            "Writes the result to a file too; may be given again.");

    private final TerminalOptions terminal = new TerminalOptions();

    private @Nullable Environment environment;

    @Override
    public void environment(Environment given) {
        environment = given;
    }

    @Override
    public void describe(CommandSpec command) {
        Described.text(
                command,
                "validate",
                "Is the export fit for use? Every problem with file, line and column, and how completely each"
                        + " column is recorded. Rejected rows do not end the reading, whatever --max-rejected says.",
                "aestat validate clinic.csv --as-of 2025-12-31",
                "aestat validate clinic.csv --rejects rejected.csv --output json=problems.json");
        Described.exitCodes(
                command,
                "Exit codes",
                "0:no errors; there may be warnings",
                "1:a defect in aestat",
                "2:a wrong option or mapping, said before any row is read",
                "3:errors, or input unreadable");
        Choice.describe(command, files);
        data.describe(command);
        Choice.describe(command, asOf, all, rejects, format, outputs);
        terminal.describe(command);
        Described.help(command);
    }

    @Override
    public Integer call() throws IOException {
        Environment system = Objects.requireNonNull(environment);
        Path directory = system.directory();
        DataRequest request = data.request(
                system,
                files.value(),
                data.reading(directory),
                new StrataOptions(),
                List.of(THERAPIST),
                ClusterLevel.NONE);
        OutputFiles<ValidateFormat> written = new OutputFiles<>(outputs.value());
        List<InputSource> inputs = new ArrayList<>(request.inputs());
        inputs.addAll(data.mappingSource(directory));
        written.check(inputs, directory);
        try (RejectsFile rejected = rejectsFile(inputs, directory)) {
            Examination examination = new Examination(asOf.given(), all.value() ? Integer.MAX_VALUE : LISTED, rejected);
            DataSet sessions = new DataSetReader(system.in()).examine(request, examination);
            ValidationResult result = result(request, sessions, examination);
            if (rejected != null) {
                rejected.commit();
            }
            boolean ascii = terminal.isAscii();
            written.write((form, out) -> form.renderer(ascii).render(result, out), directory);
            format.value().renderer(ascii).render(result, system.out());
            return result.count(Severity.ERROR) == 0 ? ExitCode.OK : ExitCode.DATA;
        }
    }

    private @Nullable RejectsFile rejectsFile(List<InputSource> inputs, Path directory) {
        String file = rejects.given();
        if (file == null) {
            return null;
        }
        TargetFile target = new TargetFile("--rejects", file);
        target.check(inputs, directory);
        for (OutputFile<ValidateFormat> output : outputs.value()) {
            if (TargetFile.isSame(output.path(directory), target.path(directory))) {
                throw target.refused("is given for --output too");
            }
        }
        return new RejectsFile(target, directory);
    }

    private ValidationResult result(DataRequest request, DataSet sessions, Examination examination) {
        PatientCount patients = new PatientCount();
        new Histories(sessions.table()).forEach(patients::accept);
        return new ValidationResult(
                Version.number(),
                sessions.inputs(),
                patients.result(),
                new Settings(
                        RunDescription.where(request),
                        RunDescription.text(request.from()),
                        RunDescription.text(request.to()),
                        RunDescription.text(asOf.given()),
                        all.value() ? null : LISTED,
                        RunDescription.preset(request),
                        RunDescription.dictionary(request)),
                examination.problems(),
                examination.notChecked(),
                examination.completeness(),
                warnings(sessions));
    }

    /** The rejected rows are among the problems. */
    private static List<Warning> warnings(DataSet sessions) {
        return sessions.warnings().stream()
                .filter(warning -> !warning.code().equals("rejected-rows"))
                .toList();
    }
}
