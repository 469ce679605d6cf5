package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the maximum found to 1e-10 in R 4.2.2 by the constrained Newton method; see npmle.R. */
class NpmleReferenceTest {

    private static final Map<Integer, List<ReferenceTable.Row>> RECORDS =
            ReferenceTable.read("npmle_records.csv").sets();
    private static final Map<Integer, List<ReferenceTable.Row>> FITS =
            ReferenceTable.read("npmle.csv").sets();
    private static final Map<Integer, List<ReferenceTable.Row>> MASSES =
            ReferenceTable.read("npmle_mass.csv").sets();
    private static final Map<Integer, List<ReferenceTable.Row>> CURVES =
            ReferenceTable.read("npmle_curve.csv").sets();

    static Stream<Integer> sets() {
        return RECORDS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void likelihoodIsMaximal(int set) {
        Npmle estimate = estimate(set);
        assertThat(estimate.excess()).isLessThanOrEqualTo(1e-8);
        ReferenceTable.assertAgrees(
                "log-likelihood", estimate.logLikelihood(), FITS.get(set).get(0).number("log_likelihood"), 1e-9, 1e-9);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void curveAgreesWhereItIsDetermined(int set) {
        Npmle estimate = estimate(set);
        for (ReferenceTable.Row row : CURVES.get(set)) {
            double time = row.number("time");
            assertThat(estimate.massAround(time)).as("mass around " + time).isNull();
            ReferenceTable.assertAgrees(
                    "survival at " + time, estimate.survival(time), row.number("survival"), 1e-8, 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void massesAreWhereTheyBelong(int set) {
        List<Npmle.Mass> masses = estimate(set).masses();
        List<ReferenceTable.Row> rows = MASSES.get(set);
        assertThat(masses).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            ReferenceTable.Row row = rows.get(i);
            assertThat(masses.get(i).from()).isEqualTo(row.integer("from"));
            assertThat(masses.get(i).to()).isEqualTo(row.has("to") ? row.integer("to") : IntervalTimes.UNBOUNDED);
            ReferenceTable.assertAgrees("mass", masses.get(i).mass(), row.number("mass"), 1e-8, 1e-9);
        }
    }

    private static Npmle estimate(int set) {
        IntervalTimes data = new IntervalTimes();
        for (ReferenceTable.Row record : RECORDS.get(set)) {
            int by = record.has("right") ? record.integer("right") : IntervalTimes.UNBOUNDED;
            data.observe(record.integer("left"), by, record.integer("count"));
        }
        return new Npmle(data);
    }
}
