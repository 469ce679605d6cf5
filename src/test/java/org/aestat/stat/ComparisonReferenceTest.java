package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against survey 4.1-1, geepack 1.3.9 and stats of R 4.2.2; see comparison.R. */
class ComparisonReferenceTest {

    static Iterable<ReferenceTable.Row> rows() {
        return ReferenceTable.read("comparison.csv").rows();
    }

    /** Reads {@code 7/2:5:1}: cluster 7 has five trials in stratum 2, of which one was yes. */
    private static StratifiedSums sums(ReferenceTable.Row row) {
        int strata = row.integer("strata");
        Map<String, long[][]> clusters = new TreeMap<>();
        for (String cell : row.text("cells").split(";", -1)) {
            String[] parts = cell.split("[/:]", -1);
            long[][] counts = clusters.computeIfAbsent(parts[0], key -> new long[2][strata]);
            int stratum = Integer.parseInt(parts[1]) - 1;
            counts[0][stratum] += Long.parseLong(parts[2]);
            counts[1][stratum] += Long.parseLong(parts[3]);
        }
        StratifiedSums sums = new StratifiedSums(strata);
        clusters.values().forEach(counts -> sums.add(counts[0], counts[1]));
        return sums;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void contrastsAgreeWithRegressions(ReferenceTable.Row row) {
        StratifiedSums pair = sums(row).pair(0, 1);
        assertThat(pair.clusters()).isEqualTo(row.integer("m"));
        agrees(row, "rd", RiskContrast.RISK_DIFFERENCE.estimate(pair, row.number("level")), false);
        agrees(row, "log_rr", RiskContrast.RISK_RATIO.estimate(pair, row.number("level")), true);
        agrees(row, "log_or", RiskContrast.ODDS_RATIO.estimate(pair, row.number("level")), true);
    }

    private static void agrees(ReferenceTable.Row row, String name, RiskContrast.Estimate estimate, boolean ratio) {
        if (row.integer("m") < 2) {
            assertThat(estimate == null || estimate.limits() == null).isTrue();
            return;
        }
        assertThat(estimate == null).as(name).isEqualTo(!row.has(name));
        if (estimate != null) {
            double value = ratio ? Math.log(estimate.value()) : estimate.value();
            ReferenceTable.assertAgrees(name, value, row.number(name), 1e-8, 1e-10);
            ReferenceTable.assertAgrees(name, estimate.standardError(), row.number(name + "_se"), 1e-7, 1e-10);
            assertThat(estimate.limits() == null).isEqualTo(estimate.standardError() == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void miettinenNurminenLimitsFollowTheClosedForm(ReferenceTable.Row row) {
        StratifiedSums sums = sums(row);
        Limits limits = MiettinenNurminen.limits(
                sums.events(0), sums.trials(0), sums.events(1), sums.trials(1), row.number("level"));
        ReferenceTable.assertAgrees("lower", limits.lower(), row.number("mn_lower"), 1e-8, 1e-8);
        ReferenceTable.assertAgrees("upper", limits.upper(), row.number("mn_upper"), 1e-8, 1e-8);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void raoScottAgreesWithSvychisq(ReferenceTable.Row row) {
        RaoScott.Result result = RaoScott.test(sums(row));
        assertThat(result == null).isEqualTo(!row.has("f"));
        if (result != null) {
            ReferenceTable.assertAgrees("F", result.statistic(), row.number("f"), 1e-7, 1e-9);
            ReferenceTable.assertAgrees("df1", result.numeratorDegrees(), row.number("df1"), 1e-7, 1e-9);
            ReferenceTable.assertAgrees("df2", result.denominatorDegrees(), row.number("df2"), 1e-7, 1e-9);
            ReferenceTable.assertAgrees("p", result.pValue(), row.number("p"), 1e-6, 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void fisherAgreesWithR(ReferenceTable.Row row) {
        StratifiedSums sums = sums(row);
        long[] events = new long[sums.strata()];
        long[] trials = new long[sums.strata()];
        for (int k = 0; k < events.length; k++) {
            events[k] = sums.events(k);
            trials[k] = sums.trials(k);
        }
        Double p = FisherExact.pValue(events, trials);
        ReferenceTable.assertAgrees("p", p == null ? Double.NaN : p, row.has("fisher") ? row.number("fisher") : 1);
    }
}
