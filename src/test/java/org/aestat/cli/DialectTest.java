package org.aestat.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The text that databases write gives the results that CSV gives, and its faults are named. */
class DialectTest {

    private static final String HEADER = "patient_id\tsession_date\tnote\tbruising\n";
    private static final String GOOD = "ID-ZEBRA\t2025-01-01\tx\tno\n";
    private static final List<String> REMARKS =
            List.of("a \"quoted\" word", "tab\there, bar | there; a back\\slash", "two\nlines\n\nand \\N", "\\", "^ü€");

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    /** So few that they cannot be names, where few patients have the same. */
    private static final int FEW = 4;

    static Stream<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv") && !name.endsWith("-dictionary.csv"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** The sample with a column of remarks that need quotes or escapes. */
    private static List<List<String>> withRemarks(String sample) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Path.of("samples", sample))) {
            for (CsvRecord row : reader) {
                List<String> fields = new ArrayList<>(row.getFields());
                fields.add(2, remark(sample, rows.size()));
                rows.add(fields);
            }
        }
        return rows;
    }

    private static String remark(String sample, int row) {
        if (row == 2 && sample.startsWith("qualtrics")) {
            return "{\"ImportId\":\"setting\"}";
        }
        int different = sample.startsWith("google") ? FEW : REMARKS.size();
        return row == 0 ? "setting" : REMARKS.get(row % different);
    }

    /** What a sample needs besides its name. */
    private static List<String> options(String sample) {
        Path samples = Path.of("samples").toAbsolutePath();
        return switch (sample) {
            case "licorice_gargle.csv" ->
                List.of("--mapping", samples.resolve("licorice.toml").toString());
            case "redcap.csv" ->
                List.of(
                        "--preset",
                        "redcap",
                        "--dictionary",
                        samples.resolve("redcap-dictionary.csv").toString());
            case "qualtrics.csv" -> List.of("--preset", "qualtrics");
            case "google-forms.csv" -> List.of("--preset", "google-forms", "--date-format", "M/d/yyyy");
            default -> List.of();
        };
    }

    private static String csv(List<List<String>> rows) {
        return dump(rows, ",", "", field -> '"' + field.replace("\"", "\"\"") + '"');
    }

    private static String mysql(List<List<String>> rows) {
        return dump(rows, "\t", "", field -> field.replace("\\", "\\\\")
                .replace("\t", "\\\t")
                .replace("\n", "\\\n"));
    }

    private static String postgresql(List<List<String>> rows) {
        return dump(rows, "\t", "", field -> field.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n"));
    }

    private static String informix(List<List<String>> rows) {
        return dump(rows, "|", "|", field -> field.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("\n", "\\\n"));
    }

    private static String dump(List<List<String>> rows, String delimiter, String end, UnaryOperator<String> escape) {
        return rows.stream()
                .map(row -> row.stream()
                                .map(field -> field.isEmpty() && !delimiter.equals(",") ? "\\N" : escape.apply(field))
                                .collect(Collectors.joining(delimiter))
                        + end + "\n")
                .collect(Collectors.joining());
    }

    private String result(String sample, String text, String... options) {
        List<String> arguments = new ArrayList<>(List.of("report", sample, "--by", "setting", "--format", "json"));
        arguments.addAll(List.of("--replicates", "100", "--max-rejected", "100%"));
        arguments.addAll(List.of(options));
        arguments.addAll(options(sample));
        CommandLineRun run = workspace.file(sample, text.getBytes(UTF_8)).run(arguments.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().replaceAll("\"(bytes|sha256)\": ?[^,]+,", "") + run.err();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleGivesTheSameResult(String sample) throws IOException {
        List<List<String>> rows = withRemarks(sample);
        String expected = result(sample, csv(rows));

        assertThat(expected).contains("\"rejected\": 0").doesNotContain("\"used\": 0,");
        assertThat(result(sample, mysql(rows), "--dialect", "mysql")).isEqualTo(expected);
        assertThat(result(sample, postgresql(rows), "--dialect", "postgresql")).isEqualTo(expected);
        assertThat(result(sample, informix(rows), "--dialect", "informix")).isEqualTo(expected);
    }

    @Test
    void notRecordedIsABlank() {
        workspace.file("clinic.tsv", HEADER + "P1\t2025-01-01\t\\N\t\\N\n\\N\t2025-01-01\tx\tno\n");

        CommandLineRun run =
                workspace.run("rates", "clinic.tsv", "--dialect", "mysql", "--max-rejected", "1", "--format", "json");

        assertThat(run.result().rows(0)).containsExactly(2, 1, 0, 1);
        assertThat(run.result().rate("bruising").number("notRecorded")).isEqualTo(1);
        assertThat(run.err()).startsWith("clinic.tsv, line 3, column patient_id: found blank, expected ");
    }

    @Test
    void theDelimiterMayBeStatedOrNamedByTheFirstLine() {
        String text = "patient_id,session_date,bruising\nP1,2025-01-01,no\nP\\,2,2025-01-01,yes\n";
        workspace.file("stated.txt", text).file("named.txt", "sep=,\n" + text);

        assertThat(workspace
                        .json("rates", "stated.txt", "--dialect", "mysql", "--delimiter", ",")
                        .rows(0))
                .containsExactly(2, 2, 0, 0);
        assertThat(workspace.json("rates", "named.txt", "--dialect", "mysql").rows(0))
                .containsExactly(2, 2, 0, 0);
    }

    @Test
    void anInformixHeaderMayLackTheBarAtItsEnd() {
        workspace.file("clinic.unl", "patient_id|session_date|bruising\nP1|2025-01-01|no|\n\nP2|2025-01-01||");

        assertThat(workspace
                        .json("rates", "clinic.unl", "--dialect", "informix")
                        .rows(0))
                .containsExactly(2, 2, 0, 0);
    }

    static Stream<Arguments> rejectedRows() {
        return Stream.of(
                arguments(
                        "P1\t2025-01-01\ttwo\\\nlines\\\r\\\nthree\tno\n\nP1\t2025-01-02\tx\tperhaps\n",
                        "line 7, column bruising: found text of 7 letters, expected yes, no or a grade (none, mild"),
                arguments(
                        "P1\t2025-01-01\ta\tb\tno\n",
                        "line 2: found 5 fields, expected 4 fields."
                                + " A delimiter within a field needs a backslash before it."),
                arguments("P1\t2025-01-01\tno\r\n", "line 2: found 3 fields, expected 4 fields."),
                arguments("P1\t2025-01-01\t\"a\tno\"\n", "line 2, column bruising: found 3 characters like aa?"));
    }

    @ParameterizedTest
    @MethodSource("rejectedRows")
    void faultsOfARowHaveTheirPhysicalLine(String rows, String message) {
        workspace.file("clinic.tsv", HEADER + rows);

        CommandLineRun run = workspace.run("rates", "clinic.tsv", "--dialect", "mysql");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).startsWith("clinic.tsv, " + message);
    }

    static Stream<Arguments> damagedFiles() {
        String long1 = "x".repeat(1_048_577);
        String long2 = "\\\tx".repeat(524_288);
        return Stream.of(
                arguments(
                        HEADER + GOOD + "ID-ZEBRA\t2025-01-02\tx\\\ny\tno\\",
                        "line 3: the text ends after a backslash. The file is cut short; export it again."),
                arguments(
                        HEADER + "ID-ZEBRA\t2025-01-02\ty\\\n" + long1 + "\tno\n" + GOOD,
                        "line 2: a field is longer than 1,048,576 characters."
                                + " Perhaps the file has another delimiter or dialect."),
                arguments(
                        HEADER + GOOD + ("\t" + long2).repeat(5) + "\n",
                        "line 3: a record is longer than 4,194,304 characters. Perhaps this is not a CSV file."),
                arguments(
                        HEADER + GOOD + GOOD + "\t".repeat(1_000_000) + "\n",
                        "line 4: a record has more than 16,384 fields. Perhaps this is not a CSV file."),
                arguments(
                        HEADER + GOOD + "\t".repeat(16_384) + "\n",
                        "line 3: a record has more than 16,384 fields. Perhaps this is not a CSV file."),
                arguments(
                        HEADER + "a\\\nb\tc\nID-ZEBRA\0",
                        "line 4: a NUL character. The file is damaged, or its encoding is not UTF-8;"
                                + " UTF-16 for example needs --encoding UTF-16LE."),
                arguments("\n\n", "line 1: the file is empty; its first line should name the columns."),
                arguments(
                        "\nID\\\nZEBRA\tsession_date\n",
                        "line 2: there is no column 'patient_id'."
                                + " A mapping file (--mapping) can name the column that holds it."));
    }

    @ParameterizedTest
    @MethodSource("damagedFiles")
    void faultsOfTheFileEndTheRun(String text, String message) {
        CommandLineRun run = workspace
                .file("clinic.tsv", text.getBytes(UTF_8))
                .run("rates", "clinic.tsv", "--dialect", "mysql", "--max-rejected", "100%");

        assertThat(run.err()).isEqualTo("clinic.tsv, " + message + "\n");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whatIsJustWithinTheLimitsIsRead() {
        String note = "\\\t\\\\".repeat(524_288);
        String blanks = "\t".repeat(16_380);
        StringBuilder header = new StringBuilder("patient_id\tsession_date\tnote\tbruising");
        for (int i = 0; i < 16_380; i++) {
            header.append("\tc").append(i);
        }
        workspace.file("clinic.tsv", header.toString(), "P1\t2025-01-01\t" + note + "\tno" + blanks);

        assertThat(workspace.json("rates", "clinic.tsv", "--dialect", "mysql").rows(0))
                .containsExactly(1, 1, 0, 0);
    }

    @Test
    void anInformixRowThatIsCutShortEndsTheRun() {
        workspace.file("clinic.unl", "patient_id|session_number|soreness_hours|", "P1|1|24|", "P1|2|two\\", "P1|2|2");

        CommandLineRun run = workspace.run("rates", "clinic.unl", "--dialect", "informix", "--max-rejected", "9");

        assertThat(run.err())
                .isEqualTo("clinic.unl, line 3: the row does not end with '|', as every row of this dialect does."
                        + " The file is cut short, or a line break in a field has no backslash before it.\n");
        assertThat(run.exit()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "--dialect mysq  ! 'mysq' is none of mysql, postgresql, informix. Did you mean 'mysql'?",
                "--dialect mysql --delimiter \\ ! With --dialect, a backslash cannot be the delimiter.",
                "--dialect mysql --delimiter x ! A delimiter cannot be a quote, a line break, a letter or a digit."
            })
    void optionsThatCannotBeMeantAreRefused(String options, String message) {
        List<String> arguments = new ArrayList<>(List.of("rates", "clinic.tsv"));
        arguments.addAll(List.of(options.split(" ")));

        CommandLineRun run = workspace.file("clinic.tsv", HEADER).run(arguments.toArray(String[]::new));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @Test
    void variableAndSettingsNameTheDialect() {
        workspace.file("clinic.tsv", HEADER + "P1\t2025-01-01\ta\\\tb\tno\n");

        assertThat(workspace
                        .variable("AESTAT_DIALECT", "postgresql")
                        .json("rates", "clinic.tsv")
                        .rows(0))
                .containsExactly(1, 1, 0, 0);
        assertThat(new Workspace(folder)
                        .file("aestat.toml", "dialect = \"mysql\"")
                        .json("rates", "clinic.tsv")
                        .rows(0))
                .containsExactly(1, 1, 0, 0);
    }
}
