package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 100",
        "0.5, 50.0",
        "0.0795, 8.0",
        "0.07949, 7.9",
        "0.0625, 6.3",
        "0.01, 1.0",
        "0.00996, 1.0",
        "0.00994, 0.99",
        "0.001, 0.10",
        "0.00004, 0.0040",
        "0.0000087, 0.00087",
        "0.0000001, 0.000010",
        "0.00000009, <0.00001",
        "0.9949, 99.5",
        "0.9989, 99.9",
        "0.99949, 99.949",
        "0.9999, 99.990",
        "0.99999996, >99.99999"
    })
    void neverRoundsToNothingOrToAll(double fraction, String expected) {
        assertThat(Percent.number(fraction)).isEqualTo(expected);
        assertThat(Percent.of(fraction)).isEqualTo(expected + " %");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0621, 0.1014, 6.2 to 10.1",
        "0, 0.0032, up to 0.32",
        "0.98, 1, from 98.0",
        "0, 1, 0 to 100",
        "0.2, 1, from 20.0"
    })
    void limitsSayOnlyWhatTheySay(double lower, double upper, String expected) {
        assertThat(Percent.limits(lower, upper)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.00099976, 0.001, 0.09998 %",
        "0.0010004, 0.001, 0.10004 %",
        "0.00467, 0.001, 0.47 %",
        "0.001, 0.001, 0.10 %",
        "0.00000000001, 0.001, <0.00001 %",
        "0.99999999999, 0.001, >99.99999 %"
    })
    void aBoundIsSeenOnItsSideOfTheLimit(double bound, double limit, String expected) {
        assertThat(Percent.apart(bound, limit)).isEqualTo(expected);
    }

    @Test
    void chosenFiguresKeepTheirDigits() {
        assertThat(Percent.exact(0.95)).isEqualTo("95 %");
        assertThat(Percent.exact(0.999)).isEqualTo("99.9 %");
        assertThat(Percent.exact(0.001)).isEqualTo("0.1 %");
    }
}
