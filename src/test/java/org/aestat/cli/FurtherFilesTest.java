package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of events and of patients with {@code validate}, {@code --publish}, {@code --baseline} and presets. */
class FurtherFilesTest {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder)
                .file(
                        "clinic.csv",
                        "session_id,patient_id,session_date,bruising",
                        "s1,P1,2025-01-01,no",
                        "s2,P2,2025-01-02,",
                        "s3,P2,2025-01-02,",
                        "s4,P3,2025-01-03,")
                .file("patients.csv", "patient_id,age,arm", "P1,40,a", "P2,50,b", "P3,,b");
    }

    private static List<String> found(JsonResult result) {
        List<String> lines = new ArrayList<>();
        for (JsonResult problem : result.list("problems")) {
            for (JsonResult example : problem.list("examples")) {
                lines.add(problem.get("code") + " " + example.get("file") + " "
                        + example.number("line").intValue());
            }
        }
        return lines;
    }

    @Test
    void validateListsTheProblemsOfEvents() {
        workspace.file(
                "events.csv",
                "session_id,patient_id,session_date,event,grade,onset,resolved",
                "s4,,,bruising,,2025-01-03,2025-01-09",
                "s4,,,bruising",
                "s4,,,bruising,,soon,",
                "s4,,,bruising,terrible,,",
                "s4,,,fainting,no,2025-01-03,",
                ",P1,,bruising,,,",
                "s4,,,broosing,,,",
                "s4,,,fainting,,2025-01-02,",
                "s9,,,bruising,,,",
                ",P2,2025-01-02,bruising,,,",
                "s1,,,bruising,,,");

        CommandLineRun run = workspace.run("validate", "clinic.csv", "--events", "events.csv", "--format", "json");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(found(run.result()))
                .containsExactly(
                        "E101 events.csv 3",
                        "E104 events.csv 4",
                        "E111 events.csv 5",
                        "E118 events.csv 6",
                        "E120 events.csv 7",
                        "E121 events.csv 8",
                        "E122 events.csv 9",
                        "E123 events.csv 10",
                        "E124 events.csv 11",
                        "E125 events.csv 12",
                        "W303 clinic.csv 4");
        JsonResult input = run.result().list("inputs").get(1);
        assertThat(input.get("content")).isEqualTo("events");
        assertThat(input.object("rows").number("rejected").intValue()).isEqualTo(10);
        assertThat(run.result().object("rows").number("read").intValue()).isEqualTo(4);
    }

    @Test
    void validateListsTheProblemsOfPatients() {
        workspace.file("patients.csv", "patient_id,age,arm", "P1,old,a", ",30,a", "P3,20,a", "P3,21,a");

        CommandLineRun run = workspace.run(
                "validate",
                "clinic.csv",
                "--subjects",
                "patients.csv",
                "--rejects",
                "rejected.csv",
                "--format",
                "json");

        assertThat(found(run.result()))
                .containsExactly(
                        "E102 patients.csv 3",
                        "E109 clinic.csv 2",
                        "E126 clinic.csv 3",
                        "E126 clinic.csv 4",
                        "E127 patients.csv 5");
        assertThat(workspace.read("rejected.csv").lines().map(line -> line.split(",")[2]))
                .containsExactly("rejected_code", "E109", "E126", "E126");
    }

    @Test
    void theMarkdownNamesWhatIsNoExport() {
        workspace.file("events.csv", "session_id,event", "s4,bruising");

        CommandLineRun run = workspace.run(
                "validate",
                "clinic.csv",
                "--events",
                "events.csv",
                "--subjects",
                "patients.csv",
                "--format",
                "markdown");

        assertThat(run.out())
                .contains("| clinic.csv | 4 | 4 | 0 | 0 |")
                .contains("| patients.csv (subjects) | 3 | 3 | 0 | 0 |")
                .contains("| events.csv (events) | 1 | 1 | 0 | 0 |")
                .doesNotContain("| all |");
    }

    @Test
    void theRejectedRowsAreNeverWrittenOverTheEvents() {
        workspace.file("events.csv", "session_id,event", "s4,bruising");

        CommandLineRun run =
                workspace.run("validate", "clinic.csv", "--events", "events.csv", "--rejects", "events.csv");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(workspace.read("events.csv")).startsWith("session_id,event");
    }

    @Test
    void aPublishedResultHasNoAccountOfThem() {
        List<String> rows = new ArrayList<>(List.of("session_id,patient_id,session_date"));
        for (int i = 0; i < 100; i++) {
            rows.add("s" + i + ",P" + i + ",2025-01-01");
        }
        workspace
                .file("large.csv", rows)
                .file("complete.toml", "[events_file]", "complete = [\"bruising\"]")
                .file("few.csv", "session_id,event", "s4,bruising", "s5,bruising", "s5,bruising");

        CommandLineRun run = workspace.run(
                "rates",
                "large.csv",
                "--events",
                "few.csv",
                "--mapping",
                "complete.toml",
                "--publish",
                "--format",
                "json");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).doesNotContain("few.csv", "repeated", "completeFor");
        assertThat(run.result().rate("bruising").get("events"))
                .isEqualTo(Map.of("suppressed", true, "from", 1.0, "to", 10.0));
    }

    @Test
    void theSamePatientsTwiceAreNotTheSameData() {
        workspace
                .file("next.csv", "session_id,patient_id,session_date,bruising", "s9,P1,2026-01-01,no")
                .file("policy.toml", "[[threshold]]", "name = \"Read\"", "metric = \"rejected_rows\"", "below = 1");
        String[] subjects = {"--subjects", "patients.csv"};
        workspace.run("report", "clinic.csv", subjects[0], subjects[1], "--output", "json=earlier.json", "--quiet");

        assertThat(warnings("next.csv")).doesNotContain("baseline-same-data");
        assertThat(warnings("clinic.csv")).contains("baseline-same-data");
    }

    private List<Object> warnings(String export) {
        return workspace
                .run(
                        "check",
                        export,
                        "--subjects",
                        "patients.csv",
                        "--policy",
                        "policy.toml",
                        "--baseline",
                        "earlier.json",
                        "--format",
                        "json")
                .result()
                .list("warnings")
                .stream()
                .map(warning -> warning.get("code"))
                .toList();
    }

    @Test
    void eventsGoWithExportsOfRedcap() {
        workspace
                .file(
                        "redcap.csv",
                        "record_id,session_date,pain_before,sessions_complete",
                        "R1,2025-01-01,5,2",
                        "R2,2025-01-02,4,2")
                .file("events.csv", "patient_id,session_date,event", "R2,2025-01-02,bruising");

        JsonResult result = workspace.json("rates", "redcap.csv", "--preset", "redcap", "--events", "events.csv");

        assertThat(result.rate("bruising").number("events").intValue()).isEqualTo(1);
        assertThat(result.object("settings").get("preset")).isEqualTo("redcap");
    }

    @Test
    void patientsDoNotGoWithPresetsThatMakeRowsSessions() {
        CommandLineRun run = workspace.run("report", "clinic.csv", "--preset", "redcap", "--subjects", "patients.csv");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--subjects does not go with --preset redcap.");
    }

    @Test
    void initKnowsTheVariablesOfCdisc() {
        workspace.file(
                "ex.csv",
                "STUDYID,USUBJID,SUBJID,EXTRT,EXSTDTC",
                "S,S-1,1,DRY NEEDLING,2025-01-01",
                "S,S-2,2,DRY NEEDLING,2025-01-02");

        CommandLineRun run = workspace.run("init", "ex.csv", "--preset", "cdisc");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .containsPattern("USUBJID +patient_id")
                .containsPattern("EXTRT +technique")
                .containsPattern("EXSTDTC +session_date");
    }
}
