package org.aestat.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that end a run: exit 3, one message with the right line, and nothing else. */
class MalformedFileTest {

    private static final String HEADER = "patient_id,session_date,note,bruising\n";
    private static final String GOOD = "ID-ZEBRA,2025-01-01,x,no\n";
    private static final String REQUIRED = "A mapping file (--mapping) can name the column that holds it.";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    static Stream<Arguments> damagedFiles() {
        return Stream.of(
                arguments(
                        HEADER + GOOD + "ID-ZEBRA,2025-01-02,\"open,no\n" + GOOD + GOOD,
                        "line 3: a quoted field is not closed."
                                + " Put a quote after its end, or write a quote that is part of the text twice."),
                arguments(
                        HEADER + "ID-ZEBRA,2025-01-01,\"two\nlines\",no\nID-ZEBRA,2025-01-02,\"a\nb\",\"\n" + GOOD,
                        "line 4: a quoted field is not closed."
                                + " Put a quote after its end, or write a quote that is part of the text twice."),
                arguments(
                        HEADER + GOOD + "ID-ZEBRA,2025-01-02,\"a\"b,no\n",
                        "line 3: text after the closing quote of a field."
                                + " Write a quote that is part of the text twice."),
                arguments(
                        HEADER + GOOD + "ID-ZEBRA,2025-01-02,a\0b,no\n",
                        "line 3: a NUL character. The file is damaged, or its encoding is not UTF-8;"
                                + " UTF-16 for example needs --encoding UTF-16LE."),
                arguments(
                        HEADER + GOOD + "ID-ZEBRA,2025-01-02," + "x".repeat(1_048_577) + ",no\n",
                        "line 3: a field is longer than 1,048,576 characters. Perhaps a quoted field is not closed."),
                arguments(
                        HEADER + ("ID-ZEBRA,2025-01-02," + "x".repeat(1_000_000) + ",no")
                                + ("," + "x".repeat(1_000_000)).repeat(4) + "\n",
                        "line 2: a record is longer than 4,194,304 characters. Perhaps this is not a CSV file."),
                arguments(
                        "patient_id,session_date,Session Date\nID-ZEBRA,2025-01-01,x\n",
                        "line 1: columns 2 and 3 have the same name 'Session Date'. Rename one of them."),
                arguments(
                        "\npatient_id,session_date,\"\"\nID-ZEBRA,2025-01-01,x\n",
                        "line 2: the name of column 3 is blank. Every column needs a name."),
                arguments(
                        "patient,session_date\nID-ZEBRA,2025-01-01\n",
                        "line 1: there is no column 'patient_id'. " + REQUIRED),
                arguments(
                        "patient_id,bruising\nID-ZEBRA,no\n",
                        "line 1: there is neither a column 'session_date' nor a column 'session_number'."
                                + " A mapping file (--mapping) can name one that holds it."),
                arguments(
                        "ID-ZEBRA,2025-01-01,no\nID-LION,2025-01-02,no\n",
                        "line 1: there is no column 'patient_id'. " + REQUIRED),
                arguments("", "line 1: the file is empty; its first line should name the columns."),
                arguments(
                        "patient_id;session_date,note\nID-ZEBRA;2025-01-01,x\n",
                        "line 1: the delimiter is not clear, because more than one of comma, semicolon, tab, | and ^"
                                + " stands in the header and the required columns are found with none of them."
                                + " Give it with --delimiter."));
    }

    @ParameterizedTest
    @MethodSource("damagedFiles")
    void endsTheRun(String text, String message) {
        CommandLineRun run = workspace.file("clinic.csv", text.getBytes(UTF_8)).run("report", "clinic.csv");

        assertFails(run, "clinic.csv, " + message);
    }

    @Test
    void charactersOfAnotherEncoding() {
        byte[] latin = (HEADER + GOOD + "ID-ZEBRA,2025-01-02,café,no\n").getBytes(ISO_8859_1);

        CommandLineRun run = workspace.file("clinic.csv", latin).run("report", "clinic.csv");

        assertFails(
                run,
                "clinic.csv, line 3: a character is not valid UTF-8."
                        + " Give the encoding of the file, for example --encoding windows-1252.");
        assertThat(workspace
                        .run("report", "clinic.csv", "--encoding", "windows-1252")
                        .exit())
                .isZero();
    }

    @Test
    void bytesOfAnotherUnicodeForm() {
        byte[] wide = ("\uFEFF" + HEADER + GOOD).getBytes(UTF_16LE);

        CommandLineRun run = workspace.file("clinic.csv", wide).run("report", "clinic.csv");

        assertFails(
                run,
                "clinic.csv, line 1: the file starts with the byte-order mark of UTF-16LE, which is not UTF-8."
                        + " Give --encoding UTF-16LE.");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12, 40, 60})
    void gzipCutShort(int bytes) {
        byte[] packed = Workspace.gzip((HEADER + GOOD.repeat(50)).getBytes(UTF_8));

        CommandLineRun run =
                workspace.file("clinic.csv.gz", Arrays.copyOf(packed, bytes)).run("report", "clinic.csv.gz");

        assertThat(run.errLines())
                .singleElement()
                .asString()
                .matches("clinic\\.csv\\.gz, line [1-9]\\d*: the gzip data is damaged or cut short\\."
                        + " Copy or export the file again\\.");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void gzipCutInItsLastBytesIsNotTakenForComplete() {
        byte[] packed = Workspace.gzip((HEADER + GOOD).getBytes(UTF_8));

        CommandLineRun run = workspace
                .file("clinic.csv.gz", Arrays.copyOf(packed, packed.length - 1))
                .run("report", "clinic.csv.gz");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void missingFile() {
        assertFails(workspace.run("report", "clinic.csv"), "clinic.csv: no such file.");
    }

    @Test
    void patternWithoutAFile() {
        assertFails(workspace.run("report", "*.csv"), "*.csv: no such file.");
    }

    @Test
    void directory() throws Exception {
        Files.createDirectory(folder.resolve("clinic.csv"));

        assertFails(workspace.run("report", "clinic.csv"), "clinic.csv: is a directory.");
    }

    @Test
    void excelWorkbook() throws Exception {
        Files.write(folder.resolve("clinic.csv"), new byte[] {'P', 'K', 3, 4, 20, 0});

        assertFails(
                workspace.run("report", "clinic.csv"),
                "clinic.csv: is a ZIP archive, perhaps an Excel workbook. Save the sheet as CSV first.");
    }

    @Test
    void emptyStandardInput() {
        CommandLineRun run = workspace.run("report", "-");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).endsWith("line 1: the file is empty; its first line should name the columns.\n");
    }

    @Test
    void sameFileTwice() {
        workspace.file("a.csv", HEADER + GOOD).file("b.csv", HEADER + GOOD);

        assertFails(
                workspace.run("report", "a.csv", "b.csv"),
                "b.csv: the same content as a.csv, which would count every session twice. Give each export once.");
    }

    @Test
    void sameFileTwiceOnceInGzip() {
        byte[] text = (HEADER + GOOD).getBytes(UTF_8);
        workspace.file("a.csv", text).file("b.csv.gz", Workspace.gzip(text));

        assertFails(
                workspace.run("report", "a.csv", "b.csv.gz"),
                "b.csv.gz: the same content as a.csv, which would count every session twice. Give each export once.");
    }

    private static void assertFails(CommandLineRun run, String message) {
        assertThat(run.errLines()).containsExactly(message);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(3);
    }
}
