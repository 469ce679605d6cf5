package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports as spreadsheets and reporting tools write them: what stands before the header, delimiters, encodings. */
class SpreadsheetTest {

    private static final String HEADER =
            "patient_id;session_date;\"site; \"\"north\"\"\n(name)\";bruising;soreness_hours";
    private static final List<String> ROWS = List.of(
            "P1;2025-01-01;\"Zürich; \n|^,\tx\";yes;2,5", "P1;2025-01-08;Genève;no;\"0\"", "P2;2025-01-02;;;\"24,0\"");

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    private static String text(String lineEnd) {
        return HEADER + lineEnd + String.join(lineEnd, ROWS) + lineEnd;
    }

    private String result(String text, Charset encoding, String... options) {
        List<String> arguments = new ArrayList<>(List.of("report", "clinic.csv", "--decimal-comma"));
        arguments.addAll(List.of("--by", "site; \"north\" (name)", "--format", "json"));
        arguments.addAll(List.of(options));
        CommandLineRun run =
                workspace.file("clinic.csv", text.getBytes(encoding)).run(arguments.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        return run.out().replaceAll("\"(bytes|sha256)\": ?[^,]+,", "");
    }

    private String expected() {
        String expected = result(text("\n"), StandardCharsets.UTF_8);
        assertThat(expected).contains("Zürich; \\n|^,\\tx", "Genève");
        return expected;
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,        true",
        "UTF-16,       false",
        "UTF-16LE,     true",
        "UTF-16LE,     false",
        "UTF-16BE,     true",
        "windows-1252, false",
        "ISO-8859-1,   false",
        "ISO-8859-15,  false"
    })
    void everyEncodingGivesTheSame(String encoding, boolean marked) {
        String text = (marked ? "\uFEFF" : "") + text("\r\n");

        assertThat(result(text, Charset.forName(encoding), "--encoding", encoding))
                .isEqualTo(expected());
        assertThat(result(
                        (marked ? "\uFEFF" : "") + "sep=;\r\n" + text("\r\n"),
                        Charset.forName(encoding),
                        "--encoding",
                        encoding))
                .isEqualTo(expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "SEP=;\r\n", "\"sep=;\"\r", "sep=;\n\n\n"})
    void theFirstLineMayNameTheDelimiter(String line) {
        assertThat(result(line + text("\n"), StandardCharsets.UTF_8)).isEqualTo(expected());
    }

