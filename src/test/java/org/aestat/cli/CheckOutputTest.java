package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gate writes, and where. */
class CheckOutputTest {

    private static final String[] POLICY = {
        "[defaults]",
        "evidence = \"demonstrated\"",
        "[[threshold]]",
        "name = \"Pneumothorax below 0.1 %\"",
        "metric = \"rate(pneumothorax)\"",
        "below = 0.001",
        "[[threshold]]",
        "name = \"At most two in the north\"",
        "metric = \"count(pneumothorax)\"",
        "below = 3",
        "where = { site = \"N\" }"
    };

    @TempDir
    private Path folder;

    private Gate gate;

    @BeforeEach
    void open() {
        gate = new Gate(new Workspace(folder)).sites("N", 818, 3).policy(POLICY);
    }

    private static String withoutChecksums(String text) {
        return text.replaceAll("\\b[0-9a-f]{64}\\b", "CHECKSUM")
                .replaceAll("9,753  [0-9a-f]{12}\n", "9,753  CHECKSUM\n")
                .replaceAll("\"version\": \"[^\"]+\"", "\"version\": \"VERSION\"");
    }

    @Test
    void page() {
        CommandLineRun run = gate.run();

        assertThat(run.exit()).isEqualTo(ExitCode.BREACH);
        assertThat(run.err()).isEmpty();
        assertThat(withoutChecksums(run.out())).isEqualTo("""
                Safety gate: policy.toml
                ────────────────────────

                  Verdict  Threshold                   Limit   Value        Bound    Counts
                  BREACH   Pneumothorax below 0.1 %  < 0.1 %  0.37 %  ≥ 0.10003 %  3 of 818
                  BREACH   At most two in the north      < 3       3            -  3 of 818

                BREACH Pneumothorax below 0.1 %: rate(pneumothorax) should be below 0.1 %. It is 0.37 % (3 of 818
                sessions). The lower bound is above the limit: with 95 % confidence it is at least 0.10003 %. Look
                into it; this fails the gate.

                BREACH At most two in the north: count(pneumothorax) should be below 3. It is 3 (3 of 818 sessions).
                The value is not below the limit. Look into it; this fails the gate.

                Each verdict is one look at the data. Whoever repeats it while the data grow will be wrong more
                often than its level says.

                What was read
                ─────────────

                Read: 818 rows of 1 file. Used: 818 sessions of 818 patients. Excluded by the filters: 0. Rejected
                as unreadable: 0.

                  File        Rows read  Used  Excluded  Rejected  Bytes  SHA-256 begins
                  clinic.csv        818   818         0         0  9,753  CHECKSUM

                Warning: Fewer than 20 patients had these events, so their intervals are rough: pneumothorax (3).

                Exit 4 (a threshold is broken): 2 breach.
                """);
    }

