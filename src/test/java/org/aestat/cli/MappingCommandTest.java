package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports with names of their own, read with a mapping. */
class MappingCommandTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    /** An export of the shape of {@code licorice_gargle.csv}: no patient, no date, numbers for groups. */
    private void trial() {
        workspace
                .file(
                        "trial.csv",
                        "\"preOp_age\",\"treat\",\"extubation_cough\",\"pacu30min_throatPain\","
                                + "\"postOp4hour_throatPain\",\"pod1am_throatPain\"",
                        "67,1,0,0,0,0",
                        "76,1,2,3,1,0",
                        "58,1,0,0,2,0",
                        "59,1,0,0,0,",
                        "73,0,1,4,0,0",
                        "61,0,3,5,5,2",
                        "43,0,0,0,0,0",
                        "50,0,,,,")
                .file(
                        "trial.toml",
                        "[columns]",
                        "age = \"preOp_age\"",
                        "[events]",
                        "cough = { column = \"extubation_cough\", kind = \"grade\", major = false }",
                        "[diary]",
                        "\"pacu30min_throatPain\" = 0.5",
                        "\"postOp4hour_throatPain\" = 4",
                        "\"pod1am_throatPain\" = 20",
                        "[rows]",
                        "patient = \"each-row\"",
                        "[constants]",
                        "technique = \"gargle\"");
    }

    @Test
    void trialWithoutPatientsAndDates() {
        trial();

        JsonResult result = workspace.json("report", "trial.csv", "--mapping", "trial.toml", "--by", "treat");

        assertThat(result.rows(0)).containsExactly(8, 8, 0, 0);
        JsonResult cough = result.rate("cough");
        assertThat(cough.number("events")).isEqualTo(3);
        assertThat(cough.number("denominator")).isEqualTo(7);
        assertThat(cough.number("notRecorded")).isEqualTo(1);
        assertThat(cough.number("patientsAssessed")).isEqualTo(7);
        assertThat(cough.get("severity")).isEqualTo("minor");
        assertThat(result.rate("cough", Map.of("treat", "1")).number("rate")).isEqualTo(0.25);
        assertThat(result.rate("cough", Map.of("treat", "0")).number("rate")).isCloseTo(2 / 3.0, CLOSE);
        assertThat(result.rate("any").number("events")).isEqualTo(3);

        JsonResult sugar = result.row("soreness", Map.of("stratum", Map.of("treat", "0")));
        assertThat(sugar.get("method")).isEqualTo("npmle");
        assertThat(List.of(sugar.number("neverSore"), sugar.number("resolved"), sugar.number("censored")))
                .containsExactly(1.0, 1.0, 1.0);
        assertThat(sugar.list("trajectory").stream().map(time -> time.number("hours")))
                .containsExactly(0.5, 4.0, 20.0);
        assertThat(sugar.list("trajectory").stream().map(time -> time.number("sore")))
                .containsExactly(2 / 3.0, 1 / 3.0, 1 / 3.0);
        assertThat(sugar.list("trajectory").get(0).number("meanScore")).isCloseTo(3, CLOSE);
        // licorice: never sore 67, sore 76 and 58, not known whether 59 was sore later
        JsonResult licorice = result.row("soreness", Map.of("stratum", Map.of("treat", "1")));
        assertThat(List.of(licorice.number("neverSore"), licorice.number("resolved"), licorice.number("notRecorded")))
                .containsExactly(1.0, 2.0, 1.0);
    }

    @Test
    void rowsOfTwoFilesAreDifferentPatients() {
        trial();
        workspace.file("more.csv", workspace.read("trial.csv").replace("67,1,0", "68,1,1"));

        JsonResult result = workspace.json("rates", "trial.csv", "more.csv", "--mapping", "trial.toml");

        assertThat(result.rate("cough").number("patientsAssessed")).isEqualTo(14);
        assertThat(result.rate("cough").number("events")).isEqualTo(7);
        assertThat(result.warningCodes()).containsExactly("few-patients-with-event");
    }

    @Test
    void constantIsACategoryOfEveryRow() {
        trial();

        JsonResult result = workspace.json("rates", "trial.csv", "--mapping", "trial.toml", "--by", "technique");

        assertThat(result.rate("cough", Map.of("technique", "gargle")).number("denominator"))
                .isEqualTo(7);
    }

    @Test
    void declaredMajorEventIsHeldAgainstTheLimit() {
        trial();
        workspace.file("trial.toml", workspace.read("trial.toml").replace("major = false", "major = true"));

        JsonResult result = workspace.json("rates", "trial.csv", "--mapping", "trial.toml");

        assertThat(result.benchmark("any_major").number("events")).isEqualTo(3);
        assertThat(result.rate("cough").get("severity")).isEqualTo("major");
    }

    @Test
    void severalHeadersMakeTheId() {
        workspace
                .file("clinic.csv", "Centre,ID,Visit,AE bruise", "1,12,31/12/2024,ja", "11,2,01/01/2025,nein")
                .file(
                        "m.toml",
                        "[columns]",
                        "patient_id = [\"Centre\", \"ID\"]",
                        "session_date = { column = \"Visit\", format = \"dd/MM/yyyy\" }",
                        "bruising = { column = \"AE bruise\", yes = [\"ja\"], no = [\"nein\"] }");

        JsonResult result = workspace.json("rates", "clinic.csv", "--mapping", "m.toml", "--from", "2024-12-31");

        assertThat(result.rate("bruising").number("patientsAssessed")).isEqualTo(2);
        assertThat(result.rate("bruising").number("events")).isEqualTo(1);
    }

    @Test
    void wordsOfOneColumnAndOfAll() {
        workspace
                .file(
                        "clinic.csv",
                        "patient_id,visit,bruising,bleeding",
                        "1,first,oui,2",
                        "1,second,non,9",
                        "2,first,-88,1")
                .file(
                        "m.toml",
                        "[columns]",
                        "session_number = { column = \"visit\", values = { first = 1, second = 2 } }",
                        "bleeding = { column = \"bleeding\", no = [\"1\"], yes = [\"2\"], not_recorded = [\"9\"] }",
                        "[values]",
                        "yes = [\"oui\"]",
                        "no = [\"non\"]",
                        "not_recorded = [\"-88\"]");

        JsonResult result = workspace.json("rates", "clinic.csv", "--mapping", "m.toml");

        assertThat(List.of(
                        result.rate("bruising").number("events"),
                        result.rate("bruising").number("denominator")))
                .containsExactly(1.0, 2.0);
        assertThat(List.of(
                        result.rate("bleeding").number("events"),
                        result.rate("bleeding").number("denominator")))
                .containsExactly(1.0, 2.0);
    }

    /** The export's second row is broken, so a message about the mapping shows that no row was read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[columns]; patient_id = \"chrt\"    | line 2: clinic.csv has no column 'chrt'. Did you mean 'chart'?",
                "[columns]; patientid = \"chart\"    | line 2: 'patientid' is not a column that aestat knows."
                        + " Did you mean 'patient_id'?",
                "[columns]; patient_id = \"chart\"; course_id = \"Chart\" | line 3: the header 'Chart' is used twice,"
                        + " first in line 2.",
                "[colums]; patient_id = \"chart\"    | line 1: 'colums' is not known here; expected columns, values,"
                        + " events, diary, rows, constants, file, events_file. Did you mean 'columns'?",
                "[columns]; session_date = { column = \"day\", fromat = \"dd/MM/yyyy\" } | line 2: 'fromat' is not known"
                        + " here; expected column, format, values, not_recorded. Did you mean 'format'?",
                "[columns]; patient_id = \"chart\"; [constants]; session_number = \"one\" | line 4: 'one' does not fit"
                        + " there; expected a whole number from 1 to 1000000.",
                "[rows]; patient = \"each\"          | line 2: expected \"each-row\" for 'patient'.",
                "[events]; any = \"day\"             | line 2: 'any' cannot name an event, because aestat uses it for"
                        + " something else.",
                "[diary]; \"dya\" = 24               | line 2: clinic.csv has no column 'dya'. Did you mean 'day'?",
                "[values]; yes = [\"1\"]; no = [\"1\"] | line 3: the word '1' has two meanings here: yes and no."
            })
    void mistakesAreRefusedBeforeAnyRowIsRead(String mapping, String message) {
        workspace
                .file("clinic.csv", "chart,day,\"bruising\"", "ID-ZEBRA,\"2025-01-01\"x,no")
                .file("m.toml", mapping.split("; "));

        CommandLineRun run = workspace.run("report", "clinic.csv", "--mapping", "m.toml");

        assertThat(run.errLines()).containsExactly("m.toml, " + message);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void mappingMustFitEveryFileBeforeAnyRowIsRead() {
        workspace
                .file("a.csv", "chart,session_number", "ID-ZEBRA,one")
                .file("b.csv", "patient,session_number", "ID-ZEBRA,2")
                .file("m.toml", "[columns]", "patient_id = \"chart\"");

        CommandLineRun run = workspace.run("report", "a.csv", "b.csv", "--mapping", "m.toml");

        assertThat(run.errLines()).containsExactly("m.toml, line 2: b.csv has no column 'chart'.");
        assertThat(run.exit()).isEqualTo(2);
    }
}
