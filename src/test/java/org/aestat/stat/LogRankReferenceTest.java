package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        ReferenceTable.Row row = TESTS.get(set).get(0);
        LogRank.Result result = LogRank.test(clusters(set), row.integer("groups"));
        assertThat(result).isNotNull();
        assertThat(result.name())
                .isEqualTo(row.text("test").equals("robust") ? LogRank.CLUSTERED : LogRank.INDEPENDENT);
        assertThat(result.degreesOfFreedom()).isEqualTo(row.integer("degrees"));
        ReferenceTable.assertAgrees("chi-square", result.chiSquare(), row.number("chi_square"));
        ReferenceTable.assertAgrees("p", result.pValue(), row.number("p_value"));
    }

    private static List<LogRank.Cluster> clusters(int set) {
        Map<Integer, List<LogRank.Observation>> patients = new TreeMap<>();
        for (ReferenceTable.Row record : RECORDS.get(set)) {
            patients.computeIfAbsent(record.integer("patient"), patient -> new ArrayList<>())
                    .add(new LogRank.Observation(
                            record.integer("group") - 1, record.integer("time"), record.integer("status") == 1));
        }
        return patients.values().stream()
                .map(observations -> new LogRank.Cluster(observations, 1))
                .toList();
    }
}
