package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds on what is not recorded and on contraindications. */
class CheckFactsTest {

    private static final String[] EXPORT = {
        "patient_id,session_number,technique,bruising,cough,pain_before,soreness_hours,soreness_resolved,relief,"
                + "anticoagulant,Pregnant,insurer",
        "A,1,deep,yes,no,5,24,yes,yes,yes,no,x",
        "B,1,deep,no,,n/a,24,,no,no,,",
        "C,1,,,yes,0,,,,-99,no,x",
        "D,1,deep,,no,,0,yes,,,,x",
        "E,1,deep,no,no,7,12,no,yes,yes,yes,x"
    };

    @TempDir
    private Path folder;

    private Gate gate;

    @BeforeEach
    void open() {
        gate = new Gate(new Workspace(folder));
        gate.workspace().file("clinic.csv", EXPORT).file("map.toml", "[events]", "cough = \"cough\"");
    }

    @ParameterizedTest
    @CsvSource({
        "bruising, 2",
        "any_minor, 2",
        "any_major, 5",
        "cough, 1",
        "pain_before, 2",
        "relief, 2",
        "soreness, 2",
        "soreness_hours, 1",
        "soreness_resolved, 2",
        "technique, 1",
        "anticoagulant, 2",
        "pregnant, 2",
        "insurer, 1",
        "age, 5",
        "pneumothorax, 5",
        "session_number, 0"
    })
    void notRecorded(String column, int blank) {
        gate.threshold("metric = \"not_recorded(" + column + ")\"", "below = 0.4");

        JsonResult verdict = gate.verdict("--mapping", "map.toml");

        assertThat(verdict.number("value")).isEqualTo(blank / 5.0);
        assertThat(verdict.object("counts").entries().toString())
                .isEqualTo("{events=" + (double) blank + ", denominator=5.0, notRecorded=0.0, of=sessions}");
        assertThat(verdict.get("verdict")).isEqualTo(blank < 2 ? "pass" : "breach");
    }

    @Test
    void notRecordedOfAListOfEvents() {
        gate.workspace()
                .file(
                        "clinic.csv",
                        "patient_id,session_number,adverse_events",
                        "A,1,none",
                        "B,1,",
                        "C,1,bruising; bleeding");

        for (String column : new String[] {"adverse_events", "pneumothorax", "any"}) {
            gate.threshold("metric = \"not_recorded(" + column + ")\"", "below = 0.5");
            assertThat(gate.verdict().number("value")).as(column).isEqualTo(1 / 3.0);
        }
    }

    @Test
    void contraindicatedSessionsAreCountedOnce() {
        gate.threshold("metric = \"contraindicated_sessions\"", "below = 3");

        JsonResult verdict = gate.verdict();

        assertThat(verdict.number("value")).isEqualTo(2);
        assertThat(verdict.get("verdict")).isEqualTo("pass");
        assertThat(verdict.object("counts").entries().toString())
                .isEqualTo("{events=2.0, denominator=4.0, notRecorded=1.0, of=sessions}");
    }

    @Test
    void contraindicationsThatNobodyRecordsAreNotNone() {
        gate.workspace().file("clinic.csv", "patient_id,session_number,bruising", "A,1,no");
        gate.threshold("metric = \"contraindicated_sessions\"", "below = 1");

        CommandLineRun run = gate.run("--format", "json", "--quiet");

        assertThat(run.exit()).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(run.result()
                        .list("thresholds")
                        .get(0)
                        .list("verdicts")
                        .get(0)
                        .get("notEstimable"))
                .isEqualTo("no contraindication is recorded, neither yes nor no");
    }

    @Test
    void eventThatTheExportLacksIsNotNone() {
        CommandLineRun run =
                gate.threshold("metric = \"count(pneumothorax)\"", "below = 1").run("--format", "json", "--quiet");

        assertThat(run.exit()).isEqualTo(ExitCode.INCONCLUSIVE);
        JsonResult verdict =
                run.result().list("thresholds").get(0).list("verdicts").get(0);
        assertThat(verdict.get("notEstimable")).isEqualTo("not recorded: the export has no column pneumothorax");
        assertThat(verdict.object("counts").number("notRecorded")).isEqualTo(5);
    }

    @Test
    void eventOfTheMappingIsKnown() {
        gate.threshold("metric = \"count(cough)\"", "below = 2");

        assertThat(gate.verdict("--mapping", "map.toml").get("verdict")).isEqualTo("pass");
        assertThat(gate.run().err())
                .isEqualTo("policy.toml, line 3: 'cough' is no adverse event that aestat or the mapping knows.\n");
    }

    @Test
    void factsOfThresholdsOnDifferentSessionsDoNotMix() {
        gate.policy(
                "[[threshold]]",
                "name = \"deep\"",
                "metric = \"not_recorded(relief)\"",
                "below = 0.5",
                "where = { technique = \"deep\" }",
                "[[threshold]]",
                "name = \"all\"",
                "metric = \"not_recorded(relief)\"",
                "below = 0.5",
                "[[threshold]]",
                "name = \"by\"",
                "metric = \"contraindicated_sessions\"",
                "below = 3",
                "by = \"technique\"");

        JsonResult result = gate.json();

        assertThat(result.list("thresholds").get(0).list("verdicts").get(0).number("value"))
                .isEqualTo(0.25);
        assertThat(result.list("thresholds").get(1).list("verdicts").get(0).number("value"))
                .isEqualTo(0.4);
        assertThat(result.list("thresholds").get(2).list("verdicts").get(0).number("value"))
                .isEqualTo(2);
    }
}
