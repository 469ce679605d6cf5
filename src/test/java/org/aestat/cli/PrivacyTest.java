package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No id and no cell that was not asked for is in any output; every one of them holds the letters QX. */
class PrivacyTest {

    private static final String HEADER = SampleExport.HEADER + ",course_id,Name,note";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (String row : SampleExport.rows()) {
            String patient = row.split(",")[1];
            rows.add(row + ",COURSE-" + patient + ",Ms QX-" + patient + ",\"said \"\"QX\"\",\nand left\"");
        }
        return rows;
    }

    private static void assertNothingShown(CommandLineRun run) {
        assertThat(run.out() + run.err()).isNotEmpty().doesNotContainIgnoringCase("QX");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report clinic.csv",
                "report clinic.csv --format json",
                "rates clinic.csv --by site,therapist,condition,technique",
                "rates clinic.csv --by bruising,needles,age,session_date --format json",
                "rates clinic.csv --cluster therapist --format json",
                "soreness clinic.csv --by site --among all --format json",
                "relief clinic.csv --by site --format json",
                "relief clinic.csv --relief pain-2"
            })
    void results(String arguments) {
        workspace.file("clinic.csv", SampleExport.with(HEADER, rows()));

        CommandLineRun run = workspace.run(arguments.split(" "));

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isNotEmpty();
        assertNothingShown(run);
    }

    @Test
    void outputFiles() {
        workspace.file("clinic.csv", SampleExport.with(HEADER, rows()));

        workspace.run("report", "clinic.csv", "--output", "json=a.json", "--output", "text=a.txt");

        assertThat(workspace.read("a.json") + workspace.read("a.txt")).doesNotContain("QX");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 5, 7, 8, 10, 11, 13, 14, 16})
    void rejectionsOfEveryKindOfCell(int column) {
        List<String> rows = new ArrayList<>();
        for (String row : rows()) {
            String[] cells = row.split(",", -1);
            cells[column] = column == 4 || column == 5 ? cells[column] + ",QX" : "QX-secret " + rows.size();
            rows.add(String.join(",", cells));
        }
        workspace.file("clinic.csv", SampleExport.with(HEADER, rows));

        CommandLineRun failed = workspace.run("report", "clinic.csv");
        CommandLineRun allowed = workspace.run("report", "clinic.csv", "--max-rejected", "100%", "--format", "json");

        assertThat(failed.exit()).isEqualTo(3);
        assertThat(failed.out()).isEmpty();
        assertNothingShown(failed);
        assertThat(allowed.exit()).isZero();
        assertNothingShown(allowed);
    }

    @Test
    void repeatedSessionIds() {
        List<String> rows = new ArrayList<>(rows());
        rows.addAll(rows());
        workspace.file("clinic.csv", SampleExport.with(HEADER, rows));

        CommandLineRun run = workspace.run("report", "clinic.csv");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.errLines()).hasSize(22);
        assertNothingShown(run);
    }

    @Test
    void exportWithoutAHeader() {
        workspace.file("clinic.csv", rows());

        CommandLineRun run = workspace.run("report", "clinic.csv");

        assertThat(run.exit()).isEqualTo(3);
        assertNothingShown(run);
    }

    @Test
    void exportWithoutAHeaderWhoseCellsRepeat() {
        workspace
                .file("clinic.csv", "patient_id,session_date,QX-7,QX-7", "P1,2025-01-01,1,1")
                .file("rows.csv", "QX-1,QX-1,2025-01-01", "QX-2,QX-2,2025-01-02");

        assertThat(workspace.run("report", "clinic.csv").err()).contains("'QX-7'");
        assertNothingShown(workspace.run("report", "rows.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"QX", "QX\"\"\0", "\"QX\"QX", "QX\uD800"})
    void damagedFiles(String damage) {
        List<String> rows = new ArrayList<>(rows());
        rows.set(3, rows.get(3) + damage);
        workspace.file("clinic.csv", SampleExport.with(HEADER, rows));

        CommandLineRun run = workspace.run("report", "clinic.csv");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertNothingShown(run);
    }

    @Test
    void suggestionsComeFromNamesAndNotFromCells() {
        workspace.file("clinic.csv", SampleExport.with(HEADER, rows()));

        assertNothingShown(workspace.run("report", "clinic.csv", "--by", "nam"));
        assertNothingShown(workspace.run("report", "clinic.csv", "--where", "site=PATIENT"));
    }

    @Test
    void mappedIds() {
        workspace
                .file("m.toml", "[columns]", "patient_id = [\"chart\", \"site\"]", "session_id = \"visit\"")
                .file(
                        "clinic.csv",
                        "chart,site,visit,session_date",
                        "QX1,QX2,QX3,2025-01-01",
                        "QX1,QX2,QX3,2025-01-02");

        CommandLineRun run = workspace.run("report", "clinic.csv", "--mapping", "m.toml");

        assertThat(run.exit()).isEqualTo(3);
        assertNothingShown(run);
        CommandLineRun byId = workspace.run("report", "clinic.csv", "--mapping", "m.toml", "--by", "chart");
        assertThat(byId.exit()).isEqualTo(2);
        assertNothingShown(byId);
    }
}
