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

    static Stream<Integer> sets() {
        return RECORDS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void statisticAgreesWithR(int set) {
        compare(set, "", row -> 0);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void stratifiedStatisticAgreesWithR(int set) {
        compare(set, "within_", row -> row.integer("block"));
    }

    private static void compare(int set, String prefix, ToIntFunction<ReferenceTable.Row> block) {
        ReferenceTable.Row row = TESTS.get(set).get(0);
        LogRank.Result result = LogRank.test(clusters(RECORDS.get(set), block), row.integer("groups"));
        if (result == null) {
            assertThat(row.has(prefix + "chi_square")).isFalse();
            return;
        }
        assertThat(result.clustered()).isEqualTo(row.text("test").equals("robust"));
        assertThat(result.degreesOfFreedom()).isEqualTo(row.integer(prefix + "degrees"));
        ReferenceTable.assertAgrees("chi-square", result.chiSquare(), row.number(prefix + "chi_square"));
        ReferenceTable.assertAgrees("p", result.pValue(), row.number(prefix + "p_value"));
    }

    private static GroupedTimes clusters(List<ReferenceTable.Row> records, ToIntFunction<ReferenceTable.Row> block) {
        Map<Integer, List<GroupedObservations.Observation>> patients = new TreeMap<>();
        for (ReferenceTable.Row record : records) {
            patients.computeIfAbsent(record.integer("patient"), patient -> new ArrayList<>())
                    .add(new GroupedObservations.Observation(
                            record.integer("group") - 1,
                            record.integer("time"),
                            record.integer("status") == 1,
                            block.applyAsInt(record)));
        }
        return GroupedObservations.of(patients.values().stream()
                .map(observations -> new GroupedObservations.Cluster(observations, 1))
                .toList());
    }
}
