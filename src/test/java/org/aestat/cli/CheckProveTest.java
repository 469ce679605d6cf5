package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aestat.JsonTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check --prove}: a gate that cannot do its work is found before it is trusted. */
class CheckProveTest {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    private void policy(String... lines) {
        List<String> all = new ArrayList<>(List.of("[[threshold]]", "name = \"T\""));
        all.addAll(List.of(lines));
        workspace.file("p.toml", all);
    }

    private CommandLineRun prove(String... more) {
        List<String> arguments = new ArrayList<>(List.of("check", "--policy", "p.toml", "--prove"));
        arguments.addAll(List.of(more));
        return workspace.run(arguments.toArray(String[]::new));
    }

    /** "case sessions events expected verdict", a line a case. */
    private List<String> cases(String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--format", "json", "--quiet"));
        arguments.addAll(List.of(more));
        Map<?, ?> proof = (Map<?, ?>) ((List<?>) ((Map<?, ?>) JsonTree.parse(
                                prove(arguments.toArray(String[]::new)).out()))
                        .get("proof"))
                .get(0);
        return ((List<?>) proof.get("cases"))
                .stream().map(found -> line((Map<?, ?>) found)).toList();
    }

    private static String line(Map<?, ?> found) {
        assertThat(found.get("holds")).isEqualTo(found.get("expected").equals(found.get("verdict")));
        return found.get("case") + " " + ((Double) found.get("sessions")).longValue() + " "
                + ((Double) found.get("events")).longValue() + " " + found.get("expected") + " "
                + found.get("verdict");
    }

