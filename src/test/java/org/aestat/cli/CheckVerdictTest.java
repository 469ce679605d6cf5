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

/** Verdicts on rates and facts where they turn. Bounds are those of R 4.2.2, {@code qbeta}. */
class CheckVerdictTest {

    private static final Offset<Double> CLOSE = within(1e-11);

    @TempDir
    private Path folder;

    private Gate gate;

    @BeforeEach
    void open() {
        gate = new Gate(new Workspace(folder));
    }

    @ParameterizedTest
    @CsvSource({
        "2994, 0, demonstrated, inconclusive, fail, 5",
        "2995, 0, demonstrated, pass, none, 0",
        "818, 3, demonstrated, breach, fail, 4",
        "819, 3, demonstrated, inconclusive, fail, 5",
        "20464, 20, demonstrated, inconclusive, fail, 5",
        "2994, 0, not-exceeded, inconclusive, none, 0",
        "2995, 0, not-exceeded, pass, none, 0",
        "818, 3, not-exceeded, breach, fail, 4",
        "819, 3, not-exceeded, inconclusive, none, 0",
        "20464, 20, not-exceeded, inconclusive, none, 0",
        "2994, 0, point, pass, none, 0",
        "1000, 1, point, breach, fail, 4",
        "1001, 1, point, pass, none, 0",
        "818, 3, point, breach, fail, 4",
        "20464, 20, point, pass, none, 0"
    })
    void rateBelow(int sessions, int events, String evidence, String expected, String effect, int exit) {
        gate.sessions(sessions, events).pneumothorax("evidence = \"" + evidence + "\"");

        CommandLineRun run = gate.run("--format", "json", "--quiet");

        JsonResult verdict =
                run.result().list("thresholds").get(0).list("verdicts").get(0);
        assertThat(verdict.get("verdict")).isEqualTo(expected);
        assertThat(verdict.get("effect")).isEqualTo(effect);
        assertThat(verdict.number("value")).isEqualTo((double) events / sessions);
        assertThat(run.exit()).isEqualTo(exit);
    }

    @Test
    void boundsAreThoseOfTheExactInterval() {
        JsonResult open = gate.sessions(2_994, 0)
                .pneumothorax("evidence = \"demonstrated\"")
                .verdict();
        assertThat(open.object("bound").get("side")).isEqualTo("upper");
        assertThat(open.object("bound").number("level")).isEqualTo(0.95);
        assertThat(open.object("bound").number("value")).isCloseTo(0.001000078170, CLOSE);
        assertThat(open.get("reason")).isEqualTo("the limit lies between the bounds");
        assertThat(open.number("sessionsNeeded")).isEqualTo(1);

        JsonResult pass = gate.sessions(2_995, 0).verdict();
        assertThat(pass.object("bound").number("value")).isCloseTo(0.000999744421, CLOSE);
        assertThat(pass.get("reason")).isEqualTo("the upper bound is below the limit");
        assertThat(pass.get("sessionsNeeded")).isNull();

        JsonResult breach = gate.sessions(818, 3).verdict();
        assertThat(breach.object("bound").get("side")).isEqualTo("lower");
        assertThat(breach.object("bound").number("value")).isCloseTo(0.0010003462, within(1e-10));
        assertThat(breach.get("reason")).isEqualTo("the lower bound is above the limit");
        assertThat(breach.get("sessionsNeeded")).isNull();

        JsonResult boyce = gate.sessions(20_464, 20).verdict();
        assertThat(boyce.object("bound").number("value")).isCloseTo(0.001419838917, CLOSE);
        assertThat(boyce.number("sessionsNeeded")).isEqualTo(8_594);
        assertThat(boyce.object("counts").entries().toString())
                .isEqualTo("{events=20.0, denominator=20464.0, notRecorded=0.0, of=sessions}");
    }

