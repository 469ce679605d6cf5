package org.aestat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The jobs in {@code docs/ci.md}: their shell parts, run as the CI system would run them. */
@DisabledOnOs(OS.WINDOWS)
class CiJobsIT {

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path EXECUTABLE =
            Path.of(System.getProperty("aestat.executable", "target/aestat")).toAbsolutePath();
    private static final int PATIENTS = 3200;

    @TempDir
    private Path folder;

    /** An export, and how the gate ends with it. */
    enum Export {
        HOLDS(0),
        BREAKS(4),
        CANNOT_TELL(5),
        ABSENT(3);

        private final int exit;

        Export(int exit) {
            this.exit = exit;
        }

        boolean isDecided() {
            return exit != 3;
        }

        void writeTo(Path exports) throws IOException {
            switch (this) {
                case HOLDS -> Files.write(exports.resolve("a.csv"), sessions(0));
                case BREAKS -> Files.write(exports.resolve("a.csv"), sessions(12));
                case CANNOT_TELL -> Files.copy(PROJECT.resolve("samples/clinic.csv"), exports.resolve("a.csv"));
                case ABSENT -> {}
            }
        }

        private static List<String> sessions(int pneumothorax) {
            List<String> lines = new ArrayList<>();
            lines.add("patient_id,session_date,bruising,bleeding,pneumothorax,infection,excessive_bleeding,"
                    + "prolonged_aggravation,soreness_hours,soreness_resolved");
            for (int i = 0; i < PATIENTS; i++) {
                lines.add("P" + i + ",2025-03-01,no,no," + (i < pneumothorax ? "yes" : "no") + ",no,no,no,"
                        + (i % 40 == 0 ? "72" : i % 4 == 0 ? "24" : "0") + ",yes");
            }
            return lines;
        }
    }

