package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the value of an option comes from: the command line, a variable, {@code aestat.toml}, the default. */
class PrecedenceTest {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder)
                .file(
                        "clinic.csv",
                        "patient_id,session_date,technique,site,bruising",
                        "P1,2025-01-01,deep,A,no",
                        "P2,2025-01-02,superficial,A,no",
                        "P3,2025-01-03,deep,B,yes");
    }

    private double confidence(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "rates";
        arguments[1] = "clinic.csv";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return workspace.json(arguments).object("settings").number("confidence");
    }

    private void assertRefused(String message) {
        CommandLineRun run = workspace.run("rates", "clinic.csv");

        assertThat(run.errLines().get(0)).isEqualTo(message);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void eachPlaceOverrulesTheNext() {
        assertThat(confidence()).isEqualTo(0.95);
        workspace.file("aestat.toml", "confidence = 0.8");
        assertThat(confidence()).isEqualTo(0.8);
        workspace.variable("AESTAT_CONFIDENCE", "0.85");
        assertThat(confidence()).isEqualTo(0.85);
        assertThat(confidence("--confidence", "0.9")).isEqualTo(0.9);
    }

    @Test
    void emptyVariableIsNone() {
        workspace.file("aestat.toml", "confidence = 0.8").variable("AESTAT_CONFIDENCE", "");

        assertThat(confidence()).isEqualTo(0.8);
    }

    @Test
    void variableOfAnOptionWithAHyphen() {
        workspace.variable("AESTAT_COURSE_GAP", "30");

        assertThat(workspace.json("rates", "clinic.csv").object("settings").number("courseGap"))
                .isEqualTo(30);
    }

    @Test
    void listsInTheFile() {
        workspace.file(
                "aestat.toml",
                "by = [\"technique\", \"site\"]",
                "where = [\"technique=deep\", \"site=A\", \"site=C\"]");

        JsonResult result = workspace.json("rates", "clinic.csv");

        assertThat(result.object("settings").get("by")).isEqualTo(List.of("technique", "site"));
        assertThat(result.rows(0)).containsExactly(3, 1, 2, 0);
    }

    @Test
    void flagsAndDatesInTheFile() {
        workspace
                .file("aestat.toml", "quiet = true", "from = 2025-01-02", "max-rejected = 1")
                .file("clinic.csv", "patient_id,session_date,bruising", "P1,2025-01-01,no", "P2,2025-01-02,perhaps");

        CommandLineRun run = workspace.run("rates", "clinic.csv");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Excluded by the filters: 1.").contains("from 2025-01-02");
    }

    @Test
    void formatFromAVariable() {
        workspace.variable("AESTAT_FORMAT", "json");

        assertThat(workspace.run("rates", "clinic.csv").result().get("command")).isEqualTo("rates");
    }

    @Test
    void wrongValuesNameTheirPlace() {
        workspace.file("aestat.toml", "confidence = 95");
        String problem =
                "Invalid value for option '--confidence': '95' is not a level from 0.5 to 0.9999" + " (95 % is 0.95).";
        assertRefused("aestat.toml: " + problem);

        workspace.variable("AESTAT_CONFIDENCE", "95");
        assertRefused("AESTAT_CONFIDENCE: " + problem);

        assertThat(workspace
                        .run("rates", "clinic.csv", "--confidence=95")
                        .errLines()
                        .get(0))
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "confidnce = 0.9      | aestat.toml, line 1, column 1: no option 'confidnce'. Did you mean 'confidence'?",
                "max_rejected = 1     | aestat.toml, line 1, column 1: no option 'max_rejected'."
                        + " Did you mean 'max-rejected'?",
                "output = 'json=a'    | aestat.toml, line 1, column 1: no option 'output'.",
                "[rates]              | aestat.toml, line 1, column 1: no option 'rates'.",
                "confidence = [0.9]   | aestat.toml, line 1, column 1: expected one value for 'confidence'.",
                "confidence = {a = 1} | aestat.toml, line 1, column 1: expected one value for 'confidence'.",
                "where = [1]          | aestat.toml, line 1, column 1: expected a text or a list of texts for 'where'.",
                "confidence =         | aestat.toml, line 1, column 13: not TOML."
            })
    void fileThatCannotBeUsed(String line, String message) {
        workspace.file("aestat.toml", line);

        assertRefused(message);
    }

    @Test
    void unknownColumnFromTheFile() {
        workspace.file("aestat.toml", "by = \"tecnique\"");

        assertRefused("--by: the export has no column 'tecnique'. Did you mean 'technique'?");
    }
}
