package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edge cases; the figures themselves are held against R in {@link ClusteredProportionReferenceTest}. */
class ClusteredProportionTest {

    /** 375 patients with 8 sessions each and no event: hand-worked, (0 + 8 d0)/8 with p~ = 2/3004. */
    @Test
    void stabilizedWithoutEvents() {
        ClusterSums sums = new ClusterSums();
        for (int i = 0; i < 375; i++) {
            sums.add(8, 0);
        }
        double p = 2.0 / 3004;
        double expected = 1 + 7 * p * (Math.exp(2.25) - 1) / (1 - p);

        assertThat(ClusteredProportion.stabilizedDesignEffect(sums, 1.5)).isCloseTo(expected, within(1e-14));
        assertThat(ClusteredProportion.stabilizedDesignEffect(sums, 1.5)).isCloseTo(1.039583, within(5e-7));
        assertThat(ClusteredProportion.stabilizedDesignEffect(sums, 0)).isEqualTo(1);
    }

    /**
     * Liang, Zeger and Qaqish 1992, J R Stat Soc B 54:3-40: 60 of 203 in 100 clusters, clusters by size and by trials with
     * the event. The limits are those of {@code svyciprop(method = "beta")}, survey 4.1-1.
     */
    @Test
    void agreesWithSurveyOnLiangsClusters() {
        int[][] clustersBySizeAndEvents = {
            {1, 0, 36},
            {1, 1, 12},
            {2, 0, 15},
            {2, 1, 7},
            {2, 2, 1},
            {3, 0, 5},
            {3, 1, 7},
            {3, 2, 3},
            {3, 3, 2},
            {4, 0, 3},
            {4, 1, 3},
            {4, 2, 1},
            {6, 0, 1},
            {6, 2, 1},
            {6, 3, 1},
            {6, 4, 1},
            {6, 6, 1}
        };
        ClusterSums sums = new ClusterSums();
        for (int[] row : clustersBySizeAndEvents) {
            for (int i = 0; i < row[2]; i++) {
                sums.add(row[0], row[1]);
            }
        }

        assertThat(sums.clusters()).isEqualTo(100);
        assertThat(sums.events()).isEqualTo(60);
        assertThat(sums.trials()).isEqualTo(203);
        assertThat(sums.designEffect()).isCloseTo(1.592897, within(5e-7));
        assertThat(limits(sums, sums.designEffect(), 0.95).lower()).isCloseTo(.2175886, within(5e-8));
        assertThat(limits(sums, sums.designEffect(), 0.95).upper()).isCloseTo(.3834342, within(5e-8));
        assertThat(limits(sums, sums.designEffect(), 0.90).lower()).isCloseTo(.228983517, within(5e-10));
        assertThat(limits(sums, sums.designEffect(), 0.90).upper()).isCloseTo(.369513993, within(5e-10));
        double stabilized = ClusteredProportion.stabilizedDesignEffect(sums, 1.5);
        assertThat(stabilized).isCloseTo(1.589560, within(5e-7));
        assertThat(limits(sums, stabilized, 0.95).lower()).isCloseTo(.217667461, within(5e-10));
        assertThat(limits(sums, stabilized, 0.95).upper()).isCloseTo(.383334287, within(5e-10));
    }

    private static Limits limits(ClusterSums sums, double effect, double level) {
        double size = ClusteredProportion.effectiveSize(sums.trials(), sums.clusters(), effect, level);
        double events = size * ((double) sums.events() / sums.trials());
        return ProportionMethod.CLOPPER_PEARSON.limits(events, size, level);
    }

    /** The Poisson limits by inverting the test: at either limit the tail, summed term by term, has (1 - level)/2. */
    @Test
    void garwoodInvertsThePoissonTest() {
        Random random = new Random(13);
        for (int i = 0; i < 200; i++) {
            int events = i < 10 ? 0 : random.nextInt(80);
            double exposure = 0.1 + 50 * random.nextDouble();
            double level = 0.5 + random.nextDouble() * 0.4999;
            Limits limits = PoissonRate.garwood(events, exposure, level);
            assertThat(atMost(events, limits.upper() * exposure)).isCloseTo((1 - level) / 2, within(1e-10));
            if (events > 0) {
                assertThat(1 - atMost(events - 1, limits.lower() * exposure)).isCloseTo((1 - level) / 2, within(1e-10));
            }
        }
    }

    private static double atMost(int events, double mean) {
        double term = Math.exp(-mean);
        double sum = term;
        for (int k = 1; k <= events; k++) {
            term *= mean / k;
            sum += term;
        }
        return sum;
    }

    @Test
    void theAssumedCorrelationIsAtMostThreeTenths() {
        ClusterSums sums = new ClusterSums();
        for (int i = 0; i < 10; i++) {
            sums.add(11, 11);
        }

        assertThat(ClusteredProportion.stabilizedDesignEffect(sums, 3))
                .isCloseTo((110 + 8 * (1 + 0.3 * 10)) / 118, within(1e-12));
    }

