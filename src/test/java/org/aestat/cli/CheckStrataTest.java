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

/**
 * Verdicts by strata, and Holm's adjustment. Three events show a rate above 0.1 % at p .05 in at most 818 sessions, at
 * .05/2 in at most 619, at .05/3 in at most 529: R 4.2.2, {@code 1 - pbinom(2, n, .001)}.
 */
class CheckStrataTest {

    @TempDir
    private Path folder;

    private Gate gate;

    @BeforeEach
    void open() {
        gate = new Gate(new Workspace(folder));
    }

    private JsonResult bySite(String... further) {
        List<String> lines = new ArrayList<>(List.of("evidence = \"demonstrated\"", "by = \"site\""));
        lines.addAll(List.of(further));
        return gate.pneumothorax(lines.toArray(String[]::new)).json();
    }

    private static String verdicts(JsonResult result) {
        return String.join(
                " ",
                result.list("thresholds").get(0).list("verdicts").stream()
                        .map(verdict -> (String) verdict.get("verdict"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        // one of three is shown without the adjustment only
        "818, 3, 4000, 0, 4000, 0, inconclusive pass pass",
        "529, 3, 4000, 0, 4000, 0, breach pass pass",
        "530, 3, 4000, 0, 4000, 0, inconclusive pass pass",
        // step by step: the second at .05/2, the third at .05
        "529, 3, 619, 3, 818, 3, breach breach breach",
        "818, 3, 619, 3, 529, 3, breach breach breach",
        "529, 3, 619, 3, 819, 3, breach breach inconclusive",
        "529, 3, 620, 3, 818, 3, breach inconclusive inconclusive",
        "530, 3, 619, 3, 818, 3, inconclusive inconclusive inconclusive",
        // too little to be judged: not among those adjusted for
        "619, 3, 19, 0, 4000, 0, breach inconclusive pass",
        "818, 3, 19, 0, 19, 0, breach inconclusive inconclusive"
    })
    void holm(int a, int eventsOfA, int b, int eventsOfB, int c, int eventsOfC, String expected) {
        gate.sites("A", a, eventsOfA, "B", b, eventsOfB, "C", c, eventsOfC);

        assertThat(verdicts(bySite())).isEqualTo(expected);
        assertThat(verdicts(bySite("adjust = \"holm\""))).isEqualTo(expected);
    }

    @Test
    void withoutAdjustmentEachStratumStandsAlone() {
        gate.sites("A", 818, 3, "B", 818, 3, "C", 819, 3);

        assertThat(verdicts(bySite("adjust = \"none\""))).isEqualTo("breach breach inconclusive");
        assertThat(verdicts(bySite())).isEqualTo("inconclusive inconclusive inconclusive");
    }

    @Test
    void boundIsShownAtTheLevelUsed() {
        gate.sites("A", 529, 3, "B", 619, 3, "C", 819, 3);

        JsonResult result = bySite();

        JsonResult broken = Gate.of(result, "site", "A").object("bound");
        assertThat(broken.number("level")).isEqualTo(1 - (1 - 0.95) / 2);
        JsonResult open = Gate.of(result, "site", "C");
        assertThat(open.get("reason")).isEqualTo("the limit lies between the bounds");
        assertThat(result.list("thresholds").get(0).get("adjust")).isEqualTo("holm");
    }

    @Test
    void whatOnlyTheAdjustmentKeepsOpenIsSaid() {
        gate.sites("A", 818, 3, "B", 100, 0, "C", 100, 0);

        JsonResult verdict = Gate.of(bySite(), "site", "A");

        assertThat(verdict.get("reason"))
                .isEqualTo("the lower bound is above the limit, but not with Holm's adjustment for 3 strata");
        // qbeta(.05/3, 3, 816)
        assertThat(verdict.object("bound").number("value")).isCloseTo(0.0006470500, within(1e-10));
        assertThat(verdict.object("bound").number("level")).isCloseTo(1 - 0.05 / 3, within(1e-15));
        assertThat(gate.run("--quiet").out()).contains("""
                INCONCLUSIVE T (site = A): rate(pneumothorax) should be below 0.1 %. It is 0.37 % (3 of 818
                sessions). The lower bound is above the limit, but not with Holm's adjustment for 3 strata: with
                98.3 % confidence it is at least 0.065 %.""");
    }

    @Test
    void passesNeedNoAdjustment() {
        gate.sites("A", 2_995, 0, "B", 2_995, 0, "C", 2_994, 0);

        assertThat(verdicts(bySite())).isEqualTo("pass pass inconclusive");
    }

    @Test
    void blankIsAStratumAndTheLast() {
        gate.workspace()
                .file(
                        "clinic.csv",
                        "patient_id,session_number,site,technique,bruising",
                        "A,1,S,deep,no",
                        "B,1,,deep,yes",
                        "C,1,N,,no");

        JsonResult result = gate.threshold(
                        "metric = \"count(bruising)\"", "below = 1", "by = [\"Site\", \"technique\"]")
                .json();

        JsonResult threshold = result.list("thresholds").get(0);
        assertThat(threshold.get("by").toString()).isEqualTo("[site, technique]");
        assertThat(threshold.list("verdicts").stream()
                        .map(verdict -> verdict.get("stratum") + " " + verdict.get("verdict"))
                        .toList())
                .containsExactly(
                        "{site=N, technique=null} pass",
                        "{site=S, technique=deep} pass",
                        "{site=null, technique=deep} breach");
    }

    @Test
    void stratumWithoutDataFailsAndIsCounted() {
        gate.workspace().file("clinic.csv", "patient_id,session_number,site,bruising", "A,1,S,no", "B,1,N,", "C,1,T,");

        gate.threshold("metric = \"rate(bruising)\"", "below = 0.5", "evidence = \"point\"", "by = \"site\"");

        JsonResult threshold = gate.json().list("thresholds").get(0);
        assertThat(threshold.number("strataWithoutData")).isEqualTo(2);
        assertThat(gate.run("--quiet").exit()).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(gate.run().out()).contains("\nT: nothing was assessed in 2 of 3 strata.\n");
    }

    @Test
    void noStrataAtAllGiveOneVerdict() {
        gate.sites();

        JsonResult verdict = gate.pneumothorax("evidence = \"not-exceeded\"", "by = \"site\"")
                .verdict();

        assertThat(verdict.get("stratum").toString()).isEqualTo("{}");
        assertThat(verdict.get("effect")).isEqualTo("fail");
        assertThat(verdict.get("notEstimable")).isEqualTo("no sessions");
    }

    @Test
    void thresholdsAndTheCommandLineSelectTogether() {
        gate.workspace()
                .file(
                        "clinic.csv",
                        "patient_id,session_number,site,technique,bruising",
                        "A,1,S,deep,yes",
                        "B,1,S,superficial,yes",
                        "C,1,N,deep,yes",
                        "D,1,,deep,yes");
        gate.threshold("metric = \"count(bruising)\"", "below = 9", "where = { Site = [\"S\", \"N\"] }");

        assertThat(gate.verdict().number("value")).isEqualTo(3);
        assertThat(gate.verdict("--where", "technique=deep").number("value")).isEqualTo(2);
        assertThat(gate.run("--where", "technique=deep", "--quiet").out())
                .contains("\nOnly sessions with: technique=deep.\n");
        gate.threshold("metric = \"count(bruising)\"", "below = 9", "where = { site = \"\", technique = \"deep\" }");
        assertThat(gate.verdict().number("value")).isEqualTo(1);
    }

    @Test
    void sourceIsAColumn() {
        gate.workspace()
                .file("clinic.csv", "patient_id,session_number,bruising", "A,1,yes")
                .file("other.csv", "patient_id,session_number,bruising", "B,1,no");
        gate.threshold("metric = \"count(bruising)\"", "below = 1", "by = \"source\"");

        JsonResult result = gate.json("other.csv");

        assertThat(verdicts(result)).isEqualTo("breach pass");
        assertThat(result.list("thresholds").get(0).list("verdicts").get(0).get("stratum"))
                .isEqualTo(Map.of("source", "clinic.csv"));
    }
}