    @Test
    void provesOneInAThousand() {
        policy("metric = \"rate(pneumothorax)\"", "below = \"0.1 %\"", "evidence = \"demonstrated\"");

        CommandLineRun run = prove("--ascii");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                        Proof of the safety gate: p.toml
                        --------------------------------

                        The gate was run on made-up sessions, each of another patient, of which it is known without it what
                        the verdict has to be.

                          Case                 Sessions  Counted  Expected      Verdict
                          T
                            just holds            2,995        0  pass          pass          ok
                            one session fewer     2,994        0  inconclusive  inconclusive  ok
                            just breaks             818        3  breach        breach        ok
                            one session more        819        3  inconclusive  inconclusive  ok
                            nothing recorded         30        0  inconclusive  inconclusive  ok
                            nothing selected          0        0  inconclusive  inconclusive  ok

                        Exit 0: what was proved holds, breaks and stays open where it should.
                        """);
        assertThat(run.exit()).isZero();
    }

    @Test
    void jsonHasEveryCase() {
        policy("metric = \"count(any_major)\"", "below = 1", "severity = \"warning\"");

        CommandLineRun run = prove("--format", "json", "--quiet");

        assertThat(run.out().replaceFirst("\"version\": \"[^\"]*\"", "V").replaceFirst("[0-9a-f]{64}", "D"))
                .isEqualTo("""
                        {
                          "schema": "aestat-result/1",
                          "tool": {
                            "name": "aestat",
                            V
                          },
                          "command": "check",
                          "policy": {
                            "file": "p.toml",
                            "sha256": "D"
                          },
                          "proof": [
                            {
                              "threshold": "T",
                              "severity": "warning",
                              "cases": [
                                {
                                  "case": "just holds",
                                  "sessions": 31,
                                  "events": 0,
                                  "expected": "pass",
                                  "verdict": "pass",
                                  "holds": true
                                },
                                {
                                  "case": "just breaks",
                                  "sessions": 31,
                                  "events": 1,
                                  "expected": "breach",
                                  "verdict": "breach",
                                  "holds": true
                                },
                                {
                                  "case": "nothing recorded",
                                  "sessions": 30,
                                  "events": 0,
                                  "expected": "inconclusive",
                                  "verdict": "inconclusive",
                                  "holds": true
                                },
                                {
                                  "case": "nothing selected",
                                  "sessions": 0,
                                  "events": 0,
                                  "expected": "inconclusive",
                                  "verdict": "inconclusive",
                                  "holds": true
                                }
                              ],
                              "canPass": true,
                              "canFail": false,
                              "failsWithoutData": true
                            }
                          ],
                          "exit": {
                            "code": 4,
                            "applies": [
                              4
                            ]
                          }
                        }
                        """);
        assertThat(run.exit()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(bruising)            | below = 0.16     | just holds 47 3        | just breaks 45 12",
                "rate(any)                 | above = 0.02     | just holds 41 3        | just breaks 149 0",
                "patient_rate(any_minor)   | below = 0.3      | just holds 41 7        | just breaks 44 19",
                "count(bleeding)           | above = 0        | just holds 31 1        | just breaks 31 0",
                "not_recorded(relief)      | below = 0.0775   | just holds 1000 77     | just breaks 1000 78",
                "not_recorded(soreness)    | below = 0.1      | just holds 1000 99     | just breaks 1000 100",
                "not_recorded(any_major)   | above = 0.5      | just holds 1000 501    | just breaks 1000 500",
                "not_recorded(Centre No)   | below = 0.1      | just holds 1000 99     | just breaks 1000 100",
                "contraindicated_sessions  | below = 5        | just holds 35 4        | just breaks 35 5",
                "soreness.resolved_by(48h) | above = 0.5      | clearly holds 400 234  | clearly breaks 400 166",
                "soreness.median_hours     | below = 30       | clearly holds 400 300  | clearly breaks 400 100",
                "relief.by_session(6)      | above = 0.5      | clearly holds 400 234  | clearly breaks 400 166",
                "relief.median_sessions    | below = 4        | clearly holds 400 300  | clearly breaks 400 100",
                "rejected_rows             | below = 3        | just holds 33 2        | just breaks 33 3",
            })
    void everyMetricHoldsAndBreaks(String metric, String limit, String holds, String breaks) throws Exception {
        boolean fact = metric.startsWith("count") || metric.startsWith("not_") || metric.startsWith("contra");
        policy(
                "metric = \"" + metric + "\"",
                limit,
                fact || metric.startsWith("rejected") ? "" : "evidence = \"not-exceeded\"");

        assertThat(cases())
                .contains(
                        holds + " pass pass",
                        breaks + " breach breach",
                        "nothing selected 0 0 inconclusive inconclusive");
        assertThat(prove().exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(bruising)            | below = 0.16 | just holds 1000 159 | just breaks 1000 160",
                "rate(bruising)            | above = 0.16 | just holds 1000 161 | just breaks 1000 160",
                "rate(bruising)            | below = 5e-4 | just holds 10000 4  | just breaks 10000 5",
                "soreness.resolved_by(1.5h)| above = 0.3  | just holds 1000 301 | just breaks 1000 299",
                "soreness.median_hours     | above = 24   | just holds 400 199  | just breaks 400 201",
                "relief.by_session(6)      | below = 0.7  | just holds 1000 699 | just breaks 1000 701",
            })
    void thePointDecidesBesideTheLimit(String metric, String limit, String holds, String breaks) throws Exception {
        policy("metric = \"" + metric + "\"", limit, "evidence = \"point\"");

        assertThat(cases())
                .containsExactly(
                        holds + " pass pass",
                        breaks + " breach breach",
                        "nothing recorded 30 0 inconclusive inconclusive",
                        "nothing selected 0 0 inconclusive inconclusive");
    }

    /** 8 in 41 break 10 % alone; beside a second stratum Holm's first step needs 1 - 0.05/2, which 10 in 50 have. */
    @ParameterizedTest
    @CsvSource({"holm, 50 10, 51 10", "none, 41 8, 42 8"})
    void oneOfTwoStrataBreaksAtTheAdjustedLevel(String adjust, String breaks, String open) throws Exception {
        policy(
                "metric = \"rate(bruising)\"",
                "below = 0.1",
                "evidence = \"demonstrated\"",
                "by = \"site\"",
                "adjust = \"" + adjust + "\"");

        assertThat(cases())
                .contains(
                        "one of two strata breaks " + breaks + " breach breach",
                        "one session more in it " + open + " inconclusive inconclusive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "where = { technique = [\"deep\", \"dry\"], age = 40 }",
                "where = { condition = \"\" }",
                "where = { technique = [\"deep\", \"dry\"] }\nby = \"technique\"",
                "where = { source = \"north.csv\" }\nby = \"source\"",
                "cluster = \"patient,therapist\"\nby = [\"chronicity\", \"pregnant\"]",
                "cluster = \"site\"",
                "cluster = \"none\"",
            })
    void selectionsAreMadeUpWithSessionsBesideThem(String selection) throws Exception {
        policy("metric = \"rate(bruising)\"", "below = 0.1", "evidence = \"demonstrated\"", selection);

        assertThat(cases())
                .contains(
                        "just holds 46 1 pass pass",
                        "one session fewer 45 1 inconclusive inconclusive",
                        "just breaks 41 8 breach breach",
                        "one session more 42 8 inconclusive inconclusive");
        assertThat(prove().exit()).isZero();
    }

    @Test
    void eventsOfTheMappingAreKnown() throws Exception {
        policy("metric = \"rate(any_major)\"", "below = 0.1", "evidence = \"demonstrated\"");
        workspace.file("m.toml", "[columns]", "patient_id = \"Client\"", "[events]", "bruising = { major = true }");

        assertThat(cases("--mapping", "m.toml")).contains("just breaks 41 8 breach breach");

        policy("metric = \"rate(cough)\"", "below = 0.1", "evidence = \"demonstrated\"");
        workspace.file("m.toml", "[events]", "cough = { column = \"Husten\", kind = \"grade\", major = true }");

        assertThat(cases("--mapping", "m.toml")).contains("just breaks 41 8 breach breach");
    }

    @Test
    void aGateThatCannotFailIsNamed() {
        policy("metric = \"relief.median_sessions\"", "above = 0.5", "evidence = \"demonstrated\"");

        CommandLineRun run = prove();

        assertThat(run.out()).endsWith("""
                        T: CANNOT FAIL: no data break it.

                        No data break this gate: whatever happens, the build goes on.

                        Exit 4: do not trust this gate before that is mended.
                        """);
        assertThat(run.exit()).isEqualTo(4);
    }

    @Test
    void aGateThatCannotHoldIsNamed() {
        policy("metric = \"relief.median_sessions\"", "below = 1", "evidence = \"demonstrated\"");

        CommandLineRun run = prove();

        assertThat(run.out()).contains("T: CANNOT HOLD: no data keep it.\n");
        assertThat(run.exit()).isEqualTo(4);
    }

    @Test
    void aGateThatOnlyWarnsBreaksNoBuild() {
        policy(
                "metric = \"rate(bruising)\"",
                "below = 0.1",
                "evidence = \"demonstrated\"",
                "severity = \"warning\"",
                "inconclusive = \"pass\"");

        CommandLineRun run = prove();

        assertThat(run.out()).contains("""
                        T: warns only; a breach does not fail the gate.

                        T: does not fail where nothing is assessed, as its 'inconclusive' says.

                        No data break this gate: whatever happens, the build goes on.

                        Exit 4:\
                        """);
        assertThat(run.exit()).isEqualTo(4);
        assertThat(prove("--fail-on-warning").exit()).isZero();
    }

    @Test
    void aWarningBesideAThresholdThatFailsIsInOrder() {
        workspace.file(
                "p.toml",
                "[[threshold]]",
                "name = \"A\"",
                "metric = \"count(bruising)\"",
                "below = 1",
                "[[threshold]]",
                "name = \"B\"",
                "metric = \"count(bleeding)\"",
                "below = 1",
                "severity = \"warning\"");

        CommandLineRun run = prove();

        assertThat(run.out()).contains("B: warns only; a breach does not fail the gate.\n");
        assertThat(run.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(bruising)           | where = { bruising = \"yes\" } | the threshold selects by bruising, which it"
                        + " also measures",
                "rate(any)                | where = { bleeding = \"yes\" } | the threshold selects by something that"
                        + " rate(any) counts",
                "rate(bruising)           | by = \"site\"\\ncluster = \"site\" | sessions of one site are one cluster, so"
                        + " none are independent",
                "relief.median_sessions   | confidence = 0.9 | courses of more than 200 sessions are not made up",
            })
    void whatCannotBeMadeUpIsSaid(String metric, String selection, String reason) {
        String limit = metric.startsWith("rate") ? "below = 0.1" : "below = 300";
        policy("metric = \"" + metric + "\"", limit, "evidence = \"demonstrated\"", selection.replace("\\n", "\n"));

        CommandLineRun run = prove();

        assertThat(run.out().replace("\n", " "))
                .endsWith("  T  T: not proved: " + reason + ".  Exit 0: nothing was proved. ");
        assertThat(run.exit()).isZero();
    }

    @Test
    void limitsOutOfReachAreProvedInPart() throws Exception {
        policy("metric = \"rate(pneumothorax)\"", "below = 0.000001", "evidence = \"demonstrated\"");

        assertThat(cases()).contains("breaks 100 3 breach breach");
        assertThat(prove().out())
                .contains("T: not proved in full: it would take more than 100,000 sessions to see that it holds.\n");
        assertThat(prove().exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clinic.csv              | --prove makes up its own sessions and takes no file: 'clinic.csv'.",
                "--format junit          | --prove is written as text or json, not as junit.",
                "--output tap=x.tap      | --prove is written as text or json, not as tap.",
                "--interval wilson       | --prove knows the verdicts of the usual intervals: leave out --interval,"
                        + " --heterogeneity and --design-effect.",
                "--design-effect 2       | --prove knows the verdicts of the usual intervals: leave out --interval,"
                        + " --heterogeneity and --design-effect.",
                "--output json=p.toml    | --output: 'p.toml' is an input.",
            })
    void refuses(String arguments, String message) {
        policy("metric = \"count(bruising)\"", "below = 1");

        CommandLineRun run = prove(arguments.split(" "));

        assertThat(run.errLines()).containsExactly(message);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theProofGoesToAFileToo() {
        policy("metric = \"count(bruising)\"", "below = 1");

        CommandLineRun run = prove("--output", "json=proof.json", "--quiet");

        assertThat(run.out()).startsWith("Proof of the safety gate: p.toml\n");
        assertThat(workspace.read("proof.json"))
                .isEqualTo(prove("--format", "json").out());
        assertThat(prove("--format", "json").err()).isEqualTo(run.out());
    }

    @Test
    void withoutProofAFileIsNeeded() {
        policy("metric = \"count(bruising)\"", "below = 1");

        CommandLineRun run = workspace.run("check", "--policy", "p.toml");

        assertThat(run.errLines()).containsExactly("Missing required parameter: 'FILE'", "Try 'aestat check --help'.");
        assertThat(run.exit()).isEqualTo(2);
    }
}
