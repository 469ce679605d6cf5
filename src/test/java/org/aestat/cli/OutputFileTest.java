package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --output}: whole files or none, beside what goes to standard output, and never over an input. */
class OutputFileTest {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder)
                .file("clinic.csv", "patient_id,session_date,bruising", "P1,2025-01-01,no", "P2,2025-01-02,yes");
    }

    private void assertRefused(CommandLineRun run, String message) {
        assertThat(run.errLines()).containsExactly(message);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void filesHoldWhatStandardOutputWould() {
        String text = workspace.run("report", "clinic.csv").out();
        String json = workspace.run("report", "clinic.csv", "--format", "json").out();

        CommandLineRun run = workspace.run(
                "report", "clinic.csv", "--output", "json=a.json", "--output", "json=b.json", "--output", "text=a.txt");

        assertThat(run).isEqualTo(new CommandLineRun(0, text, ""));
        assertThat(workspace.read("a.json")).isEqualTo(json);
        assertThat(workspace.read("b.json")).isEqualTo(json);
        assertThat(workspace.read("a.txt")).isEqualTo(text);
        assertThat(workspace.names()).containsExactly("a.json", "a.txt", "b.json", "clinic.csv");
    }

    @Test
    void earlierResultIsReplaced() {
        workspace.file("a.json", "x".repeat(100_000));

        assertThat(workspace
                        .run("rates", "clinic.csv", "--output", "json=a.json")
                        .exit())
                .isZero();

        assertThat(JsonResult.of(workspace.read("a.json")).get("command")).isEqualTo("rates");
        assertThat(workspace.names()).containsExactly("a.json", "clinic.csv");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void symbolicLinkStaysALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("a.json"));
        workspace.file("a.json", "old");

        assertThat(workspace
                        .run("rates", "clinic.csv", "--output", "json=link.json")
                        .exit())
                .isZero();

        assertThat(link).isSymbolicLink();
        assertThat(JsonResult.of(workspace.read("a.json")).get("command")).isEqualTo("rates");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void inputIsNeverOverwritten() throws Exception {
        String before = workspace.read("clinic.csv");
        Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("clinic.csv"));
        Files.createLink(folder.resolve("hard.csv"), folder.resolve("clinic.csv"));

        for (String name : new String[] {"clinic.csv", "./clinic.csv", "link.csv", "hard.csv"}) {
            assertRefused(
                    workspace.run("report", "clinic.csv", "--output", "text=" + name),
                    "--output: '" + name + "' is an input.");
        }
        assertThat(workspace.read("clinic.csv")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {".          | is a directory.", "no/a.json  | is in a folder that does not exist."})
    void whereNoFileCanBe(String name, String why) {
        assertRefused(
                workspace.run("report", "missing.csv", "--output", "json=" + name), "--output: '" + name + "' " + why);
    }

    @Test
    void sameFileTwice() {
        assertRefused(
                workspace.run("report", "clinic.csv", "--output", "json=a", "--output", "text=./a"),
                "--output: './a' is given twice.");
    }

    @Test
    void failedRunWritesNothing() {
        workspace
                .file("bad.csv", "patient_id,session_date,bruising", "P1,2025-01-01,perhaps")
                .file("a.json", "old");

        CommandLineRun run = workspace.run(
                "report", "bad.csv", "--output", "json=a.json", "--output", "text=a.txt", "--format", "json");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(workspace.read("a.json")).isEqualTo("old\n");
        assertThat(workspace.names()).containsExactly("a.json", "bad.csv", "clinic.csv");
    }
}
