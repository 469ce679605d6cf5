package org.aestat.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same sessions give the same bytes, whatever the platform's defaults and however the file is written. */
class DeterminismTest {

    private static final String[][] RUNS = {
        {"report", "clinic.csv", "--by", "condition,technique", "--format", "json"},
        {"report", "clinic.csv", "--by", "condition,technique"},
        {"report", "clinic.csv", "--by", "therapist", "--cluster", "therapist", "--from", "2025-02-01"},
        {"relief", "clinic.csv", "--relief", "pain -30%", "--format", "json"},
        {"check", "clinic.csv", "--policy", "policy.toml", "--format", "json"}
    };

    @TempDir
    private Path folder;

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace =
                new Workspace(folder).file("clinic.csv", SampleExport.lines()).file("policy.toml", SampleExport.POLICY);
    }

    @AfterEach
    void restoreDefaults() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    private List<CommandLineRun> runs() {
        List<CommandLineRun> runs = new ArrayList<>();
        for (String[] arguments : RUNS) {
            CommandLineRun run = workspace.run(arguments);
            assertThat(run.exit()).isZero();
            runs.add(run);
        }
        return runs;
    }

    /** The result without what stands for the bytes of the input. */
    private String figures() {
        String json = workspace.run(RUNS[0]).out();
        return json.replaceAll("\"bytes\": \\d+", "").replaceAll("\"sha256\": \"\\w+\"", "");
    }

    private void rewrite(byte[] bytes) {
        workspace.file("clinic.csv", bytes);
    }

    private static byte[] bytes(List<String> lines, String lineEnd) {
        return String.join(lineEnd, lines).concat(lineEnd).getBytes(UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Asia/Kolkata",
        "ar-EG, America/St_Johns",
        "de-DE, Pacific/Apia",
        "th-TH-u-ca-buddhist-nu-thai, UTC",
        "hi-IN-u-nu-deva, Asia/Tehran"
    })
    void localeAndTimeZoneChangeNoByte(String language, String timeZone) {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        List<CommandLineRun> expected = runs();

        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(timeZone));

        assertThat(runs()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG", "hi-IN-u-nu-deva"})
    void localeChangesNoMessageAndNoHeader(String language) {
        workspace
                .file("upper.csv", "PATIENT_ID,SESSION DATE,BRUISING,ADVERSE-EVENTS", "İ,2025-01-01,YES,Bruising")
                .file("bad.csv", "PATIENT_ID,SESSION DATE,BRUISING", "İ,2025-01-01,YES", "İ,2025-01-02,TITLE");
        String upper = workspace.run("rates", "upper.csv").out();
        String bad = workspace.run("rates", "bad.csv").err();
        assertThat(upper).isNotEmpty();
        assertThat(bad).startsWith("bad.csv, line 3, column BRUISING: found text of 5 letters");

        Locale.setDefault(Locale.forLanguageTag(language));

        assertThat(workspace.run("rates", "upper.csv").out()).isEqualTo(upper);
        assertThat(workspace.run("rates", "bad.csv").err()).isEqualTo(bad);
    }

    @Test
    void secondRunGivesTheSameBytes() {
        assertThat(runs()).isEqualTo(runs());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void orderOfRowsChangesNoFigure(long seed) {
        String expected = figures();
        List<String> rows = new ArrayList<>(SampleExport.rows());
        Collections.shuffle(rows, new Random(seed));

        workspace.file("clinic.csv", SampleExport.with(SampleExport.HEADER, rows));

        assertThat(figures()).isEqualTo(expected);
    }

    @Test
    void twoFilesGiveTheFiguresOfOne() {
        JsonResult expected = workspace.json("report", "clinic.csv", "--by", "technique");
        Predicate<String> north = row -> row.contains(",North,");
        List<String> rows = SampleExport.rows();
        workspace
                .file(
                        "north.csv",
                        SampleExport.with(
                                SampleExport.HEADER, rows.stream().filter(north).toList()))
                .file(
                        "south.csv",
                        SampleExport.with(
                                SampleExport.HEADER,
                                rows.stream().filter(north.negate()).toList()));

        JsonResult result = workspace.json("report", "south.csv", "north.csv", "--by", "technique");

        for (String part : List.of("rates", "benchmarks", "soreness", "sorenessTest", "relief", "warnings")) {
            assertThat(result.get(part)).as(part).isNotNull().isEqualTo(expected.get(part));
        }
    }

    @Test
    void lineEndsAndMarksAndCompressionChangeNoFigure() {
        String expected = figures();
        List<String> lines = SampleExport.lines();
        byte[] plain = bytes(lines, "\n");

        assertSame(expected, bytes(lines, "\r\n"));
        assertSame(expected, bytes(lines, "\r"));
        assertSame(expected, (String.join("\n", lines)).getBytes(UTF_8));
        assertSame(expected, ("\uFEFF" + String.join("\n", lines)).getBytes(UTF_8));
        assertSame(expected, Workspace.gzip(plain));
        assertSame(expected, bytes(lines, "\n\n"));
    }

    @Test
    void quotesAndDelimitersAndSpacesChangeNoFigure() {
        String expected = figures();

        assertSame(expected, each(line -> "\"" + line.replace(",", "\",\"") + "\""));
        assertSame(expected, each(line -> line.replace(",", ";")));
        assertSame(expected, each(line -> line.replace(",", "\t")));
        assertSame(expected, each(line -> line.replace(",", "|")));
        assertSame(expected, each(line -> " " + line.replace(",", "  , ") + " "));
    }

    private static byte[] each(UnaryOperator<String> change) {
        return bytes(SampleExport.lines().stream().map(change).toList(), "\n");
    }

    private void assertSame(String expected, byte[] bytes) {
        rewrite(bytes);
        assertThat(figures()).isEqualTo(expected);
    }

    @Test
    void encodingsChangeNoFigure() {
        String text = String.join("\n", SampleExport.lines());
        rewrite(text.getBytes(UTF_16LE));
        String expected =
                workspace.run(concat(RUNS[2], "--encoding", "UTF-16LE")).out();

        for (String name : List.of("UTF-8", "ISO-8859-9", "UTF-32BE")) {
            rewrite(text.getBytes(Charset.forName(name)));
            CommandLineRun run = workspace.run(concat(RUNS[2], "--encoding", name));
            assertThat(withoutInput(run.out()))
                    .isEqualTo(withoutInput(expected))
                    .isNotEmpty();
        }
    }

    private static String withoutInput(String text) {
        return text.replaceAll("(?m)^  clinic\\.csv .*$", "");
    }

    private static String[] concat(String[] arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void standardInputGivesTheFiguresOfTheFile() {
        JsonResult expected = workspace.json("report", "clinic.csv");

        JsonResult result = workspace
                .input(Workspace.gzip(bytes(SampleExport.lines(), "\n")))
                .json("report", "-");

        for (String part : List.of("rates", "benchmarks", "soreness", "relief", "warnings")) {
            assertThat(result.get(part)).as(part).isEqualTo(expected.get(part));
        }
    }
}
