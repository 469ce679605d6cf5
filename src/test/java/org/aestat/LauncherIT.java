package org.aestat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The finished file {@code target/aestat}, started as a user would start it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final Path EXECUTABLE =
            Path.of(System.getProperty("aestat.executable", "target/aestat")).toAbsolutePath();

    @TempDir
    private Path folder;

    private Path copy;

    @BeforeEach
    void copyToAFolderWithASpace() throws IOException {
        copy = Files.createDirectory(folder.resolve("a folder")).resolve("ae stat");
        Files.copy(EXECUTABLE, copy, StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void everyoneMayReadAndExecute() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(EXECUTABLE)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void versionIsOneLineAndNothingElse() throws Exception {
        assertVersion(run(javaHome(), EXECUTABLE.toString(), "--version"));
    }

    @Test
    void runsFromAPathWithASpace() throws Exception {
        assertVersion(run(javaHome(), copy.toString(), "--version"));
    }

    @Test
    void runsThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), copy);

        assertVersion(run(javaHome(), link.toString(), "--version"));
    }

    @Test
    void runsByARelativeSymbolicLink() throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("a folder", "ae stat"));

        assertVersion(run(javaHome(), "./link", "--version"));
    }

    @Test
    void runsByItsNameOnThePath() throws Exception {
        Files.createSymbolicLink(folder.resolve("aestat"), copy);
        String path = folder + ":" + System.getenv("PATH");

        assertVersion(run(Map.of("JAVA_HOME", ownJava(), "PATH", path), "sh", "-c", "aestat --version"));
    }

    @Test
    void findsJavaOnThePath() throws Exception {
        String path = ownJava() + "/bin:" + System.getenv("PATH");

        assertVersion(run(Map.of("JAVA_HOME", "", "PATH", path), EXECUTABLE.toString(), "--version"));
    }

    @Test
    void ignoresAJavaHomeWithoutJava() throws Exception {
        String path = ownJava() + "/bin:" + System.getenv("PATH");

        assertVersion(run(Map.of("JAVA_HOME", folder.toString(), "PATH", path), EXECUTABLE.toString(), "--version"));
    }

    @Test
    void runsWithAnyLocale() throws Exception {
        assertVersion(run(Map.of("JAVA_HOME", ownJava(), "LC_ALL", "C"), EXECUTABLE.toString(), "--version"));
    }

    @Test
    void callerMayChooseTheCollector() throws Exception {
        assertVersion(run(
                Map.of("JAVA_HOME", ownJava(), "AESTAT_JAVA_OPTS", "-Xmx200m -XX:+UseG1GC"),
                EXECUTABLE.toString(),
                "--version"));
    }

    @Test
    void saysThatJavaIsMissing() throws Exception {
        Outcome outcome = run(Map.of("JAVA_HOME", "", "PATH", folder.toString()), EXECUTABLE.toString(), "--version");

        assertThat(outcome)
                .isEqualTo(new Outcome(
                        1, "", "aestat needs Java 17 or newer: no java on the PATH, and JAVA_HOME names none.\n"));
    }

    @Test
    void saysThatJavaIsTooOld() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk-11/bin"));
        Path java = Files.createFile(
                old.resolve("java"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(folder.resolve("jdk-11/release"), "IMPLEMENTOR=\"Any\"\nJAVA_VERSION=\"11.0.24\"\n");

        Outcome outcome =
                run(Map.of("JAVA_HOME", folder.resolve("jdk-11").toString()), EXECUTABLE.toString(), "--version");

        assertThat(outcome)
                .isEqualTo(new Outcome(1, "", "aestat needs Java 17 or newer; " + java + " is Java 11.0.24.\n"));
    }

    private static String ownJava() {
        return System.getProperty("java.home");
    }

    private static Map<String, String> javaHome() {
        return Map.of("JAVA_HOME", ownJava());
    }

    private static void assertVersion(Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).matches("aestat \\d+\\.\\d+\\.\\d+\\S*\n");
        assertThat(outcome.exit()).isZero();
    }

    private Outcome run(Map<String, String> environment, String... command) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Stream.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "AESTAT_JAVA_OPTS")
                .forEach(builder.environment()::remove);
        builder.environment().putAll(environment);

        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        return new Outcome(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Outcome(int exit, String out, String err) {}
}
