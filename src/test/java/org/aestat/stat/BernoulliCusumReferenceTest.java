package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the dense Markov chain solved in R 4.2.2; see cusum.R. */
class BernoulliCusumReferenceTest {

    static Iterable<ReferenceTable.Row> rows() {
        return ReferenceTable.read("cusum.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void chartsAgreeWithTheDenseChain(ReferenceTable.Row row) {
        BernoulliCusum chart =
                BernoulliCusum.design(row.number("rate"), row.number("odds_ratio"), row.number("target"));

        assertThat(chart.stepsPerEvent()).isEqualTo(row.integer("steps"));
        assertThat(chart.limitSteps()).isEqualTo(row.integer("limit"));
        ReferenceTable.assertAgrees("raised rate", chart.raisedRate(), row.number("raised"), 1e-10, 0);
        ReferenceTable.assertAgrees("in control", chart.inControlRunLength(), row.number("in_control"));
        ReferenceTable.assertAgrees("raised", chart.raisedRunLength(), row.number("at_raised"));
        ReferenceTable.assertAgrees("other", chart.averageRunLength(row.number("other")), row.number("at_other"));
    }
}
