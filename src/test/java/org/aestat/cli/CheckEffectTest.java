package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What verdicts do to the gate: effects, and the exit code. */
class CheckEffectTest {

    @TempDir
    private Path folder;

    private Gate gate;

    @BeforeEach
    void open() {
        gate = new Gate(new Workspace(folder));
    }

    private void check(String effect, int exit, String... options) {
        List<String> all = new ArrayList<>(List.of("--format", "json", "--quiet"));
        all.addAll(List.of(options));
        CommandLineRun run = gate.run(all.toArray(String[]::new));
        JsonResult verdict =
                run.result().list("thresholds").get(0).list("verdicts").get(0);
        assertThat(verdict.get("effect")).isEqualTo(effect);
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.result().object("exit").number("code")).isEqualTo(exit);
    }

    private void policy(String evidence, String severity, String inconclusive) {
        gate.pneumothorax(
                "evidence = \"" + evidence + "\"",
                "severity = \"" + severity + "\"",
                inconclusive.equals("-") ? "" : "inconclusive = \"" + inconclusive + "\"");
    }

    /** The data cannot tell. */
    @ParameterizedTest
    @CsvSource({
        "demonstrated, error, -, fail, 5, 5",
        "demonstrated, error, fail, fail, 5, 5",
        "demonstrated, error, warn, warn, 0, 6",
        "demonstrated, error, pass, none, 0, 0",
        "demonstrated, warning, -, warn, 0, 6",
        "demonstrated, warning, fail, warn, 0, 6",
        "demonstrated, warning, warn, warn, 0, 6",
        "demonstrated, warning, pass, none, 0, 0",
        "not-exceeded, error, -, none, 0, 0",
        "not-exceeded, error, fail, fail, 5, 5",
        "not-exceeded, error, warn, warn, 0, 6",
        "not-exceeded, warning, -, none, 0, 0",
        "not-exceeded, warning, fail, warn, 0, 6"
    })
    void inconclusive(
            String evidence, String severity, String inconclusive, String effect, int exit, int failingOnWarning) {
        gate.sessions(2_994, 0);
        policy(evidence, severity, inconclusive);

        check(effect, exit);
        check(effect, failingOnWarning, "--fail-on-warning");
    }

    @ParameterizedTest
    @CsvSource({"-, warn, 0, 6", "fail, warn, 0, 6", "warn, warn, 0, 6", "pass, none, 0, 0"})
    void inconclusiveIsAllowed(String inconclusive, String effect, int exit, int failingOnWarning) {
        gate.sessions(2_994, 0);
        policy("demonstrated", "error", inconclusive);

        check(effect, exit, "--allow-inconclusive");
        check(effect, failingOnWarning, "--allow-inconclusive", "--fail-on-warning");
        assertThat(gate.json("--allow-inconclusive").warning("inconclusive-allowed"))
                .isEqualTo("--allow-inconclusive: where the data cannot decide a threshold, the gate only warns.");
        assertThat(gate.json().warningCodes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "demonstrated, error, fail, 4, 4",
        "not-exceeded, error, fail, 4, 4",
        "point, error, fail, 4, 4",
        "demonstrated, warning, warn, 0, 6",
        "point, warning, warn, 0, 6"
    })
    void breach(String evidence, String severity, String effect, int exit, int failingOnWarning) {
        gate.sessions(818, 3);
        policy(evidence, severity, "pass");

        check(effect, exit);
        check(effect, failingOnWarning, "--fail-on-warning");
        check(effect, exit, "--allow-inconclusive");
    }

    /** Nothing was assessed: only an {@code inconclusive} at the threshold itself changes that this fails. */
    @ParameterizedTest
    @CsvSource({
        "demonstrated, error, -, fail, 5",
        "demonstrated, warning, -, fail, 5",
        "not-exceeded, error, -, fail, 5",
        "point, warning, -, fail, 5",
        "demonstrated, error, warn, warn, 0",
        "demonstrated, error, pass, none, 0",
        "demonstrated, warning, fail, fail, 5",
        "not-exceeded, error, fail, fail, 5"
    })
    void nothingAssessed(String evidence, String severity, String inconclusive, String effect, int exit) {
        gate.workspace().file("clinic.csv", "patient_id,session_number,pneumothorax", "A,1,", "B,1,n/a");
        policy(evidence, severity, inconclusive);

        check(effect, exit);
        check(effect, exit, "--allow-inconclusive");
    }

    @Test
    void defaultsDoNotExcuseThatNothingWasAssessed() {
        gate.workspace().file("clinic.csv", "patient_id,session_number,pneumothorax", "A,1,");
        gate.policy(
                "[defaults]",
                "evidence = \"demonstrated\"",
                "inconclusive = \"pass\"",
                "[[threshold]]",
                "name = \"T\"",
                "metric = \"rate(pneumothorax)\"",
                "below = 0.001");
        check("fail", ExitCode.INCONCLUSIVE);

        gate.sessions(2_994, 0);
        check("none", ExitCode.OK);
        assertThat(gate.json().list("thresholds").get(0).get("inconclusive")).isEqualTo("pass");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(pneumothorax)",
                "patient_rate(any)",
                "not_recorded(site)",
                "soreness.resolved_by(48h)",
                "relief.by_session(6)",
                "rate(bruising)"
            })
    void headerWithoutRowsCannotPass(String metric) {
        gate.sites().threshold("metric = \"" + metric + "\"", "below = 0.5", facts(metric));

        CommandLineRun run = gate.run("--format", "json", "--allow-inconclusive");

        assertThat(run.exit()).isEqualTo(ExitCode.INCONCLUSIVE);
        JsonResult threshold = run.result().list("thresholds").get(0);
        assertThat(threshold.number("strataWithoutData")).isEqualTo(1);
        JsonResult verdict = threshold.list("verdicts").get(0);
        assertThat(verdict.get("verdict")).isEqualTo("inconclusive");
        assertThat(verdict.get("stratum").toString()).isEqualTo("{}");
        assertThat(verdict.get("value")).isNull();
    }

    private static String facts(String metric) {
        return metric.startsWith("not_") ? "" : "evidence = \"point\"";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rejected_rows",
                "contraindicated_sessions",
                "count(any)",
                "soreness.median_hours",
                "relief.median_sessions"
            })
    void noRowsAreNotZero(String metric) {
        String evidence = metric.contains("median") ? "evidence = \"point\"" : "";

        CommandLineRun run = gate.sites()
                .threshold("metric = \"" + metric + "\"", "below = 1", evidence)
                .run();

        assertThat(run.exit()).isEqualTo(ExitCode.INCONCLUSIVE);
    }

    @Test
    void thresholdThatSelectsNothingCannotPass() {
        CommandLineRun run = gate.sessions(4_000, 0)
                .pneumothorax("evidence = \"not-exceeded\"", "where = { site = \"n\" }")
                .run("--quiet");

        assertThat(run.exit()).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(run.out()).contains("No value: no sessions (0 of 0 sessions).");
    }

    @Test
    void lowestCodeIsReturnedAndAllAreListed() {
        gate.sites("A", 818, 3, "B", 100, 0)
                .policy(
                        "[defaults]",
                        "evidence = \"demonstrated\"",
                        "[[threshold]]",
                        "name = \"broken\"",
                        "metric = \"rate(pneumothorax)\"",
                        "below = 0.001",
                        "where = { site = \"A\" }",
                        "[[threshold]]",
                        "name = \"open\"",
                        "metric = \"rate(pneumothorax)\"",
                        "below = 0.001",
                        "where = { site = \"B\" }",
                        "[[threshold]]",
                        "name = \"warned\"",
                        "metric = \"rate(pneumothorax)\"",
                        "below = 0.001",
                        "where = { site = [\"B\", \"C\"] }",
                        "severity = \"warning\"");

        CommandLineRun run = gate.run("--format", "json", "--fail-on-warning", "--quiet");

        assertThat(run.exit()).isEqualTo(ExitCode.BREACH);
        assertThat(run.result().object("exit").entries().toString()).isEqualTo("{code=4.0, applies=[4.0, 5.0, 6.0]}");
        assertThat(run.result().list("thresholds").get(2).get("where").toString())
                .isEqualTo("[site=B, site=C]");
        assertThat(gate.run("--quiet").out())
                .endsWith("\nExit 4 (a threshold is broken): 1 breach, 2 inconclusive. Also applies: 5 (the data cannot"
                        + " decide).\n");
    }
}
