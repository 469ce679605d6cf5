package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against printed tables, and against R 4.2.2; see maxsprt.R. */
class MaxSprtReferenceTest {

    private static final double[] RATIOS = {1.2, 1.5, 2, 3, 5};

    /**
     * Least number of events 1: Kulldorff et al. 2011, Seq Anal 30:58-78, Tables 1 and 2. More: the table that R package
     * Sequential keeps in CV.Poisson, to six decimals.
     */
    static Iterable<ReferenceTable.Row> published() {
        return ReferenceTable.read("maxsprt_published.csv").rows();
    }

    static Iterable<ReferenceTable.Row> poisson() {
        return ReferenceTable.read("maxsprt_poisson.csv").rows();
    }

    static Iterable<ReferenceTable.Row> binomial() {
        return ReferenceTable.read("maxsprt_binomial.csv").rows();
    }

    private static PoissonMaxSprt poissonDesign(ReferenceTable.Row row) {
        return PoissonMaxSprt.design(row.number("length"), row.number("alpha"), row.integer("least"));
    }

    @ParameterizedTest
    @MethodSource("published")
    void criticalValuesAndPowerAreThosePrinted(ReferenceTable.Row row) {
        PoissonMaxSprt test = poissonDesign(row);

        assertThat(test.criticalValue()).isCloseTo(row.number("critical"), within(6e-7));
        for (double ratio : RATIOS) {
            String printed = row.text("power_" + (ratio == Math.rint(ratio) ? "" + (int) ratio : "" + ratio));
            if (!printed.isEmpty()) {
                int decimals = printed.length() - 1;
                assertThat(test.power(ratio))
                        .as("rate ratio %s", ratio)
                        .isCloseTo(
                                Double.parseDouble(printed),
                                within(printed.equals("1") ? 1e-6 : 0.6 * Math.pow(10, -decimals)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("poisson")
    void poissonDesignsAgreeWithR(ReferenceTable.Row row) {
        PoissonMaxSprt test = poissonDesign(row);

        ReferenceTable.assertAgrees("critical value", test.criticalValue(), row.number("critical"), 0, 1e-9);
        ReferenceTable.assertAgrees("alpha", test.attainedAlpha(), row.number("attained"), 1e-9, 1e-12);
        assertThat(test.attainedAlpha()).isLessThanOrEqualTo(test.alpha());
        ReferenceTable.assertAgrees("power at 1.5", test.power(1.5), row.number("power_1.5"), 1e-8, 1e-12);
        ReferenceTable.assertAgrees("power at 3", test.power(3), row.number("power_3"), 1e-8, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("binomial")
    void binomialDesignsFollowFromEveryCourse(ReferenceTable.Row row) {
        BinomialMaxSprt test = BinomialMaxSprt.design(
                row.number("rate"), row.integer("length"), row.number("alpha"), row.integer("least"));

        ReferenceTable.assertAgrees("critical value", test.criticalValue(), row.number("critical"), 1e-10, 1e-12);
        ReferenceTable.assertAgrees("alpha", test.attainedAlpha(), row.number("attained"), 1e-10, 1e-14);
        assertThat(test.attainedAlpha()).isLessThanOrEqualTo(test.alpha());
        ReferenceTable.assertAgrees("power", test.power(row.number("raised")), row.number("power"), 1e-9, 1e-13);
    }
}
