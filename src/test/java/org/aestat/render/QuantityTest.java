package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @Test
    void countsHaveCommasInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Quantity.count(1_234_567)).isEqualTo("1,234,567");
            assertThat(Percent.of(0.125)).isEqualTo("12.5 %");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, session, 0 sessions",
        "1, session, 1 session",
        "1190, session, '1,190 sessions'",
        "2, sessions, 2 sessions"
    })
    void thingsAreCounted(long count, String thing, String expected) {
        assertThat(Quantity.of(count, thing)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "99, 99",
        "100, about 100",
        "101, about 110",
        "2431, 'about 2,500'",
        "2995, 'about 3,000'",
        "8594, 'about 8,600'"
    })
    void estimatedCountsAreRoundedUp(long count, String expected) {
        assertThat(Quantity.about(count)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "24, 24", "0.5, 0.5", "102.5, 102.5", "0.016666666666666666, 0.02", "0.001, 0", "100, 100"})
    void hoursHaveNoMoreDecimalsThanTheyNeed(double hours, String expected) {
        assertThat(Quantity.plain(hours)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "13.188, 13.2", "0.5346, 0.53", "0.00123, 0.0012", "1, 1.0"})
    void ratesKeepTwoDigits(double rate, String expected) {
        assertThat(Quantity.rate(rate)).isEqualTo(expected);
    }

    @Test
    void otherNumbers() {
        assertThat(Quantity.decimal(33.149, 1)).isEqualTo("33.1");
        assertThat(Quantity.decimal(0.25, 1)).isEqualTo("0.3");
        assertThat(Quantity.atMost(1.3399)).isEqualTo("1.33");
        assertThat(Quantity.pValue(0.0401)).isEqualTo("p\u00A0=\u00A00.040");
        assertThat(Quantity.pValue(0.00009)).isEqualTo("p\u00A0<\u00A00.0001");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotANumberIsRefused(double value) {
        assertThatThrownBy(() -> Percent.of(value))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not a finite number in a result: " + value);
    }
}