    @Test
    void json() {
        assertThat(withoutChecksums(gate.run("--format", "json", "--quiet").out()))
                .isEqualTo("""
                {
                  "schema": "aestat-result/1",
                  "tool": {
                    "name": "aestat",
                    "version": "VERSION"
                  },
                  "command": "check",
                  "inputs": [
                    {
                      "file": "clinic.csv",
                      "bytes": 9753,
                      "sha256": "CHECKSUM",
                      "rows": {
                        "read": 818,
                        "used": 818,
                        "excluded": 0,
                        "rejected": 0
                      }
                    }
                  ],
                  "rows": {
                    "read": 818,
                    "used": 818,
                    "excluded": 0,
                    "rejected": 0
                  },
                  "patients": 818,
                  "settings": {
                    "confidence": 0.95,
                    "interval": "auto",
                    "cluster": "patient",
                    "by": [],
                    "where": [],
                    "heterogeneity": 1.5,
                    "courseGap": 90,
                    "relief": "default",
                    "among": "sore",
                    "confType": "log-log",
                    "seed": 20240229,
                    "replicates": 500,
                    "stratify": [],
                    "sustained": false
                  },
                  "policy": {
                    "file": "policy.toml",
                    "sha256": "CHECKSUM"
                  },
                  "thresholds": [
                    {
                      "name": "Pneumothorax below 0.1 %",
                      "expression": "rate(pneumothorax) < 0.001",
                      "metric": "rate(pneumothorax)",
                      "below": 0.001,
                      "unit": "fraction",
                      "evidence": "demonstrated",
                      "level": 0.95,
                      "cluster": "patient",
                      "where": [],
                      "by": [],
                      "adjust": "holm",
                      "severity": "error",
                      "inconclusive": "fail",
                      "line": 3,
                      "strataWithoutData": 0,
                      "verdicts": [
                        {
                          "stratum": {},
                          "verdict": "breach",
                          "effect": "fail",
                          "reason": "the lower bound is above the limit",
                          "value": 0.003667481662591687,
                          "counts": {
                            "events": 3,
                            "denominator": 818,
                            "notRecorded": 0,
                            "of": "sessions"
                          },
                          "interval": {
                            "method": "clopper-pearson",
                            "level": 0.95,
                            "lower": 0.0007569624163726484,
                            "upper": 0.010680212643807717,
                            "reason": "no cluster has two assessed sessions"
                          },
                          "bound": {
                            "side": "lower",
                            "level": 0.95,
                            "value": 0.0010003462463008149
                          }
                        }
                      ]
                    },
                    {
                      "name": "At most two in the north",
                      "expression": "count(pneumothorax) < 3",
                      "metric": "count(pneumothorax)",
                      "below": 3,
                      "unit": "count",
                      "evidence": "point",
                      "level": 0.95,
                      "where": [
                        "site=N"
                      ],
                      "by": [],
                      "adjust": "holm",
                      "severity": "error",
                      "inconclusive": "fail",
                      "line": 7,
                      "strataWithoutData": 0,
                      "verdicts": [
                        {
                          "stratum": {},
                          "verdict": "breach",
                          "effect": "fail",
                          "reason": "the value is not below the limit",
                          "value": 3,
                          "counts": {
                            "events": 3,
                            "denominator": 818,
                            "notRecorded": 0,
                            "of": "sessions"
                          }
                        }
                      ]
                    }
                  ],
                  "exit": {
                    "code": 4,
                    "applies": [
                      4
                    ]
                  },
                  "warnings": [
                    {
                      "code": "few-patients-with-event",
                      "message": "Fewer than 20 patients had these events, so their intervals are rough: pneumothorax (3)."
                    }
                  ]
                }
                """);
    }

    @Test
    void textGoesToStandardErrorWhereAnotherFormIsOnStandardOutput() {
        String text = gate.run().out();

        CommandLineRun run = gate.run("--format", "json");

        assertThat(run.err()).isEqualTo(text);
        assertThat(run.out()).startsWith("{\n  \"schema\": \"aestat-result/1\",");
        CommandLineRun quiet = gate.run("--format", "json", "--quiet");
        assertThat(quiet.err()).isEmpty();
        assertThat(quiet.out()).isEqualTo(run.out());
    }

    @Test
    void filesHoldWhatStandardOutputWould() {
        CommandLineRun run = gate.run("--output", "json=gate.json", "--output", "text=gate.txt");

        assertThat(gate.workspace().read("gate.txt")).isEqualTo(run.out());
        assertThat(gate.workspace().read("gate.json"))
                .isEqualTo(gate.run("--format", "json").out());
        assertThat(gate.workspace().names()).containsExactly("clinic.csv", "gate.json", "gate.txt", "policy.toml");
    }

    @Test
    void asciiPageIsAscii() {
        assertThat(gate.run("--ascii").out()).contains(">= 0.1").matches("\\p{ASCII}+");
    }

    @Test
    void unknownFormIsRefusedWithTheNearest() {
        CommandLineRun run = gate.run("--format", "jsno");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'jsno' is none of text, json").contains("Did you mean 'json'?");
    }

