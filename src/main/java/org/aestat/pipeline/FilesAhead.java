package org.aestat.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.aestat.csv.ExportReader;
import org.aestat.csv.LineBlocks;
import org.aestat.csv.TextBlock;
import org.aestat.pipeline.BlockReading.Fed;

/**
 * Reads several exports at a time into blocks, a few blocks of each ahead, and hands the blocks out in the order of the
 * files, with the first fault where it stands in this order. Not for use by several threads.
 */
final class FilesAhead {

    /** More would only hold more blocks: one file is read several times as fast as its rows. */
    private static final int MOST_FILES = 4;

    private static final int MOST_PIECES = 8;

    private final List<ExportReader> readers;
    private final ExecutorService pool;
    private final int blockSize;
    private final int most;
    private final int blocksAhead;
    private final int pieces;
    private final Deque<Feeding> feedings = new ArrayDeque<>();
    private int begun;

    /** A file that is being read. */
    private record Feeding(BlockingQueue<Fed> fed, Future<?> work) {}

    /**
     * A reading of divisible exports.
     *
     * @param readers the exports
     * @param pool whose threads read
     * @param threads how many files may be read at a time
     * @param blockSize how many bytes a block has
     */
    FilesAhead(List<ExportReader> readers, ExecutorService pool, int threads, int blockSize) {
        this.readers = readers;
        this.pool = pool;
        this.blockSize = blockSize;
        this.most = Math.min(readers.size(), Math.min(threads, MOST_FILES));
        this.blocksAhead = threads + 1;
        this.pieces = Math.max(1, Math.min(threads, MOST_PIECES) / Math.max(1, most));
    }

    /** The next block or fault; after the last block of all files one that is neither. */
    Fed take() throws InterruptedException {
        while (true) {
            while (feedings.size() < most && begun < readers.size()) {
                begin(begun++);
            }
            Feeding first = feedings.getFirst();
            Fed next = first.fed.take();
            if (next.block() != null || next.fault() != null || next.file() == readers.size() - 1) {
                return next;
            }
            feedings.remove();
        }
    }

    private void begin(int file) {
        BlockingQueue<Fed> fed = new ArrayBlockingQueue<>(blocksAhead);
        feedings.add(new Feeding(fed, pool.submit(() -> feed(file, fed))));
    }

    private void feed(int file, BlockingQueue<Fed> fed) {
        try {
            try {
                LineBlocks blocks = readers.get(file).blocks(blockSize, pool, pieces);
                for (TextBlock block = blocks.next(); block != null; block = blocks.next()) {
                    fed.put(new Fed(file, block, null));
                }
                fed.put(new Fed(file, null, null));
            } catch (RuntimeException | Error fault) {
                fed.put(new Fed(file, null, fault));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the reading of all files. */
    void cancel() {
        feedings.forEach(feeding -> feeding.work.cancel(true));
    }
}