    /** 10 of 100: one-sided 95 % bounds .055263237683 and .163717623276. */
    @ParameterizedTest
    @CsvSource({
        "0.0552, demonstrated, pass, lower",
        "0.0553, demonstrated, inconclusive, lower",
        "0.1637, demonstrated, inconclusive, lower",
        "0.1638, demonstrated, breach, upper",
        "0.1638, not-exceeded, breach, upper",
        "0.0553, not-exceeded, inconclusive, lower"
    })
    void rateAbove(String limit, String evidence, String expected, String side) {
        JsonResult verdict = gate.sessions(100, 10)
                .threshold("metric = \"rate(pneumothorax)\"", "above = " + limit, "evidence = \"" + evidence + "\"")
                .verdict();

        assertThat(verdict.get("verdict")).isEqualTo(expected);
        assertThat(verdict.object("bound").get("side")).isEqualTo(side);
        assertThat(verdict.object("bound").number("value"))
                .isCloseTo(side.equals("lower") ? 0.055263237683 : 0.163717623276, CLOSE);
        assertThat(verdict.get("sessionsNeeded")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"below, 0.1, breach", "below, 0.10001, pass", "above, 0.1, breach", "above, 0.09999, pass"})
    void equalityIsNeitherBelowNorAbove(String side, String limit, String expected) {
        JsonResult verdict = gate.sessions(100, 10)
                .threshold("metric = \"rate(pneumothorax)\"", side + " = " + limit, "evidence = \"point\"")
                .verdict();

        assertThat(verdict.get("verdict")).isEqualTo(expected);
        assertThat(verdict.get("reason"))
                .isEqualTo("the value is " + (expected.equals("pass") ? "" : "not ") + side + " the limit");
        assertThat(verdict.get("bound")).isNull();
    }

    @Test
    void percentSignsAreUnits() {
        JsonResult result = gate.sessions(100, 10)
                .threshold("metric = \"rate(pneumothorax)\"", "below = \"12.5 %\"", "evidence = \"point\"")
                .json();

        assertThat(result.list("thresholds").get(0).number("below")).isEqualTo(0.125);
        assertThat(result.list("thresholds").get(0).get("expression")).isEqualTo("rate(pneumothorax) < 0.125");
    }

    @ParameterizedTest
    @CsvSource({"19, 0, fewer than 20 sessions assessed", "19, 19, fewer than 20 sessions assessed"})
    void tooLittleToJudge(int sessions, int events, String reason) {
        gate.sessions(sessions, events);

        for (String evidence : List.of("demonstrated", "not-exceeded")) {
            JsonResult verdict = gate.threshold(
                            "metric = \"rate(pneumothorax)\"", "below = 0.5", "evidence = \"" + evidence + "\"")
                    .verdict();
            assertThat(verdict.get("verdict")).isEqualTo("inconclusive");
            assertThat(verdict.get("reason")).isEqualTo(reason);
        }
        assertThat(gate.threshold("metric = \"rate(pneumothorax)\"", "below = 0.5", "evidence = \"point\"")
                        .verdict()
                        .get("verdict"))
                .isEqualTo(events == 0 ? "pass" : "breach");
    }

    /** 4,000 event-free sessions show it; one event more would not: qbeta(.95, 2, 4000) = .001185. */
    @ParameterizedTest
    @CsvSource({
        "444, demonstrated, pass, the upper bound is below the limit",
        "445, demonstrated, inconclusive, 'more than 10 % of sessions are not recorded, and 1 of them with the event"
                + " would undo it'",
        "445, not-exceeded, pass, the upper bound is below the limit"
    })
    void whatIsNotRecordedCouldUndoIt(int unrecorded, String evidence, String expected, String reason) {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,pneumothorax"));
        for (int i = 0; i < 4_000 + unrecorded; i++) {
            lines.add("P" + i + ",1," + (i < 4_000 ? "no" : ""));
        }
        gate.workspace().file("clinic.csv", lines);

        JsonResult verdict =
                gate.pneumothorax("evidence = \"" + evidence + "\"").verdict();

        assertThat(verdict.get("verdict")).isEqualTo(expected);
        assertThat(verdict.get("reason")).isEqualTo(reason);
        assertThat(verdict.object("counts").number("notRecorded")).isEqualTo(unrecorded);
    }

    /** 90 of 100: the lower bound is .8363; with three more without the event .8068, with four .7976. */
    @Test
    void whatIsNotRecordedCouldUndoAnAboveToo() {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,bruising"));
        for (int i = 0; i < 115; i++) {
            lines.add("P" + i + ",1," + (i < 90 ? "yes" : i < 100 ? "no" : ""));
        }
        gate.workspace().file("clinic.csv", lines);

        JsonResult verdict = gate.threshold("metric = \"rate(bruising)\"", "above = 0.8", "evidence = \"demonstrated\"")
                .verdict();

        assertThat(verdict.get("verdict")).isEqualTo("inconclusive");
        assertThat(verdict.get("reason"))
                .isEqualTo(
                        "more than 10 % of sessions are not recorded, and 4 of them without the event would undo it");
    }

