package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code validate} prints, and how it ends. */
class ValidateCommandTest {

    private static final String[] CLEAN = {
        "patient_id,session_date,bruising", "ID-LION,2025-01-31,yes", "ID-LION,2025-02-07,", "ID-ZEBRA,2025-02-08,no"
    };

    /** One row cannot be read for two reasons, and one is dated after the export. */
    private static final String[] FAULTY = {
        "Patient ID,session_date,bruising",
        "ID-LION,31/01/2025,perhaps",
        "ID-LION,2025-02-07,no",
        "ID-ZEBRA,2025-02-08,no"
    };

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    @Test
    void aCleanExport() {
        CommandLineRun run = workspace
                .file("clinic.csv", CLEAN)
                .run("validate", "clinic.csv", "--as-of", "2025-02-08", "--from", "2025-01-01");

        assertThat(run.out()).isEqualTo("""
                Is the export fit for use?
                ──────────────────────────

                Yes: no errors and no warnings.

                Read: 3 rows of 1 file. Used: 3 sessions of 2 patients. Excluded by the filters: 0. Rejected as
                unreadable: 0.
                Only sessions with: from 2025-01-01.

                  File        Rows read  Used  Excluded  Rejected  Bytes  SHA-256 begins
                  clinic.csv          3     3         0         0     99  %s

                Not checked
                ───────────

                • E201: no column session_number.
                • E203: no column age.
                • E204: no column age.
                • W301: no column session_number.
                • W302: no column site, therapist.
                • W304: no column soreness_hours, soreness_resolved.

                How completely sessions are recorded
                ────────────────────────────────────

                Of 3 used sessions, those with a value in each column.

                  Column        Recorded     %
                  patient_id           3   100
                  session_date         3   100
                  bruising             2  66.7

                By month, in percent of its sessions. Columns that every session has are left out.

                  Column      2025-01  2025-02
                  (sessions)        1        2
                  bruising        100     50.0

                """.replace("%s", sha256(run)));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    /** The digest is tested where it is made; here it only has to be one. */
    private static String sha256(CommandLineRun run) {
        String digest = run.out().replaceFirst("(?s).* ([0-9a-f]{12})\n.*", "$1");
        assertThat(digest).hasSize(12);
        return digest;
    }

    @Test
    void aFaultyExport() {
        CommandLineRun run =
                workspace.file("clinic.csv", FAULTY).run("validate", "clinic.csv", "--as-of", "2025-02-07", "--ascii");

        assertThat(run.out())
                .contains("No: 3 errors and no warnings.\n", "Rejected as\nunreadable: 1.\n")
                .contains("""
                        Problems
                        --------

                          Code  Severity  Count  What
                          E104  error         1  A date cannot be read.
                          E111  error         1  An adverse event is neither yes nor no nor a grade.
                          E202  error         1  The date is after the day given with --as-of.

                        E104: A date cannot be read.
                        - clinic.csv, line 2, column session_date: found 10 characters like 99/99/9999, expected an ISO date
                          (2025-01-31) that exists, from 1900 to 2199.

                        E111: An adverse event is neither yes nor no nor a grade.
                        - clinic.csv, line 2, column bruising: found text of 7 letters, expected yes, no or a grade (none,
                          mild, moderate, severe, 0 to 5).

                        E202: The date is after the day given with --as-of.
                        - clinic.csv, line 4, column session_date: found a later date, expected a date up to 2025-02-07.

                        """);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void json() {
        CommandLineRun run = workspace
                .file("clinic.csv", FAULTY)
                .run("validate", "clinic.csv", "--format", "json", "--where", "bruising=no");

        String digest = (String) run.result().list("inputs").get(0).get("sha256");
        assertThat(run.out()).isEqualTo("""
                        {
                          "schema": "aestat-result/1",
                          "tool": {
                            "name": "aestat",
                            "version": "%v"
                          },
                          "command": "validate",
                          "inputs": [
                            {
                              "file": "clinic.csv",
                              "bytes": 105,
                              "sha256": "%s",
                              "rows": {
                                "read": 3,
                                "used": 2,
                                "excluded": 0,
                                "rejected": 1
                              }
                            }
                          ],
                          "rows": {
                            "read": 3,
                            "used": 2,
                            "excluded": 0,
                            "rejected": 1
                          },
                          "patients": 2,
                          "settings": {
                            "where": [
                              "bruising=no"
                            ],
                            "listed": 20
                          },
                          "problems": [
                            {
                              "code": "E104",
                              "severity": "error",
                              "problem": "A date cannot be read.",
                              "count": 1,
                              "examples": [
                                {
                                  "file": "clinic.csv",
                                  "line": 2,
                                  "column": "session_date",
                                  "found": "10 characters like 99/99/9999",
                                  "expected": "an ISO date (2025-01-31) that exists, from 1900 to 2199"
                                }
                              ]
                            },
                            {
                              "code": "E111",
                              "severity": "error",
                              "problem": "An adverse event is neither yes nor no nor a grade.",
                              "count": 1,
                              "examples": [
                                {
                                  "file": "clinic.csv",
                                  "line": 2,
                                  "column": "bruising",
                                  "found": "text of 7 letters",
                                  "expected": "yes, no or a grade (none, mild, moderate, severe, 0 to 5)"
                                }
                              ]
                            }
                          ],
                          "notChecked": [
                            {
                              "code": "E201",
                              "reason": "no column session_number"
                            },
                            {
                              "code": "E202",
                              "reason": "--as-of is not given"
                            },
                            {
                              "code": "E203",
                              "reason": "no column age"
                            },
                            {
                              "code": "E204",
                              "reason": "no column age"
                            },
                            {
                              "code": "W301",
                              "reason": "no column session_number"
                            },
                            {
                              "code": "W302",
                              "reason": "no column site, therapist"
                            },
                            {
                              "code": "W304",
                              "reason": "no column soreness_hours, soreness_resolved"
                            }
                          ],
                          "completeness": {
                            "rows": 2,
                            "undated": 0,
                            "columns": [
                              {
                                "column": "patient_id",
                                "recorded": 2,
                                "share": 1,
                                "months": [
                                  {
                                    "month": "2025-02",
                                    "rows": 2,
                                    "recorded": 2,
                                    "share": 1
                                  }
                                ]
                              },
                              {
                                "column": "session_date",
                                "recorded": 2,
                                "share": 1,
                                "months": [
                                  {
                                    "month": "2025-02",
                                    "rows": 2,
                                    "recorded": 2,
                                    "share": 1
                                  }
                                ]
                              },
                              {
                                "column": "bruising",
                                "recorded": 2,
                                "share": 1,
                                "months": [
                                  {
                                    "month": "2025-02",
                                    "rows": 2,
                                    "recorded": 2,
                                    "share": 1
                                  }
                                ]
                              }
                            ]
                          },
                          "exit": {
                            "code": 3,
                            "applies": [
                              3
                            ]
                          },
                          "warnings": []
                        }
                        """.replace("%s", digest).replace("%v", Version.number()));
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void markdown() {
        CommandLineRun run = workspace
                .file("a|b.csv", "patient_id,session_number,needles,x<b>*", "A,1,many,u", "A,2,4,", "A,2,4,v")
                .run("validate", "a|b.csv", "--format", "markdown");

        assertThat(run.out().replaceFirst("[0-9a-f]{64}", "DIGEST")).isEqualTo("""
                        # Is the export fit for use?

                        No: 1 error and no warnings.

                        | File | Rows read | Used | Excluded | Rejected | SHA-256 |
                        |---|--:|--:|--:|--:|---|
                        | a\\|b.csv | 3 | 2 | 0 | 1 | DIGEST |

                        ## Problems

                        | Code | Severity | Count | What |
                        |---|---|--:|---|
                        | E105 | error | 1 | A whole number cannot be read, or is out of range. |

                        ### E105\\: A whole number cannot be read, or is out of range.

                        - a\\|b.csv, line 2, column needles\\: found text of 4 letters, expected a whole number from 0 to 100000.

                        ## Not checked

                        - E201: no column session\\_date
                        - E202: no column session\\_date
                        - E203: no column age
                        - E204: no column age, session\\_date
                        - W301: no column session\\_date
                        - W302: no column site, therapist, session\\_date
                        - W303: no column session\\_date
                        - W304: no column soreness\\_hours, soreness\\_resolved

                        ## How completely sessions are recorded

                        Of 2 used sessions, those with a value in each column.

                        | Column | Recorded | % |
                        |---|--:|--:|
                        | patient\\_id | 2 | 100 |
                        | session\\_number | 2 | 100 |
                        | needles | 2 | 100 |
                        | x&lt;b&gt;\\* | 1 | 50.0 |
                        """);
    }

    @Test
    void markdownOfTwoFilesMonthByMonth() {
        workspace
                .file("a.csv", "patient_id,session_date,session_number,needles,source", "A,2025-01-31,1,,x", "A,,2,5,x")
                .file("b.csv", "patient_id,session_date,site", "B,2025-01-30,N", "B,2025-03-01,");

        assertThat(workspace
                        .run("validate", "a.csv", "b.csv", "--format", "markdown")
                        .out())
                .contains("| all | 4 | 4 | 0 | 0 |  |\n")
                .contains(
                        "\n- Warning: a.csv\\: the column 'source' is not used, because 'source' is the name of the file.\n")
                .endsWith("""
                        | Column | Recorded | % |
                        |---|--:|--:|
                        | patient\\_id | 4 | 100 |
                        | session\\_date | 3 | 75.0 |
                        | session\\_number | 2 | 50.0 |
                        | needles | 1 | 25.0 |
                        | site | 1 | 25.0 |

                        By month, in percent of its sessions. Columns that every session has are left out. Without a date\
                         and in no month: 1 session.

                        | Column | 2025-01 | 2025-03 |
                        |---|--:|--:|
                        | (sessions) | 2 | 1 |
                        | session\\_date | 100 | 100 |
                        | session\\_number | 50.0 | 0 |
                        | needles | 0 | 0 |
                        | site | 50.0 | 0 |
                        """);
    }

    /** A column of two headers is recorded where both are; a word for "not recorded" is no value, but in ids. */
    @Test
    void whatCountsAsRecorded() {
        workspace
                .file("m.toml", "[columns]", "session_id = [\"a\", \"b\"]", "[values]", "not_recorded = [\"?\"]")
                .file(
                        "clinic.csv",
                        "patient_id,session_number,a,b,site,bruising,mine",
                        "unknown,1,x,y,North,no,?",
                        "A,1,x,,na,?,text",
                        "A,2,,y, ,-99,");

        assertThat(workspace
                        .run("validate", "clinic.csv", "--mapping", "m.toml", "--format", "json")
                        .result()
                        .object("completeness")
                        .list("columns")
                        .stream()
                        .map(column -> column.get("column") + " " + column.get("recorded")))
                .containsExactly(
                        "patient_id 3.0",
                        "session_number 3.0",
                        "session_id 1.0",
                        "site 1.0",
                        "bruising 1.0",
                        "mine 1.0");
    }

    @Test
    void eightMonthsStandBesideEachOther() {
        List<String> rows = new ArrayList<>(List.of("patient_id,session_date,site"));
        IntStream.rangeClosed(1, 9).forEach(month -> rows.add("A,2025-0" + month + "-01,"));

        assertThat(workspace.file("a.csv", rows).run("validate", "a.csv").out()).endsWith("""
                  Column      2025-01  2025-02  2025-03  2025-04  2025-05  2025-06  2025-07  2025-08
                  (sessions)        1        1        1        1        1        1        1        1
                  site              0        0        0        0        0        0        0        0

                  Column      2025-09
                  (sessions)        1
                  site              0

                """);
    }

    @Test
    void nothingButAHeader() {
        CommandLineRun run = workspace
                .file("clinic.csv", "patient_id,session_date")
                .run("validate", "clinic.csv", "--format", "json");

        assertThat(run.exit()).isZero();
        JsonResult completeness = run.result().object("completeness");
        assertThat(completeness.number("rows")).isZero();
        JsonResult column = completeness.list("columns").get(1);
        assertThat(column.entries().toString())
                .isEqualTo("{column=session_date, recorded=0.0, notEstimable=no session is used, months=[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "100%"})
    void rejectedRowsNeverEndTheReading(String limit) {
        CommandLineRun run = workspace
                .file("clinic.csv", FAULTY)
                .run("validate", "clinic.csv", "--max-rejected", limit, "--format", "json");

        assertThat(run.result().rows(0)).containsExactly(3, 2, 0, 1);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void twentyOfACodeAreListedAndAllAreCounted() {
        List<String> rows = new ArrayList<>(List.of("patient_id,session_number"));
        IntStream.range(0, 1234).forEach(row -> rows.add("A,x"));
        workspace.file("clinic.csv", rows);

        JsonResult problem = workspace
                .run("validate", "clinic.csv", "--format", "json")
                .result()
                .list("problems")
                .get(0);
        assertThat(problem.number("count")).isEqualTo(1234);
        assertThat(problem.list("examples").stream().map(example -> example.number("line")))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2, 21).mapToObj(Double::valueOf).toList());
        assertThat(workspace.run("validate", "clinic.csv").out())
                .contains("column session_number: found text of 1 letter,")
                .contains("\nAnd 1,214 more; --all lists every one.\n");
        JsonResult all = workspace
                .run("validate", "clinic.csv", "--format", "json", "--all")
                .result();
        assertThat(all.object("settings").get("listed")).isNull();
        assertThat(all.list("problems").get(0).list("examples")).hasSize(1234);
        assertThat(workspace.run("validate", "clinic.csv", "--all").out())
                .contains("• clinic.csv, line 1235, column")
                .doesNotContain("more; --all");
    }

    @Test
    void aFileThatCannotBeReadOnEndsTheRunWithoutAResult() {
        CommandLineRun run = workspace
                .file("clinic.csv", "patient_id,session_number", "A,x", "\"A,1")
                .run("validate", "clinic.csv", "--output", "json=a.json", "--rejects", "r.csv");

        assertThat(run.errLines())
                .containsExactly(
                        "clinic.csv, line 3: a quoted field is not closed. Put a quote after its end, or write a"
                                + " quote that is part of the text twice.");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(3);
        assertThat(workspace.names()).containsExactly("clinic.csv");
    }

    @Test
    void resultsGoToFilesToo() {
        workspace.file("clinic.csv", FAULTY);

        CommandLineRun run =
                workspace.run("validate", "clinic.csv", "--output", "json=a.json", "--output", "markdown=a.md");

        assertThat(workspace.read("a.json"))
                .isEqualTo(workspace
                        .run("validate", "clinic.csv", "--format", "json")
                        .out());
        assertThat(workspace.read("a.md"))
                .isEqualTo(workspace
                        .run("validate", "clinic.csv", "--format", "markdown")
                        .out());
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void theMappingIsAnInputToo() {
        workspace.file("clinic.csv", CLEAN).file("m.toml", "[values]", "yes = [\"oui\"]");

        CommandLineRun run = workspace.run("validate", "clinic.csv", "--mapping", "m.toml", "--output", "text=m.toml");

        assertThat(run.errLines()).containsExactly("--output: 'm.toml' is an input.");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void helpNamesEveryExitCode() {
        assertThat(workspace.run("validate", "-h").out()).contains("""
                Exit codes:
                  0   no errors; there may be warnings
                  1   a defect in aestat
                  2   a wrong option or mapping, said before any row is read
                  3   errors, or input unreadable
                """);
    }
}
