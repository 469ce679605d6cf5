package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BinomialProbabilityTest {

    /** By hand: (1 - p)^n for none, 1 - p^n for all but all; R: pbinom(3, 773, .002), .9286430594934445. */
    @Test
    void atMost() {
        assertThat(BinomialProbability.atMost(0, 10, 0.1)).isCloseTo(Math.pow(0.9, 10), within(1e-14));
        assertThat(BinomialProbability.atMost(9, 10, 0.5)).isCloseTo(1 - Math.pow(0.5, 10), within(1e-14));
        assertThat(BinomialProbability.atMost(3, 773, 0.002)).isCloseTo(0.9286430594934445, within(1e-12));
        assertThat(BinomialProbability.atMost(10, 10, 0.5)).isEqualTo(1);
        assertThat(BinomialProbability.atMost(11, 10, 0.5)).isEqualTo(1);
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> BinomialProbability.atMost(-1, 10, 0.5)).hasMessage("-1 events in 10 trials");
        assertThatThrownBy(() -> BinomialProbability.atMost(0, 0, 0.5)).hasMessage("0 events in 0 trials");
        assertThatThrownBy(() -> BinomialProbability.atMost(0, 10, 1.5)).hasMessage("rate is not between 0 and 1: 1.5");
    }
}
