package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyWordTest {

    /** Counts of Brady et al. 2014, J Man Manip Ther 22:134-140, with the words printed there. */
    @ParameterizedTest
    @CsvSource({
        "576, 7629, common",
        "355, 7629, common",
        "230, 7629, common",
        "167, 7629, common",
        "67, 7629, uncommon",
        "20, 7629, uncommon",
        "11, 7629, uncommon",
        "10, 7629, uncommon",
        "3, 7629, rare"
    })
    void agreesWithPrint(long events, long sessions, String word) {
        assertThat(FrequencyWord.of(events, sessions)).isEqualTo(word);
    }

    /** The borders of CIOMS Working Group III belong to the more frequent word. */
    @ParameterizedTest
    @CsvSource({
        "1, 10, very common",
        "1, 11, common",
        "1, 100, common",
        "1, 101, uncommon",
        "1, 1000, uncommon",
        "1, 1001, rare",
        "1, 10000, rare",
        "1, 10001, very rare",
        "0, 5, none observed"
    })
    void bordersAreExact(long events, long sessions, String word) {
        assertThat(FrequencyWord.of(events, sessions)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, very common",
        "0.0999999, common",
        "0.01, common",
        "0.001, uncommon",
        "0.0001, rare",
        "0.00009, very rare",
        "0, very rare"
    })
    void wordsOfLimits(double limit, String word) {
        assertThat(FrequencyWord.of(limit)).isEqualTo(word);
    }
}
