package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSumsTest {

    /** The design effect by its definition, cluster by cluster. */
    @Test
    void designEffectAgreesWithItsDefinition() {
        Random random = new Random(3);
        for (int set = 0; set < 100; set++) {
            int m = 2 + random.nextInt(40);
            long[] n = random.longs(m, 1, 9).toArray();
            long[] y = new long[m];
            ClusterSums sums = new ClusterSums();
            double total = 0;
            double events = 0;
            for (int i = 0; i < m; i++) {
                y[i] = random.nextInt((int) n[i] + 1);
                sums.add(n[i], y[i]);
                total += n[i];
                events += y[i];
            }
            if (events == 0 || events == total) {
                assertThat(sums.designEffect()).isNaN();
                continue;
            }
            double p = events / total;
            double squares = 0;
            for (int i = 0; i < m; i++) {
                double z = (y[i] - p * n[i]) / total;
                squares += z * z;
            }
            double expected = m / (m - 1.0) * squares / (p * (1 - p) / total);
            assertThat(sums.designEffect()).isCloseTo(expected, within(1e-10));
        }
    }

    @Test
    void theSameProportionEverywhereIsExactlyNoDesignEffect() {
        ClusterSums sums = new ClusterSums();
        sums.add(3, 1);
        sums.add(6, 2);
        sums.add(9, 3);

        assertThat(sums.designEffect()).isZero();
    }

    @Test
    void partsAddUpToTheWhole() {
        ClusterSums whole = new ClusterSums();
        ClusterSums first = new ClusterSums();
        ClusterSums second = new ClusterSums();
        for (int i = 1; i < 30; i++) {
            whole.add(i, i / 3);
            (i % 4 == 0 ? first : second).add(i, i / 3);
        }
        first.add(second);

        assertThat(first.clusters()).isEqualTo(29);
        assertThat(first.trials()).isEqualTo(435);
        assertThat(first.events()).isEqualTo(whole.events());
        assertThat(first.designEffect()).isEqualTo(whole.designEffect());
        assertThat(first.meanClusterSize()).isEqualTo(8555.0 / 435);
    }

    @Test
    void singlesAreClustersOfOne() {
        ClusterSums expected = new ClusterSums();
        for (int i = 0; i < 7; i++) {
            expected.add(1, i < 2 ? 1 : 0);
        }
        ClusterSums singles = ClusterSums.ofSingles(7, 2);

        assertThat(singles.clusters()).isEqualTo(7);
        assertThat(singles.designEffect()).isEqualTo(expected.designEffect());
        assertThat(singles.meanClusterSize()).isEqualTo(1);
        assertThat(singles.areClustered()).isFalse();
        assertThat(ClusterSums.ofSingles(7, 0).events()).isZero();
        assertThat(ClusterSums.ofSingles(7, 7).events()).isEqualTo(7);
        assertThatThrownBy(() -> ClusterSums.ofSingles(2, 3)).hasMessage("3 events in 2 trials");
        assertThatThrownBy(() -> ClusterSums.ofSingles(2, -1)).hasMessage("-1 events in 2 trials");
    }

    @Test
    void clusteringMattersOnlyWithTwoClustersAndARepeat() {
        ClusterSums sums = new ClusterSums();
        sums.add(5, 2);
        assertThat(sums.areClustered()).isFalse();
        assertThat(sums.designEffect()).isNaN();
        sums.add(0, 0);
        assertThat(sums.clusters()).isEqualTo(1);
        sums.add(1, 0);
        assertThat(sums.areClustered()).isTrue();

        ClusterSums combined = new ClusterSums();
        combined.add(1, 1);
        combined.add(sums);
        assertThat(combined.areClustered()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "3, -1", "3, 4"})
    void refusesImpossibleClusters(long trials, long events) {
        assertThatThrownBy(() -> new ClusterSums().add(trials, events))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(events + " events in " + trials + " trials");
    }

    @Test
    void refusesToOverflow() {
        ClusterSums sums = new ClusterSums();
        sums.add(3_000_000_000L, 0);
        assertThatThrownBy(() -> sums.add(3_000_000_000L, 0)).isInstanceOf(ArithmeticException.class);
    }
}
