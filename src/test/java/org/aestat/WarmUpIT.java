package org.aestat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive of loaded classes: made when asked for, used when it fits, and left alone when it does not. */
@DisabledOnOs(OS.WINDOWS)
class WarmUpIT {

    private static final Path EXECUTABLE =
            Path.of(System.getProperty("aestat.executable", "target/aestat")).toAbsolutePath();

    @TempDir
    private Path folder;

    private Path copy;
    private Path home;

    @BeforeEach
    void copyAwayFromTheArchiveOfTheBuild() throws IOException {
        copy = Files.copy(EXECUTABLE, folder.resolve("aestat"), StandardCopyOption.COPY_ATTRIBUTES);
        home = Files.createDirectory(folder.resolve("home of somebody"));
    }

    @Test
    void theBuildMakesOneBesideTheExecutable() throws Exception {
        assertThat(loadedFromArchive(EXECUTABLE)).isTrue();
    }

    /** But the one that would have to make a number of an object, in the profile of an unknown export. */
    @Test
    void noLambdaOfAestatIsLinkedAtTheStart() throws Exception {
        List<String> own = loaded(EXECUTABLE, "report", "samples/clinic.csv")
                .filter(line -> line.contains(" org.aestat."))
                .toList();

        assertThat(own).anyMatch(line -> line.contains("$Lambda1 "));
        assertThat(own).noneMatch(line -> line.contains("$$Lambda"));
    }

    @Test
    void isMadeInTheCacheAndUsed() throws Exception {
        assertThat(loadedFromArchive(copy)).isFalse();
        assertThat(run(copy, "", "warm-up")).isEqualTo("0 ");
        Path archive = archive();
        String sizes = "aestat-" + Files.size(copy) + "-" + System.getProperty("java.version") + "-";
        assertThat(archive.getFileName())
                .hasToString(sizes + Files.size(archive) + (Runtime.version().feature() >= 25 ? ".aot" : ".jsa"));
        assertThat(loadedFromArchive(copy)).isTrue();
        assertThat(run(copy, "", "--version")).isEqualTo(run(EXECUTABLE, "", "--version"));
    }

    @Test
    void isMadeAnewInPlaceOfAnOlderOne() throws Exception {
        run(copy, "", "warm-up");
        assertThat(run(copy, "", "warm-up")).isEqualTo("0 ");
        assertThat(archive()).isRegularFile();
        assertThat(loadedFromArchive(copy)).isTrue();
    }

    @Test
    void isNotUsedCutShort() throws Exception {
        run(copy, "", "warm-up");
        try (RandomAccessFile file = writable(archive())) {
            file.setLength(file.length() / 2);
        }
        assertThat(loadedFromArchive(copy)).isFalse();
        assertThat(run(copy, "", "--version")).isEqualTo(run(EXECUTABLE, "", "--version"));
    }

    @Test
    void isNotUsedWhenItIsNoArchive() throws Exception {
        run(copy, "", "warm-up");
        Path archive = archive();
        try (RandomAccessFile file = writable(archive)) {
            file.write(new byte[(int) Files.size(archive)]);
        }
        assertThat(run(copy, "", "--version")).isEqualTo(run(EXECUTABLE, "", "--version"));
    }

    @Test
    void isNotUsedForAnotherFile() throws Exception {
        run(copy, "", "warm-up");
        Path archive = archive();
        String name = archive.getFileName().toString();
        String ownSize = "-" + Files.size(copy) + "-";
        Files.move(archive, archive.resolveSibling(name.replace(ownSize, "-1" + ownSize.substring(1))));
        assertThat(loadedFromArchive(copy)).isFalse();
    }

    @Test
    void isSilentlyLeftAloneForAFileBuiltLater() throws Exception {
        run(copy, "", "warm-up");
        Files.setLastModifiedTime(copy, FileTime.fromMillis(1_000_000_000_000L));
        assertThat(run(copy, "", "--version")).isEqualTo(run(EXECUTABLE, "", "--version"));
    }

    private static RandomAccessFile writable(Path archive) throws IOException {
        assertThat(archive.toFile().setWritable(true)).isTrue();
        return new RandomAccessFile(archive.toFile(), "rw");
    }

    private Path archive() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(".cache/aestat"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private boolean loadedFromArchive(Path executable) throws Exception {
        return loaded(executable, "--version")
                .anyMatch(line -> line.contains(" org.aestat.cli.AestatCommand source: shared"));
    }

    private Stream<String> loaded(Path executable, String... arguments) throws Exception {
        Path log = folder.resolve("classes.log");
        run(executable, "-Xlog:class+load:file=" + log, arguments);
        return Files.readString(log).lines();
    }

    /** The exit code and everything that was written. */
    private String run(Path executable, String javaOptions, String... arguments) throws Exception {
        Map<String, String> variables = new HashMap<>();
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("HOME", home.toString());
        variables.put("AESTAT_JAVA_OPTS", javaOptions);
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(Stream.of(executable.toString()), Stream.of(arguments))
                        .toList());
        builder.environment().remove("XDG_CACHE_HOME");
        builder.environment().putAll(variables);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + written;
    }
}
