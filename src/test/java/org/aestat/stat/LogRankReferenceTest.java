package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against {@code survdiff} and the robust score test of {@code coxph}, survival 3.5-3 of R 4.2.2; see logrank.R. */
class LogRankReferenceTest {

    private static final Map<Integer, List<ReferenceTable.Row>> RECORDS =
            ReferenceTable.read("logrank_records.csv").sets();
    private static final Map<Integer, List<ReferenceTable.Row>> TESTS =
            ReferenceTable.read("logrank.csv").sets();

    private static final Map<Integer, List<ReferenceTable.Row>> STRATA_RECORDS =
            ReferenceTable.read("logrank_strata_records.csv").sets();
    private static final Map<Integer, List<ReferenceTable.Row>> STRATA_TESTS =
            ReferenceTable.read("logrank_strata.csv").sets();

    static Stream<Integer> sets() {
        return RECORDS.keySet().stream();
    }

    static Stream<Integer> stratifiedSets() {
        return STRATA_RECORDS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void statisticAgreesWithR(int set) {
        compare(TESTS.get(set).get(0), RECORDS.get(set), row -> 0);
    }

    @ParameterizedTest
    @MethodSource("stratifiedSets")
    void stratifiedStatisticAgreesWithR(int set) {
        compare(STRATA_TESTS.get(set).get(0), STRATA_RECORDS.get(set), row -> row.integer("block"));
    }

    private static void compare(
            ReferenceTable.Row row, List<ReferenceTable.Row> records, ToIntFunction<ReferenceTable.Row> block) {
        LogRank.Result result = LogRank.test(clusters(records, block), row.integer("groups"));
        assertThat(result).isNotNull();
        assertThat(result.clustered()).isEqualTo(row.text("test").equals("robust"));
        assertThat(result.degreesOfFreedom()).isEqualTo(row.integer("degrees"));
        ReferenceTable.assertAgrees("chi-square", result.chiSquare(), row.number("chi_square"));
        ReferenceTable.assertAgrees("p", result.pValue(), row.number("p_value"));
    }

    private static List<LogRank.Cluster> clusters(
            List<ReferenceTable.Row> records, ToIntFunction<ReferenceTable.Row> block) {
        Map<Integer, List<LogRank.Observation>> patients = new TreeMap<>();
        for (ReferenceTable.Row record : records) {
            patients.computeIfAbsent(record.integer("patient"), patient -> new ArrayList<>())
                    .add(new LogRank.Observation(
                            record.integer("group") - 1,
                            record.integer("time"),
                            record.integer("status") == 1,
                            block.applyAsInt(record)));
        }
        return patients.values().stream()
                .map(observations -> new LogRank.Cluster(observations, 1))
                .toList();
    }
}
