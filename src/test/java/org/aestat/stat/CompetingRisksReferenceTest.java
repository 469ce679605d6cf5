package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aestat.stat.CompetingRisks.Cluster;
import org.aestat.stat.CompetingRisks.Course;
import org.aestat.stat.CompetingRisks.Ending;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against survival 3.5-3 of R 4.2.2 on seeded random data sets; see aj.R. */
class CompetingRisksReferenceTest {

    private static final Map<Integer, List<ReferenceTable.Row>> RECORDS =
            ReferenceTable.read("aj_records.csv").sets();
    private static final Map<Integer, List<ReferenceTable.Row>> CURVES =
            ReferenceTable.read("aj.csv").sets();

    static Stream<Integer> sets() {
        return RECORDS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void curveAgreesWithR(int set) {
        CompetingRisks curve = new CompetingRisks(clusters(set), 0.95);
        List<ReferenceTable.Row> rows = CURVES.get(set);
        assertThat(curve.size()).isEqualTo(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            ReferenceTable.Row row = rows.get(i);
            assertThat(curve.time(i)).isEqualTo(row.integer("time"));
            assertThat(curve.atRisk(i)).isEqualTo(row.integer("at_risk"));
            assertThat(curve.events(i)).isEqualTo(row.integer("relieved"));
            assertThat(curve.competing(i)).isEqualTo(row.integer("ended"));
            assertThat(curve.censored(i)).isEqualTo(row.integer("censored"));
            ReferenceTable.assertAgrees("incidence " + row, curve.incidence(i), row.number("relief"));
            ReferenceTable.assertAgrees("lower " + row, curve.lower(i), row.number("lower"));
            ReferenceTable.assertAgrees("upper " + row, curve.upper(i), row.number("upper"));
            ReferenceTable.assertAgrees(
                    "if nobody stopped " + row, curve.ifNobodyStopped(i), row.number("if_nobody_stopped"));
            ReferenceTable.assertAgrees(
                    "still in " + row,
                    curve.stillIn(i),
                    1 - row.number("relief") - row.number("ended_probability"),
                    1e-8,
                    1e-12);
        }
    }

    private static List<Cluster> clusters(int set) {
        Map<Integer, List<Course>> patients = new TreeMap<>();
        for (ReferenceTable.Row record : RECORDS.get(set)) {
            Ending ending =
                    switch (record.text("status")) {
                        case "relief" -> Ending.EVENT;
                        case "ended" -> Ending.COMPETING;
                        default -> Ending.CENSORED;
                    };
            patients.computeIfAbsent(record.integer("patient"), patient -> new ArrayList<>())
                    .add(new Course(record.integer("entry"), record.integer("exit"), ending));
        }
        return patients.values().stream()
                .map(courses -> new Cluster(courses, 1))
                .toList();
    }
}
