package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes of rejected rows: what has each, and what does not. */
class ValidateRowsTest {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    private List<JsonResult> problems(String... words) {
        List<String> all = new ArrayList<>(List.of("validate", "clinic.csv", "--format", "json", "--all"));
        all.addAll(List.of(words));
        return workspace.run(all.toArray(String[]::new)).result().list("problems");
    }

    /** Each code with its problems: line, column, what was found. */
    private static List<String> lines(List<JsonResult> problems) {
        List<String> lines = new ArrayList<>();
        for (JsonResult problem : problems) {
            for (JsonResult example : problem.list("examples")) {
                lines.add(problem.get("code") + " " + example.number("line").intValue() + " " + example.get("column")
                        + ": " + example.get("found"));
            }
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "E104 | session_date    | 30/02/2025  | 10 characters like 99/99/9999 | 2025-02-28",
                "E104 | session_date    | 2025-02-30  | 10 characters like 9999-99-99 | ``",
                "E105 | needles         | 2.5         | 3 characters like 9.9         | 2",
                "E105 | needles         | 100001      | 6 digits                      | 100000",
                "E106 | pain_before     | much        | text of 4 letters             | na",
                "E106 | pain_before     | `\"7,5\"`   | 3 characters like 9,9         | 7.5",
                "E106 | pain_before     | 1.2.3       | 5 characters like 9.9.9       | 1.2",
                "E106 | pain_before     | -0          | 2 characters like -9          | 0",
                "E106 | pain_before     | +5          | 2 characters like +9          | 5",
                "E106 | pain_before     | .           | 1 character like .            | .5",
                "E107 | pain_before     | 11          | 2 digits                      | 10",
                "E107 | pain_after      | -1          | 2 characters like -9          | 1",
                "E107 | pain_after      | -0.5        | 4 characters like -9.9        | 0.5",
                "E107 | soreness_at_24h | 10.1        | 4 characters like 99.9        | 10.0",
                "E107 | soreness_at_24h | `\"10,5\"`  | 4 characters like 99,9        | 9.5",
                "E107 | soreness_at_24h | 99999999999 | 11 digits                     | 9",
                "E108 | soreness_hours  | 0.001       | 5 characters like 9.999       | 0.01",
                "E109 | age             | 131         | 3 digits                      | 120",
                "E110 | relief          | mild        | text of 4 letters             | yes",
                "E111 | bruising        | perhaps     | text of 7 letters             | mild",
                "E112 | adverse_events  | zebra       | text of 5 letters             | bruising; bleeding",
                "E113 | chronicity      | old         | text of 3 letters             | chronic",
                "E113 | muscle_depth    | old         | text of 3 letters             | deep",
                "E113 | course_outcome  | old         | text of 3 letters             | ongoing"
            })
    void cell(String code, String column, String bad, String found, String good) {
        boolean isDate = column.equals("session_date");
        workspace.file(
                "clinic.csv",
                "patient_id," + (isDate ? "session_number," : "session_date,") + column,
                "A," + (isDate ? "1," : "2025-01-01,") + good,
                "B," + (isDate ? "1," : "2025-01-01,") + bad);

        assertThat(lines(problems())).containsExactly(code + " 3 " + column + ": " + found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "E102 | patient_id,session_number | A,1 | ` ,1` | patient_id | blank",
                "E103 | patient_id,session_number | A,1 | A, | session_number | nothing recorded",
                "E103 | patient_id,session_date,session_number | `A,,1` | A,, | null"
                        + " | neither a session_date nor a session_number",
                "E101 | patient_id,session_number | A,1 | A | null | 1 field",
                "E101 | patient_id,session_number | A,1 | A,2,3 | null | 3 fields",
                "E114 | patient_id,session_number,session_id | A,1,S1 | A,2,S1 | session_id | the id of clinic.csv, line 2",
                "E115 | patient_id,session_number,adverse_events,bruising | A,1,bruising,yes | A,2,none,yes | bruising"
                        + " | 'yes' although adverse_events does not list it",
                "E116 | patient_id,session_number,soreness_last_sore_hours,soreness_first_clear_hours | A,1,12,12"
                        + " | A,2,12,11 | soreness_first_clear_hours | a time before the last sore hour",
                "E117 | patient_id,session_number,soreness_hours,soreness_resolved | A,1,0,yes | A,2,0,no"
                        + " | soreness_resolved | 'no' beside 0 hours of soreness",
                "E118 | patient_id,session_number,bruising,bruise_hours | A,1,no,0 | A,2,no,1 | bruise_hours"
                        + " | hours although there was no bruising",
                "E118 | patient_id,session_number,fatigue,fatigue_hours | A,1,yes,5 | A,2,no,5 | fatigue_hours"
                        + " | hours although there was no fatigue"
            })
    void row(String code, String header, String good, String bad, String column, String found) {
        workspace.file("clinic.csv", header, good, bad);

        assertThat(lines(problems())).containsExactly(code + " 3 " + column + ": " + found);
    }

