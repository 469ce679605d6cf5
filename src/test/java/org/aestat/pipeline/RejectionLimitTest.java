package org.aestat.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionLimitTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 100, true",
        "0, 1, 100, false",
        "3, 3, 100, true",
        "3, 4, 100, false",
        "5%, 5, 100, true",
        "5%, 6, 100, false",
        "0.5%, 1, 200, true",
        "0.5%, 1, 199, false",
        "0%, 0, 0, true",
        "100%, 7, 7, true"
    })
    void allowsUpToItsAmount(String limit, long rejected, long read, boolean allowed) {
        assertThat(RejectionLimit.parse(limit).orElseThrow().allows(rejected, read))
                .isEqualTo(allowed);
        assertThat(RejectionLimit.parse(limit).orElseThrow().label()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "101%", "%", "x", "5 %", "1e3"})
    void refusesAnythingElse(String text) {
        assertThat(RejectionLimit.parse(text)).isEmpty();
    }
}
