package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against R 4.2.2 (mover.R), and against print: Newcombe 1998, Stat Med 17:873-890, method 10. */
class MoverReferenceTest {

    static Iterable<ReferenceTable.Row> differences() {
        return ReferenceTable.read("mover.csv").rows();
    }

    private static Limits difference(ProportionMethod method, int y1, int n1, int y0, int n0, double level) {
        return Mover.difference(
                (double) y1 / n1, method.limits(y1, n1, level), (double) y0 / n0, method.limits(y0, n0, level));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void differencesAgreeWithR(ReferenceTable.Row row) {
        Limits limits = difference(
                ProportionMethod.named(row.text("method")),
                row.integer("events1"),
                row.integer("sessions1"),
                row.integer("events0"),
                row.integer("sessions0"),
                row.number("level"));

        ReferenceTable.assertAgrees("lower", limits.lower(), row.number("lower"), 1e-8, 1e-10);
        ReferenceTable.assertAgrees("upper", limits.upper(), row.number("upper"), 1e-8, 1e-10);
    }

    @Test
    void differencesThatNewcombePrints() {
        Limits limits = difference(ProportionMethod.WILSON, 56, 70, 48, 80, 0.95);
        assertThat(limits.lower()).isCloseTo(0.0524, within(5e-5));
        assertThat(limits.upper()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void theOtherWayRoundIsTheMirrorImage() {
        Limits there = difference(ProportionMethod.CLOPPER_PEARSON, 3, 50, 9, 40, 0.9);
        Limits back = difference(ProportionMethod.CLOPPER_PEARSON, 9, 40, 3, 50, 0.9);

        assertThat(there.lower()).isEqualTo(-back.upper());
        assertThat(there.upper()).isEqualTo(-back.lower());
    }
}
