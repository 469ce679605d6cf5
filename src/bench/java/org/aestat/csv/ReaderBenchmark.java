package org.aestat.csv;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aestat.bench.SampleData;
import org.aestat.bench.SampleExport;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A row of an export. Where nothing is kept, what is allocated is garbage; otherwise most of it is the table. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReaderBenchmark {

    private static final int ROWS = 20_000;
    private static final int TIMES = 10;
    private static final int BLOCK = 1 << 20;

    /** Whether texts have letters beyond ASCII. */
    @Param({"false", "true"})
    private boolean accents;

    private byte[] export;
    private SessionTable known;

    /** Takes rows, keeps none of them, and lets none be rejected. */
    private static class Counting implements RowSink {

        private int sessions;

        @Override
        public void session(SessionDraft draft, long line) {
            sessions++;
        }

        @Override
        public void excluded(int reason, long line) {
            throw new IllegalStateException("excluded");
        }

        @Override
        public void rejected(List<RowProblem> problems) {
            throw new IllegalStateException("rejected");
        }
    }

    private static final class Keeping extends Counting {

        private final SessionTable table;

        private Keeping(SessionTable table) {
            this.table = table;
        }

        @Override
        public void session(SessionDraft draft, long line) {
            table.add(draft, true);
        }
    }

    /** The export, and a table that knows all its texts. */
    @Setup
    public void setUp() {
        export = SampleExport.of(ROWS);
        if (accents) {
            String text = new String(export, StandardCharsets.UTF_8);
            export = text.replace("shoulder", "épaule").getBytes(StandardCharsets.UTF_8);
        }
        known = inOneGo();
    }

    private ExportReader open(int times) {
        InputStream rows = times == 1 ? new ByteArrayInputStream(export) : SampleExport.repeated(export, times);
        return ExportReader.open(SampleData.SOURCE, rows, ReadOptions.DEFAULT, null);
    }

    private static SessionTable table(ExportReader reader) {
        ExportColumns columns = reader.columns();
        return new SessionTable(
                new SessionLayout(columns.events(), List.of("condition"), columns.diaryMinutes(), columns.fields()));
    }

    /** In one go into a new table. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public SessionTable inOneGo() {
        ExportReader reader = open(1);
        SessionTable table = table(reader);
        reader.read(table, new Keeping(table));
        return table;
    }

    /** In one go; nothing is kept and all texts are known. */
    @Benchmark
    @OperationsPerInvocation(TIMES * ROWS)
    public int inOneGoKeepingNothing() {
        Counting sink = new Counting();
        open(TIMES).read(known, sink);
        return sink.sessions;
    }

    /** Block by block, each into the table of the one before. */
    @Benchmark
    @OperationsPerInvocation(TIMES * ROWS)
    public int byBlocks() {
        ExportReader reader = open(TIMES);
        LineBlocks blocks = reader.blocks(BLOCK);
        SessionTable table = new SessionTable(known.layout());
        BlockParser parser = reader.blockParser(table, new Keeping(table));
        int sessions = 0;
        for (TextBlock block = blocks.next(); block != null; block = blocks.next()) {
            table.clear();
            parser.read(block);
            sessions += table.size();
            block.release();
        }
        return sessions;
    }

    /** Block by block; nothing is kept and all texts are known. */
    @Benchmark
    @OperationsPerInvocation(TIMES * ROWS)
    public int byBlocksKeepingNothing() {
        ExportReader reader = open(TIMES);
        LineBlocks blocks = reader.blocks(BLOCK);
        Counting sink = new Counting();
        BlockParser parser = reader.blockParser(known, sink);
        for (TextBlock block = blocks.next(); block != null; block = blocks.next()) {
            parser.read(block);
            block.release();
        }
        return sink.sessions;
    }
}
