package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Soreness diaries and intervals; every expectation is worked out by hand. */
class RelapseAndDiaryTest {

    private static final Offset<Double> CLOSE = within(1e-7);

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder)
                .file(
                        "diary.csv",
                        "patient_id,session_number,soreness_at_48h,soreness_at_6h,soreness_at_24h",
                        "relapsed,1,2,3,0",
                        "clear by 48,1,0,4,2",
                        "never,1,0,0,0",
                        "unknown,1,,0,0",
                        "clear between 6 and 48,1,0,5,",
                        "clear by 24,1,0,2,0",
                        "lost after 6,1,,3,",
                        "blank,1,,,");
    }

    private static List<Integer> counts(JsonResult row) {
        return List.of("recorded", "sessions", "neverSore", "resolved", "censored", "relapsed", "notRecorded").stream()
                .map(name -> row.number(name).intValue())
                .toList();
    }

    private JsonResult soreness(String... arguments) {
        return workspace.json(arguments).row("soreness", Map.of("stratum", Map.of()));
    }

    @Test
    void countsOfTheDiary() {
        JsonResult row = soreness("soreness", "diary.csv");

        assertThat(row.get("method")).isEqualTo("npmle");
        assertThat(counts(row)).containsExactly(6, 5, 1, 3, 2, 1, 2);
    }

    @Test
    void trajectoryIsWhoIsSoreAtEachHour() {
        List<JsonResult> times = soreness("soreness", "diary.csv").list("trajectory");

        assertThat(times.stream().map(time -> time.number("hours"))).containsExactly(6.0, 24.0, 48.0);
        assertThat(times.stream().map(time -> time.number("recorded"))).containsExactly(7.0, 5.0, 5.0);
        assertThat(times.stream().map(time -> time.number("sore"))).containsExactly(5 / 7.0, 0.2, 0.2);
        assertThat(times.get(0).number("meanScore")).isCloseTo(17 / 7.0, CLOSE);
        assertThat(times.get(1).number("meanScore")).isCloseTo(0.4, CLOSE);
    }

    /**
     * Intervals (24, 48], (6, 48], (6, 24], beyond 48 and beyond 6: with masses p, p and 1 - 2p the likelihood is
     * 2 p^3 (1 - 2p), whose maximum is at p = 3/8.
     */
    @Test
    void curveIsNotYetFinallyClear() {
        JsonResult row = soreness("soreness", "diary.csv");

        List<JsonResult> curve = row.list("curve");
        assertThat(curve.stream().map(point -> point.number("fromHours"))).containsExactly(6.0, 24.0);
        assertThat(curve.stream().map(point -> point.number("hours"))).containsExactly(24.0, 48.0);
        assertThat(curve.get(0).number("sore")).isCloseTo(5 / 8.0, CLOSE);
        assertThat(curve.get(1).number("sore")).isCloseTo(1 / 4.0, CLOSE);
        assertThat(row.row("resolvedBy", Map.of("hours", 24)).number("probability"))
                .isCloseTo(3 / 8.0, CLOSE);
        assertThat(row.row("resolvedBy", Map.of("hours", 48)).number("probability"))
                .isCloseTo(3 / 4.0, CLOSE);
        assertThat(row.number("medianHours", "from")).isEqualTo(24);
        assertThat(row.number("medianHours", "to")).isEqualTo(48);
    }

    @Test
    void insideAnIntervalThereAreBoundsAndNoFigure() {
        JsonResult row = soreness("soreness", "diary.csv");

        JsonResult by36 = row.row("resolvedBy", Map.of("hours", 36));
        assertThat(by36.get("probability")).isNull();
        assertThat(by36.number("lowerBound")).isCloseTo(3 / 8.0, CLOSE);
        assertThat(by36.number("upperBound")).isCloseTo(3 / 4.0, CLOSE);
        JsonResult by12 = row.row("resolvedBy", Map.of("hours", 12));
        assertThat(by12.number("lowerBound")).isCloseTo(0, CLOSE);
        assertThat(by12.number("upperBound")).isCloseTo(3 / 8.0, CLOSE);
        assertThat(row.row("resolvedBy", Map.of("hours", 72)).get("notEstimable"))
                .isNotNull();
    }

    @Test
    void relapseIsASoreHourAfterAClearOne() {
        workspace.file(
                "diary.csv",
                "patient_id,session_number,soreness_at_6h,soreness_at_24h,soreness_at_48h,soreness_at_72h",
                "sore clear sore clear,1,1,0,2,0",
                "clear sore clear,1,0,1,0,0",
                "sore blank sore clear,1,1,,2,0",
                "two relapses,1,1,0,1,0");

        JsonResult row = soreness("soreness", "diary.csv");

        assertThat(row.number("relapsed")).isEqualTo(2);
        assertThat(counts(row)).containsExactly(4, 4, 0, 4, 0, 2, 0);
    }

    @Test
    void intervals() {
        workspace.file(
                "intervals.csv",
                "patient_id,session_number,soreness_last_sore_hours,soreness_first_clear_hours",
                "A,1,6,24",
                "B,1,,12",
                "C,1,24,",
                "D,1,18,18",
                "E,1,,0",
                "F,1,,",
                "G,1,0,0");

        JsonResult row = soreness("soreness", "intervals.csv");

        assertThat(row.get("method")).isEqualTo("npmle");
        assertThat(counts(row)).containsExactly(6, 4, 2, 3, 1, 0, 1);
    }
}
