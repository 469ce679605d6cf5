package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The domains EX, DM and AE of SDTM: sessions, patients and adverse events in three files. */
class CdiscTest {

    private static final String AE = "STUDYID,DOMAIN,USUBJID,AESEQ,AETERM,AEDECOD,AESEV,AESER,AESTDTC,AEENDTC";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder)
                .file(
                        "ex.csv",
                        "STUDYID,DOMAIN,USUBJID,EXSEQ,EXTRT,EXLOC,VISITNUM,EXSTDTC",
                        "S,EX,S-1,1,DRY NEEDLING,NECK,1,2024-03-01T10:30",
                        "S,EX,S-1,2,DRY NEEDLING,NECK,2,2024-03-08",
                        "S,EX,S-2,1,DRY NEEDLING,BACK,1,2024-03-02T09:00:00",
                        "S,EX,S-3,1,SHAM,BACK,1,2024-03-03T09:00")
                .file(
                        "dm.csv",
                        "STUDYID,DOMAIN,USUBJID,SUBJID,BRTHDTC,SITEID,AGE,AGEU,ARM",
                        "S,DM,S-1,ID-ZEBRA,1980-02-03,A,44,YEARS,Needle",
                        "S,DM,S-2,ID-LION,1970-02-03,B,54,YEARS,Needle",
                        "S,DM,S-3,ID-BEAR,,B,,YEARS,Sham",
                        "S,DM,S-4,ID-WOLF,,B,60,YEARS,Sham")
                .file("complete.toml", "[events_file]", "complete = true");
    }

    private void events(String... rows) {
        List<String> lines = new ArrayList<>(List.of(AE));
        lines.addAll(List.of(rows));
        workspace.file("ae.csv", lines);
    }

    private CommandLineRun run(String... options) {
        List<String> all = new ArrayList<>(
                List.of("rates", "ex.csv", "--preset", "cdisc", "--subjects", "dm.csv", "--events", "ae.csv"));
        all.addAll(List.of(options));
        all.addAll(List.of("--format", "json"));
        return workspace.run(all.toArray(String[]::new));
    }

    private static List<Integer> counts(JsonResult rate) {
        return List.of("events", "denominator", "notRecorded").stream()
                .map(name -> rate.number(name).intValue())
                .toList();
    }

    @Test
    void exGivesTheSessionsDmThePatientsAndAeTheEvents() {
        events(
                "S,AE,S-1,1,bruise of neck,CONTUSION,MILD,N,2024-03-08T20:00,2024-03-10T20:00",
                "S,AE,S-2,1,passed out,Syncope,SEVERE,Y,2024-03-02,",
                "S,AE,S-2,2,sleepy,somnolence,,N,2024-03-02,",
                "S,AE,S-3,1,felt sick,NAUSEA,MODERATE,N,2024-03-03T09:10,");

        JsonResult result = run("--mapping", "complete.toml", "--by", "ARM").result();

        assertThat(result.rows(0)).containsExactly(4, 4, 0, 0);
        assertThat(result.rows(1)).containsExactly(4, 3, 1, 0);
        assertThat(result.rows(2)).containsExactly(4, 4, 0, 0);
        assertThat(result.list("inputs").stream().map(input -> input.get("content")))
                .containsExactly(null, "subjects", "events");
        assertThat(result.number("patients")).isEqualTo(3);
        assertThat(counts(result.rate("bruising"))).containsExactly(1, 4, 0);
        assertThat(counts(result.rate("fainting"))).containsExactly(1, 4, 0);
        assertThat(counts(result.rate("drowsiness"))).containsExactly(1, 4, 0);
        assertThat(counts(result.rate("any"))).containsExactly(3, 4, 0);
        assertThat(counts(result.rate("nausea", Map.of("ARM", "Sham")))).containsExactly(1, 1, 0);
        assertThat(counts(result.rate("any", Map.of("ARM", "Needle")))).containsExactly(2, 3, 0);
    }

    @Test
    void siteTechniqueAndRegionAreThoseOfTheDomains() {
        events();

        for (String by : List.of("site", "technique", "region", "age", "VISITNUM")) {
            assertThat(run("--mapping", "complete.toml", "--by", by).exit())
                    .as(by)
                    .isZero();
        }
        assertThat(counts(run("--mapping", "complete.toml", "--by", "site")
                        .result()
                        .rate("any", Map.of("site", "B"))))
                .containsExactly(0, 2, 0);
    }

    @ParameterizedTest
    @CsvSource({"SUBJID", "BRTHDTC"})
    void whatTellsWhoSomebodyIsIsLeftOut(String column) {
        events();

        CommandLineRun run = run("--by", column);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.errLines()).first().asString().startsWith("--by: the export has no column '" + column + "'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "S,AE,S-1,1,rash,RASH,MILD,N,2024-03-08,   | column AEDECOD: found text of 4 letters, expected the name"
                        + " of an adverse event. Other names can be given a meaning in the mapping, [events_file] terms"
                        + " or ignore.",
                "S,AE,S-1,1,x,HAEMORRHAGE,MILD,N,2024-03-08, | column AEDECOD: found text of 11 letters, expected the"
                        + " name of an adverse event. Other names can be given a meaning in the mapping, [events_file]"
                        + " terms or ignore.",
                "S,AE,S-1,1,x,NAUSEA,MILD,N,2024-03,       | column AESTDTC: found 7 characters like 9999-99, expected a"
                        + " whole ISO date (2025-01-31), also with a time (2025-01-31T14:45).",
                "S,AE,S-1,1,x,NAUSEA,MILD,N,2024-03-09,    | column USUBJID: found a patient without a session on that"
                        + " day, expected one with a session.",
                "S,AE,S-1,1,x,NAUSEA,AWFUL,N,2024-03-08,   | column AESEV: found text of 5 letters, expected yes, no or"
                        + " a grade (none, mild, moderate, severe, 0 to 5). Other words can be given a meaning in the"
                        + " mapping.",
                "S,AE,S-9,1,x,NAUSEA,MILD,N,2024-03-08,    | column USUBJID: found a patient without a session on that"
                        + " day, expected one with a session."
            })
    void rejectedEvents(String row, String problem) {
        events(row);

        assertThat(run().errLines())
                .containsExactly(
                        "ae.csv, line 2, " + problem,
                        "Nothing was analysed: 1 of 9 rows rejected, 0 allowed (--max-rejected).");
    }

    @Test
    void anEventCanBelongToTheLatestSessionWithinAWindow() {
        events("S,AE,S-1,1,x,NAUSEA,MILD,N,2024-03-10,", "S,AE,S-2,1,x,NAUSEA,MILD,N,2024-03-20,");
        workspace.file(
                "latest.toml", "[events_file]", "complete = true", "attribute = \"latest-session\"", "within_days = 7");

        CommandLineRun run = run("--mapping", "latest.toml", "--max-rejected", "1");

        assertThat(counts(run.result().rate("nausea"))).containsExactly(1, 4, 0);
        assertThat(run.errLines())
                .containsExactly("ae.csv, line 3, column USUBJID: found a patient without a session within 7 days"
                        + " before the onset, expected one with a session.");
    }

    @Test
    void theMappingGoesFirst() {
        events("S,AE,S-1,1,x,CONTUSION,MILD,N,2024-03-08,", "S,AE,S-2,1,Contusion,OTHER,MILD,N,2024-03-02,");
        workspace.file(
                "mapping.toml",
                "[columns]",
                "condition = \"EXTRT\"",
                "[events_file]",
                "ignore = [\"x\"]",
                "terms = { contusion = \"aggravation\" }",
                "[events_file.columns]",
                "event = \"AETERM\"");

        JsonResult result =
                run("--mapping", "mapping.toml", "--by", "condition").result();

        assertThat(counts(result.rate("aggravation"))).containsExactly(1, 1, 3);
        assertThat(result.rows(2)).containsExactly(2, 1, 1, 0);
        assertThat(result.list("rates"))
                .anyMatch(rate -> Map.of("condition", "SHAM").equals(rate.get("stratum")));
    }

    @Test
    void aSessionOfNobodyAndASecondRowOfSomebodyAreRejected() {
        events();
        workspace.file("ex.csv", "USUBJID,EXSTDTC", "S-1,2024-03-01", "S-7,2024-03-01", "S-2,2024-03,x", "S-2,2024-03");
        workspace.file("dm.csv", "USUBJID,SITEID", "S-1,A", "S-2,A", "S-1,B", ",C", "S-3");

        CommandLineRun run = run();

        assertThat(run.errLines())
                .containsExactly(
                        "ex.csv, line 3, column USUBJID: found a patient that dm.csv does not have, expected one of its"
                                + " rows.",
                        "ex.csv, line 4: found 3 fields, expected 2 fields. A field that holds the delimiter needs"
                                + " quotes.",
                        "ex.csv, line 5, column EXSTDTC: found 7 characters like 9999-99, expected a date like"
                                + " 2025-01-31T14:45:36 (yyyy-MM-dd['T'HH:mm[:ss]]).",
                        "dm.csv, line 4, column USUBJID: found a patient that an earlier row has, expected one row for"
                                + " each patient.",
                        "dm.csv, line 5, column USUBJID: found blank, expected an id.",
                        "dm.csv, line 6: found 1 field, expected 2 fields.",
                        "Nothing was analysed: 6 of 9 rows rejected, 0 allowed (--max-rejected).");
        JsonResult result = run("--max-rejected", "6").result();
        assertThat(result.rows(0)).containsExactly(4, 1, 0, 3);
        assertThat(result.rows(1)).containsExactly(5, 2, 0, 3);
    }

    /** Without a preset, patients are joined by the column that both files have for them. */
    @Test
    void patientsCanStandInAFileOfTheirOwnWithoutAPreset() {
        workspace.file("clinic.csv", "Chart,session_number,bruising", "1,1,yes", "2,1,no", "2,2,no");
        workspace.file("patients.csv", "chart;sex;age", "1;f;30", "2;m;40");
        workspace.file("mapping.toml", "[columns]", "patient_id = \"chart\"");

        JsonResult result = workspace.json(
                "rates", "clinic.csv", "--subjects", "patients.csv", "--mapping", "mapping.toml", "--by", "sex");

        assertThat(counts(result.rate("bruising", Map.of("sex", "m")))).containsExactly(0, 2, 0);
        assertThat(workspace
                        .run("rates", "clinic.csv", "--subjects", "patients.csv")
                        .errLines())
                .containsExactly("patients.csv, line 1: there is no column 'patient_id', by which sessions and subjects"
                        + " are joined.");
    }

    private static List<String> decisions(JsonResult result, int input) {
        return ((List<?>) result.list("inputs").get(input).get("decisions"))
                .stream().map(String::valueOf).toList();
    }

    @Test
    void theDecisionsAreInTheResult() {
        events();

        JsonResult result = run().result();

        assertThat(decisions(result, 0))
                .containsExactly(
                        "'USUBJID' is patient_id.",
                        "'EXSTDTC' is session_date.",
                        "'EXTRT' is technique.",
                        "'EXLOC' is region.",
                        "'SITEID' is site.",
                        "'AGE' is age.");
        assertThat(decisions(result, 1))
                .containsExactly("Columns that tell who somebody is are left out: SUBJID, BRTHDTC.");
        assertThat(decisions(result, 2))
                .containsExactly(
                        "'USUBJID' is patient_id.",
                        "'AESTDTC' is session_date.",
                        "'AEDECOD' is event.",
                        "'AESEV' is grade.",
                        "'AESTDTC' is onset.",
                        "'AEENDTC' is resolved.",
                        "Of the terms, 'bruise' is bruising, 'contusion' is bruising, 'somnolence' is drowsiness,"
                                + " 'syncope' is fainting.");
        assertThat(workspace
                        .run("rates", "ex.csv", "--preset", "cdisc", "--subjects", "dm.csv", "--events", "ae.csv")
                        .out())
                .contains("How ex.csv was read: 'USUBJID' is patient_id.");
    }

    @Test
    void whatTheMappingSaysIsNoDecisionOfThePreset() {
        events();
        workspace.file(
                "mapping.toml",
                "[columns]",
                "condition = \"EXTRT\"",
                "[events_file]",
                "ignore = [\"syncope\"]",
                "terms = { contusion = \"aggravation\", bruise = \"bruising\", somnolence = \"fatigue\" }",
                "[events_file.columns]",
                "event = \"AETERM\"");

        JsonResult result = run("--mapping", "mapping.toml").result();

        assertThat(decisions(result, 0)).isNotEmpty().noneMatch(sentence -> sentence.contains("EXTRT"));
        assertThat(decisions(result, 2))
                .contains("'AESEV' is grade.")
                .noneMatch(sentence -> sentence.contains("event.") || sentence.startsWith("Of the terms"));
    }

    @Test
    void thePresetIsNamed() {
        assertThat(workspace.run("rates", "ex.csv", "--preset", "cdsic").err()).contains("Did you mean 'cdisc'?");
    }

    @Test
    void theReportSaysHowManyPatientsHadNoSession() {
        events();

        assertThat(workspace
                        .run("rates", "ex.csv", "--preset", "cdisc", "--subjects", "dm.csv", "--events", "ae.csv")
                        .out())
                .contains("Patients of dm.csv: 4 rows read, 3 used. Without a session: 1. Rejected: 0.");
    }

    /** Counted in ae.csv with cut and uniq: 21 contusions, 23 bleedings, 8 times fatigue, 3 syncopes, 8 colds. */
    @Test
    void theSample() throws IOException {
        for (String name : List.of("ex.csv", "dm.csv", "ae.csv", "mapping.toml")) {
            workspace.file(name, Files.readAllBytes(Path.of("samples", "cdisc", name)));
        }

        CommandLineRun run = run("--mapping", "mapping.toml");

        assertThat(run.err()).isEmpty();
        JsonResult result = run.result();
        assertThat(result.rows(0)).containsExactly(188, 188, 0, 0);
        assertThat(result.rows(1)).containsExactly(48, 46, 2, 0);
        assertThat(result.rows(2)).containsExactly(63, 55, 8, 0);
        assertThat(counts(result.rate("bruising"))).containsExactly(21, 188, 0);
        assertThat(counts(result.rate("bleeding"))).containsExactly(23, 188, 0);
        assertThat(counts(result.rate("fatigue"))).containsExactly(8, 188, 0);
        assertThat(counts(result.rate("fainting"))).containsExactly(3, 188, 0);
    }
}
