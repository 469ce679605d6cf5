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

/** Which record of soreness is used, and durations worked out by hand. */
class SorenessFormsTest {

    private static final Offset<Double> CLOSE = within(1e-12);
    private static final String SEVERAL = "soreness-in-several-forms";
    private static final String ALL_FORMS = "patient_id,session_number,soreness_hours,soreness_at_24h,soreness_at_48h,"
            + "soreness_last_sore_hours,soreness_first_clear_hours";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    private static JsonResult overall(JsonResult result) {
        return result.row("soreness", Map.of("stratum", Map.of()));
    }

    private static List<Integer> counts(JsonResult row) {
        return List.of("recorded", "sessions", "neverSore", "resolved", "censored", "notRecorded", "endNotRecorded")
                .stream()
                .map(name -> row.number(name).intValue())
                .toList();
    }

    @Test
    void intervalComesBeforeDiaryBeforeDuration() {
        workspace
                .file("all.csv", ALL_FORMS, "P1,1,5,1,0,30,36", "P2,1,5,1,0,,")
                .file("no-interval.csv", ALL_FORMS, "P1,1,5,1,0,,", "P2,1,5,1,,,")
                .file("duration.csv", ALL_FORMS, "P1,1,5,,,,", "P2,1,5,,,,");

        JsonResult interval = workspace.json("soreness", "all.csv");
        JsonResult diary = workspace.json("soreness", "no-interval.csv");
        JsonResult duration = workspace.json("soreness", "duration.csv");

        assertThat(overall(interval).list("curve").get(0).number("hours")).isEqualTo(36);
        assertThat(counts(overall(interval))).containsExactly(1, 1, 0, 1, 0, 1, 0);
        assertThat(interval.warning(SEVERAL))
                .isEqualTo(
                        "Soreness is recorded in several forms; the curve uses the last sore and first clear hours.");
        assertThat(overall(diary).list("curve").get(0).number("hours")).isEqualTo(48);
        assertThat(counts(overall(diary))).containsExactly(2, 2, 0, 1, 1, 0, 0);
        assertThat(diary.warning(SEVERAL)).endsWith("the curve uses the diary.");
        assertThat(overall(duration).get("method")).isEqualTo("kaplan-meier");
        assertThat(counts(overall(duration))).containsExactly(2, 2, 0, 2, 0, 0, 0);
        assertThat(duration.warningCodes()).isEmpty();
    }

    /** Ends at 6, 12 and 24, one still sore at 12; one never sore, one blank, one whose end is not recorded. */
    private void durations() {
        workspace.file(
                "clinic.csv",
                "patient_id,session_number,soreness_hours,soreness_resolved",
                "P1,1,6,yes",
                "P2,1,12,yes",
                "P3,1,12,no",
                "P4,1,24,yes",
                "P5,1,0,",
                "P6,1,,yes",
                "P7,1,10,");
    }

    @Test
    void durationsByHand() {
        durations();

        JsonResult row = overall(workspace.json("soreness", "clinic.csv"));

        assertThat(counts(row)).containsExactly(5, 4, 1, 3, 1, 1, 1);
        List<JsonResult> curve = row.list("curve");
        assertThat(curve.stream().map(point -> point.number("hours"))).containsExactly(6.0, 12.0, 24.0);
        assertThat(curve.stream().map(point -> point.number("atRisk"))).containsExactly(4.0, 3.0, 1.0);
        assertThat(curve.stream().map(point -> point.number("censored"))).containsExactly(0.0, 1.0, 0.0);
        assertThat(curve.get(0).number("sore")).isCloseTo(0.75, CLOSE);
        assertThat(curve.get(1).number("sore")).isCloseTo(0.5, CLOSE);
        assertThat(curve.get(2).number("sore")).isZero();
        assertThat(curve.get(2).get("upper")).isNull();
        // at the level from 12 to the drop at 24, and from 6 to the drop at 12
        assertThat(row.number("medianHours", "value")).isEqualTo(18);
        assertThat(row.number("quartileHours", "q1")).isEqualTo(9);
        assertThat(row.number("quartileHours", "q3")).isEqualTo(24);
        assertThat(row.number("meanHoursTo72", "value")).isCloseTo(6 + 6 * 0.75 + 12 * 0.5, CLOSE);
        assertThat(row.row("resolvedBy", Map.of("hours", 12)).number("probability"))
                .isCloseTo(0.5, CLOSE);
        assertThat(row.row("resolvedBy", Map.of("hours", 168)).number("probability"))
                .isEqualTo(1);
    }

    @Test
    void amongAllThoseNeverSoreAreAtHourZero() {
        durations();

        JsonResult row = overall(workspace.json("soreness", "clinic.csv", "--among", "all"));

        assertThat(row.number("sessions")).isEqualTo(5);
        assertThat(row.number("neverSore")).isEqualTo(1);
        List<JsonResult> curve = row.list("curve");
        assertThat(curve.get(0).number("hours")).isZero();
        assertThat(curve.get(0).number("sore")).isCloseTo(0.8, CLOSE);
        assertThat(row.row("resolvedBy", Map.of("hours", 12)).number("probability"))
                .isCloseTo(1 - 0.8 * 0.75 * 2 / 3, CLOSE);
    }

    @Test
    void withoutAColumnOfTheEndEveryDurationHasEnded() {
        workspace.file("clinic.csv", "patient_id,session_number,soreness_hours", "P1,1,6", "P2,1,12", "P3,1,0");

        assertThat(counts(overall(workspace.json("soreness", "clinic.csv")))).containsExactly(3, 2, 1, 2, 0, 0, 0);
    }

    @Test
    void lastHourStillSoreLeavesWhatComesAfterOpen() {
        workspace.file(
                "clinic.csv",
                "patient_id,session_number,soreness_hours,soreness_resolved",
                "P1,1,6,yes",
                "P2,1,24,no",
                "P3,1,24,no");

        JsonResult row = overall(workspace.json("soreness", "clinic.csv"));

        assertThat(row.row("resolvedBy", Map.of("hours", 24)).number("probability"))
                .isCloseTo(1 / 3.0, CLOSE);
        assertThat(row.row("resolvedBy", Map.of("hours", 36)).get("notEstimable"))
                .isNotNull();
        assertThat(row.row("resolvedBy", Map.of("hours", 36)).get("probability"))
                .isNull();
        assertThat(row.object("meanHoursTo72").get("notEstimable")).isNotNull();
        assertThat(row.object("medianHours").get("value")).isNull();
    }
}