    @Test
    void digestOfThePolicyIsThatOfWhatItSays() {
        String digest = digest();

        gate.policy(
                "# the same in other words",
                "[[threshold]]",
                "below   = \"0.1 %\"",
                "metric  = \"rate(pneumothorax)\"",
                "name    = \"Pneumothorax below 0.1 %\"",
                "evidence = \"demonstrated\"",
                "confidence = 0.95",
                "",
                "[[threshold]]",
                "name = \"At most two in the north\"",
                "metric = \"count(pneumothorax)\"",
                "below = 3",
                "  [threshold.where]",
                "  site = [\"N\"]");
        assertThat(digest()).isEqualTo(digest).matches("[0-9a-f]{64}");

        POLICY_CHANGES.forEach(change -> {
            String[] lines = POLICY.clone();
            lines[5] = change;
            gate.policy(lines);
            assertThat(digest()).as(change).isNotEqualTo(digest);
        });
    }

    private static final List<String> POLICY_CHANGES = List.of(
            "below = 0.002",
            "above = 0.001",
            "below = 0.001\nconfidence = 0.9",
            "below = 0.001\ncluster = \"none\"",
            "below = 0.001\nadjust = \"none\"",
            "below = 0.001\nseverity = \"warning\"",
            "below = 0.001\ninconclusive = \"fail\"",
            "below = 0.001\nby = \"site\"",
            "below = 0.001\nwhere = { site = \"N\" }");

    private String digest() {
        return (String) gate.json().object("policy").get("sha256");
    }

    @Test
    void optionsCanComeFromVariables() {
        gate.workspace()
                .variable("AESTAT_POLICY", "policy.toml")
                .variable("AESTAT_ALLOW_INCONCLUSIVE", "true")
                .variable("AESTAT_FAIL_ON_WARNING", "true")
                .file(
                        "policy.toml",
                        "[[threshold]]",
                        "name = \"T\"",
                        "metric = \"rate(pneumothorax)\"",
                        "below = 0.005",
                        "evidence = \"demonstrated\"");

        CommandLineRun run = gate.workspace().run("check", "clinic.csv");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCode.WARNED);
        assertThat(run.out()).endsWith("\nExit 6 (warnings): 1 inconclusive.\n");
    }

    @Test
    void manyThatDoNotPassAreNotAllToldAtLength() {
        Object[] sites = new Object[75];
        for (int i = 0; i < 25; i++) {
            sites[3 * i] = "S" + i;
            sites[3 * i + 1] = 2;
            sites[3 * i + 2] = 0;
        }
        gate.sites(sites).pneumothorax("evidence = \"demonstrated\"", "by = \"site\"");

        String page = gate.run().out();

        assertThat(page.lines().filter(line -> line.startsWith("  INCONCLUSIVE  ")))
                .hasSize(25);
        assertThat(page.lines().filter(line -> line.startsWith("INCONCLUSIVE T ")))
                .hasSize(20);
        assertThat(page).contains("\nAnd 5 more that did not pass; --output json=FILE has them all.\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void orderOfRowsChangesNoVerdict(long seed) {
        gate.workspace().file("clinic.csv", SampleExport.lines()).file("policy.toml", SampleExport.POLICY);
        Object expected = gate.json().get("thresholds");
        List<String> rows = new ArrayList<>(SampleExport.rows());
        Collections.shuffle(rows, new Random(seed));

        gate.workspace().file("clinic.csv", SampleExport.with(SampleExport.HEADER, rows));

        assertThat(gate.json().get("thresholds")).isEqualTo(expected);
    }

    @Test
    void whoReportedIsWarnedOf() {
        gate.workspace()
                .file(
                        "clinic.csv",
                        "patient_id,session_number,reported_by,pneumothorax,site",
                        "A,1,therapist,no,N",
                        "B,1,patient,no,N");

        assertThat(gate.json().warningCodes()).containsExactly("reported-by-differs", "few-clusters");
    }
}
