package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row read is used, excluded or rejected, in each file and in all. */
class AccountingTest {

    private static final String HEADER = "patient_id,session_date,technique,bruising";

    /** By {@code printf 'patient_id,session_number\nP1,1\n' | sha256sum}. */
    private static final String SHA256 = "954c9fe2724486e38cbe9454210bb894b3ea16ac9d53674caaa7890eaeeff8fc";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    private void twoFiles() {
        workspace.file(
                "a.csv",
                HEADER,
                "P1,2025-01-01,deep,yes",
                "P1,2025-01-08,deep,no",
                "P2,2025-01-02,superficial,no",
                "P3,2025-01-03,,no");
        workspace.file("b.csv", HEADER, "P4,2025-02-01,deep,perhaps", "P4,2025-02-08,deep,no", "P5,,deep,no");
    }

    @Test
    void readIsUsedAndExcludedAndRejected() {
        twoFiles();

        JsonResult result = workspace.json(
                "rates", "a.csv", "b.csv", "--where", "technique=deep", "--from", "2025-01-05", "--max-rejected", "2");

        assertThat(result.rows(0)).containsExactly(4, 1, 3, 0);
        assertThat(result.rows(1)).containsExactly(3, 1, 0, 2);
        assertThat(result.rate("bruising").number("denominator")).isEqualTo(2);
        assertThat(result.rate("bruising").number("events")).isZero();
    }

    @Test
    void textReportSaysTheSame() {
        twoFiles();

        CommandLineRun run = workspace.run(
                "rates", "a.csv", "b.csv", "--where", "technique=deep", "--from", "2025-01-05", "--max-rejected", "2");

        assertThat(run.out())
                .contains(
                        "Read: 7 rows of 2 files. Used: 2 sessions of 2 patients. Excluded by the filters: 3. Rejected")
                .contains("Only sessions with: technique=deep; from 2025-01-05.")
                .containsPattern("a\\.csv +4 +1 +3 +0 ")
                .containsPattern("b\\.csv +3 +1 +0 +2 ");
    }

    @ParameterizedTest
    @CsvSource({
        "--where technique=deep,               2, 2",
        "--where technique=,                   1, 3",
        "--where technique=deep --where technique=superficial, 3, 1",
        "--where technique=deep --where bruising=yes, 1, 3",
        "--where source=a.csv,                 4, 0",
        "--from 2025-01-02,                    3, 1",
        "--to 2025-01-02,                      2, 2",
        "--from 2025-01-02 --to 2025-01-02,    1, 3",
        "--from 2026-01-01,                    0, 4"
    })
    void filtersExclude(String options, int used, int excluded) {
        twoFiles();
        List<String> arguments = new ArrayList<>(List.of("rates", "a.csv"));
        arguments.addAll(List.of(options.split(" ")));

        JsonResult result = workspace.json(arguments.toArray(String[]::new));

        assertThat(result.rows(0)).containsExactly(4, used, excluded, 0);
        assertThat(result.warningCodes()).isSubsetOf("few-patients-with-event", "few-clusters");
    }

    @Test
    void conditionThatNoRowMeetsIsAWarning() {
        twoFiles();

        JsonResult result = workspace.json("rates", "a.csv", "--where", "technique=dep", "--where", "technique=deep");

        assertThat(result.rows(0)).containsExactly(4, 2, 2, 0);
        assertThat(result.warning("condition-without-rows"))
                .isEqualTo("--where technique=dep: no row has this value. Values are compared as --by shows them.");
    }

    @Test
    void withoutADateARowIsOutsideEveryPeriod() {
        workspace.file("a.csv", "patient_id,session_date,session_number", "P1,,1", "P1,2025-01-01,2");

        assertThat(workspace.json("rates", "a.csv", "--to", "2025-12-31").rows(0))
                .containsExactly(2, 1, 1, 0);
    }

    /** 100 rows, of which every fourth is rejected. */
    private void everyFourthRejected() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        IntStream.range(0, 100)
                .forEach(i -> lines.add("P" + i + ",2025-01-01,deep," + (i % 4 == 0 ? "perhaps" : "no")));
        workspace.file("clinic.csv", lines);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "24, 3", "25, 0", "26, 0", "0%, 3", "24.9%, 3", "25%, 0", "25.0%, 0", "100%, 0"})
    void rejectionsAllowed(String allowed, int exit) {
        everyFourthRejected();

        CommandLineRun run = workspace.run("rates", "clinic.csv", "--format", "json", "--max-rejected", allowed);

        assertThat(run.exit()).isEqualTo(exit);
        if (exit == 0) {
            assertThat(run.result().rows(0)).containsExactly(100, 75, 0, 25);
            assertThat(run.result().warning("rejected-rows")).startsWith("25 rows could not be read");
        } else {
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void firstTwentyAreListedWithTheTotal() {
        everyFourthRejected();

        CommandLineRun run = workspace.run("rates", "clinic.csv", "--max-rejected", "24");

        assertThat(run.errLines()).hasSize(22);
        assertThat(run.errLines().get(0)).startsWith("clinic.csv, line 2, column bruising: ");
        assertThat(run.errLines().get(19)).startsWith("clinic.csv, line 78, column bruising: ");
        assertThat(run.errLines().get(20)).isEqualTo("... and 5 more rejected rows.");
        assertThat(run.errLines().get(21))
                .isEqualTo("Nothing was analysed: 25 of 100 rows rejected, 24 allowed (--max-rejected).");
    }

    @Test
    void allowedRejectionsAreListedToo() {
        everyFourthRejected();

        CommandLineRun run = workspace.run("rates", "clinic.csv", "--max-rejected", "25");

        assertThat(run.exit()).isZero();
        assertThat(run.errLines()).hasSize(21).last().isEqualTo("... and 5 more rejected rows.");
        assertThat(run.out()).isNotEmpty();
        assertThat(workspace
                        .run("rates", "clinic.csv", "--max-rejected", "25", "--quiet")
                        .err())
                .isEmpty();
    }

    @Test
    void rejectionsOfAllFilesCountTogether() {
        everyFourthRejected();
        workspace.file("more.csv", HEADER, "P1,2025-01-01,deep,perhaps");

        CommandLineRun run = workspace.run("rates", "clinic.csv", "more.csv", "--max-rejected", "25");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.errLines())
                .last()
                .isEqualTo("Nothing was analysed: 26 of 101 rows rejected, 25 allowed (--max-rejected).");
    }

    @Test
    void inputsCarryTheirChecksum() {
        workspace.file("clinic.csv", "patient_id,session_number", "P1,1");

        JsonResult input = workspace.json("rates", "clinic.csv").list("inputs").get(0);

        assertThat(input.get("file")).isEqualTo("clinic.csv");
        assertThat(input.number("bytes")).isEqualTo(31);
        assertThat(input.get("sha256")).isEqualTo(SHA256);
    }
}
