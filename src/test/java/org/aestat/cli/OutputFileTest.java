package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
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

    @Test
    void mappingPolicyAndSettingsAreInputsToo() {
        workspace
                .file("m.toml", "[values]", "yes = [\"oui\"]")
                .file("policy.toml", SampleExport.POLICY)
                .file("aestat.toml", "quiet = true");

        for (String command : new String[] {"report", "rates", "soreness", "relief"}) {
            assertRefused(
                    workspace.run(command, "clinic.csv", "--mapping", "m.toml", "--output", "json=m.toml"),
                    "--output: 'm.toml' is an input.");
        }
        for (String file : new String[] {"m.toml", "policy.toml", "aestat.toml"}) {
            assertRefused(
                    workspace.run(
                            "check",
                            "clinic.csv",
                            "--policy",
                            "policy.toml",
                            "--mapping",
                            "m.toml",
                            "--output",
                            "json=" + file),
                    "--output: '" + file + "' is an input.");
        }
        assertRefused(
                workspace.run(
                        "check",
                        "--prove",
                        "--policy",
                        "policy.toml",
                        "--mapping",
                        "m.toml",
                        "--output",
                        "json=m.toml"),
                "--output: 'm.toml' is an input.");
        assertRefused(
                workspace.run("init", "clinic.csv", "--force", "--output", "aestat.toml"),
                "--output: 'aestat.toml' is an input.");
        assertThat(workspace.read("m.toml")).startsWith("[values]");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void sameFileByLinks() throws Exception {
        workspace.file("a.json", "old");
        Files.createSymbolicLink(folder.resolve("soft.json"), folder.resolve("a.json"));
        Files.createLink(folder.resolve("hard.json"), folder.resolve("a.json"));
        Files.createSymbolicLink(folder.resolve("same"), folder);

        for (String name : new String[] {"soft.json", "hard.json", "same/a.json"}) {
            assertRefused(
                    workspace.run("rates", "clinic.csv", "--output", "json=a.json", "--output", "json=" + name),
                    "--output: '" + name + "' is given twice.");
        }
        assertRefused(
                workspace.run("rates", "clinic.csv", "--output", "json=b.json", "--output", "json=same/b.json"),
                "--output: 'same/b.json' is given twice.");
        assertRefused(
                workspace.run("validate", "clinic.csv", "--output", "json=b.csv", "--rejects", "same/b.csv"),
                "--rejects: 'same/b.csv' is given for --output too.");
        assertRefused(
                workspace.run("init", "clinic.csv", "--force", "--output", "same/clinic.csv"),
                "--output: 'same/clinic.csv' is an input.");
        assertThat(workspace.read("a.json")).isEqualTo("old\n");
    }

    @Test
    void stateOfASurveillanceIsNoOutputAndNoMapping() {
        workspace.file("m.toml", "[values]", "yes = [\"oui\"]").file("policy.toml", """
                [[threshold]]
                name = "bruising"
                metric = "rate(bruising)"
                below = 0.1
                evidence = "not-exceeded"
                [sequential]
                method = "maxsprt-poisson"
                length = 1000
                state = "state.json"
                """);
        assertRefused(
                workspace.run("check", "clinic.csv", "--policy", "policy.toml", "--output", "json=state.json"),
                "--output: 'state.json' is an input.");

        workspace.file("policy.toml", workspace.read("policy.toml").replace("state.json", "m.toml"));
        assertRefused(
                workspace.run("check", "clinic.csv", "--policy", "policy.toml", "--mapping", "m.toml"),
                "policy.toml, line 6: 'm.toml' is an input.");
        assertThat(workspace.names()).containsExactly("clinic.csv", "m.toml", "policy.toml");
    }

    /** The folder vanishes while the export is read: no file is written, not even the one whose folder is still there. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whereOneFileCannotBeWrittenNoneIs() throws Exception {
        Path results = Files.createDirectory(folder.resolve("results"));
        InputStream export = new SequenceInputStream(
                new ByteArrayInputStream("patient_id,session_number\nP1,1\n".getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        Files.deleteIfExists(results);
                        return -1;
                    }
                });
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int exit = AestatCommand.run(
                new String[] {"rates", "-", "--output", "json=a.json", "--output", "json=results/b.json"},
                new Environment(export, new PrintWriter(out), new PrintWriter(err), Map.of(), folder));

        assertRefused(
                new CommandLineRun(exit, out.toString(), err.toString()),
                "--output: 'results/b.json' cannot be written.");
        assertThat(workspace.names()).containsExactly("clinic.csv");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fullDevice() {
        assertRefused(
                workspace.run("rates", "clinic.csv", "--output", "json=/dev/full"),
                "--output: '/dev/full' cannot be written.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void readOnlyFolder() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        Assumptions.assumeFalse(Files.isWritable(closed), "root may write everywhere");

        assertRefused(
                workspace.run("rates", "clinic.csv", "--output", "json=closed/a.json"),
                "--output: 'closed/a.json' cannot be written.");
        assertRefused(
                workspace.run("validate", "clinic.csv", "--rejects", "closed/a.csv"),
                "--rejects: 'closed/a.csv' cannot be written.");
        assertRefused(
                workspace.run("init", "clinic.csv", "--output", "closed/m.toml"),
                "--output: 'closed/m.toml' cannot be written.");
    }

    /** What another program left under the temporary name is neither used nor removed. */
    @Test
    void temporaryFileOfAnother() {
        String temporary = ".a.json." + ProcessHandle.current().pid() + ".tmp";
        workspace.file(temporary, "theirs");

        assertRefused(
                workspace.run("rates", "clinic.csv", "--output", "json=a.json"),
                "--output: 'a.json' cannot be written.");
        assertThat(workspace.read(temporary)).isEqualTo("theirs\n");
    }
}
