package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every curve names how its limits were computed. */
class CurveLimitsTest {

    private static final String JACKKNIFE = "infinitesimal jackknife, clustered by patient";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder)
                .file(
                        "durations.csv",
                        "patient_id,session_number,session_date,technique,soreness_hours,relief",
                        "P1,1,2024-01-01,deep,5,no",
                        "P1,2,2024-01-08,deep,9,yes",
                        "P2,1,2024-01-02,deep,7,yes",
                        "P3,1,2024-01-03,dry,7,no",
                        "P3,2,2024-01-09,,4,yes",
                        "P4,1,2024-01-04,dry,6,yes");
    }

    private static Map<?, ?> limits(JsonResult row) {
        return row.object("limits").entries();
    }

    private static Map<String, Object> symmetric(String scale, double level, String variance) {
        return Map.of("method", scale, "level", level, "variance", variance);
    }

    @Test
    void durationsNameScaleAndVarianceForEachStratum() {
        JsonResult result = workspace.json(
                "soreness", "durations.csv", "--by", "technique", "--conf-type", "plain", "--confidence", "0.9");

        assertThat(limits(result.row("soreness", Map.of("stratum", Map.of()))))
                .isEqualTo(symmetric("plain", 0.9, JACKKNIFE));
        assertThat(limits(result.row("soreness", Map.of("stratum", Map.of("technique", "deep")))))
                .isEqualTo(symmetric("plain", 0.9, JACKKNIFE));
        assertThat(limits(result.row("soreness", Map.of("stratum", Map.of("technique", "dry")))))
                .as("one session of each patient")
                .isEqualTo(symmetric("plain", 0.9, "greenwood"));
    }

    /** --conf-type is for soreness alone. */
    @Test
    void reliefNamesTheLimitsOfSessionsAndOfDays() {
        JsonResult relief = workspace
                .json("relief", "durations.csv", "--conf-type", "log")
                .list("relief")
                .get(0);

        assertThat(limits(relief)).isEqualTo(symmetric("log-log", 0.95, JACKKNIFE));
        assertThat(limits(relief.object("daysToRelief")))
                .as("one course of each patient")
                .isEqualTo(symmetric("log-log", 0.95, "greenwood"));
    }

    @Test
    void withoutDatesThereAreNoLimitsOfDays() {
        workspace.file("undated.csv", "patient_id,session_number,relief", "P1,1,no", "P1,2,yes", "P2,1,yes");

        JsonResult relief =
                workspace.json("relief", "undated.csv").list("relief").get(0);

        assertThat(limits(relief)).isEqualTo(symmetric("log-log", 0.95, JACKKNIFE));
        assertThat(relief.object("daysToRelief").get("limits")).isNull();
    }

    @Test
    void curvesWithoutASessionHaveNoLimits() {
        workspace.file("never.csv", "patient_id,session_number,soreness_hours", "P1,1,0");

        JsonResult soreness =
                workspace.json("soreness", "never.csv").list("soreness").get(0);

        assertThat(soreness.get("limits")).isNull();
        assertThat(soreness.get("notEstimable")).isEqualTo("no session with soreness");
    }

    @Test
    void theBootstrapNamesSeedAndReplicates() {
        workspace.file(
                "intervals.csv",
                "patient_id,session_number,soreness_last_sore_hours,soreness_first_clear_hours",
                "P1,1,4,12",
                "P2,1,12,24");

        JsonResult soreness = workspace
                .json("soreness", "intervals.csv", "--seed", "7", "--replicates", "300")
                .list("soreness")
                .get(0);

        assertThat(limits(soreness))
                .isEqualTo(
                        Map.of("method", "bootstrap over patients", "level", 0.95, "seed", 7.0, "replicates", 300.0));
        assertThat(workspace.run("soreness", "intervals.csv").out().replaceAll("\\s+", " "))
                .contains("Limits by resampling patients (bootstrap, seed 20240229).");
    }

    /** Two sessions each: 20,301 pairs of 201 intervals, so that no two patients are alike. */
    @Test
    void veryManyPatternsHaveFewerReplicatesAndTheResultSaysSo() {
        List<String> rows = new ArrayList<>();
        rows.add("patient_id,session_number,soreness_last_sore_hours,soreness_first_clear_hours");
        for (int first = 0; first <= 200; first++) {
            for (int second = first; second <= 200; second++) {
                String patient = "P" + first + "-" + second;
                rows.add(patient + ",1," + first + "," + (first + 1));
                rows.add(patient + ",2," + second + "," + (second + 1));
            }
        }
        workspace.file("many.csv", rows);

        CommandLineRun run = workspace.run("soreness", "many.csv", "--output", "json=many.json");

        JsonResult result = JsonResult.of(workspace.read("many.json"));
        assertThat(result.object("settings").number("replicates")).isEqualTo(500);
        assertThat(limits(result.list("soreness").get(0)))
                .isEqualTo(Map.of(
                        "method", "bootstrap over patients", "level", 0.95, "seed", 20240229.0, "replicates", 200.0));
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "Limits by resampling patients (bootstrap, seed 20240229; 200 replicates instead of 500 where "
                                + "the records of very many patients differ).");
    }
}