    @BeforeEach
    void checkOut() throws IOException {
        Files.copy(
                EXECUTABLE,
                Files.createDirectory(folder.resolve("tools")).resolve("aestat"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(PROJECT.resolve("samples/policy.toml"), folder.resolve("policy.toml"));
        Files.createDirectory(folder.resolve("exports"));
    }

    @ParameterizedTest
    @EnumSource
    void githubActions(Export export) throws Exception {
        export.writeTo(folder.resolve("exports"));
        Map<?, ?> jobs = (Map<?, ?>) yaml("GitHub Actions").get("jobs");
        List<?> steps = (List<?>) ((Map<?, ?>) jobs.get("gate")).get("steps");

        int exit = 0;
        int shells = 0;
        for (Object step : steps) {
            if (((Map<?, ?>) step).get("run") instanceof String script && exit == 0) {
                exit = bash(script, "-e", "-o", "pipefail");
                shells++;
            }
        }

        assertThat(shells).isEqualTo(2);
        assertThat(exit).isEqualTo(export.exit);
        assertFiles(export, "gate.json", "gate.sarif", "summary.md");
        assertThat(text("out.txt").contains("::error")).isEqualTo(export.isDecided() && export.exit != 0);
        assertThat(text("out.txt").contains("file=policy.toml"))
                .isEqualTo(export == Export.BREAKS || export == Export.CANNOT_TELL);
    }

    @ParameterizedTest
    @EnumSource
    void gitlab(Export export) throws Exception {
        export.writeTo(folder.resolve("exports"));
        Map<?, ?> job = (Map<?, ?>) yaml("GitLab CI").get("safety-gate");
        List<String> script =
                ((List<?>) job.get("script")).stream().map(String.class::cast).toList();
        Map<?, ?> artifacts = (Map<?, ?>) job.get("artifacts");
        Map<?, ?> reports = (Map<?, ?>) artifacts.get("reports");

        int exit = bash(String.join("\n", script), "-e", "-o", "pipefail");

        assertThat(exit).isEqualTo(export.exit);
        assertFiles(export, (String) ((List<?>) artifacts.get("paths")).get(0), (String) reports.get("junit"));
    }

    @ParameterizedTest
    @EnumSource
    void jenkins(Export export) throws Exception {
        export.writeTo(folder.resolve("exports"));
        String pipeline = block("Jenkins");
        Matcher shells = Pattern.compile(
                        "sh ('(?<line>[^'\n]+)')|sh\\(returnStatus: true, script: '''(?<lines>.*?)'''\\)",
                        Pattern.DOTALL)
                .matcher(pipeline);

        int exit = 0;
        int found = 0;
        while (shells.find() && exit == 0) {
            String script = shells.group("line") == null ? shells.group("lines") : shells.group("line");
            exit = bash(script.replace("\\\n", ""), "-xe");
            found++;
        }
        assertThat(found).isEqualTo(2);

        assertThat(exit).isEqualTo(export.exit);
        assertThat(pipeline).contains("junit testResults: 'gate.xml'", "archiveArtifacts artifacts: 'gate.json'");
        assertFiles(export, "gate.xml", "gate.json");
    }

    @ParameterizedTest
    @EnumSource
    void plainShell(Export export) throws Exception {
        export.writeTo(folder.resolve("exports"));
        Files.writeString(folder.resolve("gate.sh"), block("A plain shell"));

        int exit = bash("sh gate.sh exports/*.csv");

        assertThat(exit).isEqualTo(export.exit);
        assertThat(text("out.txt"))
                .isEqualTo(
                        switch (export) {
                            case HOLDS -> "Safety gate: every threshold held.\n";
                            case BREAKS -> "Safety gate: a threshold is BROKEN, see gate.txt.\n";
                            case CANNOT_TELL -> "Safety gate: the data cannot decide, see gate.txt.\n";
                            case ABSENT -> "Safety gate: not carried out, exit code 3.\n";
                        });
        assertFiles(export, "gate.json");
        assertThat(text("gate.txt").isEmpty()).isEqualTo(!export.isDecided());
    }

    /** A job whose gate cannot fail is red before any export is read. */
    @Test
    void aGateThatCannotFailStopsTheJob() throws Exception {
        Export.HOLDS.writeTo(folder.resolve("exports"));
        Files.writeString(
                folder.resolve("policy.toml"),
                "[[threshold]]\nname = \"A\"\nmetric = \"count(bruising)\"\nbelow = 1\nseverity = \"warning\"\n");
        Files.writeString(folder.resolve("gate.sh"), block("A plain shell"));

        assertThat(bash("sh gate.sh exports/*.csv")).isEqualTo(2);
        assertThat(text("out.txt")).isEqualTo("Safety gate: the policy does not do what it should, see proof.txt.\n");
        assertThat(text("proof.txt")).contains("No data break this gate");
    }

    /** The results are there, whole, where the gate decided; where it could not, none is. */
    private void assertFiles(Export export, String... names) throws IOException {
        for (String name : names) {
            assertThat(Files.exists(folder.resolve(name))).as(name).isEqualTo(export.isDecided());
        }
        if (export.isDecided()) {
            Map<?, ?> result = (Map<?, ?>) JsonTree.parse(text("gate.json"));
            assertThat(((Map<?, ?>) result.get("exit")).get("code")).isEqualTo((double) export.exit);
        }
    }

    private int bash(String script, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash"));
        command.addAll(List.of(options));
        command.addAll(List.of("-c", script));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("AESTAT_") || name.endsWith("JAVA_OPTIONS"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> yaml(String heading) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(block(heading));
    }

    /** The first block of code under a heading. */
    private static String block(String heading) throws IOException {
        String text = Files.readString(PROJECT.resolve("docs/ci.md"), StandardCharsets.UTF_8);
        Matcher block = Pattern.compile(
                        "\n## " + Pattern.quote(heading) + "\n.*?\n```\\w+\n(.*?)\n```\n", Pattern.DOTALL)
                .matcher(text);
        assertThat(block.find()).as(heading).isTrue();
        return block.group(1) + "\n";
    }
}