    @Test
    void theFirstLineSettlesWhatTheHeaderLeavesOpen() {
        workspace.file("mapping.toml", "[rows]", "patient = \"each-row\"");
        workspace.file("open.csv", "a,bruising;c", "x,no;y").file("named.csv", "sep=,", "a,bruising;c", "x,y");

        assertThat(workspace
                        .run("rates", "open.csv", "--mapping", "mapping.toml")
                        .err())
                .isEqualTo("open.csv, line 1: the delimiter is not clear, because more than one of comma, semicolon,"
                        + " tab, | and ^ stands in the header. Give it with --delimiter.\n");
        assertThat(workspace
                        .json("rates", "named.csv", "--mapping", "mapping.toml", "--where", "bruising;c=y")
                        .rows(0))
                .containsExactly(1, 1, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", "^"})
    void everyDelimiterStandsInTheHeader(String delimiter) {
        String text = String.join(delimiter, "patient_id", "session_date", "\"a,b;c\td|e^f\"", "soreness_hours") + "\n"
                + String.join(delimiter, "P1", "2025-01-01", "\"1,2;3\t4|5^6\"", "\"2,5\"") + "\n";
        workspace.file("clinic.csv", text.getBytes(StandardCharsets.UTF_8));

        JsonResult result = workspace.json("soreness", "clinic.csv", "--decimal-comma", "--by", "\"a,b;c\td|e^f\"");

        assertThat(result.rows(0)).containsExactly(1, 1, 0, 0);
        assertThat(result.list("soreness")).hasSize(2);
        assertThat(result.list("soreness").get(1).object("stratum").get("a,b;c\td|e^f"))
                .isEqualTo("1,2;3\t4|5^6");
    }

    @Test
    void settingsNameColumnsWithCommas() {
        workspace
                .file("clinic.csv", "patient_id,session_date,\"a,b\",technique", "P1,2025-01-01,x,deep")
                .file("aestat.toml", "by = [\"a,b\", \"technique\"]");

        JsonResult result = workspace.json("rates", "clinic.csv");

        assertThat(result.object("settings").get("by")).isEqualTo(List.of("a,b", "technique"));
    }

    @Test
    void theStatedDelimiterGoesBeforeTheFirstLine() {
        assertThat(result("sep=,\n" + text("\n"), StandardCharsets.UTF_8, "--delimiter", ";"))
                .isEqualTo(expected());
    }

    @ParameterizedTest
    @CsvSource({"sep=a", "sep=7", "'sep=\"'", "'\"sep=x\"'"})
    void aFirstLineThatNamesNoDelimiterIsRefused(String line) {
        workspace.file("clinic.csv", line, "patient_id,session_date", "P1,2025-01-01");

        CommandLineRun run = workspace.run("rates", "clinic.csv");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("clinic.csv, line 1: the line sep= names a character that cannot be the delimiter."
                        + " Correct the line or remove it.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "sep=!there is no column 'patient_id'.",
                "sep!there is no column 'patient_id'.",
                "sep=;;!the name of column 2 is blank. Every column needs a name.",
                " sep=;!the name of column 2 is blank. Every column needs a name."
            })
    void anyOtherFirstLineIsTheHeader(String line, String message) {
        workspace.file("clinic.csv", line, "patient_id;session_date", "P1;2025-01-01");

        assertThat(workspace.run("rates", "clinic.csv").err()).startsWith("clinic.csv, line 1: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesBeforeTheHeaderAreLeftOut(String end) {
        String before = "Clinic of \"Zürich" + end + end + "# made, on; 2025-02-01" + end;
        String expected = expected();

        assertThat(result(before + text(end), StandardCharsets.UTF_8, "--skip", "3"))
                .isEqualTo(expected);
        assertThat(result(before + end + text(end), StandardCharsets.UTF_8, "--skip", "3"))
                .isEqualTo(expected);
        assertThat(result("sep=;" + end + before + text(end), StandardCharsets.UTF_8, "--skip", "4"))
                .isEqualTo(expected);
        assertThat(result("sep=;" + end + text(end), StandardCharsets.UTF_8, "--skip", "1"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'', 3", "'Report\n\n', 5", "'sep=;\n', 4", "'sep=;\nReport\n\n\n', 7"})
    void linesStayThoseOfTheFile(String before, int line) {
        String text = before + "patient_id;session_date;\"bru\nising\"\nP1;2025-01-01;perhaps\n";
        workspace.file("clinic.csv", text.getBytes(StandardCharsets.UTF_8));
        int skip = before.contains("Report") ? before.startsWith("sep") ? 2 : 1 : 0;

        CommandLineRun run = workspace.run(
                "rates",
                "clinic.csv",
                "--skip",
                Integer.toString(skip),
                "--mapping",
                mapping().toString());

        assertThat(run.err()).startsWith("clinic.csv, line " + line + ", column bru?ising: found text of 7 letters");
    }

    private Path mapping() {
        workspace.file("mapping.toml", "[columns]", "bruising = \"bru\\nising\"");
        return folder.resolve("mapping.toml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "1! line 2: there is no column 'patient_id'. A mapping file (--mapping) can name the column that holds it.",
                "2! no header stands after the first 2 lines, which --skip leaves out.",
                "3! no header stands after the first 3 lines, which --skip leaves out.",
                "9999! no header stands after the first 9999 lines, which --skip leaves out."
            })
    void skippingTooMuchEndsTheRun(int lines, String message) {
        workspace.file("clinic.csv", "patient_id,session_date", "P1,2025-01-01");

        CommandLineRun run = workspace.run("rates", "clinic.csv", "--skip", Integer.toString(lines));

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("clinic.csv" + (lines == 1 ? ", " : ": ") + message + "\n");
    }

    @Test
    void theOnlyLineSkippedIsNamedInTheSingular() {
        workspace.file("clinic.csv", "patient_id,session_date");

        assertThat(workspace.run("rates", "clinic.csv", "--skip", "1").err())
                .isEqualTo("clinic.csv: no header stands after the first line, which --skip leaves out.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10000", "#", "1.5"})
    void skipIsANumberOfLines(String skip) {
        CommandLineRun run = workspace.file("clinic.csv", HEADER).run("rates", "clinic.csv", "--skip=" + skip);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("'" + skip + "' is not a number of lines from 0 to 9999.");
    }
}