    @Test
    void neverBelowOne() {
        ClusterSums sums = new ClusterSums();
        for (int i = 0; i < 50; i++) {
            sums.add(2, 1);
        }

        assertThat(sums.designEffect()).isZero();
        assertThat(ClusteredProportion.stabilizedDesignEffect(sums, 0)).isEqualTo(1);
    }

    @Test
    void theEffectiveSizeIsCappedAtTheTrials() {
        assertThat(ClusteredProportion.effectiveSize(100, 40, 0, 0.95)).isEqualTo(100);
        assertThat(ClusteredProportion.effectiveSize(100, 40, 0.5, 0.95)).isEqualTo(100);
        assertThat(ClusteredProportion.effectiveSize(100, 40, 2, 0.95)).isBetween(40.0, 50.0);
    }

    /** R 4.2.2: 4 * (qt(.975, 3) / qt(.975, 1))^2; where every trial is a cluster the t quantiles are the same. */
    @Test
    void theEffectiveSizeOfTheFewestAndTheMostClusters() {
        assertThat(ClusteredProportion.effectiveSize(4, 2, 1, 0.95)).isCloseTo(0.25092877322812146, within(1e-10));
        assertThat(ClusteredProportion.effectiveSize(30, 30, 1.5, 0.95)).isCloseTo(20, within(1e-12));
    }

    /** At level 0 both t quantiles are 0; their ratio goes on without a jump. */
    @Test
    void levelZeroIsTheLimitOfLowLevels() {
        double near = ClusteredProportion.effectiveSize(1000, 5, 2, 1e-6);

        assertThat(ClusteredProportion.effectiveSize(1000, 5, 2, 0)).isCloseTo(near, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesHeterogeneityOutOfRange(double heterogeneity) {
        assertThatThrownBy(() -> ClusteredProportion.stabilizedDesignEffect(new ClusterSums(), heterogeneity))
                .hasMessage("heterogeneity is not 0 or more: " + heterogeneity);
    }

    @Test
    void refusesWhatIsNoClusteredSample() {
        assertThatThrownBy(() -> ClusteredProportion.effectiveSize(10, 1, 1, 0.95))
                .hasMessage("1 clusters of 10 trials");
        assertThatThrownBy(() -> ClusteredProportion.effectiveSize(2, 3, 1, 0.95))
                .hasMessage("3 clusters of 2 trials");
        assertThatThrownBy(() -> ClusteredProportion.effectiveSize(10, 5, Double.NaN, 0.95))
                .hasMessage("design effect is not 0 or more: NaN");
    }

    @Test
    void garwoodRefusesWhatIsNoRate() {
        assertThatThrownBy(() -> PoissonRate.garwood(-1, 2, 0.95))
                .hasMessage("number of events is not 0 or more: -1.0");
        assertThatThrownBy(() -> PoissonRate.garwood(Double.POSITIVE_INFINITY, 2, 0.95))
                .hasMessage("number of events is not 0 or more: Infinity");
        assertThatThrownBy(() -> PoissonRate.garwood(1, 0, 0.95)).hasMessage("exposure is not positive: 0.0");
        assertThatThrownBy(() -> PoissonRate.garwood(1, Double.POSITIVE_INFINITY, 0.95))
                .hasMessage("exposure is not positive: Infinity");
    }

    /** 2 events in 200, 90 %: the exact interval that R package tern prints in its tests. */
    @Test
    void garwoodAgreesWithPrint() {
        Limits limits = PoissonRate.garwood(2, 200, 0.9);

        assertThat(limits.lower()).isCloseTo(.001776808, within(5e-10));
        assertThat(limits.upper()).isCloseTo(.031478968, within(5e-10));
    }

    @Test
    void aKnownDesignEffectDividesTheTrials() {
        assertThat(ClusteredProportion.effectiveSize(300.0, 1.5)).isEqualTo(200);
        assertThat(ClusteredProportion.effectiveSize(300.0, 1)).isEqualTo(300);
        assertThatThrownBy(() -> ClusteredProportion.effectiveSize(300.0, Double.POSITIVE_INFINITY))
                .hasMessage("design effect is not 1 or more: Infinity");
        assertThatThrownBy(() -> ClusteredProportion.effectiveSize(300.0, 0.9))
                .hasMessage("design effect is not 1 or more: 0.9");
        assertThatThrownBy(() -> ClusteredProportion.effectiveSize(300.0, Double.NaN))
                .hasMessage("design effect is not 1 or more: NaN");
        assertThatThrownBy(() -> ClusteredProportion.effectiveSize(0.0, 2))
                .hasMessage("number of trials is not positive: 0.0");
    }
}
