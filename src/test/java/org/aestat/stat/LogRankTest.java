package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.aestat.stat.GroupedObservations.Cluster;
import org.aestat.stat.GroupedObservations.Observation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules and edge cases; the figures on random data are held against R in {@link LogRankReferenceTest}. */
class LogRankTest {

    private static List<Cluster> singles(int[]... groupTimeEvent) {
        List<Cluster> clusters = new ArrayList<>();
        for (int[] row : groupTimeEvent) {
            clusters.add(new Cluster(List.of(new Observation(row[0], row[1], row[2] == 1)), 1));
        }
        return clusters;
    }

    private static LogRank.@Nullable Result test(List<Cluster> clusters, int groups) {
        return LogRank.test(GroupedObservations.of(clusters), groups);
    }

    /**
     * By hand: two in each group, events at 1 (group 0), 2 (group 1), 3 (group 0), then a censoring. Observed 2 in
     * group 0; expected 2/4 + 1/3 + 1/2; variance 1/4 + 2/9 + 1/4.
     */
    @Test
    void agreesWithAHandWorkedCase() {
        LogRank.Result result =
                test(singles(new int[] {0, 1, 1}, new int[] {1, 2, 1}, new int[] {0, 3, 1}, new int[] {1, 4, 0}), 2);

        double difference = 2 - (0.5 + 1.0 / 3 + 0.5);
        assertThat(result).isNotNull();
        assertThat(result.chiSquare()).isCloseTo(difference * difference / (0.25 + 2.0 / 9 + 0.25), within(1e-12));
        assertThat(result.degreesOfFreedom()).isEqualTo(1);
        assertThat(result.clustered()).isFalse();
    }

    @Test
    void aGroupNeverAtRiskAtAnEventIsLeftOut() {
        LogRank.Result two = test(
                singles(new int[] {0, 5, 1}, new int[] {1, 6, 1}, new int[] {0, 7, 1}, new int[] {1, 8, 1}, new int[] {
                    2, 1, 0
                }),
                3);

        assertThat(two).isNotNull();
        assertThat(two.degreesOfFreedom()).isEqualTo(1);
    }

    @Test
    void noTestWithoutEventsInTwoGroups() {
        assertThat(test(singles(new int[] {0, 5, 0}, new int[] {1, 6, 0}), 2)).isNull();
        assertThat(test(singles(new int[] {0, 5, 1}, new int[] {1, 3, 0}), 2)).isNull();
    }

    @Test
    void noTestWithoutVariance() {
        List<Cluster> one = List.of(new Cluster(List.of(new Observation(0, 5, true), new Observation(1, 5, true)), 1));

        assertThat(test(one, 2)).isNull();
    }

    @Test
    void clusteredObservationsAreNamedSo() {
        List<Cluster> clusters = new ArrayList<>(singles(new int[] {0, 1, 1}, new int[] {1, 2, 1}));
        clusters.add(new Cluster(List.of(new Observation(0, 3, true), new Observation(1, 9, true)), 4));

        LogRank.Result result = test(clusters, 2);

        assertThat(result).isNotNull();
        assertThat(result.clustered()).isTrue();
        assertThat(result.pValue()).isBetween(0.0, 1.0);
    }

    /** By hand: the case above in each of two strata has twice the difference and twice the variance. */
    @Test
    void strataAddUp() {
        List<Cluster> clusters = new ArrayList<>();
        for (int stratum : new int[] {3, 9}) {
            int shift = stratum * 10;
            clusters.add(new Cluster(List.of(new Observation(0, 1 + shift, true, stratum)), 1));
            clusters.add(new Cluster(List.of(new Observation(1, 2 + shift, true, stratum)), 1));
            clusters.add(new Cluster(List.of(new Observation(0, 3 + shift, true, stratum)), 1));
            clusters.add(new Cluster(List.of(new Observation(1, 4 + shift, false, stratum)), 1));
        }
        LogRank.Result result = test(clusters, 2);

        double difference = 2 - (0.5 + 1.0 / 3 + 0.5);
        assertThat(result).isNotNull();
        assertThat(result.chiSquare()).isCloseTo(2 * difference * difference / (0.25 + 2.0 / 9 + 0.25), within(1e-12));
    }

    @Test
    void noTestWhereNoStratumHoldsTwoGroups() {
        assertThat(test(
                        List.of(
                                new Cluster(List.of(new Observation(0, 5, true, 1)), 20),
                                new Cluster(List.of(new Observation(1, 5, true, 2)), 20)),
                        2))
                .isNull();
    }

    @Test
    void refusesASingleGroup() {
        assertThatThrownBy(() -> test(List.of(), 1)).hasMessage("number of groups is below 2: 1");
    }
}
