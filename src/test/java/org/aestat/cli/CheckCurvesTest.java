package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds on curves; figures are those of {@code reference/check/curves.R}, printed in {@code curves.txt}. */
class CheckCurvesTest {

    private static final Offset<Double> CLOSE = within(1e-9);
    private static final int[] HOURS = {
        6, 6, 12, 12, 12, 18, 18, 24, 24, 24, 24, 30, 30, 36, 36, 36, 48, 48, 48, 60, 60, 72, 72, 96
    };
    private static final List<Integer> STILL_SORE = List.of(18, 22, 23);
    private static final int[] COURSES = {1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 2, 3, 4, 5, 3, 6};
    private static final int RELIEVED = 18;
    private static final int ENDED = 22;

    @TempDir
    private Path folder;

    private Gate gate;

    @BeforeEach
    void open() {
        gate = new Gate(new Workspace(folder));
    }

    private void soreness() {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,soreness_hours,soreness_resolved"));
        for (int i = 0; i < HOURS.length; i++) {
            lines.add("P" + i + ",1," + HOURS[i] + "," + (STILL_SORE.contains(i) ? "no" : "yes"));
        }
        lines.add("Q,1,0,yes");
        lines.add("R,1,,");
        gate.workspace().file("clinic.csv", lines);
    }

    private void relief() {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,relief,course_outcome"));
        for (int i = 0; i < COURSES.length; i++) {
            String outcome = i < ENDED ? "completed" : "ongoing";
            for (int session = 1; session <= COURSES[i]; session++) {
                String relieved = session == COURSES[i] && i < RELIEVED ? "yes" : "no";
                lines.add("P" + i + "," + session + "," + relieved + "," + outcome);
            }
        }
        gate.workspace().file("clinic.csv", lines);
    }

    @ParameterizedTest
    @CsvSource({
        "soreness.resolved_by(48h), above = 0.598, demonstrated, pass, lower, 0.5980069127",
        "soreness.resolved_by(48h), above = 0.599, demonstrated, inconclusive, lower, 0.5980069127",
        "soreness.resolved_by(48h), above = 0.879, demonstrated, breach, upper, 0.8786190746",
        "soreness.resolved_by(48h), above = 0.878, not-exceeded, inconclusive, lower, 0.5980069127",
        "soreness.resolved_by(24h), below = 0.638, demonstrated, pass, upper, 0.6374643016",
        "soreness.resolved_by(24h), below = 0.309, demonstrated, breach, lower, 0.3095944944",
        "soreness.median_hours, below = 36.5, demonstrated, pass, upper, 36",
        "soreness.median_hours, below = 36, demonstrated, inconclusive, upper, 36",
        "soreness.median_hours, below = 24, demonstrated, inconclusive, upper, 36",
        "soreness.median_hours, below = 23.5, demonstrated, breach, lower, 24",
        "soreness.median_hours, above = 23.5, demonstrated, pass, lower, 24",
        "relief.by_session(6), above = 0.593, demonstrated, pass, lower, 0.5939490203",
        "relief.by_session(6), above = 0.594, demonstrated, inconclusive, lower, 0.5939490203",
        "relief.by_session(4), above = 0.741, demonstrated, breach, upper, 0.7405564811",
        "relief.median_sessions, below = 7, demonstrated, pass, upper, 6",
        "relief.median_sessions, below = 6, demonstrated, inconclusive, upper, 6",
        "relief.median_sessions, below = 2.5, demonstrated, breach, lower, 3"
    })
    void bounds(String metric, String limit, String evidence, String expected, String side, double bound) {
        soreOrRelieved(metric);

        JsonResult verdict = gate.threshold("metric = \"" + metric + "\"", limit, "evidence = \"" + evidence + "\"")
                .verdict();

        assertThat(verdict.get("verdict")).isEqualTo(expected);
        assertThat(verdict.object("bound").get("side")).isEqualTo(side);
        assertThat(verdict.object("bound").number("level")).isEqualTo(0.95);
        assertThat(verdict.object("bound").number("value")).isCloseTo(bound, CLOSE);
    }

    private void soreOrRelieved(String metric) {
        if (metric.startsWith("soreness")) {
            soreness();
        } else {
            relief();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "soreness.resolved_by(48h), above = 0.75, breach, 0.75, 0.5686987504, 0.8982555580, kaplan-meier",
        "soreness.resolved_by(48h), above = 0.7499, pass, 0.75, 0.5686987504, 0.8982555580, kaplan-meier",
        "soreness.median_hours, below = 30, breach, 30, 18, 48, kaplan-meier",
        "soreness.median_hours, below = 30.5, pass, 30, 18, 48, kaplan-meier",
        "relief.by_session(6), below = 0.78, pass, 0.7791666667, 0.5488894812, 0.9014054161, aalen-johansen",
        "relief.median_sessions, below = 4, breach, 4, 3, 6, aalen-johansen",
        "relief.median_sessions, above = 3, pass, 4, 3, 6, aalen-johansen"
    })
    void pointsAndIntervals(
            String metric, String limit, String expected, double value, double lower, double upper, String method) {
        soreOrRelieved(metric);

        JsonResult verdict = gate.threshold("metric = \"" + metric + "\"", limit, "evidence = \"point\"")
                .verdict();

        assertThat(verdict.get("verdict")).isEqualTo(expected);
        assertThat(verdict.number("value")).isCloseTo(value, CLOSE);
        JsonResult interval = verdict.object("interval");
        assertThat(interval.get("method")).isEqualTo(method);
        assertThat(interval.number("level")).isEqualTo(0.95);
        assertThat(interval.number("lower")).isCloseTo(lower, CLOSE);
        assertThat(interval.number("upper")).isCloseTo(upper, CLOSE);
    }

