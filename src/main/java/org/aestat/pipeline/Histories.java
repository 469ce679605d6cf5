package org.aestat.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.aestat.analysis.OnePass;
import org.aestat.session.PatientHistory;
import org.aestat.session.SessionTable;

/** The sessions of a table grouped by patient, in the order in which the patients were first read. */
public final class Histories {

    /** With fewer sessions a pass is over before threads have started. */
    private static final int FEWEST_FOR_THREADS = 50_000;

    private static final int PATIENTS_AT_A_TIME = 4_096;

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

    /** Hands every patient's history to the consumer. */
    public void forEach(Consumer<PatientHistory> consumer) {
        forEach(1, ends.length - 1, consumer);
    }

    /**
     * Hands every patient's history to a pass. Whatever the number of threads, the results are the same to the bit.
     *
     * @param pass takes the histories
     * @param threads how many threads may work, with the calling one; at least 1
     */
    public void forEach(OnePass pass, int threads) {
        if (threads < 2 || rows.length < FEWEST_FOR_THREADS) {
            forEach(pass);
            return;
        }
        AtomicInteger next = new AtomicInteger(1);
        List<OnePass.Part> parts = new ArrayList<>();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            OnePass.Part part = pass.part();
            parts.add(part);
            tasks.add(() -> {
                takeTurns(next, part);
                return null;
            });
        }
        run(tasks);
        parts.forEach(OnePass.Part::join);
    }

    private void takeTurns(AtomicInteger next, Consumer<PatientHistory> consumer) {
        int end = ends.length - 1;
        for (int from = turn(next); from < end; from = turn(next)) {
            forEach(from, Math.min(end, from + PATIENTS_AT_A_TIME), consumer);
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

    private void forEach(int from, int to, Consumer<PatientHistory> consumer) {
        for (int patient = from; patient < to; patient++) {
            int start = ends[patient - 1];
            if (ends[patient] > start) {
                consumer.accept(new PatientHistory(table, rows, start, ends[patient]));
            }
        }
    }
}
