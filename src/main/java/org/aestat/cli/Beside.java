package org.aestat.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is computed beside other work, on a thread of its own. */
final class Beside<T extends @Nullable Object> implements Supplier<T> {

    /** With fewer sessions the work is done before a thread has started. */
    private static final int FEWEST_SESSIONS = 50_000;

    private final FutureTask<T> work;

    private Beside(Supplier<T> work) {
        this.work = new FutureTask<>(work::get);
    }

    /**
     * Starts work on a thread of its own if that is worth it; otherwise it is done at once.
     *
     * @param work what to do
     * @param sessions how many sessions it is about
     * @param threads how many threads may work, with the calling one
     */
    static <T extends @Nullable Object> Beside<T> start(Supplier<T> work, int sessions, int threads) {
        Beside<T> beside = new Beside<>(work);
        if (threads < 2 || sessions < FEWEST_SESSIONS) {
            beside.work.run();
        } else {
            Thread thread = new Thread(beside.work, "aestat-beside");
            thread.setDaemon(true);
            thread.start();
        }
        return beside;
    }

    /** What came out, when it is there; what the work threw is thrown here. */
    @Override
    public T get() {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
