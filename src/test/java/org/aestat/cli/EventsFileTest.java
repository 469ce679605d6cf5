package org.aestat.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adverse events in a second file: joined to exactly one session each, or rejected. */
class EventsFileTest {

    private static final String HEADER = "session_id,patient_id,session_date,event,grade,onset,resolved";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder)
                .file(
                        "clinic.csv",
                        "session_id,patient_id,session_date,session_number,technique,bruising,bruise_hours",
                        "s1,P1,2025-01-01,,deep,no,",
                        "s2,P1,2025-01-08,,deep,,",
                        "s3,P2,2025-01-02,,deep,,",
                        "s4,P2,2025-01-02,,flat,,",
                        "s5,P3,2025-01-03,,flat,yes,",
                        "s6,P4,2025-01-04,,flat,mild,36",
                        "s7,P4,,2,flat,,")
                .file("complete.toml", "[events_file]", "complete = true");
    }

    private void events(String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        workspace.file("events.csv", lines);
    }

    private JsonResult rates(String... options) {
        List<String> all = new ArrayList<>(List.of("rates", "clinic.csv", "--events", "events.csv"));
        all.addAll(List.of(options));
        return workspace.json(all.toArray(String[]::new));
    }

    private static List<Integer> counts(JsonResult result, String event) {
        JsonResult rate = result.rate(event);
        return List.of("events", "denominator", "notRecorded").stream()
                .map(name -> rate.number(name).intValue())
                .toList();
    }

    private static Map<String, Integer> reasons(JsonResult result) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        result.list("inputs")
                .get(1)
                .object("rows")
                .list("excludedBy")
                .forEach(reason -> reasons.put(
                        (String) reason.get("reason"), reason.number("rows").intValue()));
        return reasons;
    }

    /** s2 by its id, s3 and s4 are the same day of one patient, s5 by patient and day. */
    @Test
    void withoutWordOfItTheFileIsNotComplete() {
        events("s2,,,bruising,,,", "s4,,,fainting,,,", ",P3,2025-01-03,dizziness,,,");

        JsonResult result = rates();

        assertThat(counts(result, "bruising")).containsExactly(3, 4, 3);
        assertThat(counts(result, "fainting")).containsExactly(1, 1, 6);
        assertThat(counts(result, "dizziness")).containsExactly(1, 1, 6);
        assertThat(counts(result, "any")).containsExactly(4, 4, 3);
        assertThat(result.list("rates")).noneMatch(rate -> "nausea".equals(rate.get("event")));
        assertThat(result.warning("events-not-complete"))
                .isEqualTo("The mapping does not say that events.csv is complete: an event that it does not name is not"
                        + " recorded, never 'no', unless a column of the session says so. With complete = true in"
                        + " [events_file] it is 'no'.");
    }

    @Test
    void whatACompleteFileDoesNotNameIsNo() {
        events("s2,,,bruising,,,", "s4,,,fainting,,,", ",P3,2025-01-03,dizziness,,,");

        JsonResult result = rates("--mapping", "complete.toml");

        assertThat(counts(result, "bruising")).containsExactly(3, 7, 0);
        assertThat(counts(result, "fainting")).containsExactly(1, 7, 0);
        assertThat(counts(result, "dizziness")).containsExactly(1, 7, 0);
        assertThat(counts(result, "nausea")).containsExactly(0, 7, 0);
        assertThat(counts(result, "any")).containsExactly(4, 7, 0);
        assertThat(counts(result, "any_major")).containsExactly(0, 7, 0);
        assertThat(result.warningCodes()).doesNotContain("events-not-complete");
    }

    @Test
    void aFileCanBeCompleteForSomeEvents() {
        events("s2,,,bruising,,,");
        workspace.file("some.toml", "[events_file]", "complete = [\"pneumothorax\", \"fainting\"]");

        JsonResult result = rates("--mapping", "some.toml");

        assertThat(counts(result, "fainting")).containsExactly(0, 7, 0);
        assertThat(counts(result, "pneumothorax")).containsExactly(0, 7, 0);
        assertThat(counts(result, "bruising")).containsExactly(3, 4, 3);
        assertThat(result.list("inputs").get(1).get("completeFor")).isEqualTo(List.of("fainting", "pneumothorax"));
    }

    @Test
    void itsRowsAreCountedApart() {
        events("s2,,,bruising,,,", "s2,,,bruising,,,", "s4,,,fainting,,,", "s9,,,fainting,,,");

        JsonResult result = rates("--where", "technique=deep", "--max-rejected", "1");

        assertThat(result.rows(0)).containsExactly(7, 3, 4, 0);
        assertThat(result.rows(1)).containsExactly(4, 1, 2, 1);
        assertThat(reasons(result)).isEqualTo(Map.of("repeated", 1, "filters", 1));
        assertThat(result.object("rows").number("read")).isEqualTo(7);
        assertThat(result.list("inputs").get(0).get("content")).isNull();
        assertThat(result.list("inputs").get(1).get("content")).isEqualTo("events");
        assertThat(counts(result, "fainting")).containsExactly(0, 0, 3);
        assertThat(result.warning("events-repeated"))
                .isEqualTo("events.csv: 1 row says what another row says of the same event at the same session, and is"
                        + " counted once.");
    }

    @Test
    void theReportSaysWhatBecameOfThem() {
        events("s2,,,bruising,,,", "s4,,,fainting,,,");

        String text = workspace
                .run("report", "clinic.csv", "--events", "events.csv", "--mapping", "complete.toml")
                .out();

        assertThat(text.replaceAll("\\s+", " "))
                .contains("Read: 7 rows of 1 file. Used: 7 sessions of 4 patients. Excluded by the filters: 0. Rejected"
                        + " as unreadable: 0. Adverse events of events.csv: 2 rows read, 2 used. Excluded: 0 (repeated:"
                        + " 0; filters: 0). Rejected: 0. An event that it does not name is 'no' (19 events).");
        assertThat(text).containsPattern("events\\.csv \\(events\\) +2 +2 +0 +0 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s9,,,bruising,,,       | session_id: found the id of no session, expected that of one that was read.",
                ",P9,2025-01-01,bruising,,, | patient_id: found a patient without a session on that day, expected one"
                        + " with a session.",
                ",P2,2025-01-02,bruising,,, | patient_id: found a patient with 2 sessions on that day, expected one"
                        + " session. A session_id would tell them apart.",
                ",P4,,bruising,,,       | session_date: found nothing recorded, expected a whole ISO date (2025-01-31),"
                        + " also with a time (2025-01-31T14:45).",
                ",,2025-01-02,bruising,,, | patient_id: found blank, expected an id, or a session_id.",
                "s2,P2,,bruising,,,     | patient_id: found another patient than the session has, expected the same in"
                        + " both files.",
                "s2,,2025-01-09,bruising,,, | session_date: found another day than the session has, expected the same"
                        + " in both files.",
                "s2,,2025-01,bruising,,, | session_date: found 7 characters like 9999-99, expected a whole ISO date"
                        + " (2025-01-31), also with a time (2025-01-31T14:45).",
                "s2,,,brusing,,,        | event: found text of 7 letters, expected the name of an adverse event. Did you"
                        + " mean 'bruising'? Other names can be given a meaning in the mapping, [events_file] terms or"
                        + " ignore.",
                "s2,,,xyzzy,,,          | event: found text of 5 letters, expected the name of an adverse event. Other"
                        + " names can be given a meaning in the mapping, [events_file] terms or ignore.",
                "s2,,,,,,               | event: found blank, expected the name of an adverse event. Other names can be"
                        + " given a meaning in the mapping, [events_file] terms or ignore.",
                "s2,,,bruising,6,,      | grade: found 1 digit, expected yes, no or a grade (none, mild, moderate, severe,"
                        + " 0 to 5). Other words can be given a meaning in the mapping.",
                "s1,,,bruising,,,       | event: found an event that the session's own column has as 'no', expected the"
                        + " same in both files.",
                "s5,,,bruising,none,,   | grade: found 'no' for an event that the session's own column has as 'yes',"
                        + " expected the same in both files.",
                "s6,,,bruising,severe,, | grade: found a grade above that in the session's own column, expected that"
                        + " grade or less.",
                "s2,,,bruising,,2025-01-07, | onset: found a day before the session, expected its day or a later one.",
                "s2,,,bruising,,,2025-01-07 | resolved: found a day before the session, expected its day or a later one.",
                "s2,,,bruising,,2025-01,  | onset: found 7 characters like 9999-99, expected a whole ISO date"
                        + " (2025-01-31), also with a time (2025-01-31T14:45), or hours after the session.",
                "s2,,,bruising,,2025-01-10,2025-01-09 | resolved: found a time before the onset, expected that time or"
                        + " a later one.",
                "s2,,,bruising,,5,4.5   | resolved: found a time before the onset, expected that time or a later one.",
                "s2,,,bruising,,5,2025-01-09 | resolved: found 10 characters like 9999-99-99, expected hours, as the"
                        + " onset has.",
                "s2,,,bruising,,2025-01-09,5 | resolved: found 1 digit, expected a date, as the onset has.",
                "s2,,,bruising,0,5,     | onset: found a time of an event that did not happen, expected a blank.",
            })
    void rejected(String row, String problem) {
        events("s5,,,bruising,,,", row);

        CommandLineRun run = workspace.run("rates", "clinic.csv", "--events", "events.csv");

        assertThat(run.errLines())
                .containsExactly(
                        "events.csv, line 3, column " + problem,
                        "Nothing was analysed: 1 of 9 rows rejected, 0 allowed (--max-rejected).");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aRowWithoutAFieldIsRejected() {
        events("s2,,,bruising,,");

        assertThat(workspace
                        .run("rates", "clinic.csv", "--events", "events.csv")
                        .errLines())
                .startsWith("events.csv, line 2: found 6 fields, expected 7 fields.");
    }

    @Test
    void noAndYesOfOneSessionContradictEachOther() {
        events("s2,,,bruising,none,,", "s2,,,bruising,mild,,");

        JsonResult result = rates("--max-rejected", "1");

        assertThat(workspace
                        .run("rates", "clinic.csv", "--events", "events.csv")
                        .errLines())
                .startsWith("events.csv, line 3, column grade: found the opposite of an earlier row for the same event"
                        + " and session, expected one answer.");
        assertThat(counts(result, "bruising")).containsExactly(2, 4, 3);
    }

    /** What a rejected row would have said is not known, so a complete file says no "no" there. */
    @Test
    void aRejectedRowIsNoNo() {
        events("s2,,,bruising,perhaps,,", ",P2,2025-01-02,fainting,,,", "s1,,,brusing,,,", "s9,,,nausea,,,");

        JsonResult result = rates("--mapping", "complete.toml", "--max-rejected", "4");

        assertThat(counts(result, "bruising")).containsExactly(2, 6, 1);
        assertThat(counts(result, "fainting")).containsExactly(0, 4, 3);
        assertThat(counts(result, "nausea")).containsExactly(0, 6, 1);
        assertThat(result.rows(1)).containsExactly(4, 0, 0, 4);
    }

    @Test
    void severalRowsOfOneEventAreOneWithTheWorstGrade() {
        events("s2,,,bruising,mild,,", "s2,,,Bruising,severe,,", "s2,,,bruising,moderate,,", "s6,,,bruising,,,");

        JsonResult result = rates();

        assertThat(result.rows(1)).containsExactly(4, 4, 0, 0);
        assertThat(counts(result, "bruising")).containsExactly(3, 4, 3);
        assertThat(result.row("severity", Map.of("event", "bruising")).list("atLeast").stream()
                        .map(grade ->
                                grade.get("word") + " " + grade.number("events").intValue())
                        .toList())
                .containsExactly("mild 3", "moderate 1", "severe 1");
        assertThat(result.warning("events-several-times"))
                .isEqualTo("events.csv: 2 rows are about an event that its session has already. It is one event, with"
                        + " the worst grade.");
    }

    /** The export's "1" is a yes; that the file grades the event does not make it mild. */
    @Test
    void gradesOfTheFileDoNotTurnOneIntoMild() {
        workspace.file("ones.csv", "session_id,patient_id,session_number,bruising", "a,P1,1,1", "b,P2,1,1", "c,P3,1,0");
        workspace.file("grades.csv", "session_id,event,grade", "a,bruising,1", "b,bruising,");
        List<String> run = List.of("rates", "ones.csv", "--events", "grades.csv");

        JsonResult result = workspace.json(run.toArray(String[]::new));

        JsonResult severity = result.row("severity", Map.of("event", "bruising"));
        assertThat(severity.number("ungraded", "sessions")).isEqualTo(1);
        assertThat(result.rate("bruising").number("events")).isEqualTo(2);
    }

    /** 10:00 to 12:30 two days later is 50.5 hours; hours are taken from the same two columns. */
    @Test
    void timesGiveHours() {
        events("s2,,,bruising,mild,2025-01-08T10:00,2025-01-10T12:30", "s4,,,fatigue,mild,2,26");
        workspace.file(
                "columns.csv",
                "patient_id,session_number,bruising,bruise_hours,fatigue,fatigue_hours",
                "P1,1,no,,,",
                "P1,2,mild,50.5,,",
                "P2,1,,,,",
                "P2,2,,,mild,24",
                "P3,1,yes,,,",
                "P4,1,mild,36,,",
                "P4,2,,,,");

        JsonResult result = rates();

        assertThat(result.get("severity"))
                .isEqualTo(workspace.json("rates", "columns.csv").get("severity"));
        assertThat(result.row("severity", Map.of("event", "bruising")).get("duration"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-08,       2025-01-10",
        "2025-01-08T10:00, 2025-01-10",
        "2025-01-08,       ",
        "'',               2025-01-10T10:00"
    })
    void daysGiveNoHours(String onset, String resolved) {
        workspace.file("one.csv", "session_id,patient_id,session_date", "s2,P1,2025-01-08");
        events("s2,,,bruising,mild," + onset + "," + (resolved == null ? "" : resolved));

        JsonResult result = workspace.json("rates", "one.csv", "--events", "events.csv");

        assertThat(result.row("severity", Map.of("event", "bruising")).get("duration"))
                .isNull();
    }

    @Test
    void hoursOfAnEventThatACompleteFileDoesNotNameAreNoNo() {
        workspace.file(
                "hours.csv", "session_id,patient_id,session_number,bruise_hours", "a,P1,1,24", "b,P2,1,0", "c,P3,1,");
        workspace.file("none.csv", "session_id,event");

        JsonResult result = workspace.json("rates", "hours.csv", "--events", "none.csv", "--mapping", "complete.toml");

        assertThat(counts(result, "bruising")).containsExactly(0, 2, 1);
        assertThat(result.warning("hours-without-event"))
                .isEqualTo("At 1 session there are hours of an event that none.csv does not name. There it is not"
                        + " recorded.");
    }

    @Test
    void theSiteIsPartOfThePatientWhereBothFilesSayIt() {
        workspace.file(
                "sites.csv", "site,patient_id,session_date", "A,P1,2025-01-01", "B,P1,2025-01-01", "B,P2,2025-01-01");
        workspace.file("with.csv", "site,patient_id,session_date,event", "B,P1,2025-01-01,nausea");
        workspace.file("without.csv", "patient_id,session_date,event", "P2,2025-01-01,nausea", "P1,2025-01-01,nausea");

        assertThat(counts(workspace.json("rates", "sites.csv", "--events", "with.csv"), "nausea"))
                .containsExactly(1, 1, 2);
        assertThat(workspace
                        .run("rates", "sites.csv", "--events", "without.csv")
                        .errLines())
                .first()
                .isEqualTo("without.csv, line 3, column patient_id: found a patient with 2 sessions on that day,"
                        + " expected one session. A session_id would tell them apart.");
    }

    /** Sessions of P1 on days 1 and 8, of P2 twice on day 2; onset on day 10 is two days after the latest of P1. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | P1,2025-01-10T09:00 | ",
                "2 | P1,2025-01-10       | ",
                "1 | P1,2025-01-10       | column patient_id: found a patient without a session within 1 day before the"
                        + " onset, expected one with a session.",
                "7 | P1,2024-12-31       | column patient_id: found a patient without a session within 7 days before the"
                        + " onset, expected one with a session.",
                "7 | P2,2025-01-05       | column patient_id: found a patient with 2 sessions on the last day up to the"
                        + " onset, expected one session. A session_id would tell them apart.",
                "7 | P1,2025-01          | column onset: found 7 characters like 9999-99, expected a whole ISO date"
                        + " (2025-01-31), also with a time (2025-01-31T14:45), or hours after the session.",
                "7 | P1,5                | column onset: found 1 digit, expected a whole ISO date (2025-01-31), also with"
                        + " a time (2025-01-31T14:45)."
            })
    void anOnsetCanBelongToTheLatestSession(int days, String row, String problem) {
        workspace.file("latest.toml", "[events_file]", "attribute = \"latest-session\"", "within_days = " + days);
        workspace.file("onsets.csv", "patient_id,onset,event", row + ",nausea");

        CommandLineRun run = workspace.run(
                "rates", "clinic.csv", "--events", "onsets.csv", "--mapping", "latest.toml", "--format", "json");

        if (problem == null) {
            assertThat(counts(run.result(), "nausea")).containsExactly(1, 1, 6);
        } else {
            assertThat(run.errLines()).startsWith("onsets.csv, line 2, " + problem);
        }
    }

    @Test
    void theMappingGivesColumnsTermsAndFurtherEvents() {
        workspace.file(
                "ae.csv",
                "Visit No;Term;Sev",
                "s2;CONTUSION;leicht",
                "s4;Cough;",
                "s5;common cold;",
                "s5;common cold;");
        workspace.file(
                "mapping.toml",
                "[events]",
                "cough = { major = true }",
                "[events_file]",
                "complete = true",
                "ignore = [\"Common Cold\", \"flu\"]",
                "terms = { contusion = \"bruising\" }",
                "[events_file.columns]",
                "session_id = \"visit no\"",
                "event = \"term\"",
                "grade = { column = \"sev\", values = { leicht = \"mild\" } }");

        JsonResult result = workspace.json("rates", "clinic.csv", "--events", "ae.csv", "--mapping", "mapping.toml");

        assertThat(counts(result, "bruising")).containsExactly(3, 7, 0);
        assertThat(counts(result, "cough")).containsExactly(1, 7, 0);
        assertThat(counts(result, "any_major")).containsExactly(1, 7, 0);
        assertThat(result.rows(1)).containsExactly(4, 2, 2, 0);
        assertThat(reasons(result))
                .containsExactly(
                        Map.entry("event = Common Cold", 2),
                        Map.entry("event = flu", 0),
                        Map.entry("repeated", 0),
                        Map.entry("filters", 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "session_id,grade | events.csv, line 1: there is no column 'event'. A mapping file (--mapping) can name"
                        + " the column that holds it, in [events_file.columns]. | 3",
                "event,patient_id | events.csv, line 1: there is neither a column 'session_id' nor the columns"
                        + " 'patient_id' and 'session_date'. A mapping file (--mapping) can name those that hold them,"
                        + " in [events_file.columns]. | 3",
                "session_id,event,Event | events.csv, line 1: columns 2 and 3 have the same name 'event'. Rename one of"
                        + " them. | 3",
                "`` | events.csv, line 1: the file is empty; its first line should name the columns. | 3"
            })
    void headersThatCannotBeUsed(String header, String message, int exit) {
        workspace.file("events.csv", header.isEmpty() ? new byte[0] : header.getBytes(UTF_8));

        CommandLineRun run = workspace.run("rates", "clinic.csv", "--events", "events.csv");

        assertThat(run.errLines()).containsExactly(message);
        assertThat(run.exit()).isEqualTo(exit);
    }

    @Test
    void filesWithoutACommonKeyAreRefused() {
        workspace.file("numbers.csv", "patient_id,session_number", "P1,1");
        events();

        CommandLineRun run = workspace.run("rates", "numbers.csv", "--events", "events.csv");

        assertThat(run.errLines())
                .containsExactly("--events: events.csv and the export have neither 'session_id' in common nor"
                        + " 'patient_id' with a date of the session.");
        assertThat(run.exit()).isEqualTo(2);
    }

    /** A row can only be joined by what the exports have, too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "session_id,patient_id,session_number;s1,P1,1 | ,P1,2025-01-01,nausea,,, | session_id: found blank,"
                        + " expected an id. The exports have no column 'session_date' to join by.",
                "patient_id,session_date;P1,2025-01-01 | s1,,,nausea,,, | patient_id: found blank, expected an id. The"
                        + " exports have no column 'session_id' to join by.",
                "patient_id,session_date;P1,2025-01-01 | s1,P1,,nausea,,, | session_date: found nothing recorded, expected"
                        + " the date of the session. The exports have no column 'session_id' to join by.",
                "patient_id,session_date;P1,2025-01-01 | s1,P1,,nausea,,2025-01-01, | session_date: found nothing"
                        + " recorded, expected the date of the session. The exports have no column 'session_id' to join"
                        + " by."
            })
    void keysThatTheExportLacks(String export, String row, String problem) {
        workspace.file("keys.csv", export.split(";"));
        events(row);

        assertThat(workspace.run("rates", "keys.csv", "--events", "events.csv").errLines())
                .startsWith("events.csv, line 2, column " + problem);
    }

    /** Ids, names of events that are none, and dates stand in no output. */
    @Test
    void cellsAreNeverShown() {
        workspace.file(
                "secret.csv",
                "session_id,patient_id,session_date",
                "ID-ZEBRA-1,ID-ZEBRA,2025-03-17",
                "ID-ZEBRA-2,ID-ZEBRA,2025-03-17");
        events(
                "ID-LION,,,nausea,,,",
                ",ID-ZEBRA,2025-03-17,nausea,,,",
                "ID-ZEBRA-1,,,ID-TIGER,,,",
                "ID-ZEBRA-1,ID-LION,,nausea,ID-BEAR,2025-03-18,ID-WOLF",
                "ID-ZEBRA-2,,,nausea,,,");

        for (String format : List.of("text", "json")) {
            CommandLineRun run = workspace.run(
                    "report", "secret.csv", "--events", "events.csv", "--max-rejected", "9", "--format", format);

            assertThat(run.exit()).isZero();
            assertThat(run.out() + run.err()).doesNotContain("ID-", "2025-03");
            assertThat(run.errLines()).hasSize(4);
        }
    }

    @Test
    void aMappingOfEventsNeedsTheFile() {
        CommandLineRun run = workspace.run("rates", "clinic.csv", "--mapping", "complete.toml");

        assertThat(run.errLines())
                .containsExactly(
                        "complete.toml, line 1: [events_file] is about a file of events. Give it with" + " --events.");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void misspeltColumnsAreNamed() {
        workspace.file("typo.csv", "session_id,event,grde", "s2,nausea,mild");

        assertThat(workspace.json("rates", "clinic.csv", "--events", "typo.csv").warning("unused-column"))
                .isEqualTo("typo.csv: the column 'grde' is not used. If it is 'grade', rename it or map it.");
    }

    /** Of 8 rows of both files one is rejected, which is 12.5 %. */
    @ParameterizedTest
    @CsvSource({"0, 3", "1, 0", "12.4%, 3", "12.5%, 0"})
    void rejectedEventsCountForTheLimit(String allowed, int exit) {
        events("s9,,,nausea,,,");

        assertThat(workspace
                        .run("rates", "clinic.csv", "--events", "events.csv", "--max-rejected", allowed, "--quiet")
                        .exit())
                .isEqualTo(exit);
    }

    @Test
    void theCheckReadsThemToo() {
        workspace.file(
                "policy.toml",
                "[[threshold]]",
                "name = \"Cough\"",
                "metric = \"count(nausea)\"",
                "below = 1",
                "evidence = \"point\"",
                "[[threshold]]",
                "name = \"Rejected\"",
                "metric = \"rejected_rows\"",
                "below = 1");
        events("s2,,,nausea,,,", "s9,,,nausea,,,");

        CommandLineRun run = workspace.run(
                "check",
                "clinic.csv",
                "--events",
                "events.csv",
                "--mapping",
                "complete.toml",
                "--policy",
                "policy.toml",
                "--max-rejected",
                "1",
                "--format",
                "json");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.result().list("thresholds").stream()
                        .map(threshold -> threshold.list("verdicts").get(0))
                        .map(verdict -> verdict.get("effect") + " "
                                + verdict.number("counts", "events").intValue() + "/"
                                + verdict.number("counts", "denominator").intValue()))
                .containsExactly("fail 1/7", "fail 1/9");
    }

    @Test
    void anEventsFileIsNeverOverwritten() {
        events("s2,,,nausea,,,");

        CommandLineRun run =
                workspace.run("rates", "clinic.csv", "--events", "events.csv", "--output", "json=events.csv");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(workspace.read("events.csv")).startsWith(HEADER);
    }

    @Test
    void theEventsCanComeFromStandardInputOrGzip() {
        byte[] text = (HEADER + "\ns2,,,nausea,,,\n").getBytes(UTF_8);
        workspace.input(text).file("events.csv.gz", Workspace.gzip(text));

        JsonResult piped = workspace.json("rates", "clinic.csv", "--events", "-");
        JsonResult packed = workspace.json("rates", "clinic.csv", "--events", "events.csv.gz");

        assertThat(piped.get("rates")).isEqualTo(packed.get("rates"));
        assertThat(counts(piped, "nausea")).containsExactly(1, 1, 6);
        assertThat(workspace.run("rates", "-", "--events", "-").errLines())
                .containsExactly("Standard input, '-', can be read only once.");
    }
}
