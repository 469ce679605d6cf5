package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a row costs in allocated bytes once all texts have their codes: twice the rows against the rows, so that what a
 * reading needs once does not count. The counter is that of the thread, and the least of several readings is taken, so
 * that what the virtual machine allocates now and then does not count either.
 */
class ReadingAllocationTest {

    private static final int ROWS = 2_000;
    private static final int TIMES = 10;
    private static final int REPETITIONS = 3;

    /** Well below one object a row, the smallest of which has 16 bytes. */
    private static final double NOTHING = 8;

    private static final String HEADER = "session_id,patient_id,session_date,session_number,site,therapist,condition,"
            + "needles,pain_before,pain_after,relief,bruising,bleeding,soreness_hours,soreness_resolved,note\n";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static long sink;

    /** Texts of an export, which come in any order. */
    private enum Texts {
        PLAIN("neck pain", "low back pain", "\"hip pain, lateral\""),
        ACCENTED("Rückenschmerz", "Fußschmerz", "douleur à l’épaule");

        private final List<String> conditions;

        Texts(String... conditions) {
            this.conditions = List.of(conditions);
        }

        private byte[] rows() {
            Random random = new Random(1);
            StringBuilder rows = new StringBuilder();
            for (int row = 0; row < ROWS; row++) {
                rows.append(String.join(
                                ",",
                                "S" + row,
                                "P" + random.nextInt(ROWS),
                                LocalDate.of(2015, 1, 1)
                                        .plusDays(random.nextInt(3_650))
                                        .toString(),
                                String.valueOf(1 + random.nextInt(200)),
                                "C" + random.nextInt(20),
                                "T" + random.nextInt(400),
                                conditions.get(random.nextInt(conditions.size())),
                                String.valueOf(1 + random.nextInt(60)),
                                String.valueOf(random.nextInt(101) / 10.0),
                                String.valueOf(random.nextInt(101) / 10.0),
                                random.nextBoolean() ? "yes" : "No",
                                List.of("mild", "no", "").get(random.nextInt(3)),
                                random.nextBoolean() ? "TRUE" : "n",
                                String.valueOf(random.nextInt(200) / 2.0),
                                "yes",
                                "\"a \"\"note\"\",\nof two lines\""))
                        .append('\n');
            }
            return rows.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static ExportReader open(byte[] rows, int times) {
        Stream<InputStream> parts = Stream.concat(
                Stream.of(new ByteArrayInputStream(HEADER.getBytes(StandardCharsets.UTF_8))),
                Stream.generate(() -> new ByteArrayInputStream(rows)).limit(times));
        return ExportReader.open(
                Reading.CLINIC, new SequenceInputStream(Collections.enumeration(parts.toList())), ReadOptions.DEFAULT);
    }

    private static SessionTable table(ExportReader reader) {
        ExportColumns columns = reader.columns();
        return new SessionTable(
                new SessionLayout(columns.events(), List.of("condition"), columns.diaryMinutes(), columns.fields()));
    }

    /** Takes sessions without keeping any. */
    private static RowSink keepingNothing() {
        return new RowSink() {
            @Override
            public void session(SessionDraft draft, long line) {
                sink += line;
            }

            @Override
            public void excluded(int reason, long line) {
                throw new AssertionError("excluded");
            }

            @Override
            public void rejected(List<RowProblem> problems) {
                throw new AssertionError(problems.toString());
            }
        };
    }

    /** Allocated bytes a row. */
    private static double perRow(byte[] rows, ToLongFunction<ExportReader> reading) {
        long once = Long.MAX_VALUE;
        long twice = Long.MAX_VALUE;
        for (int i = 0; i < REPETITIONS; i++) {
            once = Math.min(once, reading.applyAsLong(open(rows, TIMES)));
            twice = Math.min(twice, reading.applyAsLong(open(rows, 2 * TIMES)));
        }
        return (double) (twice - once) / (TIMES * ROWS);
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @ParameterizedTest
    @EnumSource
    void aRowReadInOneGoCostsNothing(Texts texts) {
        byte[] rows = texts.rows();
        SessionTable table = table(open(rows, 1));

        double bytes = perRow(rows, reader -> {
            long before = allocated();
            reader.read(table, keepingNothing());
            return allocated() - before;
        });

        assertThat(bytes).isLessThan(NOTHING);
    }

    @ParameterizedTest
    @EnumSource
    void aRowReadInABlockCostsItsShareOfTheReader(Texts texts) {
        byte[] rows = texts.rows();
        SessionTable table = table(open(rows, 1));

        double bytes = perRow(rows, reader -> {
            long before = allocated();
            LineBlocks blocks = reader.blocks(1 << 20);
            BlockParser parser = reader.blockParser(table, keepingNothing());
            for (TextBlock block = blocks.next(); block != null; block = blocks.next()) {
                parser.read(block);
                block.release();
            }
            return allocated() - before;
        });

        assertThat(bytes).isLessThan(2 * NOTHING);
    }
}
