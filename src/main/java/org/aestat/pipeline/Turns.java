package org.aestat.pipeline;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in the order in which they come, so many at a time: more would take the caches from one another. At first
 * one fewer, as Java is still compiling what the tasks run: without a core for that they run as bytecode for longer.
 */
final class Turns implements Executor {

    /** Tasks after whose end the last thread may start. */
    private static final int FIRST_TASKS = 5;

    private final Executor pool;
    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int atWork;
    private int done;

    /**
     * A limit on tasks.
     *
     * @param pool has threads for them
     * @param most how many are run at a time, at least 2
     */
    Turns(Executor pool, int most) {
        this.pool = pool;
        this.most = most;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            waiting.add(task);
        }
        startIfFree();
    }

    private void startIfFree() {
        synchronized (this) {
            if (waiting.isEmpty() || atWork == (done < FIRST_TASKS ? most - 1 : most)) {
                return;
            }
            atWork++;
        }
        pool.execute(this::work);
    }

    private void work() {
        for (Runnable task = next(); task != null; task = next()) {
            task.run();
            if (isLastOfFirst()) {
                startIfFree();
            }
        }
    }

    private synchronized boolean isLastOfFirst() {
        done++;
        return done == FIRST_TASKS;
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = waiting.poll();
        if (task == null) {
            atWork--;
        }
        return task;
    }
}
