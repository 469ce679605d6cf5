package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that vanish or change while they are read. Standard input is opened in its turn among the files, so its first
 * byte is the moment at which something happens to them.
 */
class ChangingInputTest {

    private static final String HEADER = "patient_id,session_number,bruising\n";

    /** More than four blocks, so that it is read block by block where threads allow it. */
    private static final int ROWS = 400_000;

    @TempDir
    private Path folder;

    private Path export;

    private interface Happening {
        void happen() throws IOException;
    }

    @BeforeEach
    void writeExport() throws IOException {
        export = Files.writeString(folder.resolve("clinic.csv"), HEADER + "P1234,1,yes\n".repeat(ROWS));
    }

    private CommandLineRun run(Happening happening, String... arguments) {
        InputStream moment = new InputStream() {
            private boolean happened;

            @Override
            public int read() throws IOException {
                if (!happened) {
                    happened = true;
                    happening.happen();
                }
                return -1;
            }
        };
        InputStream rows = new ByteArrayInputStream((HEADER + "P9,1,no\n").getBytes(StandardCharsets.UTF_8));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--output", "json=result.json"));
        int exit = AestatCommand.run(
                all.toArray(String[]::new),
                new Environment(
                        new SequenceInputStream(moment, rows),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Map.of(),
                        folder));
        return new CommandLineRun(exit, out.toString(), err.toString());
    }

    private void assertFails(CommandLineRun run, String message) {
        assertThat(run.err()).isEqualTo(message + "\n");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("result.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rates", "report", "soreness", "relief", "validate"})
    void vanishesBeforeItIsOpened(String command) {
        assertFails(run(() -> Files.delete(export), command, "-", "clinic.csv"), "clinic.csv: no such file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3"})
    @DisabledOnOs(OS.WINDOWS)
    void vanishesAfterItWasOpened(String threads) throws IOException {
        CommandLineRun run = run(() -> Files.delete(export), "rates", "clinic.csv", "-", "--threads", threads);

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(Files.readString(folder.resolve("result.json"))).contains("\"read\": " + ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3"})
    @DisabledOnOs(OS.WINDOWS)
    void isCutBetweenRows(String threads) {
        assertFails(
                run(() -> truncate(HEADER.length() + 12 * 200_000), "rates", "clinic.csv", "-", "--threads", threads),
                "clinic.csv, line 200002: the file became shorter while it was read."
                        + " Give a copy that no other program writes to.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3"})
    @DisabledOnOs(OS.WINDOWS)
    void isCutWithinARow(String threads) {
        assertFails(
                run(
                        () -> truncate(HEADER.length() + 12 * 200_000 + 4),
                        "report",
                        "clinic.csv",
                        "-",
                        "--threads",
                        threads),
                "clinic.csv, line 200002: the file became shorter while it was read."
                        + " Give a copy that no other program writes to.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isWrittenAnew() {
        CommandLineRun run = run(() -> Files.writeString(export, HEADER), "validate", "clinic.csv", "-");

        assertThat(run.errLines())
                .singleElement()
                .asString()
                .matches("clinic\\.csv, line \\d+: the file became shorter while it was read\\."
                        + " Give a copy that no other program writes to\\.");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("result.json")).doesNotExist();
    }

    private void truncate(long bytes) throws IOException {
        try (FileChannel file = FileChannel.open(export, StandardOpenOption.WRITE)) {
            file.truncate(bytes);
        }
    }
}
