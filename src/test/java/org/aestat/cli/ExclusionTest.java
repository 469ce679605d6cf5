package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that the mapping leaves out are counted with their reason, and are no sessions. */
class ExclusionTest {

    private static final String HEADER =
            "session_id,patient_id,session_date,session_number,bruising,relief,Booking State,cancelled_at";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder)
                .file(
                        "clinic.csv",
                        HEADER,
                        "s1,P1,2025-01-01,,no,no,arrived,",
                        "s2,P1,2025-01-08,,,, CANCELLED ,2025-01-07",
                        "s2,P1,2025-01-15,,yes,yes,arrived,n/a",
                        "s3,,someday,,perhaps,,No-Show,",
                        "s4,P3,2025-01-03,,no,,arrived,2025-01-02",
                        "s5,P4,2025-01-09,,no,,arrived,",
                        "s6,P4,2025-01-10,cancelled")
                .file(
                        "mapping.toml",
                        "[rows.exclude]",
                        "\"booking state\" = [\"cancelled\", \"no-show\", \"7\"]",
                        "cancelled_at = \"recorded\"");
    }

    private JsonResult json(String... options) {
        List<String> fixed = List.of("report", "clinic.csv", "--mapping", "mapping.toml", "--max-rejected", "1");
        return workspace.json(
                Stream.concat(fixed.stream(), List.of(options).stream()).toArray(String[]::new));
    }

    private static List<String> reasons(JsonResult rows) {
        return rows.list("excludedBy").stream()
                .map(reason ->
                        reason.get("reason") + ": " + reason.number("rows").intValue())
                .toList();
    }

    @Test
    void theyAreExcludedWithTheReason() {
        JsonResult result = json();

        assertThat(result.rows(0)).containsExactly(7, 3, 3, 1);
        assertThat(result.number("rows", "excluded")).isEqualTo(3);
        List<String> expected = List.of(
                "booking state = cancelled: 1",
                "booking state = no-show: 1",
                "booking state = 7: 0",
                "cancelled_at is recorded: 1",
                "filters: 0");
        assertThat(reasons(result.object("rows"))).isEqualTo(expected);
        assertThat(reasons(result.list("inputs").get(0).object("rows"))).isEqualTo(expected);
        assertThat(result.number("patients")).isEqualTo(2);
        assertThat(result.rate("bruising").number("denominator")).isEqualTo(3);
        assertThat(result.rate("bruising").number("notRecorded")).isZero();
    }

    @Test
    void theReportSaysSo() {
        CommandLineRun run =
                workspace.run("rates", "clinic.csv", "--mapping", "mapping.toml", "--max-rejected", "1", "--quiet");

        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Read: 7 rows of 1 file. Used: 3 sessions of 2 patients. Excluded: 3 (booking state ="
                        + " cancelled: 1; booking state = no-show: 1; booking state = 7: 0; cancelled_at is recorded:"
                        + " 1; filters: 0). Rejected as unreadable: 1.");
    }

    @Test
    void filtersAreCountedApartAndTheSumIsTheSame() {
        JsonResult result = json("--to", "2025-01-01");

        assertThat(result.rows(0)).containsExactly(7, 1, 5, 1);
        assertThat(reasons(result.object("rows"))).endsWith("cancelled_at is recorded: 1", "filters: 2");
    }

    @Test
    void severalFilesAddUp() {
        workspace.file("more.csv", HEADER, "s8,P8,2025-01-01,,no,no,cancelled,x", "s9,P9,2025-02-01,,no,no,seen,");

        JsonResult result = json("more.csv", "--where", "Booking State=arrived");

        assertThat(result.rows(1)).containsExactly(2, 0, 2, 0);
        assertThat(reasons(result.list("inputs").get(1).object("rows")))
                .containsExactly(
                        "booking state = cancelled: 1",
                        "booking state = no-show: 0",
                        "booking state = 7: 0",
                        "cancelled_at is recorded: 0",
                        "filters: 1");
        assertThat(reasons(result.object("rows")))
                .startsWith("booking state = cancelled: 2")
                .endsWith("filters: 1");
    }

    /** A visit that did not take place must not push the relief to a later session. */
    @Test
    void aCancelledVisitIsNoSessionOfItsCourse() {
        List<String> held = List.of("patient_id,session_date,relief,state", "P1,2025-01-01,no,done");
        List<String> all = new ArrayList<>(held);
        all.add("P1,2025-01-08,,cancelled");
        all.add("P1,2025-01-15,yes,done");
        workspace.file("all.csv", all);
        all.remove(2);
        workspace.file("held.csv", all).file("state.toml", "[rows.exclude]", "state = [\"cancelled\"]");

        Object excluded =
                workspace.json("relief", "all.csv", "--mapping", "state.toml").get("relief");

        assertThat(excluded).isEqualTo(workspace.json("relief", "held.csv").get("relief"));
        assertThat(excluded)
                .isNotEqualTo(workspace
                        .json("relief", "all.csv", "--where", "state=done")
                        .get("relief"));
    }

    @Test
    void theCheckCountsThemToo() {
        workspace.file(
                "policy.toml",
                "[[threshold]]",
                "name = \"Relief recorded\"",
                "metric = \"not_recorded(relief)\"",
                "below = 0.9");

        JsonResult result = workspace.json(
                "check", "clinic.csv", "--policy", "policy.toml", "--mapping", "mapping.toml", "--max-rejected", "1");

        assertThat(reasons(result.object("rows"))).contains("booking state = no-show: 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "exclude = { Sttus = [\"x\"] } ! line 2: clinic.csv has no column 'Sttus'.",
                "exclude = { bookingstate = [\"x\"] } ! line 2: clinic.csv has no column 'bookingstate'."
                        + " Did you mean 'Booking State'?",
                "exclude = { bruising = \"yes\" } ! line 2: expected a list of words such as [\"cancelled\"],"
                        + " or \"recorded\", for 'bruising'.",
                "exclude = { bruising = [] } ! line 2: expected a list of texts for 'bruising',"
                        + " for example [\"a\", \"b\"].",
                "exclude = { bruising = [\" \"] } ! line 2: expected only texts in the list 'bruising',"
                        + " and none of them blank.",
                "exclude = { bruising = [\"Yes\", \"yes \"] } ! line 2: the word 'yes ' stands twice in the list"
                        + " 'bruising'.",
                "exclude = { bruising = [\"a\"], Bruising = [\"b\"] } ! line 2: the header 'Bruising' is used twice.",
                "exclude = [\"x\"] ! line 2: expected a table for 'exclude'.",
                "exclud = 1 ! line 2: 'exclud' is not known here; expected patient, exclude."
                        + " Did you mean 'exclude'?"
            })
    void mappingsThatCannotBeMeantAreRefused(String entry, String message) {
        workspace.file("wrong.toml", "[rows]", entry);

        CommandLineRun run = workspace.run("rates", "clinic.csv", "--mapping", "wrong.toml");

        assertThat(run.err()).isEqualTo("wrong.toml, " + message + "\n");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void aColumnThatLeavesRowsOutMayMeanSomethingElseToo() {
        workspace.file(
                "mapping.toml",
                "[columns]",
                "technique = { column = \"Booking State\", values = { arrived = \"deep\" } }",
                "[rows]",
                "exclude = { \"Booking State\" = [\"cancelled\", \"no-show\"] }");

        JsonResult result = json("--where", "technique=deep");

        assertThat(result.rows(0)).containsExactly(7, 4, 2, 1);
    }

    @Test
    void eachRowCanBeLeftOutWithoutPatients() {
        workspace
                .file("rows.csv", "bruising,state", "yes,done", "no,cancelled", "no,done")
                .file("rows.toml", "[rows]", "patient = \"each-row\"", "exclude = { state = [\"cancelled\"] }");

        JsonResult result = workspace.json("rates", "rows.csv", "--mapping", "rows.toml");

        assertThat(result.rows(0)).containsExactly(3, 2, 1, 0);
        assertThat(result.number("patients")).isEqualTo(2);
    }
}
