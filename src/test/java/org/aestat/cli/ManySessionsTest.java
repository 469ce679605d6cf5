package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** So many sessions that threads also share the patients and the results, not only the blocks of the file. */
class ManySessionsTest {

    private static final int SESSIONS = 80_000;

    private static final String HEADER =
            "session_id,patient_id,session_date,site,therapist,condition,bruising,bleeding,"
                    + "pain_before,pain_after,soreness_hours,soreness_resolved\n";

    @TempDir
    private Path folder;

    @Test
    void giveTheSameBytesOnAnyNumberOfThreads() {
        Workspace workspace = new Workspace(folder);
        workspace.file("clinic.csv", rows());

        String expected = json(workspace, 1);

        assertThat(expected).contains("\"read\": 80000", "log-rank");
        for (int threads : new int[] {2, 3, 4, 8}) {
            assertThat(json(workspace, threads)).as("%d threads", threads).isEqualTo(expected);
        }
    }

    private static String json(Workspace workspace, int threads) {
        CommandLineRun run = workspace.run(
                "report",
                "clinic.csv",
                "--by",
                "condition",
                "--stratify",
                "site",
                "--format",
                "json",
                "--threads",
                String.valueOf(threads));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out();
    }

    private static String rows() {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder(HEADER);
        for (int row = 0; row < SESSIONS; row++) {
            rows.append(String.join(
                            ",",
                            "S" + row,
                            "P" + random.nextInt(SESSIONS / 4),
                            LocalDate.of(2020, 1, 1).plusDays(row / 40).toString(),
                            "C" + random.nextInt(6),
                            "T" + random.nextInt(90),
                            List.of("neck pain", "low back pain", "headache", "")
                                    .get(random.nextInt(4)),
                            List.of("no", "no", "no", "yes", "severe", "").get(random.nextInt(6)),
                            random.nextInt(50) == 0 ? "yes" : "no",
                            String.valueOf(random.nextInt(11)),
                            String.valueOf(random.nextInt(9)),
                            random.nextInt(9) == 0 ? "" : String.valueOf(random.nextInt(97)),
                            random.nextInt(8) == 0 ? "no" : "yes"))
                    .append('\n');
        }
        return rows.toString().replaceAll(",0,no\n", ",0,yes\n");
    }
}
