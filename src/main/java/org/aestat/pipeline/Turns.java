package org.aestat.pipeline;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Runs tasks in the order in which they come, so many at a time: more would take the caches from one another. */
final class Turns implements Executor {

    private final Executor pool;
    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int atWork;

    /**
     * A limit on tasks.
     *
     * @param pool has threads for them
     * @param most how many are run at a time, at least 1
     */
    Turns(Executor pool, int most) {
        this.pool = pool;
        this.most = most;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            waiting.add(task);
            if (atWork == most) {
                return;
            }
            atWork++;
        }
        pool.execute(this::work);
    }

    private void work() {
        for (Runnable task = next(); task != null; task = next()) {
            task.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = waiting.poll();
        if (task == null) {
            atWork--;
        }
        return task;
    }
}
