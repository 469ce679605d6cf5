package org.aestat.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks in turn, the threads being played by the test: what a pool was given runs when the test says so. */
class TurnsTest {

    private final Deque<Runnable> pool = new ArrayDeque<>();
    private final List<String> ran = new ArrayList<>();
    private final Turns turns = new Turns(pool::add, 2);

    private void submit(String name) {
        turns.execute(() -> ran.add(name));
    }

    private void warm() {
        for (int task = 0; task < 5; task++) {
            submit("first");
            pool.remove().run();
        }
        ran.clear();
    }

    @Test
    void noMoreThanTheMostAreAtWorkAndTheRestFollowInOrder() {
        warm();

        List.of("a", "b", "c", "d").forEach(this::submit);

        assertThat(pool).hasSize(2);
        pool.remove().run();
        assertThat(ran).containsExactly("a", "b", "c", "d");
        pool.remove().run();
        assertThat(ran).hasSize(4);
    }

    @Test
    void oneFewerIsAtWorkUntilTheFirstFiveHaveEnded() {
        List<Integer> started = new ArrayList<>();
        for (int task = 0; task < 7; task++) {
            turns.execute(() -> started.add(pool.size()));
        }

        assertThat(pool).hasSize(1);
        pool.remove().run();
        assertThat(started).containsExactly(0, 0, 0, 0, 0, 1, 1);
        pool.remove().run();
        assertThat(started).hasSize(7);
    }

    @Test
    void nobodyIsStartedAfterTheFirstFiveIfNothingIsLeft() {
        for (int task = 0; task < 5; task++) {
            submit("first");
        }
        pool.remove().run();

        assertThat(pool).isEmpty();
    }

    @Test
    void aTaskThatComesWhileOthersRunIsTakenByThem() {
        warm();

        turns.execute(() -> submit("later"));

        pool.remove().run();
        assertThat(ran).containsExactly("later");
        pool.remove().run();
        assertThat(ran).hasSize(1);
    }

    @Test
    void whoHasEndedIsReplaced() {
        for (String name : List.of("a", "b", "c")) {
            submit(name);
            assertThat(pool).hasSize(1);
            pool.remove().run();
        }
        assertThat(ran).containsExactly("a", "b", "c");
    }
}