    @Test
    void everyCellOfARowIsLookedAt() {
        workspace.file(
                "clinic.csv", "patient_id,Visit,session_number,needles", ",x,0,y", "A,x,1,2", "A,x,1", "A,x,2,-1");

        assertThat(lines(problems()))
                .containsExactly(
                        "E101 4 null: 3 fields",
                        "E102 2 patient_id: blank",
                        "E105 2 session_number: 1 digit",
                        "E105 2 needles: text of 1 letter",
                        "E105 5 needles: 2 characters like -9");
    }

    @Test
    void filesComeInTheirOrder() {
        workspace
                .file("clinic.csv", "patient_id,session_number", "A,1", "A,x")
                .file("b.csv", "patient_id,session_number", "A,y");

        assertThat(problems("b.csv").get(0).list("examples").stream().map(example -> example.get("file")))
                .containsExactly("clinic.csv", "b.csv");
    }

    /** What a report rejects with any limit is what is rejected here, and every rejected row has a problem and a line. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theAccountBalances(int seed) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (String row : SampleExport.rows()) {
            String[] cells = row.split(",", -1);
            int place = random.nextInt(3 * cells.length);
            if (place < cells.length) {
                cells[place] = random.nextBoolean() ? "?" : "5,5";
            }
            rows.add(String.join(",", cells));
        }
        workspace.file("clinic.csv", SampleExport.with(SampleExport.HEADER, rows));

        JsonResult validated = workspace
                .run("validate", "clinic.csv", "--format", "json", "--all", "--rejects", "rejected.csv")
                .result();
        JsonResult reported = workspace.json("report", "clinic.csv", "--max-rejected", "100%");

        assertThat(validated.object("rows")).isEqualTo(reported.object("rows"));
        assertThat(validated.number("patients")).isEqualTo(reported.number("patients"));
        long rejected = validated.number("rows", "rejected").longValue();
        assertThat(rejected).isPositive().isLessThan(rows.size());
        assertThat(validated.list("problems").stream()
                        .filter(problem -> problem.get("code").toString().startsWith("E1"))
                        .flatMap(problem -> problem.list("examples").stream())
                        .map(example -> example.number("line"))
                        .distinct())
                .hasSize((int) rejected);
        assertThat(workspace.read("rejected.csv").lines()).hasSize((int) rejected + 1);
    }

    /** Every cell but those of yes and no has the letters QX, and so has every damage. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 5, 7, 8, 10, 11, 13})
    void noFormShowsACell(int column) {
        List<String> rows = new ArrayList<>(SampleExport.rows());
        for (String row : SampleExport.rows()) {
            String[] cells = row.split(",", -1);
            cells[column] = column == 4 || column == 5 ? cells[column] + ",QX" : "QX-secret";
            rows.add(String.join(",", cells));
        }
        workspace.file("clinic.csv", SampleExport.with(SampleExport.HEADER, rows));

        for (String format : List.of("text", "json", "markdown")) {
            CommandLineRun run = workspace.run("validate", "clinic.csv", "--all", "--format", format);

            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).isNotEmpty().doesNotContain("QX");
        }
    }
}
