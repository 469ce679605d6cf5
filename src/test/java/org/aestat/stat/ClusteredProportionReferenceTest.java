package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against survey 4.1-1 of R 4.2.2 and the definition of the stabilized design effect; see clustered.R and, for levels up
 * to .9999 and a billion trials, clustered_levels.R.
 */
class ClusteredProportionReferenceTest {

    static List<ReferenceTable.Row> rows() {
        return ReferenceTable.read("clustered.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void sumsAndDesignEffectAgreeWithR(ReferenceTable.Row row) {
        ClusterSums sums = sums(row.text("pairs"));
        assertThat(sums.trials()).isEqualTo(row.integer("n"));
        assertThat(sums.events()).isEqualTo(row.integer("events"));
        assertThat(sums.clusters()).isEqualTo(row.integer("clusters"));
        assertThat(sums.areClustered()).isEqualTo(row.has("st_effect"));
        ReferenceTable.assertAgrees("design effect", sums.designEffect(), row.number("design_effect"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void kornGraubardLimitsAgreeWithR(ReferenceTable.Row row) {
        if (row.has("kg_size_95")) {
            double effect = sums(row.text("pairs")).designEffect();
            limitsAgree(row, "kg", effect, 95);
            limitsAgree(row, "kg", effect, 90);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void stabilizedLimitsFollowTheDefinition(ReferenceTable.Row row) {
        if (row.has("st_effect")) {
            stabilizedLimitsAgree(row, "st", 1.5);
            stabilizedLimitsAgree(row, "st2", 2);
        }
    }

    static List<ReferenceTable.Row> levels() {
        return ReferenceTable.read("clustered_levels.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("levels")
    void limitsAgreeAtEveryLevelAndSize(ReferenceTable.Row row) {
        ClusterSums sums = sums(row.text("pairs"));
        assertThat(sums.trials()).isEqualTo(row.integer("n"));
        assertThat(sums.events()).isEqualTo(row.integer("events"));
        ReferenceTable.assertAgrees("design effect", sums.designEffect(), row.number("design_effect"));
        if (row.has("kg_size")) {
            limitsAgree(row, "kg", sums.designEffect(), row.number("level"), "");
        }
        double effect = ClusteredProportion.stabilizedDesignEffect(sums, 1.5);
        ReferenceTable.assertAgrees("st effect", effect, row.number("st_effect"));
        limitsAgree(row, "st", effect, row.number("level"), "");
    }

    static List<ReferenceTable.Row> stated() {
        return ReferenceTable.read("stated.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("stated")
    void aStatedDesignEffectDividesBothCounts(ReferenceTable.Row row) {
        double effect = row.number("design_effect");
        double size = ClusteredProportion.effectiveSize(row.number("n"), effect);
        Limits limits = ProportionMethod.CLOPPER_PEARSON.limits(
                Math.min(size, row.number("events") / effect), size, row.number("level"));
        ReferenceTable.assertAgrees("lower", limits.lower(), row.number("lower"), 1e-8, 1e-15);
        ReferenceTable.assertAgrees("upper", limits.upper(), row.number("upper"), 1e-8, 1e-15);
    }

    private static void stabilizedLimitsAgree(ReferenceTable.Row row, String prefix, double heterogeneity) {
        double effect = ClusteredProportion.stabilizedDesignEffect(sums(row.text("pairs")), heterogeneity);
        ReferenceTable.assertAgrees(prefix + " effect", effect, row.number(prefix + "_effect"));
        limitsAgree(row, prefix, effect, 95);
        limitsAgree(row, prefix, effect, 90);
    }

    private static void limitsAgree(ReferenceTable.Row row, String prefix, double effect, int percent) {
        limitsAgree(row, prefix, effect, percent / 100.0, "_" + percent);
    }

    private static void limitsAgree(ReferenceTable.Row row, String prefix, double effect, double level, String suffix) {
        double size = ClusteredProportion.effectiveSize(row.integer("n"), row.integer("clusters"), effect, level);
        ReferenceTable.assertAgrees("size", size, row.number(prefix + "_size" + suffix));
        double events = size * (row.number("events") / row.number("n"));
        Limits limits = ProportionMethod.CLOPPER_PEARSON.limits(events, size, level);
        ReferenceTable.assertAgrees("lower", limits.lower(), row.number(prefix + "_lower" + suffix));
        ReferenceTable.assertAgrees("upper", limits.upper(), row.number(prefix + "_upper" + suffix));
    }

    /** Reads {@code 36x1:0;12x1:1}: 36 clusters of one session with none yes, 12 of one session that was. */
    private static ClusterSums sums(String pairs) {
        ClusterSums sums = new ClusterSums();
        for (String pair : pairs.split(";", -1)) {
            int times = pair.indexOf('x');
            int copies = times < 0 ? 1 : Integer.parseInt(pair.substring(0, times));
            String[] cluster = pair.substring(times + 1).split(":", -1);
            for (int i = 0; i < copies; i++) {
                sums.add(Long.parseLong(cluster[0]), Long.parseLong(cluster[1]));
            }
        }
        return sums;
    }
}
