package org.aestat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code aestat report} with a heap of 256 MB, one process a file: none fills the memory, hangs or leaves a part. */
@DisabledOnOs(OS.WINDOWS)
class HostileMemoryIT {

    private static final Path EXECUTABLE =
            Path.of(System.getProperty("aestat.executable", "target/aestat")).toAbsolutePath();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void gzipFile(HugeExport export) throws Exception {
        Path file = folder.resolve("clinic.csv.gz");
        try (OutputStream out = Files.newOutputStream(file)) {
            export.pack(out);
        }
        assertThat(Files.size(file)).isLessThan(4 << 20);

        Process process = start(file.getFileName().toString());
        process.getOutputStream().close();

        assertEnd(export, process, "clinic.csv.gz, ");
    }

    @ParameterizedTest
    @EnumSource(names = {"FIELD", "BLANK_ROWS"})
    void standardInput(HugeExport export) throws Exception {
        Process process = start("-");
        try (OutputStream out = process.getOutputStream()) {
            export.open().transferTo(out);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("Broken pipe");
        }

        assertEnd(export, process, "-, ");
    }

    /** Together long enough to be read in blocks; none keeps the room that it was read in. */
    @Test
    void manySmallFiles() throws Exception {
        List<String> names = new ArrayList<>();
        for (int file = 0; file < 400; file++) {
            StringBuilder rows = new StringBuilder("patient_id,session_date,bruising\n");
            for (int row = 0; row < 500; row++) {
                rows.append("P").append(file).append(",2025-01-31,no\n");
            }
            names.add("clinic" + file + ".csv");
            Files.writeString(folder.resolve(names.get(file)), rows);
        }

        Process process = start(names.toArray(String[]::new));
        process.getOutputStream().close();

        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(folder.resolve("err.txt")).isEmptyFile();
        assertThat(process.exitValue()).isZero();
        assertThat(folder.resolve("out.txt")).content(StandardCharsets.UTF_8).contains("200,000");
    }

    private Process start(String... files) throws IOException {
        List<String> command = new ArrayList<>(List.of(EXECUTABLE.toString(), "report"));
        command.addAll(List.of(files));
        command.addAll(List.of("--output", "json=result.json"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        Stream.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(builder.environment()::remove);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("AESTAT_JAVA_OPTS", "-Xmx256m");
        return builder.start();
    }

    private void assertEnd(HugeExport export, Process process, String name) throws Exception {
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        String err = Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8);
        boolean readable = export.message().isEmpty();
        assertThat(err.replaceAll("line \\d{7,}", "line N")).isEqualTo(readable ? "" : name + export.message() + "\n");
        assertThat(process.exitValue()).isEqualTo(readable ? 0 : 3);
        assertThat(Files.size(folder.resolve("out.txt")) > 0).isEqualTo(readable);
        assertThat(Files.exists(folder.resolve("result.json"))).isEqualTo(readable);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(file -> file.endsWith(".tmp"));
        }
    }
}
