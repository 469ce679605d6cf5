package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports, mappings, policies and names made to do harm, against every command and every form of output. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileInputTest {

    private static final String POLICY = "policy-names.toml";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder).file("policy.toml", HostileRuns.bytes(POLICY));
    }

    private HostileRuns runs() {
        return new HostileRuns(folder, workspace);
    }

    static Stream<String> exports() {
        return HostileRuns.names(".csv");
    }

    static Stream<String> mappings() {
        return HostileRuns.names(".toml").filter(name -> name.startsWith("mapping"));
    }

    @ParameterizedTest
    @MethodSource("exports")
    void export(String name) {
        workspace.file("clinic.csv", HostileRuns.bytes(name));

        runs().all("clinic.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"formulas.csv", "terminal.csv", "bidi.csv", "markup.csv", "headers.csv", "binary.csv"})
    void exportInADialect(String name) {
        workspace.file("clinic.csv", HostileRuns.bytes(name));

        for (String dialect : new String[] {"mysql", "postgresql", "informix"}) {
            HostileRuns runs = runs();
            runs.run("report FILE --max-rejected 100%", "clinic.csv", "--dialect", dialect, "--delimiter", ",");
            runs.run("validate FILE --rejects r.csv", "clinic.csv", "--dialect", dialect, "--delimiter", ",");
        }
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void mapping(String name) {
        workspace.file("mapping.toml", HostileRuns.bytes(name));
        for (String export : new String[] {"formulas.csv", "headers.csv"}) {
            workspace.file("clinic.csv", HostileRuns.bytes(export));

            runs().all("clinic.csv", "--mapping", "mapping.toml");
        }
    }

    /** Columns whose names are hostile are strata, filters and outputs like any other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "\u001B[31mred",
                "\u202Ereversed",
                "<img src=x onerror=alert(1)>",
                "[l](http://example.org)",
                "two\nlines",
                "::error::x",
                "\u009B31m",
                "ls\u2028x",
                "nowhere\u001B[2J\u202E"
            })
    void namesOfColumns(String column) {
        workspace.file("clinic.csv", HostileRuns.bytes("headers.csv")).file("policy.toml", """
                [[threshold]]
                name = "strata"
                metric = "rate(bruising)"
                below = 0.5
                evidence = "point"
                by = "%s"
                """.formatted(
                        escaped(column)));
        HostileRuns runs = runs();

        runs.run("report FILE --max-rejected 100% --format json --output text=a.txt", "clinic.csv", "--by", column);
        runs.run("report FILE --max-rejected 100%", "clinic.csv", "--where", column + "=\u001B[2J\u202E<b>");
        runs.run(HostileRuns.COMMANDS.get(7), "clinic.csv");
    }

    private static String escaped(String text) {
        StringBuilder toml = new StringBuilder();
        text.chars().forEach(c -> toml.append(String.format("\\u%04x", c)));
        return toml.toString();
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(
            strings = {
                "=1+1.csv",
                "@SUM(1).csv",
                "\u001B[31mred\u001B[0m.csv",
                "\u001B]0;title\u0007.csv",
                "\u202Evsc.exe",
                "<img src=x onerror=alert(1)>.csv",
                "a|b](http:example.org).csv",
                "two\nlines.csv",
                "cr\rover.csv",
                "::error file=x::y.csv",
                "ls\u2028x.csv",
                "%s%n$(id).csv",
                "*?[.csv",
                "--help.csv",
                "' OR 1=1.csv"
            })
    void namesOfFiles(String name) {
        String path = "./" + name;
        workspace.file(name, HostileRuns.bytes("formulas.csv"));
        HostileRuns runs = runs();
        runs.all(path);
        runs.run("report FILE --max-rejected 100% --by source", path);
        runs.run("report FILE --max-rejected 100% --by source --format json", path);

        runs.all("./no" + name);
        runs.run("report FILE", "policy.toml", "--mapping", path);
        runs.run("check policy.toml --policy FILE", path);
        runs.run("report policy.toml --output text=FILE", "policy.toml", "--output", "text=./no/" + name);
        runs.run("validate policy.toml", "policy.toml", "--rejects", path + "/x");
        runs.run("report FILE", "policy.toml", "--" + name);
        runs.run("report FILE", "policy.toml", "--interval", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "10", "40", "100", "-20", "-8", "-1"})
    void gzipCutShort(int length) {
        byte[] packed = Workspace.gzip(HostileRuns.bytes("formulas.csv"));
        workspace.file("clinic.csv", Arrays.copyOf(packed, length < 0 ? packed.length + length : length));

        runs().all("clinic.csv");
    }

    @Test
    void gzipInManyMembersAndWithSomethingAfterThem() {
        byte[] member = Workspace.gzip(HostileRuns.bytes("formulas.csv"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Workspace.gzip("patient_id,session_number\n".getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < 500; i++) {
            all.writeBytes(Workspace.gzip(new byte[0]));
        }
        workspace.file("clinic.csv", all.toByteArray());
        runs().all("clinic.csv");

        all.reset();
        all.writeBytes(member);
        all.writeBytes(member);
        workspace.file("clinic.csv", all.toByteArray());
        runs().all("clinic.csv");

        all.writeBytes("QXSECRET\u001B[31m".getBytes(StandardCharsets.UTF_8));
        workspace.file("clinic.csv", all.toByteArray());
        runs().all("clinic.csv");
    }

    @Test
    void gzipWithinGzip() {
        workspace.file("clinic.csv", Workspace.gzip(Workspace.gzip(HostileRuns.bytes("formulas.csv"))));

        runs().all("clinic.csv");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void foldersAndDevices() throws Exception {
        Files.createDirectory(folder.resolve("folder.csv"));
        Files.createSymbolicLink(folder.resolve("loop.csv"), folder.resolve("loop.csv"));
        Files.createSymbolicLink(folder.resolve("dangling.csv"), folder.resolve("nowhere.csv"));
        HostileRuns runs = runs();
        for (String name : new String[] {"folder.csv", ".", "loop.csv", "dangling.csv", "/dev/null", "/dev/zero", ""}) {
            runs.all(name);
            for (String option : new String[] {"--mapping", "--policy", "--baseline"}) {
                String policy = option.equals("--policy") ? "" : " --policy policy.toml";
                runs.run("check policy.toml" + policy, "", option, name);
            }
        }
    }

    /** Opening works, reading does not: as from a disk that fails. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatCannotBeReadOn() {
        HostileRuns runs = runs();
        runs.all("/proc/self/mem");

        assertThat(runs.run("report FILE", "/proc/self/mem").err())
                .isEqualTo("mem, line 1: reading failed: Input/output error.\n");
    }

    @Test
    void nestingThatNobodyCanFollow() {
        String nested = "a = " + "[".repeat(20_000) + "]".repeat(20_000);
        String tables = "a = " + "{a = ".repeat(20_000) + "1" + "}".repeat(20_000);
        String dotted = "a" + ".a".repeat(20_000) + " = 1";
        for (String toml : new String[] {nested, tables, dotted, "[" + "a.".repeat(20_000) + "a]"}) {
            workspace.file("clinic.csv", HostileRuns.bytes("formulas.csv")).file("deep.toml", toml);
            HostileRuns runs = runs();

            runs.run("report FILE", "clinic.csv", "--mapping", "deep.toml");
            runs.run("check FILE", "clinic.csv", "--policy", "deep.toml");
        }
        workspace.file("deep.json", "[".repeat(100_000));
        runs().run("check FILE --policy policy.toml", "clinic.csv", "--baseline", "deep.json");
        workspace.file("aestat.toml", nested);
        runs().run("report FILE", "clinic.csv");
    }
}
