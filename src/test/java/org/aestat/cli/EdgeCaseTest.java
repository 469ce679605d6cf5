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
import org.junit.jupiter.params.provider.ValueSource;

/** Data at the edges: every command gives a result with reasons, and no number that is none. */
class EdgeCaseTest {

    private static final String HEADER =
            "patient_id,session_date,condition,bruising,pneumothorax,soreness_hours,relief";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    /** Runs every command in both formats, also by condition, and gives the report. */
    private JsonResult everything(String... options) {
        for (String command : List.of("report", "rates", "soreness", "relief")) {
            for (String by : List.of("source", "condition,source")) {
                List<String> arguments = new ArrayList<>(List.of(command, "clinic.csv", "--by", by));
                arguments.addAll(List.of(options));
                CommandLineRun text = workspace.run(arguments.toArray(String[]::new));
                assertThat(text.exit()).isZero();
                assertThat(text.err()).isEmpty();
                assertThat(text.out()).doesNotContain("NaN", "Infinity", "null", "∞");
                assertThat(text.out().lines()).allMatch(line -> line.length() <= 100);
                arguments.addAll(List.of("--format", "json"));
                CommandLineRun json = workspace.run(arguments.toArray(String[]::new));
                assertThat(json.out()).doesNotContain("NaN", "Infinity");
                assertThat(json.result().get("command")).isEqualTo(command);
            }
        }
        List<String> arguments = new ArrayList<>(List.of("report", "clinic.csv"));
        arguments.addAll(List.of(options));
        return workspace.json(arguments.toArray(String[]::new));
    }

    private Workspace sessions(int count, String cells) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < count; i++) {
            lines.add("P" + i % 10 + ",2025-01-" + (10 + i / 10) + "," + cells);
        }
        return workspace.file("clinic.csv", lines);
    }

    @Test
    void oneSession() {
        sessions(1, "neck,yes,no,24,yes");

        JsonResult result = everything();

        JsonResult rate = result.rate("bruising");
        assertThat(rate.number("rate")).isEqualTo(1);
        assertThat(rate.object("interval").get("method")).isEqualTo("clopper-pearson");
        assertThat(rate.number("interval", "lower")).isCloseTo(0.025, within(1e-12));
        assertThat(rate.number("interval", "upper")).isEqualTo(1);
        assertThat(result.benchmark("pneumothorax").get("reason")).isEqualTo("fewer than 20 sessions assessed");
        JsonResult soreness = result.row("soreness", Map.of("stratum", Map.of()));
        assertThat(soreness.number("medianHours", "value")).isEqualTo(24);
        JsonResult relief = result.row("relief", Map.of("stratum", Map.of()));
        assertThat(relief.number("medianSessions", "value")).isEqualTo(1);
    }

    @Test
    void everySessionWithTheEvent() {
        sessions(50, "neck,yes,yes,24,yes");

        JsonResult result = everything();

        JsonResult rate = result.rate("bruising");
        assertThat(rate.number("rate")).isEqualTo(1);
        assertThat(rate.number("interval", "upper")).isEqualTo(1);
        assertThat(rate.number("interval", "lower")).isBetween(0.8, 0.95);
        assertThat(rate.object("frequency").get("estimate")).isEqualTo("very common");
        assertThat(result.benchmark("pneumothorax").get("verdict")).isEqualTo("demonstrated above");
    }

    @Test
    void noSessionWithTheEvent() {
        sessions(50, "neck,no,no,0,no");

        JsonResult result = everything();

        JsonResult rate = result.rate("bruising");
        assertThat(rate.number("rate")).isZero();
        assertThat(rate.number("interval", "lower")).isZero();
        assertThat(rate.number("interval", "upper")).isBetween(0.05, 0.2);
        assertThat(rate.object("frequency").get("estimate")).isEqualTo("none observed");
        assertThat(rate.list("ladder")).isNotEmpty();
        JsonResult soreness = result.row("soreness", Map.of("stratum", Map.of()));
        assertThat(soreness.number("neverSore")).isEqualTo(50);
        assertThat(soreness.get("notEstimable")).isNotNull();
        JsonResult relief = result.row("relief", Map.of("stratum", Map.of()));
        assertThat(relief.number("relieved")).isZero();
    }

    @Test
    void noSessionAfterTheFilters() {
        sessions(30, "neck,yes,no,24,yes");

        JsonResult result = everything("--from", "2030-01-01");

        assertThat(result.rows(0)).containsExactly(30, 0, 30, 0);
        assertThat(result.rate("bruising").get("notEstimable")).isNotNull();
        assertThat(result.rate("bruising").number("denominator")).isZero();
        assertThat(result.benchmark("pneumothorax").get("verdict")).isEqualTo("inconclusive");
        assertThat(result.row("relief", Map.of("stratum", Map.of())).number("courses"))
                .isZero();
    }

    @Test
    void nothingRecorded() {
        sessions(30, ",,n/a,,unknown");

        JsonResult result = everything();

        JsonResult rate = result.rate("bruising");
        assertThat(rate.get("notEstimable")).isEqualTo("not recorded");
        assertThat(rate.number("notRecorded")).isEqualTo(30);
        assertThat(rate.get("rate")).isNull();
        assertThat(result.benchmark("pneumothorax").get("verdict")).isEqualTo("inconclusive");
        assertThat(result.row("soreness", Map.of("stratum", Map.of())).number("notRecorded"))
                .isEqualTo(30);
        assertThat(result.row("relief", Map.of("stratum", Map.of())).number("notAssessed"))
                .isPositive();
    }

    @Test
    void headerAlone() {
        workspace.file("clinic.csv", HEADER);

        assertThat(everything().rows(0)).containsExactly(0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "<b>", "re\u001B[31md", "a\u202Eb", "::error::x", "|", "%s%n", "\uD83D\uDE00"})
    void hostileCategories(String value) {
        sessions(30, "\"" + value + "\",yes,no,24,yes");

        JsonResult result = everything();

        assertThat(workspace
                        .json("rates", "clinic.csv", "--by", "condition")
                        .rate("bruising", Map.of("condition", value)))
                .isNotNull();
        assertThat(workspace.run("rates", "clinic.csv", "--by", "condition").out())
                .doesNotContain("\u001B", "\u202E");
        assertThat(result.rate("bruising").number("events")).isEqualTo(30);
    }

    @Test
    void textInAsciiHoldsNothingElse() {
        workspace.file("clinic.csv", SampleExport.lines());

        CommandLineRun run = workspace.run("report", "clinic.csv", "--by", "condition,therapist", "--ascii");

        assertThat(run.exit()).isZero();
        assertThat(run.out().chars()).isNotEmpty().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F));
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    }
}
