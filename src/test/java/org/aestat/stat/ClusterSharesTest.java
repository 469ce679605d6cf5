package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterSharesTest {

    static Iterable<ReferenceTable.Row> rows() {
        return ReferenceTable.read("shares.csv").rows();
    }

    private static ClusterShares shares(String pairs) {
        ClusterShares shares = new ClusterShares();
        for (String pair : pairs.split(";", -1)) {
            String[] cluster = pair.split(":", -1);
            shares.add(Long.parseLong(cluster[0]), Long.parseLong(cluster[1]));
        }
        return shares;
    }

    /** R 4.2.2: {@code t.test(yes / size, conf.level = )}; see twoway.R. */
    @ParameterizedTest
    @MethodSource("rows")
    void agreesWithR(ReferenceTable.Row row) {
        ClusterShares shares = shares(row.text("pairs"));
        ReferenceTable.assertAgrees("mean", shares.mean(), row.number("mean"));
        Limits limits = shares.limits(row.number("level"));
        assertThat(limits == null).isEqualTo(!row.has("lower"));
        if (limits != null) {
            ReferenceTable.assertAgrees("lower", limits.lower(), row.number("lower"));
            ReferenceTable.assertAgrees("upper", limits.upper(), row.number("upper"));
        }
    }

    @Test
    void anyOrderAndSplitGiveTheSameBits() {
        Random random = new Random(5);
        ClusterShares whole = new ClusterShares();
        ClusterShares first = new ClusterShares();
        ClusterShares second = new ClusterShares();
        for (int i = 0; i < 500; i++) {
            int trials = random.nextInt(90);
            int events = random.nextInt(trials + 1);
            whole.add(trials, events);
            (random.nextBoolean() ? first : second).add(trials, events);
        }
        second.add(first);

        assertThat(second.clusters()).isEqualTo(whole.clusters()).isBetween(480L, 499L);
        assertThat(second.mean()).isEqualTo(whole.mean());
        assertThat(second.limits(0.9)).isEqualTo(whole.limits(0.9));
    }

    @Test
    void withoutDifferenceThereAreNoLimits() {
        assertThat(new ClusterShares().mean()).isNaN();
        assertThat(new ClusterShares().limits(0.95)).isNull();
        assertThat(shares("4:1").limits(0.95)).isNull();
        assertThat(shares("4:0;9:0").limits(0.95)).isNull();
        assertThat(shares("4:1;8:2").mean()).isEqualTo(0.25);
        assertThat(shares("4:1;8:2").limits(0.95)).isNull();
        assertThat(shares("1:0;1:1").limits(0).lower()).isCloseTo(0.5, within(0.0));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "3, -1", "3, 4"})
    void refusesImpossibleClusters(long trials, long events) {
        assertThatThrownBy(() -> new ClusterShares().add(trials, events))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(events + " events in " + trials + " trials");
    }
}
