package org.aestat.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.aestat.result.ThresholdResult.Side;
import org.aestat.result.ThresholdResult.Verdict;
import org.aestat.safety.SwitchPoints.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Against R 4.2.2, package stats; see switch_points.R. */
class SwitchPointsTest {

    private static SwitchPoints rate(Side side, double limit, double level) {
        return new SwitchPoints(side, limit, level);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/reference/stat/switch_points.csv", numLinesToSkip = 1)
    void switchesWhereTheTailsDo(double limit, double level, long events, long below, long above) {
        SwitchPoints points = rate(Side.BELOW, limit, level);

        assertThat(points.verdict(new Counts(events, below))).isEqualTo(Verdict.PASS);
        if (below > Math.max(1, events)) {
            assertThat(points.verdict(new Counts(events, below - 1))).isNotEqualTo(Verdict.PASS);
        }
        if (above > 0) {
            assertThat(points.verdict(new Counts(events, above))).isEqualTo(Verdict.BREACH);
        }
        assertThat(points.verdict(new Counts(events, Math.max(events, above) + 1)))
                .isNotEqualTo(Verdict.BREACH);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/reference/stat/switch_points.csv", numLinesToSkip = 1)
    void countsAmongASampleAreThoseOfTheTails(double limit, double level, long events, long below, long above) {
        SwitchPoints points = rate(Side.BELOW, limit, level);

        assertThat(points.mostEventsBelow(below)).isGreaterThanOrEqualTo(events);
        if (below > events + 1) {
            assertThat(points.mostEventsBelow(below - 1)).isLessThan(events);
        }
        if (above > 0) {
            assertThat(points.fewestEventsAbove(above)).isLessThanOrEqualTo(events);
            assertThat(points.fewestEventsAbove(above + 1)).isGreaterThan(events);
        }
    }

    @Test
    void switchPointsOfOneInAThousand() {
        SwitchPoints points = rate(Side.BELOW, 0.001, 0.95);

        assertThat(points.fewestBelow()).isEqualTo(new Counts(0, 2995));
        assertThat(points.mostAbove()).isEqualTo(new Counts(3, 818));
    }

    @Test
    void aboveMirrorsBelow() {
        SwitchPoints points = rate(Side.ABOVE, 0.001, 0.95);

        assertThat(points.verdict(new Counts(0, 2995))).isEqualTo(Verdict.BREACH);
        assertThat(points.verdict(new Counts(0, 2994))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(points.verdict(new Counts(3, 818))).isEqualTo(Verdict.PASS);
        assertThat(points.verdict(new Counts(3, 819))).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void fewSessionsArePassedOver() {
        assertThat(rate(Side.BELOW, 0.5, 0.95).fewestBelow()).isEqualTo(new Counts(16, 44));
        assertThat(rate(Side.BELOW, 0.9, 0.95).mostAbove()).satisfies(counts -> {
            assertThat(counts.sessions()).isGreaterThanOrEqualTo(40);
            assertThat(counts.events()).isLessThanOrEqualTo(counts.sessions());
        });
    }

    @Test
    void nothingIsFoundOutOfReach() {
        assertThat(rate(Side.BELOW, 1e-6, 0.95).fewestBelow()).isNull();
        assertThat(rate(Side.BELOW, 1e-6, 0.95).mostAbove()).isNull();
        assertThat(rate(Side.BELOW, 1 - 1e-6, 0.95).mostAbove()).isNull();
    }
}
