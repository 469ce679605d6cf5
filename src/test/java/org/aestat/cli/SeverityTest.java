package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grades of adverse events from the export to the result, with figures counted by hand. */
class SeverityTest {

    private static final String HEADER = "patient_id,session_date,technique,bruising,bruise_hours,fainting";

    /** Six patients; "yes" has no grade, "1" is mild beside the others. */
    private static final List<String> ROWS = List.of(
            "P1,2025-01-01,deep,mild,12,no",
            "P1,2025-01-08,deep,2,48,no",
            "P1,2025-01-15,deep,yes,,no",
            "P2,2025-01-01,shallow,1,200,no",
            "P2,2025-01-08,shallow,none,0,no",
            "P3,2025-01-01,deep,Severe,24,yes",
            "P3,2025-01-08,deep,,30,",
            "P4,2025-01-01,shallow,yes,10,no",
            "P5,2025-01-01,deep,no,,no",
            "P5,2025-01-08,deep,0,,",
            "P6,2025-01-01,deep,3,12,no",
            "P6,2025-01-08,deep,na,,no");

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder).file("clinic.csv", SampleExport.with(HEADER, ROWS));
    }

    private static JsonResult severity(JsonResult result, String event) {
        return result.row("severity", Map.of("event", event, "stratum", Map.of()));
    }

    private static List<Integer> counts(JsonResult row, String... keys) {
        return List.of(keys).stream().map(key -> row.number(key).intValue()).toList();
    }

    private static List<Integer> rate(JsonResult row) {
        return counts(row, "events", "denominator", "notRecorded", "partlyRecorded", "patients", "patientsAssessed");
    }

    private static List<List<Integer>> rates(JsonResult severity) {
        return severity.list("atLeast").stream().map(SeverityTest::rate).toList();
    }

    private static List<Integer> worst(JsonResult severity) {
        return severity.list("worstGrade").stream()
                .map(row -> row.number("patients").intValue())
                .toList();
    }

    private static List<Integer> ungraded(JsonResult severity) {
        return counts(severity.object("ungraded"), "sessions", "patients", "patientsBesideGraded");
    }

    @Test
    void anEventFromEachGradeOn() {
        JsonResult bruising = severity(workspace.json("rates", "clinic.csv"), "bruising");

        assertThat(rates(bruising))
                .containsExactly(List.of(7, 10, 2, 0, 5, 6), List.of(3, 8, 4, 0, 3, 5), List.of(2, 8, 4, 0, 2, 5));
        assertThat(bruising.list("atLeast"))
                .extracting(row -> row.number("grade") + " " + row.get("word"))
                .containsExactly("1.0 mild", "2.0 moderate", "3.0 severe");
        JsonResult moderate = bruising.list("atLeast").get(1);
        assertThat(moderate.number("rate")).isEqualTo(0.375);
        assertThat(moderate.number("unrecordedBounds", "lower")).isEqualTo(0.25);
        assertThat(moderate.number("unrecordedBounds", "upper")).isEqualTo(7 / 12.0);
        assertThat(moderate.object("interval").get("method")).isEqualTo("stabilized");
        assertThat(moderate.number("interval", "clusters")).isEqualTo(5);
        assertThat(moderate.number("patientRate", "rate")).isEqualTo(0.6);
        assertThat(worst(bruising)).containsExactly(1, 1, 1, 2);
        assertThat(ungraded(bruising)).containsExactly(2, 1, 1);
    }

    /** Fainting is only yes or no: its yes leaves open how severe it was, its no is a no from every grade on. */
    @Test
    void aCompositeOfGradedAndUngradedEvents() {
        JsonResult result = workspace.json("rates", "clinic.csv");
        JsonResult any = severity(result, "any");

        assertThat(rates(any))
                .containsExactly(List.of(7, 9, 3, 2, 5, 6), List.of(3, 7, 5, 4, 3, 5), List.of(2, 7, 5, 4, 2, 5));
        assertThat(worst(any)).containsExactly(1, 1, 1, 2);
        assertThat(ungraded(any)).containsExactly(3, 1, 2);
        assertThat(any.get("duration")).isNull();
        assertThat(result.list("severity"))
                .extracting(row -> row.get("event"))
                .containsExactly("bruising", "any", "any_minor");
    }

    @Test
    void atLeastMildIsTheRateOfTheEvent() {
        JsonResult result = workspace.json("rates", "clinic.csv", "--by", "technique");

        for (JsonResult row : result.list("severity")) {
            Map<Object, Object> rate =
                    new HashMap<>(result.row("rates", Map.of("event", row.get("event"), "stratum", row.get("stratum")))
                            .entries());
            rate.keySet().removeAll(List.of("event", "stratum", "unit", "severity"));
            Map<Object, Object> mild = new HashMap<>(row.list("atLeast").get(0).entries());
            mild.keySet().removeAll(List.of("grade", "word"));
            assertThat(mild).isEqualTo(rate);
        }
    }

    @Test
    void durationsAndClasses() {
        JsonResult duration =
                severity(workspace.json("report", "clinic.csv"), "bruising").object("duration");

        assertThat(duration.list("sessions"))
                .extracting(
                        row -> row.get("duration"), row -> counts(row, "mild", "medium", "severe", "gradeNotRecorded"))
                .containsExactly(
                        tuple("hours", List.of(1, 0, 1, 1)),
                        tuple("days", List.of(0, 1, 1, 0)),
                        tuple("weeks", List.of(1, 0, 0, 0)),
                        tuple("not recorded", List.of(0, 0, 0, 1)));
        assertThat(duration.number("eventNotRecorded")).isEqualTo(1);
        assertThat(duration.list("classes"))
                .extracting(row -> row.get("class"), SeverityTest::rate)
                .containsExactly(
                        tuple("major", List.of(1, 8, 4, 0, 1, 5)),
                        tuple("moderate", List.of(2, 8, 4, 0, 2, 5)),
                        tuple("mild", List.of(1, 8, 4, 0, 1, 5)),
                        tuple("not classified", List.of(1, 8, 4, 0, 1, 5)));
    }

    /** Each cell of Carnes' table by one session: hours, grade, class. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, mild", "23.99, 1, mild", "12, 2, not classified", "12, 3, not classified",
        "24, 1, not classified", "24, 2, moderate", "100, 3, major", "167.99, 4, major",
        "168, 1, moderate", "168, 2, major", "9999, 3, major", "200, 5, major"
    })
    void theClassOf(String hours, String grade, String expected) {
        workspace
                .file("grade.toml", "[events]", "fatigue = { kind = 'grade' }")
                .file("one.csv", "patient_id,session_number,fatigue,fatigue_hours", "P1,1," + grade + "," + hours);

        JsonResult fatigue = severity(workspace.json("rates", "one.csv", "--mapping", "grade.toml"), "fatigue");

        assertThat(fatigue.object("duration").list("classes").stream()
                        .filter(row -> row.number("events") == 1)
                        .map(row -> row.get("class")))
                .containsExactly(expected);
    }

    @Test
    void neitherTheOrderOfRowsNorOfFilesMatters() {
        Object expected =
                workspace.json("rates", "clinic.csv", "--by", "technique").get("severity");
        for (int seed = 0; seed < 5; seed++) {
            List<String> rows = new ArrayList<>(ROWS);
            Collections.shuffle(rows, new Random(seed));
            workspace
                    .file("one.csv", SampleExport.with(HEADER, rows.subList(0, 5)))
                    .file("two.csv", SampleExport.with(HEADER, rows.subList(5, rows.size())));

            assertThat(workspace
                            .json("rates", "one.csv", "two.csv", "--by", "technique")
                            .get("severity"))
                    .isEqualTo(expected);
            assertThat(workspace
                            .json("rates", "two.csv", "one.csv", "--by", "technique")
                            .get("severity"))
                    .isEqualTo(expected);
        }
    }

    /** What "1" means is a matter of the column, also where the filters leave no other grade. */
    @Test
    void filtersDoNotChangeWhatOneMeans() {
        JsonResult result = workspace.json("rates", "clinic.csv", "--where", "technique=shallow");

        assertThat(rates(severity(result, "bruising")))
                .containsExactly(List.of(2, 3, 0, 0, 2, 2), List.of(0, 2, 1, 0, 0, 1), List.of(0, 2, 1, 0, 0, 1));
        JsonResult none = workspace.json("rates", "clinic.csv", "--from", "2030-01-01");
        assertThat(severity(none, "bruising").list("atLeast"))
                .extracting(row -> row.get("notEstimable"))
                .containsExactly("no sessions", "no sessions", "no sessions");
    }

    @Test
    void gradesFourAndFiveAreShownWhereTheyOccur() {
        workspace.file(
                "clinic.csv", "patient_id,session_number,nausea,bleeding", "P1,1,4,mild", "P2,1,5,no", "P3,1,1,no");

        JsonResult result = workspace.json("rates", "clinic.csv");

        assertThat(worst(severity(result, "nausea"))).containsExactly(0, 1, 0, 0, 1, 1);
        assertThat(worst(severity(result, "bleeding"))).containsExactly(2, 1, 0, 0, 0, 0);
        assertThat(severity(result, "nausea").list("atLeast"))
                .extracting(row -> row.get("word") + " " + row.number("events"))
                .containsExactly("mild 3.0", "moderate 2.0", "severe 2.0", "life-threatening 2.0", "fatal 1.0");
        assertThat(workspace.run("rates", "clinic.csv").out()).contains("  Life-", "  threat.  Fatal");
    }

    @Test
    void zeroAndOneStayNoAndYes() {
        workspace.file(
                "clinic.csv", "patient_id,session_number,bruising,bruise_hours", "P1,1,1,24", "P2,1,0,0", "P3,1,x,");

        assertThat(workspace.json("report", "clinic.csv").get("severity")).isNull();
        assertThat(workspace.run("report", "clinic.csv").out()).doesNotContain("Severity", "CTCAE");
    }

    @Test
    void theMappingCanSayThatZeroAndOneAreGrades() {
        workspace
                .file("grade.toml", "[events]", "cough = { column = 'Husten', kind = 'grade' }")
                .file("clinic.csv", "patient_id,session_number,Husten", "P1,1,1", "P2,1,0", "P3,1,yes");

        JsonResult cough = severity(workspace.json("rates", "clinic.csv", "--mapping", "grade.toml"), "cough");

        assertThat(rates(cough))
                .containsExactly(List.of(2, 3, 0, 0, 2, 3), List.of(0, 2, 1, 0, 0, 2), List.of(0, 2, 1, 0, 0, 2));
        assertThat(worst(cough)).containsExactly(1, 1, 0, 0);
        assertThat(ungraded(cough)).containsExactly(1, 1, 0);
    }

    @Test
    void aWordForYesIsNoGrade() {
        workspace
                .file(
                        "words.toml",
                        "[columns]",
                        "bruising = { column = 'b', yes = ['1'], values = { 'xx' = 'severe' } }")
                .file("clinic.csv", "patient_id,session_number,b", "P1,1,1", "P2,1,xx", "P3,1,0");

        JsonResult bruising = severity(workspace.json("rates", "clinic.csv", "--mapping", "words.toml"), "bruising");

        assertThat(worst(bruising)).containsExactly(1, 0, 0, 1);
        assertThat(ungraded(bruising)).containsExactly(1, 1, 0);
    }

    @Test
    void theEventListLeavesGradesAlone() {
        workspace.file(
                "clinic.csv",
                "patient_id,session_number,bruising,adverse_events",
                "P1,1,severe,bruising; nausea",
                "P2,1,,bruising",
                "P3,1,,none");

        JsonResult result = workspace.json("rates", "clinic.csv");

        assertThat(worst(severity(result, "bruising"))).containsExactly(1, 0, 0, 1);
        assertThat(ungraded(severity(result, "bruising"))).containsExactly(1, 1, 0);
        assertThat(result.list("severity"))
                .extracting(row -> row.get("event"))
                .containsExactly("bruising", "any", "any_minor");
    }

    @Test
    void hoursOfWhatDidNotHappenRejectTheRow() {
        workspace.file(
                "clinic.csv",
                "patient_id,session_number,bruising,bruise_hours,fatigue,fatigue_hours",
                "P1,1,no,0.5,no,0",
                "P2,1,mild,0,none,3",
                "P3,1,,7,,7",
                "P4,1,yes,0,1,0");

        CommandLineRun run = workspace.run("rates", "clinic.csv");

        assertThat(run.exit()).isEqualTo(ExitCode.DATA);
        assertThat(run.errLines())
                .contains(
                        "clinic.csv, line 2, column bruise_hours: found hours although there was no bruising,"
                                + " expected 0 or a blank.",
                        "clinic.csv, line 3, column fatigue_hours: found hours although there was no fatigue,"
                                + " expected 0 or a blank.");
        assertThat(workspace.json("rates", "clinic.csv", "--max-rejected", "2").rows(0))
                .containsExactly(4, 2, 0, 2);
    }

    @Test
    void theSection() {
        String out = workspace.run("rates", "clinic.csv", "--by", "technique").out();

        assertThat(out.substring(out.indexOf("Severity\n"), out.indexOf("Definitions")))
                .isEqualTo("""
                Severity
                ────────

                Per session: of the sessions with an answer (assessed), the share with the event from a grade on.

                                       Sessions  Sessions  Rate  95 % interval       Not  Frequency
                  Event                 with it  assessed     %              %  recorded  per session
                  Any event
                    at least mild             7         9  77.8   30.7 to 98.8         3  -
                    at least moderate         3         7  42.9    5.7 to 88.0         5  -
                    at least severe           2         7  28.6    1.4 to 80.9         5  -
                  Any minor
                    at least mild             7         9  77.8   30.7 to 98.8         3  -
                    at least moderate         3         7  42.9    5.7 to 88.0         5  -
                    at least severe           2         7  28.6    1.4 to 80.9         5  -
                  Bruising
                    at least mild             7        10  70.0   21.0 to 97.7         2  -
                    at least moderate         3         8  37.5    3.9 to 85.2         4  -
                    at least severe           2         8  25.0   0.90 to 78.0         4  -

                Method of the intervals: stabilized (some clusters have several sessions).
                No frequency word (fewer than 20 sessions assessed): any event from mild on, any event from moderate
                on, any event from severe on, any minor from mild on, any minor from moderate on, any minor from
                severe on, bruising from mild on, bruising from moderate on, bruising from severe on.
                A yes without a grade is at least mild; what is more is not recorded: any event at 3 sessions, any
                minor at 3 sessions, bruising at 2 sessions.

                Per session, by technique: the grades above mild that were recorded.

                                  Sessions  Sessions  Rate  95 % interval       Not  Frequency
                  technique        with it  assessed     %              %  recorded  per session
                  Any event, at least moderate
                    all sessions         3         7  42.9    5.7 to 88.0         5  -
                    deep                 3         5  60.0    9.8 to 97.1         4  -
                    shallow           none         2  none     up to 84.2         1  -
                  Any event, at least severe
                    all sessions         2         7  28.6    1.4 to 80.9         5  -
                    deep                 2         5  40.0    1.9 to 92.7         4  -
                    shallow           none         2  none     up to 84.2         1  -
                  Any minor, at least moderate
                    all sessions         3         7  42.9    5.7 to 88.0         5  -
                    deep                 3         5  60.0    9.8 to 97.1         4  -
                    shallow           none         2  none     up to 84.2         1  -
                  Any minor, at least severe
                    all sessions         2         7  28.6    1.4 to 80.9         5  -
                    deep                 2         5  40.0    1.9 to 92.7         4  -
                    shallow           none         2  none     up to 84.2         1  -
                  Bruising, at least moderate
                    all sessions         3         8  37.5    3.9 to 85.2         4  -
                    deep                 3         6  50.0    4.4 to 95.6         3  -
                    shallow           none         2  none     up to 84.2         1  -
                  Bruising, at least severe
                    all sessions         2         8  25.0   0.90 to 78.0         4  -
                    deep                 2         6  33.3   0.82 to 90.7         3  -
                    shallow           none         2  none     up to 84.2         1  -

                Method of the intervals: clopper-pearson (fewer than two clusters) for any event from moderate on
                (shallow), any event from severe on (shallow), any minor from moderate on (shallow), any minor from
                severe on (shallow), bruising from moderate on (shallow), bruising from severe on (shallow);
                stabilized (some clusters have several sessions) for the others.
                No frequency word (fewer than 20 sessions assessed): any event from moderate on, any event from
                moderate on (deep), any event from moderate on (shallow), any event from severe on, any event from
                severe on (deep), any event from severe on (shallow), any minor from moderate on, any minor from
                moderate on (deep), any minor from moderate on (shallow), any minor from severe on, any minor from
                severe on (deep), any minor from severe on (shallow) and 6 more.

                Per patient: how many had which grade as their worst.

                                  Patients                                Grade not
                  Event           assessed  None  Mild  Moderate  Severe   recorded
                  Any event
                    all sessions         6     1     1         1       2          1
                    deep                 4     1     0         1       2          0
                    shallow              2     0     1         0       0          1
                  Any minor
                    all sessions         6     1     1         1       2          1
                    deep                 4     1     0         1       2          0
                    shallow              2     0     1         0       0          1
                  Bruising
                    all sessions         6     1     1         1       2          1
                    deep                 4     1     0         1       2          0
                    shallow              2     0     1         0       0          1

                Counted by their worst recorded grade, although they also had the event without a grade: 2 patients
                with any event, 2 patients with any minor, 1 patient with bruising.

                Sessions with the event by how long it lasted: hours (less than 24 h), days (less than 7 days),
                weeks. Medium is grade 2, severe grade 3 and above.

                                                        Grade not
                  Lasted          Mild  Medium  Severe   recorded
                  Bruising
                    hours            1       0       1          1
                    days             0       1       1          0
                    weeks            1       0       0          0
                    not recorded     0       0       0          1

                Left out, because hours are recorded but not whether the event happened: bruising at 1 session.

                Classes of Carnes et al. 2010: major is weeks and medium or severe, or days and severe; moderate is
                weeks and mild, or days and medium; mild is hours and mild. On hours and more than mild, and on days
                and mild, their panel did not agree: not classified.

                                    Sessions  Sessions  Rate  95 % interval       Not  Frequency
                  Class              with it  assessed     %              %  recorded  per session
                  Bruising
                    major                  1         8  12.5  0.030 to 67.2         4  -
                    moderate               2         8  25.0    1.3 to 74.8         4  -
                    mild                   1         8  12.5  0.036 to 66.2         4  -
                    not classified         1         8  12.5  0.030 to 67.2         4  -

                Method of the intervals: stabilized (some clusters have several sessions).
                No frequency word (fewer than 20 sessions assessed): bruising as major, bruising as moderate,
                bruising as mild, bruising as not classified.

                """);
    }
}
