package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts on the limit of 0.1 % where they turn, from an export to the result. Figures are those of statistics.md. */
class VerdictTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    /** The verdict on pneumothorax for patients of equally many sessions; the first sessions have the event. */
    private JsonResult verdict(int patients, int sessionsEach, int events, int unrecorded) {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,pneumothorax"));
        int total = patients * sessionsEach;
        for (int i = 0; i < total; i++) {
            String answer = i < events ? "yes" : i < total - unrecorded ? "no" : "";
            lines.add("P" + i % patients + "," + (1 + i / patients) + "," + answer);
        }
        return workspace.file("clinic.csv", lines).json("rates", "clinic.csv").benchmark("pneumothorax");
    }

    private JsonResult independent(int sessions, int events) {
        return verdict(sessions, 1, events, 0);
    }

    @Test
    void oneEventFreeSessionTooFew() {
        JsonResult verdict = independent(2_994, 0);

        assertThat(verdict.get("verdict")).isEqualTo("inconclusive");
        assertThat(verdict.get("reason")).isEqualTo("the limit lies between the bounds");
        assertThat(verdict.number("sessionsNeeded")).isEqualTo(1);
        assertThat(verdict.number("upper")).isCloseTo(1 - Math.pow(0.05, 1 / 2_994.0), CLOSE);
        assertThat(verdict.number("upper")).isGreaterThan(0.001);
        assertThat(verdict.number("lower")).isZero();
        assertThat(verdict.get("holdsToDesignEffect")).isNull();
    }

    @Test
    void enoughEventFreeSessions() {
        JsonResult verdict = independent(2_995, 0);

        assertThat(verdict.get("verdict")).isEqualTo("demonstrated below");
        assertThat(verdict.number("upper")).isLessThan(0.001);
        assertThat(verdict.get("sessionsNeeded")).isNull();
        assertThat(verdict.number("holdsToDesignEffect"))
                .isCloseTo(2_995 * Math.log(0.999) / Math.log(0.05), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"3000", "6000", "29950"})
    void designEffectUpToWhichAnEventFreeRecordHolds(int sessions) {
        assertThat(independent(sessions, 0).number("holdsToDesignEffect"))
                .isCloseTo(sessions * Math.log(0.999) / Math.log(0.05), within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"1, 4742", "2, 6294", "3, 7752", "4, 9151", "5, 10511"})
    void sessionsThatShowTheLimitHeldInSpiteOfEvents(int events, int sessions) {
        JsonResult tooFew = independent(sessions - 1, events);
        assertThat(tooFew.get("verdict")).isEqualTo("inconclusive");
        assertThat(tooFew.number("sessionsNeeded")).isEqualTo(1);
        assertThat(independent(sessions, events).get("verdict")).isEqualTo("demonstrated below");
    }

    @ParameterizedTest
    @CsvSource({"1, 51", "2, 355", "3, 818", "4, 1367", "5, 1971"})
    void sessionsThatShowTheLimitPassed(int events, int sessions) {
        JsonResult above = independent(sessions, events);
        assertThat(above.get("verdict")).isEqualTo("demonstrated above");
        assertThat(above.number("lower")).isGreaterThan(0.001);
        assertThat(above.get("sessionsNeeded")).isNull();
        JsonResult open = independent(sessions + 1, events);
        assertThat(open.get("verdict")).isEqualTo("inconclusive");
        assertThat(open.number("lower")).isLessThanOrEqualTo(0.001);
    }

    @Test
    void boyce() {
        JsonResult verdict = independent(20_464, 20);

        assertThat(verdict.get("verdict")).isEqualTo("inconclusive");
        assertThat(verdict.number("rate")).isEqualTo(20 / 20_464.0);
        assertThat(verdict.number("upper")).isCloseTo(0.00142, within(0.000005));
        assertThat(verdict.number("sessionsNeeded")).isEqualTo(8_594);
    }

    @Test
    void sessionsOfOnePatientTellLess() {
        JsonResult verdict = verdict(375, 8, 0, 0);

        assertThat(verdict.get("verdict")).isEqualTo("inconclusive");
        assertThat(verdict.number("upper")).isCloseTo(0.001042078, CLOSE);
        assertThat(verdict.number("sessionsNeeded")).isPositive();
        JsonResult interval =
                workspace.json("rates", "clinic.csv").rate("pneumothorax").object("interval");
        assertThat(interval.get("method")).isEqualTo("stabilized");
        assertThat(interval.number("designEffect")).isCloseTo(1.039583, within(5e-7));
        assertThat(interval.number("effectiveSize")).isCloseTo(2869.4410, within(5e-5));
        assertThat(interval.number("upper")).isCloseTo(0.001284748, CLOSE);
    }

    @Test
    void withoutClustersTheSameSessionsShowTheLimitHeld() {
        verdict(375, 8, 0, 0);

        assertThat(workspace
                        .json("rates", "clinic.csv", "--cluster", "none")
                        .benchmark("pneumothorax")
                        .get("verdict"))
                .isEqualTo("demonstrated below");
    }

    @Test
    void higherConfidenceNeedsMore() {
        independent(2_995, 0);

        JsonResult verdict =
                workspace.json("rates", "clinic.csv", "--confidence", "0.99").benchmark("pneumothorax");

        assertThat(verdict.get("verdict")).isEqualTo("inconclusive");
        assertThat(verdict.number("level")).isEqualTo(0.99);
        // ln(0.01) / ln(0.999) = 4602.9
        assertThat(verdict.number("sessionsNeeded")).isEqualTo(4_603 - 2_995);
    }

    @ParameterizedTest
    @CsvSource({"19, 1, 19, fewer than 20 sessions assessed", "4, 10, 40, fewer than 5 patients assessed"})
    void tooLittleToJudge(int patients, int sessionsEach, int events, String reason) {
        JsonResult verdict = verdict(patients, sessionsEach, events, 0);

        assertThat(verdict.get("verdict")).isEqualTo("inconclusive");
        assertThat(verdict.get("reason")).isEqualTo(reason);
        JsonResult rate = workspace.json("rates", "clinic.csv").rate("pneumothorax");
        assertThat(rate.number("rate")).isEqualTo(1);
        assertThat(rate.number("interval", "lower")).isPositive();
        assertThat(rate.object("frequency").get("notEstimable")).isEqualTo(reason);
    }

    @Test
    void twentySessionsOfFivePatientsAreEnough() {
        assertThat(verdict(5, 4, 20, 0).get("verdict")).isEqualTo("demonstrated above");
    }

    @Test
    void tenPerCentUnrecordedMayDecide() {
        JsonResult verdict = verdict(3_900, 1, 0, 390);

        assertThat(verdict.get("verdict")).isEqualTo("demonstrated below");
        assertThat(verdict.number("denominator")).isEqualTo(3_510);
        assertThat(verdict.number("notRecorded")).isEqualTo(390);
        assertThat(verdict.number("tippingPoint")).isEqualTo(1);
    }

    @Test
    void moreThanTenPerCentUnrecordedUndoTheVerdict() {
        JsonResult verdict = verdict(3_899, 1, 0, 390);

        assertThat(verdict.get("verdict")).isEqualTo("inconclusive");
        assertThat(verdict.get("reason"))
                .isEqualTo("more than 10 % of sessions are not recorded, and 1 of them with the event would undo it");
        assertThat(verdict.number("tippingPoint")).isEqualTo(1);
    }

    @Test
    void tippingPointBeyondTheUnrecordedLeavesTheVerdict() {
        // With 20 events 0.1 % is shown from 20,464 + 8,594 = 29,058 sessions on; so with 0 events and 30,000 sessions
        // the verdict stands even if all 20 unrecorded ones had the event.
        JsonResult verdict = verdict(30_020, 1, 0, 20);

        assertThat(verdict.get("verdict")).isEqualTo("demonstrated below");
        assertThat(verdict.get("tippingPoint")).isNull();
    }

    @Test
    void withoutTheColumnNothingIsSaid() {
        JsonResult result = workspace
                .file("clinic.csv", "patient_id,session_number,bruising", "P1,1,no", "P2,1,no")
                .json("rates", "clinic.csv");

        JsonResult verdict = result.benchmark("pneumothorax");
        assertThat(verdict.get("verdict")).isEqualTo("inconclusive");
        assertThat(verdict.get("reason")).isEqualTo("not recorded: the export has no column pneumothorax");
        assertThat(verdict.number("notRecorded")).isEqualTo(2);
        assertThat(verdict.get("rate")).isNull();
        assertThat(result.benchmark("any_major").get("verdict")).isEqualTo("inconclusive");
    }

    @Test
    void columnWithoutAnAnswerSaysNothing() {
        JsonResult verdict = verdict(30, 1, 0, 30);

        assertThat(verdict.get("verdict")).isEqualTo("inconclusive");
        assertThat((String) verdict.get("reason")).contains("not recorded");
        assertThat(verdict.number("denominator")).isZero();
    }

    @Test
    void headerWithoutRows() {
        JsonResult result = workspace
                .file("clinic.csv", "patient_id,session_number,pneumothorax")
                .json("report", "clinic.csv");

        assertThat(result.rows(0)).containsExactly(0, 0, 0, 0);
        assertThat(result.list("benchmarks").stream().map(row -> row.get("verdict")))
                .containsExactly("inconclusive", "inconclusive");
        assertThat(result.rate("pneumothorax").get("notEstimable")).isNotNull();
        assertThat(result.row("soreness", Map.of()).get("notEstimable")).isNotNull();
        assertThat(result.row("relief", Map.of()).get("notEstimable")).isNotNull();
    }

    @Test
    void anyMajorEventCountsOncePerSession() {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,pneumothorax,infection,bruising"));
        for (int i = 0; i < 2_995; i++) {
            lines.add("P" + i + ",1,no," + (i == 7 ? "" : "no") + ",yes");
        }

        JsonResult result = workspace.file("clinic.csv", lines).json("rates", "clinic.csv");

        assertThat(result.benchmark("pneumothorax").get("verdict")).isEqualTo("demonstrated below");
        JsonResult major = result.benchmark("any_major");
        assertThat(major.number("denominator")).isEqualTo(2_994);
        assertThat(major.get("verdict")).isEqualTo("inconclusive");
        assertThat(result.rate("any_major").number("partlyRecorded")).isEqualTo(1);
    }
}
