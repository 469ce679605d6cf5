import java.util.ArrayList;
import java.util.List;

/** What several threads of this machine give a loop without memory: {@code java PureLoop.java THREADS}. */
public final class PureLoop {

    private static final long STEPS = 6_000_000_000L;

    /** Splits the same work over the threads. */
    public static void main(String[] arguments) throws InterruptedException {
        int threads = Integer.parseInt(arguments[0]);
        long[] sums = new long[threads * 16];
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int place = i * 16;
            Thread thread = new Thread(() -> {
                long x = place + 1;
                for (long step = STEPS / threads; step > 0; step--) {
                    x = x * 6364136223846793005L + 1442695040888963407L;
                }
                sums[place] = x;
            });
            all.add(thread);
            thread.start();
        }
        for (Thread thread : all) {
            thread.join();
        }
        System.out.println(sums[0]);
    }
}