    @Test
    void patientsAreJudgedByTheirOwnInterval() {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,bruising"));
        for (int i = 0; i < 300; i++) {
            lines.add("P" + i % 100 + "," + (1 + i / 100) + "," + (i % 100 < 10 ? "yes" : i % 100 == 99 ? "" : "no"));
        }
        gate.workspace().file("clinic.csv", lines);

        JsonResult threshold = gate.threshold(
                        "metric = \"patient_rate(bruising)\"", "below = 0.17", "evidence = \"demonstrated\"")
                .json()
                .list("thresholds")
                .get(0);

        JsonResult verdict = threshold.list("verdicts").get(0);
        assertThat(verdict.get("verdict")).isEqualTo("pass");
        assertThat(verdict.object("counts").entries().toString())
                .isEqualTo("{events=10.0, denominator=99.0, notRecorded=1.0, of=patients}");
        assertThat(verdict.object("interval").get("method")).isEqualTo("clopper-pearson");
        assertThat(threshold.get("cluster")).isNull();
    }

    @Test
    void sessionsOfOnePatientTellLess() {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,pneumothorax"));
        for (int i = 0; i < 3_000; i++) {
            lines.add("P" + i % 375 + "," + (1 + i / 375) + ",no");
        }
        gate.workspace().file("clinic.csv", lines);

        JsonResult clustered = gate.pneumothorax("evidence = \"demonstrated\"").verdict();
        assertThat(clustered.get("verdict")).isEqualTo("inconclusive");
        assertThat(clustered.object("bound").number("value")).isCloseTo(0.001042078, within(1e-9));
        assertThat(clustered.object("interval").number("upper")).isCloseTo(0.001284748, within(1e-9));

        assertThat(gate.pneumothorax("evidence = \"demonstrated\"", "cluster = \"none\"")
                        .verdict()
                        .get("verdict"))
                .isEqualTo("pass");
    }

    @Test
    void confidenceOfTheThresholdCounts() {
        JsonResult verdict = gate.sessions(2_995, 0)
                .pneumothorax("evidence = \"demonstrated\"", "confidence = 0.99")
                .verdict();

        assertThat(verdict.get("verdict")).isEqualTo("inconclusive");
        // ln(.01)/ln(.999) = 4602.9
        assertThat(verdict.number("sessionsNeeded")).isEqualTo(4_603 - 2_995);
        assertThat(verdict.object("interval").number("level")).isEqualTo(0.99);
    }

    @ParameterizedTest
    @CsvSource({
        "count(pneumothorax), below = 4, pass, 3",
        "count(pneumothorax), below = 3, breach, 3",
        "count(pneumothorax), above = 2, pass, 3",
        "count(pneumothorax), above = 3, breach, 3",
        "rejected_rows, below = 1, pass, 0",
        "rejected_rows, above = 0, breach, 0"
    })
    void countsDecideByThemselves(String metric, String limit, String expected, double value) {
        JsonResult threshold = gate.sessions(30, 3)
                .policy(
                        "[defaults]",
                        "evidence = \"demonstrated\"",
                        "[[threshold]]",
                        "name = \"T\"",
                        "metric = \"" + metric + "\"",
                        limit)
                .json()
                .list("thresholds")
                .get(0);

        JsonResult verdict = threshold.list("verdicts").get(0);
        assertThat(verdict.get("verdict")).isEqualTo(expected);
        assertThat(verdict.number("value")).isEqualTo(value);
        assertThat(threshold.get("evidence")).isEqualTo("point");
        assertThat(threshold.get("unit")).isEqualTo("count");
    }

    @Test
    void rejectedRowsAreCountedBeyondTheLimitOfTheRun() {
        gate.workspace()
                .file("clinic.csv", "patient_id,session_number,bruising", "A,1,no", "B,1,perhaps", "C,1,yes", "D,x,no");
        gate.threshold("metric = \"rejected_rows\"", "below = 3");

        assertThat(gate.run().exit()).isEqualTo(ExitCode.DATA);
        JsonResult verdict = gate.verdict("--max-rejected", "2");
        assertThat(verdict.get("verdict")).isEqualTo("pass");
        assertThat(verdict.object("counts").entries().toString())
                .isEqualTo("{events=2.0, denominator=4.0, notRecorded=0.0, of=rows}");
        assertThat(gate.threshold("metric = \"rejected_rows\"", "below = 2")
                        .run("--max-rejected", "2")
                        .exit())
                .isEqualTo(ExitCode.BREACH);
    }
}
