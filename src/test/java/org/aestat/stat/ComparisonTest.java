package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static StratifiedSums sums(long[]... trialsThenEvents) {
        StratifiedSums sums = new StratifiedSums(trialsThenEvents[0].length);
        for (int i = 0; i < trialsThenEvents.length; i += 2) {
            sums.add(trialsThenEvents[i], trialsThenEvents[i + 1]);
        }
        return sums;
    }

    /** The lady tasting tea, four of four (Fisher 1935): 2 of the 70 tables are as extreme. R: fisher.test, .02857143. */
    @Test
    void fisherOnTheLadyTastingTea() {
        assertThat(FisherExact.pValue(new long[] {4, 0}, new long[] {4, 4})).isCloseTo(2 / 70.0, within(1e-14));
        assertThat(FisherExact.pValue(new long[] {3, 1}, new long[] {4, 4})).isCloseTo(34 / 70.0, within(1e-14));
    }

    /** R 4.2.2: fisher.test(matrix(c(9, 0, 500000, 500000), 2))$p.value; ten tables, however large the last group. */
    @Test
    void fisherLooksAtTheTablesOfTheFirstGroup() {
        assertThat(FisherExact.pValue(new long[] {9, 500_000}, new long[] {9, 1_000_000}))
                .isCloseTo(0.0039061093889917239, within(1e-9));
    }

    /** 2,237 counts in each of the first two groups make 5,004,169 tables. */
    @Test
    void fisherGivesUpBeyondFiveMillionTables() {
        assertThat(FisherExact.pValue(new long[] {2236, 0, 0}, new long[] {2236, 2236, 2236}))
                .isNull();
    }

    @Test
    void fisherAtTheEnds() {
        assertThat(FisherExact.pValue(new long[] {0, 0}, new long[] {4, 4})).isEqualTo(1);
        assertThat(FisherExact.pValue(new long[] {4, 4}, new long[] {4, 4})).isEqualTo(1);
        assertThat(FisherExact.pValue(new long[] {50_000, 50_000, 1}, new long[] {90_000, 90_000, 9}))
                .isNull();
        assertThatThrownBy(() -> FisherExact.pValue(new long[] {5, 0}, new long[] {4, 4}))
                .hasMessage("5 events in 4 trials");
        assertThatThrownBy(() -> FisherExact.pValue(new long[] {-1, 0}, new long[] {4, 4}))
                .hasMessage("-1 events in 4 trials");
    }

    /** By hand; R: p.adjust(c(.01, .04, .03, .005), "holm"). */
    @Test
    void holmMultipliesByTheTestsThatAreLeft() {
        assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Holm.adjusted(new double[] {0.6, 0.7})).containsExactly(1, 1);
        assertThat(Holm.adjusted(new double[] {})).isEmpty();
        assertThat(Holm.adjusted(new double[] {1, 0})).containsExactly(1, 0);
        assertThatThrownBy(() -> Holm.adjusted(new double[] {0.1, 1.5}))
                .hasMessage("probability is not from 0 to 1: 1.5");
        assertThatThrownBy(() -> Holm.adjusted(new double[] {-0.1})).hasMessage("probability is not from 0 to 1: -0.1");
    }

    @Test
    void partsAddUpToTheWhole() {
        StratifiedSums first = sums(new long[] {3, 2}, new long[] {1, 0});
        first.add(sums(new long[] {0, 4}, new long[] {0, 4}, new long[] {0, 0}, new long[] {0, 0}));
        StratifiedSums whole = sums(new long[] {0, 4}, new long[] {0, 4}, new long[] {3, 2}, new long[] {1, 0});

        assertThat(first.clusters()).isEqualTo(2);
        assertThat(first.pair(0, 1).clusters()).isEqualTo(2);
        assertThat(first.pair(0, 0).clusters()).isEqualTo(1);
        assertThat(first.covariance(0, 1)).isEqualTo(whole.covariance(0, 1));
        assertThat(first.covariance(1, 1)).isEqualTo(whole.covariance(1, 1));
        assertThat(first.areSingles()).isFalse();
        assertThat(sums(new long[] {1, 0}, new long[] {1, 0}, new long[] {0, 1}, new long[] {0, 0})
                        .areSingles())
                .isTrue();
        assertThat(sums(new long[] {1, 1}, new long[] {1, 0}).areSingles()).isFalse();
    }

    @Test
    void whatCannotBeComparedIsNotDefined() {
        StratifiedSums oneCluster = sums(new long[] {3, 2}, new long[] {1, 1});
        assertThat(oneCluster.covariance(0, 0)).isNaN();
        assertThat(RaoScott.test(oneCluster)).isNull();
        StratifiedSums oneStratum = sums(new long[] {3, 0}, new long[] {1, 0}, new long[] {2, 0}, new long[] {1, 0});
        assertThat(oneStratum.covariance(0, 1)).isNaN();
        assertThat(oneStratum.covariance(1, 0)).isNaN();
        assertThat(RaoScott.test(oneStratum)).isNull();
        assertThat(RiskContrast.RISK_DIFFERENCE.estimate(oneStratum, 0.95)).isNull();
        RiskContrast.Estimate estimate = RiskContrast.RISK_RATIO.estimate(oneCluster, 0.95);
        assertThat(estimate).isNotNull();
        assertThat(estimate.limits()).isNull();
        StratifiedSums alike = sums(new long[] {2, 2}, new long[] {1, 1}, new long[] {4, 4}, new long[] {2, 2});
        assertThat(RaoScott.test(alike)).isNull();
    }

    @Test
    void limitsFollowTheLevel() {
        StratifiedSums sums = sums(
                new long[] {3, 2},
                new long[] {1, 2},
                new long[] {2, 5},
                new long[] {0, 3},
                new long[] {4, 4},
                new long[] {1, 1});
        RiskContrast.Estimate point = RiskContrast.RISK_DIFFERENCE.estimate(sums, 0);
        assertThat(point).isNotNull();
        assertThat(point.limits()).isEqualTo(new Limits(point.value(), point.value()));
        RiskContrast.Estimate wide = RiskContrast.RISK_DIFFERENCE.estimate(sums, 0.9999);
        assertThat(wide).isNotNull();
        assertThat(wide.limits()).isNotNull();
        assertThat(wide.limits().upper()).isEqualTo(1);
        // t quantile with 2 degrees of freedom, R: qt(.975, 2) = 4.302652729749464
        RiskContrast.Estimate usual = RiskContrast.ODDS_RATIO.estimate(sums, 0.95);
        assertThat(usual).isNotNull();
        assertThat(usual.limits()).isNotNull();
        assertThat(Math.log(usual.limits().upper() / usual.value()) / usual.standardError())
                .isCloseTo(4.302652729749464, within(1e-9));
        assertThat(Math.log(usual.value() / usual.limits().lower()) / usual.standardError())
                .isCloseTo(4.302652729749464, within(1e-9));
        assertThat(RiskContrast.ODDS_RATIO.label()).isEqualTo("odds ratio");
    }

    @Test
    void refusesWithTheValue() {
        assertThat(new StratifiedSums(1).strata()).isEqualTo(1);
        assertThatThrownBy(() -> new StratifiedSums(0)).hasMessage("number of strata is below 1: 0");
        assertThatThrownBy(() -> new StratifiedSums(2).add(new StratifiedSums(3)))
                .hasMessage("2 strata and 3");
        assertThatThrownBy(() -> sums(new long[] {3, 2}, new long[] {1, 3})).hasMessage("3 events in 2 trials");
        assertThatThrownBy(() -> sums(new long[] {3, 2}, new long[] {-1, 0})).hasMessage("-1 events in 3 trials");
        assertThatThrownBy(() -> sums(new long[] {-3, 2}, new long[] {0, 0})).hasMessage("0 events in -3 trials");
        assertThatThrownBy(() -> RiskContrast.RISK_RATIO.estimate(new StratifiedSums(3), 0.95))
                .hasMessage("number of strata is not 2: 3");
        assertThatThrownBy(() -> MiettinenNurminen.limits(3, 2, 1, 2, 0.95))
                .hasMessage("number of events is not from 0 to 2.0: 3.0");
        assertThatThrownBy(() -> MiettinenNurminen.limits(1, 2, 3, 2, 0.95))
                .hasMessage("number of events is not from 0 to 2.0: 3.0");
    }
}
