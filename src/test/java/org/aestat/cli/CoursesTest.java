package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Courses from exports to sessions to relief; every expectation is worked out by hand. */
class CoursesTest {

    private static final String BY_DATE = "patient_id,session_date,condition,relief";
    private static final String BY_NUMBER = "patient_id,session_date,session_number,relief";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    private JsonResult relief(List<String> lines, String... options) {
        List<String> arguments = new ArrayList<>(List.of("relief", "clinic.csv"));
        arguments.addAll(List.of(options));
        return workspace.file("clinic.csv", lines).json(arguments.toArray(String[]::new));
    }

    private JsonResult overall(List<String> lines, String... options) {
        return relief(lines, options).row("relief", Map.of("stratum", Map.of()));
    }

    /** Courses in the curve, relieved, ended, open. */
    private static List<Integer> counts(JsonResult row) {
        return List.of("courses", "relieved", "ended", "open").stream()
                .map(name -> row.number(name).intValue())
                .toList();
    }

    /** The ordinals of the curve's rows. */
    private static List<Integer> sessions(JsonResult row) {
        return row.list("curve").stream()
                .map(point -> point.number("session").intValue())
                .toList();
    }

    @Test
    void conditionsOfOnePatientInterleave() {
        JsonResult result = relief(List.of(
                BY_DATE,
                "P,2025-01-01,neck,no",
                "P,2025-01-02,back,no",
                "P,2025-01-08,neck,yes",
                "P,2025-01-09,back,no",
                "P,2025-01-10,,no"));

        assertThat(counts(result.row("relief", Map.of("stratum", Map.of())))).containsExactly(3, 1, 0, 2);
        JsonResult neck = result.row("relief", Map.of("stratum", Map.of("condition", "neck")));
        assertThat(counts(neck)).containsExactly(1, 1, 0, 0);
        assertThat(sessions(neck)).containsExactly(2);
        JsonResult back = result.row("relief", Map.of("stratum", Map.of("condition", "back")));
        assertThat(counts(back)).containsExactly(1, 0, 0, 1);
        assertThat(result.list("relief")).hasSize(4);
    }

    @Test
    void orderOfTreatmentIsTheDateNotTheRow() {
        JsonResult row = overall(List.of(BY_DATE, "P,2025-01-15,n,yes", "P,2025-01-01,n,no", "P,2025-01-08,n,no"));

        assertThat(sessions(row)).containsExactly(3);
        assertThat(row.number("daysToRelief", "median")).isEqualTo(14);
        assertThat(row.number("sessionsPerWeek")).isEqualTo(1);
    }

    @Test
    void numberThatStartsAgainStartsACourse() {
        JsonResult row = overall(List.of(
                BY_NUMBER,
                "P,2025-01-01,1,no",
                "P,2025-01-02,2,no",
                "P,2025-01-03,3,yes",
                "P,2025-01-04,1,no",
                "P,2025-01-05,2,yes"));

        assertThat(counts(row)).containsExactly(2, 2, 0, 0);
        assertThat(sessions(row)).containsExactly(2, 3);
        assertThat(row.number("orderConflicts")).isZero();
        assertThat(row.list("curve").get(0).number("probability")).isEqualTo(0.5);
        assertThat(row.list("curve").get(1).number("probability")).isEqualTo(1);
    }

    @Test
    void numberThatRepeatsStartsACourse() {
        JsonResult row = overall(List.of(BY_NUMBER, "P,2025-01-01,1,no", "P,2025-01-02,1,yes"));

        assertThat(counts(row)).containsExactly(2, 1, 0, 1);
        assertThat(sessions(row)).containsExactly(1);
    }

    @Test
    void numberThatFallsInMidCourseIsAConflict() {
        JsonResult row = overall(List.of(BY_NUMBER, "P,2025-01-01,1,no", "P,2025-01-02,3,no", "P,2025-01-03,2,no"));

        assertThat(counts(row)).containsExactly(1, 0, 0, 1);
        assertThat(row.number("orderConflicts")).isEqualTo(1);
        assertThat(row.number("lateWithoutFollowUp")).isEqualTo(1);
    }

