package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that cannot be read: file, line, column, what was found in shape only, what was expected, how to settle it. */
class RejectedRowTest {

    private static final String DATE =
            "expected an ISO date (2025-01-31) that exists, from 1900 to 2199. Give the format with --date-format or in the mapping.";
    private static final String HOURS =
            "expected hours from 0 to 100000, 0 or at least half a minute." + " Decimal commas need --decimal-comma.";
    private static final String SCORE =
            "expected a number from 0 to 10 with at most 8 decimals. Decimal commas need --decimal-comma.";
    private static final String EVENT = "expected yes, no or a grade (none, mild, moderate, severe, 0 to 5)."
            + " Other words can be given a meaning in the mapping.";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    private void assertRejected(CommandLineRun run, int rows, String message) {
        assertThat(run.errLines())
                .containsExactly(
                        message, "Nothing was analysed: 1 of " + rows + " rows rejected, 0 allowed (--max-rejected).");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "session_date    | 01/02/2025 | found 10 characters like 99/99/9999, " + DATE,
                "session_date    | 2025-1-3   | found 8 characters like 9999-9-9, " + DATE,
                "bruising        | perhaps    | found text of 7 letters, " + EVENT,
                "bruising        | 6          | found 1 digit, " + EVENT,
                "relief          | mild       | found text of 4 letters, expected yes or no."
                        + " Other words can be given a meaning in the mapping.",
                "soreness_hours  | NaN        | found text of 3 letters, " + HOURS,
                "soreness_hours  | -6         | found 2 characters like -9, " + HOURS,
                "soreness_hours  | `\"2,5\"`  | found 3 characters like 9,9, " + HOURS,
                "soreness_hours  | 1e3        | found 3 characters like 9a9, " + HOURS,
                "soreness_hours  | 0.001      | found 5 characters like 9.999, " + HOURS,
                "soreness_hours  | 99999999999999999999 | found 20 digits, " + HOURS,
                "pain_before     | 11         | found 2 digits, " + SCORE,
                "soreness_at_24h | -1         | found 2 characters like -9, " + SCORE,
                "session_number  | 0          | found 1 digit, expected a whole number from 1 to 1000000.",
                "needles         | 2.5        | found 3 characters like 9.9, expected a whole number from 0 to 100000.",
                "age             | 131        | found 3 digits, expected years from 0 to 130."
                        + " Decimal commas need --decimal-comma.",
                "chronicity      | old        | found text of 3 letters, expected acute, subacute or chronic."
                        + " Other words can be given a meaning in the mapping.",
                "adverse_events  | bruising; zebra | found 15 characters like aaaaaaaa; aaaaa,"
                        + " expected names of adverse events joined by ';', or none. An example is 'bruising; bleeding'."
            })
    void cell(String column, String cell, String problem) {
        boolean isDate = column.equals("session_date");
        String order = isDate ? "session_number" : "session_date";
        String row = isDate ? ",1," : ",2025-01-01,";
        workspace.file("clinic.csv", "patient_id," + order + "," + column, "ID-LION" + row, "ID-ZEBRA" + row + cell);

        assertRejected(
                workspace.run("report", "clinic.csv"), 2, "clinic.csv, line 3, column " + column + ": " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ID-ZEBRA,2025-01-01       | found 2 fields, expected 3 fields.",
                "ID-ZEBRA,2025-01-01,no,no | found 4 fields, expected 3 fields."
                        + " A field that holds the delimiter needs quotes."
            })
    void numberOfFields(String row, String problem) {
        workspace.file(
                "clinic.csv",
                "patient_id,session_date,bruising",
                "\"ID-\nLION\",2025-01-01,no",
                row,
                "ID-A,2025-01-01,no");

        assertRejected(workspace.run("rates", "clinic.csv"), 3, "clinic.csv, line 4: " + problem);
    }

    @Test
    void blankPatient() {
        workspace.file("clinic.csv", "Patient ID,session_date", " ,2025-01-01");

        assertRejected(
                workspace.run("report", "clinic.csv"),
                1,
                "clinic.csv, line 2, column Patient ID: found blank, expected an id.");
    }

    @Test
    void neitherDateNorNumber() {
        workspace.file("clinic.csv", "patient_id,session_date,session_number", "ID-LION,,1", "ID-ZEBRA,,");

        assertRejected(
                workspace.run("report", "clinic.csv"),
                2,
                "clinic.csv, line 3: found neither a session_date nor a session_number, expected one of them.");
    }

    @Test
    void blankInTheOnlyColumnOfOrder() {
        workspace.file("clinic.csv", "patient_id,Visit number,session_number", "ID-ZEBRA,,n/a");

        assertRejected(
                workspace.run("report", "clinic.csv"),
                1,
                "clinic.csv, line 2, column session_number: found nothing recorded,"
                        + " expected a whole number from 1 to 1000000.");
    }

    @Test
    void noSorenessThatHasNotEnded() {
        workspace.file("clinic.csv", "patient_id,session_number,soreness_hours,soreness_resolved", "ID-ZEBRA,1,0,no");

        assertRejected(
                workspace.run("soreness", "clinic.csv"),
                1,
                "clinic.csv, line 2, column soreness_resolved: found 'no' beside 0 hours of soreness,"
                        + " expected 'yes' or a blank.");
    }

    @Test
    void sorenessThatEndedBeforeItsLastHour() {
        workspace.file(
                "clinic.csv",
                "patient_id,session_number,soreness_last_sore_hours,soreness_first_clear_hours",
                "ID-ZEBRA,1,24,12");

        assertRejected(
                workspace.run("soreness", "clinic.csv"),
                1,
                "clinic.csv, line 2, column soreness_first_clear_hours: found a time before the last sore hour,"
                        + " expected that hour or a later one.");
    }

    @Test
    void listThatContradictsAColumn() {
        workspace.file("clinic.csv", "patient_id,session_number,adverse_events,bruising", "ID-ZEBRA,1,bleeding,yes");

        assertRejected(
                workspace.run("rates", "clinic.csv"),
                1,
                "clinic.csv, line 2, column bruising: found 'yes' although adverse_events does not list it,"
                        + " expected the same in both columns.");
    }

    @Test
    void repeatedSessionIdNamesBothLines() {
        workspace.file(
                "clinic.csv", "session_id,patient_id,session_number", "S-1,ID-LION,1", "S-2,ID-LION,2", "S-1,ID-A,3");

        assertRejected(
                workspace.run("report", "clinic.csv"),
                3,
                "clinic.csv, line 4, column session_id: found the id of clinic.csv, line 2, expected an id of its own."
                        + " Remove one of the two rows, or correct the id.");
    }

    @Test
    void repeatedSessionIdOverTwoFiles() {
        workspace.file("a.csv", "session_id,patient_id,session_number", "S-1,ID-LION,1", "S-2,ID-LION,2");
        workspace.file("b.csv", "session_id,patient_id,session_number", "S-3,ID-LION,3", "S-2,ID-LION,4");

        assertRejected(
                workspace.run("report", "a.csv", "b.csv"),
                4,
                "b.csv, line 3, column session_id: found the id of a.csv, line 3, expected an id of its own."
                        + " Remove one of the two rows, or correct the id.");
    }

    @Test
    void decimalCommaAndDateFormatSettleThem() {
        workspace.file(
                "clinic.csv",
                "patient_id;session_date;soreness_hours",
                "ID-LION;01/02/2025;2,5",
                "ID-A;28/02/2025;0,5");

        JsonResult result = workspace.json(
                "soreness", "clinic.csv", "--decimal-comma", "--date-format", "dd/MM/yyyy", "--from", "2025-02-01");

        assertThat(result.rows(0)).containsExactly(2, 2, 0, 0);
        assertThat(result.list("soreness").get(0).list("curve").stream().map(row -> row.number("hours")))
                .containsExactly(0.5, 2.5);
    }
}
