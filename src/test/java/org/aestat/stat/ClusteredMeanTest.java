package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rules, and the definition on random data; figures of whole records are held against R by ClinicReferenceTest. */
class ClusteredMeanTest {

    private static ClusteredMean of(long[]... clusters) {
        ClusteredMean mean = new ClusteredMean();
        for (long[] cluster : clusters) {
            for (long number : cluster) {
                mean.observe(number);
            }
            mean.endCluster();
        }
        return mean;
    }

    @Test
    void agreesWithItsDefinition() {
        Random random = new Random(8);
        for (int set = 0; set < 200; set++) {
            int m = 2 + random.nextInt(30);
            long[][] clusters = new long[m][];
            double sum = 0;
            int n = 0;
            for (int i = 0; i < m; i++) {
                clusters[i] = random.longs(1 + random.nextInt(6), -1000, 1000).toArray();
                for (long number : clusters[i]) {
                    sum += number;
                    n++;
                }
            }
            double squares = 0;
            for (long[] cluster : clusters) {
                double own = 0;
                for (long number : cluster) {
                    own += (number - sum / n) / n;
                }
                squares += own * own;
            }
            assertThat(of(clusters).mean()).isCloseTo(sum / n, within(1e-10));
            assertThat(of(clusters).standardError()).isCloseTo(Math.sqrt(m / (m - 1.0) * squares), within(1e-9));
        }
    }

    @Test
    void partsAddUpToTheWhole() {
        ClusteredMean parts = of(new long[] {1, 4});
        parts.add(of(new long[] {}, new long[] {9}, new long[] {-3, 0, 5}));
        ClusteredMean whole = of(new long[] {9}, new long[] {-3, 0, 5}, new long[] {1, 4});

        assertThat(parts.clusters()).isEqualTo(3);
        assertThat(parts.mean()).isEqualTo(whole.mean());
        assertThat(parts.limits(0.9)).isEqualTo(whole.limits(0.9));
    }

    @Test
    void withoutDifferenceThereAreNoLimits() {
        assertThat(of().mean()).isNaN();
        assertThat(of(new long[] {1, 5}).standardError()).isNaN();
        assertThat(of(new long[] {1, 5}).limits(0.95)).isNull();
        assertThat(of(new long[] {3, 3}, new long[] {3}).limits(0.95)).isNull();
        assertThat(of(new long[] {1}, new long[] {3}).limits(0)).isEqualTo(new Limits(2, 2));
        assertThatThrownBy(() -> of().limits(95)).hasMessage("confidence level is not from 0 to below 1: 95.0");
    }
}
