package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against survey 4.1-1 of R 4.2.2, three one-way variances combined; see twoway.R. */
class TwoWayClustersTest {

    static Iterable<ReferenceTable.Row> rows() {
        return ReferenceTable.read("twoway.csv").rows();
    }

    /** Reads {@code 1/2:5:0}: the cell of cluster 1 and cluster 2 with five trials of which none was yes. */
    private static TwoWayClusters clusters(String cells) {
        Map<String, long[]> first = new HashMap<>();
        Map<String, long[]> second = new HashMap<>();
        ClusterSums ofCells = new ClusterSums();
        for (String cell : cells.split(";", -1)) {
            String[] parts = cell.split("[/:]", -1);
            long trials = Long.parseLong(parts[2]);
            long events = Long.parseLong(parts[3]);
            add(first, parts[0], trials, events);
            add(second, parts[1], trials, events);
            ofCells.add(trials, events);
        }
        return new TwoWayClusters(sums(first), sums(second), ofCells);
    }

    private static void add(Map<String, long[]> counts, String key, long trials, long events) {
        long[] count = counts.computeIfAbsent(key, k -> new long[2]);
        count[0] += trials;
        count[1] += events;
    }

    private static ClusterSums sums(Map<String, long[]> counts) {
        ClusterSums sums = new ClusterSums();
        counts.values().forEach(count -> sums.add(count[0], count[1]));
        return sums;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void agreesWithR(ReferenceTable.Row row) {
        TwoWayClusters clusters = clusters(row.text("cells"));
        assertThat(clusters.trials()).isEqualTo(row.integer("n"));
        assertThat(clusters.events()).isEqualTo(row.integer("events"));
        assertThat(clusters.clusters()).isEqualTo(row.integer("clusters"));
        assertThat(clusters.areClustered()).isEqualTo(row.has("stabilized"));
        ReferenceTable.assertAgrees("effect", clusters.designEffect(), row.number("design_effect"), 1e-8, 1e-10);
        if (row.has("stabilized")) {
            double stabilized = ClusteredProportion.stabilizedDesignEffect(clusters, 1.5);
            ReferenceTable.assertAgrees("stabilized", stabilized, row.number("stabilized"));
            double size = ClusteredProportion.effectiveSize(clusters.trials(), clusters.clusters(), stabilized, 0.95);
            ReferenceTable.assertAgrees("size", size, row.number("size"));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void oneLevelWithinTheOtherIsTheOuterLevel(ReferenceTable.Row row) {
        ClusterSums outer = clusters(row.text("cells")).first();
        ClusterSums inner = clusters(row.text("cells")).cells();

        double effect = new TwoWayClusters(outer, inner, inner).designEffect();
        ReferenceTable.assertAgrees("effect", effect, outer.designEffect(), 1e-12, 1e-12);
    }

    @Test
    void refusesClustersOfDifferentTrials() {
        assertThatThrownBy(() -> new TwoWayClusters(
                        ClusterSums.ofSingles(3, 1), ClusterSums.ofSingles(4, 1), ClusterSums.ofSingles(3, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clusters of different trials: 3, 4 and 3");
        assertThatThrownBy(() -> new TwoWayClusters(
                        ClusterSums.ofSingles(3, 2), ClusterSums.ofSingles(3, 1), ClusterSums.ofSingles(3, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