    @Test
    void oneBlankNumberMakesRanksOfAll() {
        JsonResult row = overall(List.of(BY_NUMBER, "P,2025-01-01,4,no", "P,2025-01-02,,no", "P,2025-01-03,1,yes"));

        assertThat(counts(row)).containsExactly(1, 1, 0, 0);
        assertThat(sessions(row)).containsExactly(3);
        assertThat(row.number("late")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2025-04-01, 90, 1", "2025-04-02, 90, 2", "2025-04-01, 89, 2", "2025-04-02, 91, 1"})
    void courseEndsAfterTheGap(String second, String gap, int courses) {
        List<String> lines = List.of(BY_DATE, "P,2025-01-01,n,no", "P," + second + ",n,no");

        JsonResult row = overall(lines, "--course-gap", gap);

        assertThat(row.number("courses")).isEqualTo(courses);
        // the first of two courses ended more than the gap before the last date of the export
        assertThat(row.number("ended")).isEqualTo(courses - 1);
        assertThat(row.number("open")).isEqualTo(1);
    }

    @Test
    void namedCoursesAreTheirOwn() {
        JsonResult row = overall(List.of(
                "patient_id,session_date,course_id,relief",
                "P,2025-01-01,A,no",
                "P,2025-01-02,B,yes",
                "P,2025-12-01,A,yes",
                "Q,2025-01-01,A,no"));

        assertThat(counts(row)).containsExactly(3, 2, 1, 0);
        assertThat(sessions(row)).containsExactly(1, 2);
    }

    @Test
    void lateCourses() {
        JsonResult row = overall(List.of(
                BY_NUMBER,
                "A,2025-01-01,3,yes",
                "B,2025-01-01,3,no",
                "B,2025-01-03,5,yes",
                "C,2025-01-01,3,no",
                "D,2025-01-01,1,yes",
                "E,2025-01-01,1,",
                "F,2025-01-01,2,",
                "F,2025-01-05,4,no"));

        assertThat(counts(row)).containsExactly(3, 2, 0, 1);
        assertThat(row.number("relievedBeforeEntry")).isEqualTo(1);
        assertThat(row.number("late")).isEqualTo(2);
        assertThat(row.number("lateWithoutFollowUp")).isEqualTo(1);
        assertThat(row.number("notAssessed")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "completed,,        2025-01-02, 1, 0",
        "dropped_out,,      2025-01-02, 1, 0",
        "ongoing,,          2025-12-31, 0, 1",
        "ongoing,completed, 2025-01-02, 1, 0",
        "completed,ongoing, 2025-12-31, 0, 1",
        ",,                 2025-04-02, 0, 1",
        ",,                 2025-04-03, 1, 0"
    })
    void howAnUnrelievedCourseEnded(String first, String second, String lastDate, int ended, int open) {
        JsonResult row = overall(List.of(
                "patient_id,session_date,course_outcome,relief",
                "P,2025-01-01," + (first == null ? "" : first) + ",no",
                "P,2025-01-02," + (second == null ? "" : second) + ",no",
                "Q," + lastDate + ",,yes"));

        assertThat(counts(row)).containsExactly(2, 1, ended, open);
    }

    @Test
    void withoutDatesOrOutcomesUnrelievedCoursesAreOpenWithAWarning() {
        JsonResult result = relief(List.of("patient_id,session_number,relief", "P,1,no", "Q,1,no", "R,1,yes"));

        assertThat(counts(result.list("relief").get(0))).containsExactly(3, 1, 0, 2);
        assertThat(result.warning("courses-without-dates"))
                .matches("Unrelieved courses without a date and an outcome, .*: 2\\.");
    }

    /** The reference of statistics.md: 1r 2r 2e 3r 3r 3e 4r 4c 5e 6r 6c 6c. */
    @Test
    void cumulativeIncidenceWithEndingCompeting() {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,course_outcome,relief"));
        int patient = 0;
        for (String course : "1r 2r 2e 3r 3r 3e 4r 4c 5e 6r 6c 6c".split(" ")) {
            int last = course.charAt(0) - '0';
            char end = course.charAt(1);
            patient++;
            for (int session = 1; session <= last; session++) {
                String outcome = end == 'c' ? "ongoing" : "completed";
                boolean relieved = end == 'r' && session == last;
                lines.add("P" + patient + "," + session + "," + outcome + "," + (relieved ? "yes" : "no"));
            }
        }

        JsonResult row = overall(lines);

        assertThat(counts(row)).containsExactly(12, 6, 3, 3);
        JsonResult bySix = row.row("relievedBy", Map.of("sessions", 6));
        assertThat(bySix.number("probability")).isCloseTo(0.5208333, within(5e-8));
        assertThat(bySix.number("ifNobodyStopped"))
                .isCloseTo(1 - 11 / 12.0 * 10 / 11 * 7 / 9 * 5 / 6 * 2 / 3, within(1e-12));
        assertThat(bySix.number("atRisk")).isEqualTo(3);
        assertThat(row.row("relievedBy", Map.of("sessions", 10)).get("notEstimable"))
                .isEqualTo("beyond the last assessed session, 6");
        assertThat(row.number("medianSessions", "value")).isEqualTo(6);
    }

    @Test
    void thinRiskSetBeforeLateEntriesStopsTheCurve() {
        List<String> lines = new ArrayList<>(List.of(BY_NUMBER));
        for (int patient = 0; patient < 6; patient++) {
            boolean relieved = patient < 2;
            lines.add("P" + patient + ",2025-01-01,1," + (relieved ? "yes" : "no"));
            lines.add("P" + patient + ",2025-01-02,2,no");
        }
        lines.add("Late,2025-01-01,8,no");
        lines.add("Late,2025-01-02,9,yes");

        JsonResult row = overall(lines);

        assertThat(row.number("late")).isEqualTo(1);
        assertThat(row.row("relievedBy", Map.of("sessions", 1)).number("probability"))
                .isCloseTo(2 / 6.0, within(1e-12));
        assertThat(row.row("relievedBy", Map.of("sessions", 3)).get("notEstimable"))
                .isEqualTo("fewer than 5 courses at risk at session 2 while others were still to enter");
        assertThat(row.object("medianSessions").get("value")).isNull();
    }

    @Test
    void filtersLookAtTheFirstSessionOfACourse() {
        List<String> lines =
                List.of(BY_DATE, "P,2025-01-01,n,no", "P,2025-02-01,n,yes", "Q,2025-02-01,n,no", "Q,2025-02-02,n,yes");

        assertThat(counts(overall(lines, "--from", "2025-01-15"))).containsExactly(1, 1, 0, 0);
        assertThat(counts(overall(lines, "--to", "2025-01-15"))).containsExactly(1, 1, 0, 0);
        assertThat(sessions(overall(lines, "--to", "2025-01-15"))).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({
        "pain -30%, 0.3, 0.21,  1",
        "pain -30%, 0.3, 0.211, 0",
        "pain -50%, 9,   4.5,   1",
        "pain -2,   7,   5,     1",
        "pain -2,   7,   5.1,   0",
        "pain<=3,   7,   3,     1",
        "pain<=3,   7,   3.5,   0"
    })
    void reliefByPainIsExact(String definition, String before, String after, int relieved) {
        JsonResult row = overall(
                List.of("patient_id,session_date,pain_before,pain_after", "P,2025-01-01," + before + "," + after),
                "--relief",
                definition);

        assertThat(counts(row)).containsExactly(1, relieved, 0, 1 - relieved);
    }

    @ParameterizedTest
    @CsvSource({"'',5", "0,0"})
    void withoutABaselineACourseIsNotAssessed(String before, String after) {
        JsonResult row = overall(List.of(
                "patient_id,session_date,pain_before,pain_after",
                "P,2025-01-01," + before + "," + after,
                "P,2025-01-02,8,1",
                "Q,2025-01-02,8,1"));

        assertThat(counts(row)).containsExactly(1, 1, 0, 0);
        assertThat(row.number("notAssessed")).isEqualTo(1);
    }
}
