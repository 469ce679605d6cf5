package org.aestat.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.aestat.analysis.OnePass;
import org.aestat.session.PatientHistory;
import org.aestat.session.SessionTable;

/** The sessions of a table grouped by patient, in the order in which the patients were first read. */
public final class Histories {

    /** With fewer sessions a pass is over before threads have started. */
    private static final int FEWEST_FOR_THREADS = 50_000;

    private static final int PATIENTS_AT_A_TIME = 512;

    /** While these are taken one thread fewer is at work, so that Java has a core to compile what is done to them. */
    private static final int FIRST_PATIENTS = 30_000;

    private final SessionTable table;
    private final int[] rows;
    private final int[] ends;

    /** Groups the sessions of a table. */
    public Histories(SessionTable table) {
        this.table = table;
        int[] next = new int[table.patients().size() + 2];
        for (int row = 0; row < table.size(); row++) {
            next[table.patient(row) + 1]++;
        }
        for (int patient = 1; patient < next.length; patient++) {
            next[patient] += next[patient - 1];
        }
        rows = new int[table.size()];
        for (int row = 0; row < table.size(); row++) {
            rows[next[table.patient(row)]++] = row;
        }
        ends = next;
    }

    /** Hands every patient's history to the consumer, its sessions with their rows in the table. */
    public void forEach(Consumer<PatientHistory> consumer) {
        for (int patient = 1; patient < ends.length - 1; patient++) {
            if (ends[patient] > ends[patient - 1]) {
                consumer.accept(new PatientHistory(table, rows, ends[patient - 1], ends[patient]));
            }
        }
    }

    /**
     * Hands every patient's history to a pass. Whatever the number of threads, the results are the same to the bit.
     *
     * @param pass takes the histories
     * @param threads how many threads may work, with the calling one; at least 1
     */
    public void forEach(OnePass pass, int threads) {
        if (threads < 2 || rows.length < FEWEST_FOR_THREADS) {
            takeTurns(new AtomicInteger(1), new CountDownLatch(0), pass);
            return;
        }
        AtomicInteger next = new AtomicInteger(1);
        CountDownLatch firstTaken = new CountDownLatch(1);
        List<OnePass.Part> parts = new ArrayList<>();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            OnePass.Part part = pass.part();
            parts.add(part);
            boolean waits = i == threads - 1;
            tasks.add(() -> {
                try {
                    if (waits) {
                        firstTaken.await();
                    }
                    takeTurns(next, firstTaken, part);
                } finally {
                    firstTaken.countDown();
                }
                return null;
            });
        }
        run(tasks);
        parts.forEach(OnePass.Part::join);
    }

    /** The sessions of some patients at a time are brought together first: to read them all over the table is slow. */
    private void takeTurns(AtomicInteger next, CountDownLatch firstTaken, Consumer<PatientHistory> pass) {
        int end = ends.length - 1;
        SessionTable together = table.showcase();
        int[] places = {};
        for (int from = turn(next); from < end; from = turn(next)) {
            if (from > FIRST_PATIENTS) {
                firstTaken.countDown();
            }
            int to = Math.min(end, from + PATIENTS_AT_A_TIME);
            int first = ends[from - 1];
            int size = ends[to - 1] - first;
            together.show(table, rows, first, first + size);
            if (places.length < size) {
                places = IntStream.range(0, size).toArray();
            }
            for (int patient = from; patient < to; patient++) {
                if (ends[patient] > ends[patient - 1]) {
                    pass.accept(new PatientHistory(together, places, ends[patient - 1] - first, ends[patient] - first));
                }
            }
        }
    }

    private int turn(AtomicInteger next) {
        return next.getAndUpdate(from -> Math.min(ends.length, from + PATIENTS_AT_A_TIME));
    }

    private static void run(List<Callable<Void>> tasks) {
        ExecutorService pool = Executors.newFixedThreadPool(tasks.size());
        try {
            for (Future<Void> task : pool.invokeAll(tasks)) {
                task.get();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread of the pass failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
