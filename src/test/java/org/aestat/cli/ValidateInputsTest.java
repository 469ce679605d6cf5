package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports in every form that the other commands read, with rows that the mapping leaves out. */
class ValidateInputsTest {

    private static final String HEADER = "patient_id,session_date,status,bruising,pain_before,note";
    private static final List<String> ROWS = List.of(
            "P1,2025-01-01,done,no,5,back\\slash",
            "P2,2025-01-02,done,perhaps,11,x",
            "P3,someday, CANCELLED ,perhaps,12,x",
            "P3,2025-01-04,done,,,",
            "P4,2025-01-05,no-show,no,3,x",
            "P4,2025-01-06,cancelled,no",
            "P5,,done,no,3,x",
            "P6,2026-01-01,done,no,3,x");
    private static final List<String> FOUND = List.of(
            "E101 7 null: 4 fields",
            "E103 8 session_date: nothing recorded",
            "E107 3 pain_before: 2 digits",
            "E111 3 bruising: text of 7 letters",
            "E202 9 session_date: a later date");

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(ROWS);
        workspace = new Workspace(folder)
                .file("clinic.csv", lines.toArray(String[]::new))
                .file("mapping.toml", "[rows.exclude]", "status = [\"cancelled\", \"no-show\"]");
    }

    private static List<String> found(JsonResult result, int linesBefore) {
        List<String> lines = new ArrayList<>();
        for (JsonResult problem : result.list("problems")) {
            for (JsonResult example : problem.list("examples")) {
                int line = example.number("line").intValue() - linesBefore;
                lines.add(problem.get("code") + " " + line + " " + example.get("column") + ": " + example.get("found"));
            }
        }
        return lines;
    }

    private static CommandLineRun validated(Workspace workspace, String file, String... options) {
        List<String> words = new ArrayList<>(List.of("validate", file, "--mapping", "mapping.toml"));
        words.addAll(List.of("--as-of", "2025-12-31"));
        words.addAll(List.of(options));
        return workspace.run(words.toArray(String[]::new));
    }

    private void assertFound(CommandLineRun run, int linesBefore) {
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(3);
        JsonResult result = run.result();
        assertThat(found(result, linesBefore)).isEqualTo(FOUND);
        assertThat(result.rows(0)).containsExactly(8, 3, 2, 3);
        assertThat(result.object("rows").list("excludedBy"))
                .extracting(reason ->
                        reason.get("reason") + ": " + reason.number("rows").intValue())
                .containsExactly("status = cancelled: 1", "status = no-show: 1", "filters: 0");
        assertThat(result.object("completeness").number("rows")).isEqualTo(3);
    }

    @Test
    void excludedRowsAreCountedAndAreNoProblems() {
        assertFound(validated(workspace, "clinic.csv", "--format", "json"), 0);
    }

    @Test
    void reasonsForExclusionInText() {
        assertThat(validated(workspace, "clinic.csv").out())
                .contains("Used: 3 sessions of 3 patients. Excluded: 2 (status = cancelled: 1; status =\n"
                        + "no-show: 1; filters: 0). Rejected as unreadable: 3.");
    }

    @Test
    void reasonsForExclusionAndFiltersInMarkdown() {
        assertThat(validated(workspace, "clinic.csv", "--format", "markdown", "--from", "2025-01-04")
                        .out())
                .contains("| clinic.csv | 8 | 2 | 3 | 3 | ")
                .contains(" |\n\nExcluded\\: 3 (status = cancelled\\: 1; status = no-show\\: 1; filters\\: 1).\n"
                        + "\nOnly sessions with: from 2025-01-04.\n\n## Problems\n");
    }

    @Test
    void excludedRowsAreNotAmongTheRejectedOnes() {
        validated(workspace, "clinic.csv", "--rejects", "rejected.csv");

        assertThat(workspace.read("rejected.csv").lines().skip(1))
                .extracting(line -> line.split(",")[1])
                .containsExactly("3", "7", "8");
    }

    @Test
    void compressed() {
        workspace.file("clinic.csv.gz", Workspace.gzip(bytes()));

        assertFound(validated(workspace, "clinic.csv.gz", "--format", "json"), 0);
    }

    @Test
    void standardInput() {
        assertFound(validated(workspace.input(bytes()), "-", "--format", "json"), 0);
        assertFound(validated(workspace.input(Workspace.gzip(bytes())), "-", "--format", "json"), 0);
    }

    private byte[] bytes() {
        return workspace.read("clinic.csv").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void afterLinesThatAreSkipped() {
        workspace.file("titled.csv", "sep=,", "A title, \"", "", workspace.read("clinic.csv"));

        assertFound(validated(workspace, "titled.csv", "--skip", "3", "--format", "json"), 3);
    }

    @Test
    void theTextOfADatabaseHasTheSameProblemsAndRejectedRows() {
        String text = workspace
                .read("clinic.csv")
                .replace("\\", "\\\\")
                .replace(",,", ",\\N,")
                .replace(",", "\t");
        workspace.file("export.txt", text);

        assertFound(validated(workspace, "export.txt", "--dialect", "mysql", "--format", "json"), 0);

        validated(workspace, "clinic.csv", "--rejects", "from-csv.csv");
        validated(workspace, "export.txt", "--dialect", "mysql", "--rejects", "from-text.csv");
        assertThat(workspace.read("from-text.csv").replace("export.txt", "clinic.csv"))
                .isEqualTo(workspace.read("from-csv.csv"));
    }
}
