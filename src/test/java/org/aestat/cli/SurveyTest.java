package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses of Qualtrics and of Google Forms. */
class SurveyTest {

    private static final String[] QUALTRICS = {
        "Status,ResponseId,DistributionChannel,patient_id,session_date,Q1_1,Q1_2,Q1_3",
        "Response Type,Response ID,Distribution Channel,patient_id,session_date,Side effects? - Bruising,"
                + "Side effects? - Headache,Side effects? - None",
        "{\"ImportId\":\"status\"},{\"ImportId\":\"_recordId\"},{\"ImportId\":\"distributionChannel\"},"
                + "{\"ImportId\":\"patient_id\"},{\"ImportId\":\"session_date\"},{\"ImportId\":\"QID1\"},"
                + "{\"ImportId\":\"QID1\"},{\"ImportId\":\"QID1\"}"
    };

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = new Workspace(folder);
        for (String sample : List.of("qualtrics.csv", "google-forms.csv")) {
            workspace.file(sample, Files.readAllBytes(Path.of("samples", sample)));
        }
    }

    private static String reasons(JsonResult rows) {
        return rows.list("excludedBy").stream()
                .map(reason ->
                        reason.get("reason") + ": " + reason.number("rows").intValue())
                .collect(Collectors.joining("; "));
    }

    private static String counts(JsonResult result, String event) {
        JsonResult rate = result.rate(event);
        return rate.number("events").intValue() + " of "
                + rate.number("denominator").intValue() + ", not recorded "
                + rate.number("notRecorded").intValue();
    }

    private static List<String> events(JsonResult result) {
        return result.list("rates").stream()
                .map(rate -> (String) rate.get("event"))
                .filter(event -> !event.startsWith("any"))
                .toList();
    }

    private CommandLineRun qualtrics(String... rows) {
        List<String> lines = new ArrayList<>(List.of(QUALTRICS));
        lines.set(
                2,
                QUALTRICS[2]
                        .replaceAll("(\\{\"[A-Za-z_0-9\":]*\\})", "'$1'")
                        .replace("\"", "\"\"")
                        .replace("'", "\""));
        lines.addAll(List.of(rows));
        return workspace.file("q.csv", lines).run("rates", "q.csv", "--preset", "qualtrics", "--format", "json");
    }

    private CommandLineRun google(String mapping, String... rows) {
        List<String> lines = new ArrayList<>(List.of("Timestamp,Patient ID,Session date,Side effects"));
        lines.addAll(List.of(rows));
        workspace.file("m.toml", mapping).file("g.csv", lines);
        return workspace.run("rates", "g.csv", "--preset", "google-forms", "--mapping", "m.toml", "--format", "json");
    }

    /** By hand: 8 responses, one a preview and one a test; one of the others left the question out. */
    @Test
    void everyResponseOfTheQualtricsSampleIsAccountedFor() {
        JsonResult result = workspace.json("report", "qualtrics.csv", "--preset", "qualtrics");

        assertThat(result.rows(0)).containsExactly(8, 6, 2, 0);
        assertThat(reasons(result.object("rows"))).isEqualTo("survey preview: 1; survey test: 1; filters: 0");
        assertThat(result.number("patients")).isEqualTo(4);
        assertThat(counts(result, "bruising")).isEqualTo("2 of 5, not recorded 1");
        assertThat(counts(result, "headache")).isEqualTo("1 of 5, not recorded 1");
        assertThat(counts(result, "dizziness")).isEqualTo("1 of 5, not recorded 1");
        assertThat(events(result)).containsExactly("bruising", "dizziness", "headache");
        assertThat(result.object("settings").get("preset")).isEqualTo("qualtrics");
        assertThat((List<?>) result.list("inputs").get(0).get("decisions"))
                .map(String::valueOf)
                .containsExactly(
                        "'ResponseId' is session_id.",
                        "'Q1' is pain_before.",
                        "'Q2_1' is bruising.",
                        "'Q2_2' is headache.",
                        "'Q2_3' is dizziness.",
                        "'Q3' is soreness_hours.",
                        "'Q4' is relief.",
                        "Columns that tell who somebody is make no strata: IPAddress, RecipientLastName,"
                                + " RecipientFirstName, RecipientEmail, ExternalReference, LocationLatitude,"
                                + " LocationLongitude.");
    }

    @Test
    void unfinishedResponsesAreNotLeftOut() {
        JsonResult result = workspace.json("rates", "qualtrics.csv", "--preset", "qualtrics", "--by", "Finished");

        assertThat(result.rate("bruising", Map.of("Finished", "False")).number("notRecorded"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IPAddress", "RecipientEmail", "LocationLatitude"})
    void whoAnsweredMakesNoStrata(String column) {
        CommandLineRun run = workspace.run("rates", "qualtrics.csv", "--preset", "qualtrics", "--by", column);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("--by: '" + column + "' tells who somebody is and makes no strata.\n");
    }

    @ParameterizedTest
    @CsvSource({"1,email", "Survey Preview,email", "0,preview", "17,email"})
    void previewsAreLeftOutByCodeAndByChannel(String status, String channel) {
        JsonResult result = qualtrics(
                        status + ",R1," + channel + ",p1,2025-01-01,Bruising,Headache,",
                        "0,R2,email,p1,2025-01-08,,Headache,",
                        "8,R3,email,p2,2025-01-01,,,None",
                        "2,R4,email,p2,2025-01-02,,,None")
                .result();

        assertThat(reasons(result.object("rows"))).isEqualTo("survey preview: 1; survey test: 1; filters: 0");
        assertThat(counts(result, "headache")).isEqualTo("1 of 2, not recorded 0");
        assertThat(counts(result, "bruising")).isEqualTo("0 of 2, not recorded 0");
    }

    @Test
    void choicesAsNumbersAreNotGuessed() {
        CommandLineRun run = qualtrics("0,R1,email,p1,2025-01-01,1,,", "0,R2,email,p1,2025-01-08,,1,");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("q.csv, line 1: 'Q1_1' and its like hold only 1 and blanks: whether they are choices or a"
                        + " scale is not clear. Export choice text in place of numeric values.\n");
    }

    /** A matrix has a column for each part too, with grades in it. */
    @Test
    void aMatrixOfGradesIsReadAsItStands() {
        JsonResult result = qualtrics("0,R1,email,p1,2025-01-01,Mild,None,", "0,R2,email,p1,2025-01-08,Severe,,")
                .result();

        assertThat(counts(result, "bruising")).isEqualTo("2 of 2, not recorded 0");
        assertThat(counts(result, "headache")).isEqualTo("0 of 1, not recorded 1");
    }

    @Test
    void noneBesideAnEventIsRejectedWithTheLineOfTheFile() {
        CommandLineRun run =
                qualtrics("0,R1,email,p1,2025-01-01,Bruising,,", "0,R2,email,p1,2025-01-08,,Headache,None");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.errLines())
                .startsWith("q.csv, line 5, column Q1_3: found a choice that contradicts another, expected choices that"
                        + " can be true together.");
    }

    @Test
    void twoHeaderRowsAreNotEnough() {
        CommandLineRun run = workspace
                .file("q.csv", QUALTRICS[0], QUALTRICS[1], "0,R1,email,p1,2025-01-01,,,None")
                .run("rates", "q.csv", "--preset", "qualtrics");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("q.csv, line 1: an export of Qualtrics has three header rows, the third with an ImportId in"
                        + " every column. Export the responses as CSV, with all of them.\n");
    }

    @Test
    void answersOfQualtricsInOneCellAreTakenApart() {
        workspace.file(
                "one.csv",
                "ResponseId,patient_id,session_date,Q1",
                "Response ID,patient_id,session_date,Side effects",
                "\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"p\"\"}\",\"{\"\"ImportId\"\":\"\"d\"\"}\","
                        + "\"{\"\"ImportId\"\":\"\"QID1\"\"}\"",
                "R1,p1,2025-01-01,\"Bruising,Headache\"",
                "R2,p2,2025-01-01,None");

        JsonResult result = workspace.json("rates", "one.csv", "--preset", "qualtrics");

        assertThat(events(result)).containsExactly("bruising", "headache");
        assertThat(counts(result, "headache")).isEqualTo("1 of 2, not recorded 0");
    }

    /** By hand: 6 responses, one of which left the question out. */
    @Test
    void everyResponseOfTheGoogleSampleIsAccountedFor() {
        JsonResult result =
                workspace.json("report", "google-forms.csv", "--preset", "google-forms", "--date-format", "M/d/yyyy");

        assertThat(result.rows(0)).containsExactly(6, 6, 0, 0);
        assertThat(result.object("rows").get("excludedBy")).isNull();
        assertThat(result.number("patients")).isEqualTo(4);
        assertThat(events(result)).containsExactly("bruising", "fatigue", "headache");
        assertThat(counts(result, "bruising")).isEqualTo("2 of 5, not recorded 1");
        assertThat(counts(result, "fatigue")).isEqualTo("1 of 5, not recorded 1");
        assertThat(counts(result, "headache")).isEqualTo("1 of 5, not recorded 1");
        assertThat(workspace
                        .run("rates", "google-forms.csv", "--preset", "google-forms", "--by", "Email Address")
                        .err())
                .isEqualTo("--by: 'Email Address' tells who somebody is and makes no strata.\n");
    }

    @Test
    void theMappingSaysWhatAnswersMeanAlsoWithCommas() {
        JsonResult result = google(
                        """
                        [columns]
                        adverse_events = { column = "Side effects", values = { "Blue spots, large" = "bruising", \
                        "Felt sick" = "nausea", "Air in the chest" = "pneumothorax", "All fine" = "none" } }
                        """,
                        "1/1/2025,p1,2025-01-01,\"Blue spots, large, Felt sick\"",
                        "1/1/2025,p2,2025-01-01,All fine",
                        "1/1/2025,p3,2025-01-01,Blue spots, large;Bleeding"
                                        .replace("Blue spots, large;", "\"Blue spots, large;")
                                + "\"",
                        "1/1/2025,p4,2025-01-01,")
                .result();

        assertThat(events(result)).containsExactly("bruising", "bleeding", "nausea", "pneumothorax");
        assertThat(counts(result, "bruising")).isEqualTo("2 of 3, not recorded 1");
        assertThat(counts(result, "nausea")).isEqualTo("1 of 3, not recorded 1");
        assertThat(counts(result, "bleeding")).isEqualTo("1 of 3, not recorded 1");
        assertThat(counts(result, "pneumothorax")).isEqualTo("0 of 3, not recorded 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "\"Pain, sick\" ! 10 characters like Aaaa, aaaa, expected answers that can be told apart in one way only.",
                "Itching ! text of 7 letters, expected answers that aestat knows, with commas between them. A mapping"
                        + " can say what the other answers mean: adverse_events = { column = \"Side effects\", values ="
                        + " { ... } }.",
                "\"Bruising, None\" ! 14 characters like Aaaaaaaa, Aaaa, expected either events or that there were none."
            })
    void anAnswerThatIsNotClearIsRejected(String cell, String message) {
        CommandLineRun run = google("""
                [columns]
                adverse_events = { column = "Side effects", values = { "Pain, sick" = "nausea", \
                "Pain" = "pain_during", "Sick" = "fatigue" } }
                """, "1/1/2025,p1,2025-01-01,Pain", "1/1/2025,p2,2025-01-01," + cell);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.errLines()).first().isEqualTo("g.csv, line 3, column Side effects: found " + message);
    }

    @Test
    void questionsWithOneTextAreToldApartByTheirPlace() {
        workspace.file(
                "two.csv",
                "Timestamp,Patient ID,Session date,How was it?,Adverse event: bruise,How was it?",
                "1/1/2025,p1,2025-01-01,good,yes,bad");

        JsonResult result =
                workspace.json("rates", "two.csv", "--preset", "google-forms", "--by", "How was it? (column 6)");

        assertThat(result.rate("bruising", Map.of("How was it? (column 6)", "bad"))
                        .number("events"))
                .isEqualTo(1);
    }

    @Test
    void aListMayHaveOurOwnName() {
        workspace.file(
                "own.csv",
                "patient_id,session_date,adverse_events",
                "p1,2025-01-01,\"bruising, bleeding\"",
                "p2,2025-01-01,none");

        JsonResult result = workspace.json("rates", "own.csv", "--preset", "google-forms");

        assertThat(events(result)).containsExactly("bruising", "bleeding");
        assertThat(counts(result, "bleeding")).isEqualTo("1 of 2, not recorded 0");
    }

    @Test
    void initLeavesOutWhoAnswered() throws IOException {
        CommandLineRun run = workspace.run("init", "qualtrics.csv", "--preset", "qualtrics");

        assertThat(run.exit()).isZero();
        assertThat(Files.readString(folder.resolve("mapping.toml")))
                .contains("\nheadache = \"Q2_2\"\n", "# left out: 'IPAddress' looks like an identifier.");
        assertThat(workspace
                        .json("rates", "qualtrics.csv", "--preset", "qualtrics", "--mapping", "mapping.toml")
                        .get("rates"))
                .isEqualTo(workspace
                        .json("rates", "qualtrics.csv", "--preset", "qualtrics")
                        .get("rates"));
    }
}
