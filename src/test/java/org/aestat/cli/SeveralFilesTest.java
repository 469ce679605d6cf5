package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several large files, plain and compressed, on any number of threads. */
class SeveralFilesTest {

    private static final int FILES = 5;

    @TempDir
    private Path folder;

    @Test
    void giveTheSameBytesOnAnyNumberOfThreads() {
        Workspace workspace = new Workspace(folder);
        Random random = new Random(1);
        for (int file = 0; file < FILES; file++) {
            workspace.file("export" + file + ".csv", file % 2 == 0 ? members(random, file) : rows(random, file));
        }
        String expected = json(workspace, 1);
        assertThat(expected).contains("\"read\": 2000");
        for (int threads = 2; threads <= 8; threads++) {
            assertThat(json(workspace, threads)).as("%d threads", threads).isEqualTo(expected);
        }
    }

    private static String json(Workspace workspace, int threads) {
        CommandLineRun run = workspace.run(
                "report", "export*.csv", "--by", "condition", "--format", "json", "--threads", String.valueOf(threads));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out();
    }

    private static byte[] members(Random random, int file) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] bytes = rows(random, file);
        for (int start = 0; start < bytes.length; start += 70_000) {
            int length = Math.min(70_000, bytes.length - start);
            byte[] part = new byte[length];
            System.arraycopy(bytes, start, part, 0, length);
            all.writeBytes(Workspace.gzip(part));
        }
        return all.toByteArray();
    }

    /** Rows with notes that hardly become smaller. */
    private static byte[] rows(Random random, int file) {
        StringBuilder rows = new StringBuilder("session_id,patient_id,session_date,condition,bruising,note\n");
        for (int row = 0; row < 2000; row++) {
            rows.append("S").append(file).append('-').append(row);
            rows.append(",P").append(random.nextInt(900));
            rows.append(",2025-0")
                    .append(1 + random.nextInt(9))
                    .append("-11,pain ")
                    .append(random.nextInt(4));
            rows.append(random.nextInt(7) == 0 ? ",yes," : ",no,");
            for (int i = 0; i < 600; i++) {
                rows.append((char) ('0' + random.nextInt(75)));
            }
            rows.append('\n');
        }
        return rows.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
