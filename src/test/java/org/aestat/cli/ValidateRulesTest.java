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

/** What sessions must be together: rows stand in one text, divided by a semicolon. */
class ValidateRulesTest {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    /** Each problem as code, line, column, found and expected. */
    private List<String> problems(String... words) {
        List<String> all = new ArrayList<>(List.of("validate", "clinic.csv", "--format", "json"));
        all.addAll(List.of(words));
        CommandLineRun run = workspace.run(all.toArray(String[]::new));
        List<String> lines = new ArrayList<>();
        for (JsonResult problem : run.result().list("problems")) {
            assertThat(problem.get("severity"))
                    .isEqualTo(problem.get("code").toString().startsWith("E") ? "error" : "warning");
            for (JsonResult example : problem.list("examples")) {
                lines.add(problem.get("code") + " " + example.number("line").intValue() + " " + example.get("column")
                        + ": " + example.get("found") + "; " + example.get("expected"));
            }
        }
        assertThat(run.exit()).isEqualTo(lines.stream().anyMatch(line -> line.startsWith("E")) ? 3 : 0);
        return lines;
    }

    private void write(String header, String rows) {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(List.of(rows.strip().split("; *")));
        workspace.file("clinic.csv", lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,c,1,2025-01-01; A,c,2,2025-01-02; A,c,3,2025-01-03 | 0",
                "A,c,2,2025-01-02; A,c,1,2025-01-01 | 0",
                "A,c,2,2025-01-01; A,c,5,2025-01-02 | 0",
                "A,c,1,2025-01-02; A,c,2,2025-01-01 | 2",
                "A,c,1,2025-01-01; A,c,1,2025-01-02 | 3",
                "A,c,1,2025-01-01; A,d,1,2025-01-02; B,c,1,2025-01-03 | 0",
                "A,c,2,2025-01-01; A,c,,2025-01-02; A,c,1, | 0",
                "A,c,2,2025-01-01; A,c,,2025-01-02; A,c,1,2025-01-03 | 4"
            })
    void numbersOfANamedCourseRiseWithItsDates(String rows, int line) {
        write("patient_id,course_id,session_number,session_date", rows);

        if (line == 0) {
            assertThat(problems()).isEmpty();
        } else {
            int earlier = line == 2 ? 3 : 2;
            assertThat(problems())
                    .containsExactly(
                            "E201 " + line + " session_number: a number that is not above the earlier one of line "
                                    + earlier + "; numbers that rise with the dates of a course");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,neck,1,2025-01-01; A,neck,2,2025-01-02; A,neck,1,2025-01-03 | 0",
                "A,neck,1,2025-01-01; A,back,1,2025-01-02 | 0",
                "A,neck,1,2025-01-01; A,neck,3,2025-01-02; A,neck,2,2025-01-03 | 4"
            })
    void numbersOfACourseWithoutANameFallOnlyToOne(String rows, int line) {
        write("patient_id,condition,session_number,session_date", rows);

        assertThat(problems().stream().map(problem -> problem.substring(0, 6)).toList())
                .isEqualTo(line == 0 ? List.of() : List.of("E201 " + line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,2,2025-01-01; A,1,2025-01-05; A,3,2025-01-09 | 3",
                "A,2,2025-01-01; A,1,2025-01-05 | 3",
                "A,3,2025-01-01; A,1,2025-01-05; A,2,2025-01-09; A,1,2025-02-01 | 3",
                "A,2,2025-01-01; A,1,2025-04-01; A,3,2025-04-02 | 3",
                "A,2,2025-01-01; A,1,2025-04-02; A,3,2025-04-03 | 0",
                "A,2,2025-01-01; A,1,2025-01-05; A,2,2025-01-09 | 0",
                "A,5,2025-01-01; A,1,2025-01-05; A,2,2025-01-09 | 0",
                "A,1,2025-01-01; A,2,2025-01-05; A,1,2025-01-09 | 0",
                "A,2,2025-01-05; B,1,2025-01-09 | 0"
            })
    void sessionsBeforeTheFirst(String rows, int first) {
        write("patient_id,session_number,session_date", rows);

        assertThat(problems())
                .isEqualTo(
                        first == 0
                                ? List.of()
                                : List.of("W301 2 session_date: a date before that of session 1 in line " + first
                                        + "; a later date, or a course_id where these are two courses"));
    }

    @Test
    void datesAfterTheDayOfTheExport() {
        write("patient_id,Session Date", "A,2025-06-30; A,2025-07-01; A,2025-08-01");

        assertThat(problems("--as-of", "2025-06-30"))
                .containsExactly(
                        "E202 3 Session Date: a later date; a date up to 2025-06-30",
                        "E202 4 Session Date: a later date; a date up to 2025-06-30");
        assertThat(problems("--as-of", "2025-08-01")).isEmpty();
        assertThat(problems()).isEmpty();
    }

    @Test
    void agesAbove120() {
        write("patient_id,session_number,age", "A,1,120; B,1,121; C,1,130; D,1,; E,1,0");

        assertThat(problems())
                .containsExactly(
                        "E203 3 age: an age above 120; years from 0 to 120",
                        "E203 4 age: an age above 120; years from 0 to 120");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,2025-01-01,44; A,2025-02-01,44; A,2025-03-01,45 | 0 | 0",
                "A,2025-01-01,44; A,2025-02-01,43; A,2025-03-01,43 | 3 | 2",
                "A,2025-02-01,43; A,2025-01-01,44 | 2 | 3",
                "A,2025-01-01,44; B,2025-02-01,43 | 0 | 0",
                "A,2025-01-01,44; A,2025-02-01,; A,2025-03-01,43 | 4 | 2",
                "A,2025-01-01,44; A,2025-01-02,46; A,2025-01-02,45 | 0 | 0",
                "A,2025-01-01,44.9; A,2025-02-01,44.2 | 0 | 0"
            })
    void agesThatFall(String rows, int line, int earlier) {
        write("patient_id,session_date,age", rows);

        assertThat(problems().stream()
                        .filter(problem -> !problem.startsWith("W303"))
                        .toList())
                .isEqualTo(
                        line == 0
                                ? List.of()
                                : List.of("E204 " + line + " age: an age below the earlier one of line " + earlier
                                        + "; an age that does not fall with time"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,2025-01-01,N,T; B,2025-01-01,N,T; C,2025-01-02,S,T | 0",
                "A,2025-01-01,N,T; B,2025-01-01,S,U | 0",
                "A,2025-01-01,N,T; B,2025-01-01,,T; C,2025-01-01,S,; D,,S,T | 0",
                "A,2025-01-01,N,T; B,2025-01-01,S,T; C,2025-01-01,S,T; D,2025-01-01,N,T | 3"
            })
    void aTherapistAtTwoSites(String rows, int line) {
        write("patient_id,session_date,Site,therapist,session_number", rows.replace(";", ",1;") + ",1");

        assertThat(problems())
                .isEqualTo(
                        line == 0
                                ? List.of()
                                : List.of(
                                        "W302 3 Site: another site than that of the therapist on the same day in line 2;"
                                                + " one site a day for a therapist"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,2025-01-01,neck; A,2025-01-01,back; A,2025-01-02,neck; B,2025-01-01,neck | ",
                "A,2025-01-01,neck; A,2025-01-01,neck; A,2025-01-01,neck | 3 4",
                "A,2025-01-01,; A,2025-01-01, | 3"
            })
    void twoSessionsOfOnePatientDateAndCondition(String rows, String lines) {
        write("patient_id,session_date,condition", rows);

        assertThat(problems())
                .isEqualTo(
                        lines == null
                                ? List.of()
                                : List.of(lines.split(" ")).stream()
                                        .map(line ->
                                                "W303 " + line + " session_date: the patient, date and condition of"
                                                        + " line 2; one session a day for a condition")
                                        .toList());
    }

    @Test
    void placesInOtherFilesAreNamed() {
        write("patient_id,session_date", "A,2025-01-01");
        workspace.file("b.csv", "patient_id,Session-Date", "A,2025-01-01");

        assertThat(problems("b.csv"))
                .containsExactly(
                        "W303 2 Session-Date: the patient, date and condition of clinic.csv, line 2; one session a"
                                + " day for a condition");
    }

    @Test
    void sorenessRecordedByHalf() {
        write(
                "patient_id,session_number,soreness_hours,soreness_resolved",
                "A,1,12,yes; A,2,12,no; A,3,12,; A,4,,yes; A,5,0,; A,6,,");

        assertThat(problems())
                .containsExactly(
                        "W304 4 soreness_resolved: nothing recorded beside hours of soreness; yes or no",
                        "W304 5 soreness_hours: nothing recorded beside an answer on its end; the hours that the answer is"
                                + " about");
    }

    @Test
    void hoursWithoutAColumnForTheirEndAreWhole() {
        write("patient_id,session_number,soreness_hours", "A,1,12");

        assertThat(problems()).isEmpty();
    }

    @Test
    void sessionsThatTheFiltersLeaveOutAreNotReported() {
        write("patient_id,session_date,age", "A,2025-01-01,121; A,2025-02-01,121");

        assertThat(problems("--from", "2025-01-15"))
                .containsExactly("E203 3 age: an age above 120; years from 0 to 120");
    }

    @Test
    void whereEveryRowIsItsOwnPatientNothingIsComparedWithinPatients() {
        write("session_date,session_number,age", "2025-01-01,2,44; 2025-01-01,2,43");
        workspace.file("m.toml", "[rows]", "patient = \"each-row\"");

        assertThat(problems("--mapping", "m.toml")).isEmpty();
        CommandLineRun run = workspace.run("validate", "clinic.csv", "--mapping", "m.toml");
        assertThat(run.out()).contains("""
                • E201: every row is its own patient.
                • E202: --as-of is not given.
                • E204: every row is its own patient.
                • W301: every row is its own patient.
                • W302: no column site, therapist.
                • W303: every row is its own patient.
                • W304: no column soreness_hours, soreness_resolved.
                """);
    }
}