    @Test
    void countsOfCurves() {
        soreness();
        JsonResult sore = gate.threshold("metric = \"soreness.median_hours\"", "below = 99", "evidence = \"point\"")
                .verdict();
        assertThat(sore.object("counts").entries().toString())
                .isEqualTo("{events=21.0, denominator=24.0, notRecorded=1.0, of=sore sessions}");

        relief();
        JsonResult relieved = gate.threshold(
                        "metric = \"relief.median_sessions\"", "below = 99", "evidence = \"point\"")
                .verdict();
        assertThat(relieved.object("counts").entries().toString())
                .isEqualTo("{events=18.0, denominator=24.0, notRecorded=0.0, of=courses}");
    }

    /** 3 of 30 have resolved by 24 h, the others are still sore at 48 h: the median is beyond 48 h. */
    @ParameterizedTest
    @CsvSource({
        "below = 48, point, breach",
        "below = 49, point, inconclusive",
        "above = 48, point, pass",
        "above = 49, point, inconclusive",
        "below = 36, demonstrated, inconclusive",
        "above = 36, demonstrated, inconclusive"
    })
    void medianThatIsNotReached(String limit, String evidence, String expected) {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,soreness_hours,soreness_resolved"));
        for (int i = 0; i < 30; i++) {
            lines.add("P" + i + ",1," + (i < 3 ? "24,yes" : "48,no"));
        }
        gate.workspace().file("clinic.csv", lines);

        JsonResult verdict = gate.threshold(
                        "metric = \"soreness.median_hours\"", limit, "evidence = \"" + evidence + "\"")
                .verdict();

        assertThat(verdict.get("verdict")).isEqualTo(expected);
        assertThat(verdict.get("notEstimable")).isEqualTo("not reached by 48 h");
        if (evidence.equals("demonstrated")) {
            assertThat(verdict.get("reason"))
                    .isEqualTo("the data give no " + (limit.startsWith("below") ? "upper" : "lower") + " bound");
        }
    }

    /** Sore at 12 h, clear at 24 h: the median is in (12, 24], and so is the share resolved by 18 h: 0 to 1. */
    @ParameterizedTest
    @CsvSource({
        "soreness.median_hours, below = 25, pass",
        "soreness.median_hours, below = 24, inconclusive",
        "soreness.median_hours, below = 12, breach",
        "soreness.median_hours, above = 12, pass",
        "soreness.median_hours, above = 13, inconclusive",
        "soreness.median_hours, above = 24, breach",
        "soreness.resolved_by(18h), above = 0.5, inconclusive",
        "soreness.resolved_by(24h), above = 0.5, pass",
        "soreness.resolved_by(12h), above = 0.5, breach"
    })
    void curveOfADiary(String metric, String limit, String expected) {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,soreness_at_12h,soreness_at_24h"));
        for (int i = 0; i < 30; i++) {
            lines.add("P" + i + ",1,4,0");
        }
        gate.workspace().file("clinic.csv", lines);

        JsonResult verdict = gate.threshold("metric = \"" + metric + "\"", limit, "evidence = \"point\"")
                .verdict("--replicates", "100");

        assertThat(verdict.get("verdict")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "soreness.resolved_by(100h), 'beyond the last observed time, 96 h'",
        "relief.by_session(7), 'beyond the last assessed session, 6'"
    })
    void beyondTheDataNothingIsKnown(String metric, String reason) {
        soreOrRelieved(metric);

        JsonResult verdict = gate.threshold("metric = \"" + metric + "\"", "above = 0.1", "evidence = \"point\"")
                .verdict();

        assertThat(verdict.get("verdict")).isEqualTo("inconclusive");
        assertThat(verdict.get("notEstimable")).isEqualTo(reason);
    }

    @Test
    void fewSessionsOrPatientsDecideNothing() {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,soreness_hours"));
        for (int i = 0; i < 40; i++) {
            lines.add("P" + i % 4 + "," + (1 + i / 4) + "," + (6 + i % 7));
        }
        gate.workspace().file("clinic.csv", lines);
        gate.threshold("metric = \"soreness.median_hours\"", "below = 48", "evidence = \"demonstrated\"");
        assertThat(gate.verdict().get("reason")).isEqualTo("fewer than 5 patients in the curve");

        gate.workspace().file("clinic.csv", lines.subList(0, 20));
        assertThat(gate.verdict().get("reason")).isEqualTo("fewer than 20 sore sessions in the curve");
    }

    @Test
    void columnsThatTheExportLacks() {
        gate.sessions(30, 0);

        assertThat(gate.threshold("metric = \"soreness.median_hours\"", "below = 48", "evidence = \"point\"")
                        .verdict()
                        .get("notEstimable"))
                .isEqualTo("the export has no column of soreness");
        assertThat(gate.threshold("metric = \"relief.by_session(3)\"", "above = 0.5", "evidence = \"point\"")
                        .verdict()
                        .get("notEstimable"))
                .isEqualTo("the export lacks the columns that tell of relief");
    }

    /** A course belongs where its first session does. */
    @Test
    void coursesAreSelectedByTheirFirstSession() {
        gate.workspace()
                .file(
                        "clinic.csv",
                        "patient_id,session_number,technique,relief",
                        "A,1,deep,no",
                        "A,2,superficial,yes",
                        "B,1,superficial,no",
                        "B,2,deep,yes");

        JsonResult verdict = gate.threshold(
                        "metric = \"relief.by_session(2)\"",
                        "above = 0.5",
                        "evidence = \"point\"",
                        "where = { technique = \"deep\" }")
                .verdict();

        assertThat(verdict.object("counts").number("denominator")).isEqualTo(1);
        assertThat(verdict.number("value")).isEqualTo(1);
    }
}
