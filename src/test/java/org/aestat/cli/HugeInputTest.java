package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.aestat.HugeExport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports without an end, and names and lists far longer than any that people write. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HugeInputTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> huge() {
        return Stream.of(HugeExport.values())
                .flatMap(export -> Stream.of("report - --threads 2", "validate -", "init -")
                        .map(command -> Arguments.of(export, command)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("huge")
    void endsWithOneSentence(HugeExport export, String command) throws IOException {
        try (InputStream in = export.open()) {
            CommandLineRun run = run(in, command.split(" "));

            assertThat(run.err().replaceAll("line \\d{7,}", "line N"))
                    .isEqualTo(export.message().isEmpty() ? "" : "-, " + export.message() + "\n");
            assertThat(run.exit()).isEqualTo(export.message().isEmpty() ? 0 : 3);
        }
    }

    private CommandLineRun run(InputStream in, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = AestatCommand.run(
                words, new Environment(in, new PrintWriter(out), new PrintWriter(err), Map.of(), folder));
        return new CommandLineRun(exit, out.toString(), err.toString());
    }

    /** As many columns as a record may have, and a name as long as a field may be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "report clinic.csv --max-rejected 100%",
                "report clinic.csv --by conditon",
                "report clinic.csv --where conditon=x",
                "validate clinic.csv --rejects rejects.csv --format json",
                "init clinic.csv --force --format json"
            })
    void wideAndLongHeaders(String command) {
        StringBuilder header = new StringBuilder("patient_id,session_number,bruising");
        for (int i = 3; i < 16_384; i++) {
            header.append(",condition ").append(i);
        }
        Workspace workspace = new Workspace(folder)
                .file("clinic.csv", header.toString(), "p,1,yes" + ",x".repeat(16_381), "p,2,yes" + ",".repeat(16_381));
        assertThat(run(InputStream.nullInputStream(), command.split(" ")).exit())
                .isIn(0, 2);

        workspace.file("clinic.csv", "patient_id,session_number," + "condition ".repeat(100_000), "p,1,x", "p,2,y");
        assertThat(run(InputStream.nullInputStream(), command.split(" ")).exit())
                .isIn(0, 2);
    }

    @Test
    void aMappingLongerThanAnyExport() {
        Workspace workspace = new Workspace(folder)
                .file("clinic.csv", "patient_id,session_number", "p,1")
                .file("long.toml", "#".repeat((1 << 24) + 1));

        assertThat(workspace.run("report", "clinic.csv", "--mapping", "long.toml"))
                .isEqualTo(new CommandLineRun(2, "", "--mapping: 'long.toml' is larger than 16 MiB.\n"));
        assertThat(workspace.run("check", "clinic.csv", "--policy", "long.toml"))
                .isEqualTo(new CommandLineRun(2, "", "--policy: 'long.toml' is larger than 16 MiB.\n"));
        workspace.file("policy.toml", SampleExport.POLICY);
        assertThat(workspace.run("check", "clinic.csv", "--policy", "policy.toml", "--baseline", "long.toml"))
                .isEqualTo(new CommandLineRun(2, "", "--baseline: 'long.toml' is larger than 16 MiB.\n"));
    }
}
