package org.aestat.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.aestat.csv.ExportReader;
import org.aestat.csv.TextBlock;
import org.jspecify.annotations.Nullable;

/**
 * Reads exports block by block on several threads. A thread a file cuts the bytes into blocks, others read blocks into
 * tables of their own, and the caller takes these in the order of the files, so that everything is as if read in one go.
 */
final class BlockReading {

    /** Threads that wait for the next reading a while, as starting them costs more than a small export. */
    private static final ExecutorService POOL =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 2, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "aestat-reading");
                thread.setDaemon(true);
                return thread;
            });

    /** With fewer read ahead, threads wait while a block is taken: 5 % of the time on two cores. */
    private static final int BLOCKS_PER_THREAD = 2;

    private final List<ExportReader> readers;
    private final Function<ExportReader, BlockCollector> collectors;
    private final int threads;
    private final Turns turns;
    private final FilesAhead fed;
    private final Queue<BlockCollector> spare = new ConcurrentLinkedQueue<>();
    private final Deque<Parsing> ahead = new ArrayDeque<>();

    /** A block of a file, or why there is none; neither after the last. */
    record Fed(
            int file, @Nullable TextBlock block, @Nullable Throwable fault) {}

    /** A block that is being read. */
    private record Parsing(Fed fed, Future<@Nullable BlockCollector> rows) {}

    /**
     * A reading of divisible exports.
     *
     * @param readers the exports
     * @param collectors gives a collector for blocks of an export
     * @param threads how many threads read blocks
     * @param blockSize how many bytes a block has
     */
    BlockReading(
            List<ExportReader> readers, Function<ExportReader, BlockCollector> collectors, int threads, int blockSize) {
        this.readers = readers;
        this.collectors = collectors;
        this.threads = threads;
        this.turns = new Turns(POOL, threads);
        this.fed = new FilesAhead(readers, POOL, threads, blockSize);
    }

    /**
     * Reads everything.
     *
     * @param files gives the collector of a file, in the order of the files
     * @throws org.aestat.csv.InputException if an export cannot be read to its end
     */
    void read(IntFunction<SessionCollector> files) {
        try {
            SessionCollector collector = null;
            int file = -1;
            for (Parsing next = next(); next != null; next = next()) {
                if (collector == null || next.fed.file != file) {
                    file = next.fed.file;
                    collector = files.apply(file);
                }
                BlockCollector rows = rows(next);
                collector.take(rows);
                spare.add(rows);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was interrupted", e);
        } finally {
            fed.cancel();
            ahead.forEach(parsing -> parsing.rows.cancel(true));
        }
    }

    /** The next block in the order of the files, or null after the last. */
    private @Nullable Parsing next() throws InterruptedException {
        while (ahead.size() <= BLOCKS_PER_THREAD * threads && (ahead.isEmpty() || ahead.getLast().fed.block != null)) {
            Fed block = fed.take();
            FutureTask<@Nullable BlockCollector> rows = new FutureTask<>(() -> parse(block.file, block.block));
            turns.execute(rows);
            ahead.add(new Parsing(block, rows));
        }
        Parsing next = ahead.remove();
        if (next.fed.fault != null) {
            throw rethrown(next.fed.fault);
        }
        return next.fed.block == null ? null : next;
    }

    private @Nullable BlockCollector parse(int file, @Nullable TextBlock block) {
        if (block == null) {
            return null;
        }
        BlockCollector rows = collector(readers.get(file));
        if (rows.read(block)) {
            return rows;
        }
        spare.add(rows);
        return null;
    }

    /** One whose last block was taken, if there is one of this export. */
    private BlockCollector collector(ExportReader reader) {
        BlockCollector rows = spare.poll();
        return rows != null && rows.isFor(reader) ? rows : collectors.apply(reader);
    }

    /** The rows of a block and, where it ends within a record, of those after it as far as needed. */
    private BlockCollector rows(Parsing first) throws InterruptedException {
        TextBlock block = Objects.requireNonNull(first.fed.block);
        BlockCollector rows = result(first.rows);
        if (rows != null) {
            block.release();
        }
        while (rows == null) {
            Parsing more = Objects.requireNonNull(next(), "a block that is the last cannot want more");
            block = block.join(Objects.requireNonNull(more.fed.block));
            rows = parse(first.fed.file, block);
        }
        return rows;
    }

    private static @Nullable BlockCollector result(Future<@Nullable BlockCollector> rows) throws InterruptedException {
        try {
            return rows.get();
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNull(e.getCause()));
        }
    }

    private static RuntimeException rethrown(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        return (RuntimeException) fault;
    }
}
