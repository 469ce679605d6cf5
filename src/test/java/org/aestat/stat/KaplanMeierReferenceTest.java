package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against survival 3.5-3 of R 4.2.2 on seeded random data sets; see km.R. */
class KaplanMeierReferenceTest {

    private static final Map<Integer, List<ReferenceTable.Row>> RECORDS =
            ReferenceTable.read("km_records.csv").sets();
    private static final Map<Integer, List<ReferenceTable.Row>> CURVES =
            ReferenceTable.read("km.csv").sets();
    private static final Map<Integer, List<ReferenceTable.Row>> SUMMARIES =
            ReferenceTable.read("km_summary.csv").sets();

    static Stream<Integer> sets() {
        return RECORDS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void curveAgreesWithR(int set) {
        KaplanMeier curve = new KaplanMeier(data(set), 0.95);
        List<ReferenceTable.Row> rows = CURVES.get(set);
        assertThat(curve.size()).isEqualTo(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            ReferenceTable.Row row = rows.get(i);
            assertThat(curve.time(i)).isEqualTo(row.integer("time"));
            assertThat(curve.atRisk(i)).isEqualTo(row.integer("at_risk"));
            assertThat(curve.events(i)).isEqualTo(row.integer("events"));
            assertThat(curve.censored(i)).isEqualTo(row.integer("censored"));
            ReferenceTable.assertAgrees("survival " + row, curve.survival(i), row.number("survival"));
            ReferenceTable.assertAgrees("lower " + row, curve.lower(i), row.number("lower"));
            ReferenceTable.assertAgrees("upper " + row, curve.upper(i), row.number("upper"));
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void limitsOnOtherScalesAgreeWithR(int set) {
        for (ConfidenceType type : new ConfidenceType[] {ConfidenceType.LOG, ConfidenceType.PLAIN}) {
            KaplanMeier curve = new KaplanMeier(data(set), 0.95, type);
            List<ReferenceTable.Row> rows = CURVES.get(set);
            for (int i = 0; i < rows.size(); i++) {
                ReferenceTable.Row row = rows.get(i);
                ReferenceTable.assertAgrees(
                        type + " lower " + row, curve.lower(i), row.number(type.label() + "_lower"));
                ReferenceTable.assertAgrees(
                        type + " upper " + row, curve.upper(i), row.number(type.label() + "_upper"));
            }
            ReferenceTable.Row summary = SUMMARIES.get(set).get(0);
            Limits limits = curve.quantileLimits(0.5);
            ReferenceTable.assertAgrees("lower", limits.lower(), summary.number(type.label() + "50_lower"));
            ReferenceTable.assertAgrees("upper", limits.upper(), summary.number(type.label() + "50_upper"));
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void quantilesAgreeWithR(int set) {
        KaplanMeier curve = new KaplanMeier(data(set), 0.95);
        ReferenceTable.Row row = SUMMARIES.get(set).get(0);
        for (int percent : new int[] {25, 50, 75}) {
            String column = "q" + percent;
            ReferenceTable.assertAgrees(column, curve.quantile(percent / 100.0), row.number(column));
            Limits limits = curve.quantileLimits(percent / 100.0);
            ReferenceTable.assertAgrees(column + " lower", limits.lower(), row.number(column + "_lower"));
            ReferenceTable.assertAgrees(column + " upper", limits.upper(), row.number(column + "_upper"));
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void restrictedMeanAgreesWithR(int set) {
        ClusteredTimes data = data(set);
        KaplanMeier curve = new KaplanMeier(data, 0.95);
        ReferenceTable.Row row = SUMMARIES.get(set).get(0);
        assertThat(data.areClustered()).isEqualTo(row.integer("clustered") == 1);
        assertThat(curve.isDeterminedAt(4320)).isEqualTo(row.has("mean_to_4320"));
        if (row.has("mean_to_4320")) {
            KaplanMeier.Mean mean = curve.restrictedMean(4320);
            ReferenceTable.assertAgrees("mean", mean.value(), row.number("mean_to_4320"));
            ReferenceTable.assertAgrees("standard error", mean.standardError(), row.number("mean_error"), 1e-8, 1e-9);
        }
    }

    private static ClusteredTimes data(int set) {
        Map<Integer, List<ReferenceTable.Row>> patients = new TreeMap<>();
        for (ReferenceTable.Row record : RECORDS.get(set)) {
            patients.computeIfAbsent(record.integer("patient"), patient -> new ArrayList<>())
                    .add(record);
        }
        ClusteredTimes data = new ClusteredTimes();
        for (List<ReferenceTable.Row> records : patients.values()) {
            for (ReferenceTable.Row record : records) {
                data.observe(record.integer("time"), record.integer("status") == 1);
            }
            data.endCluster(1);
        }
        return data;
    }
}
