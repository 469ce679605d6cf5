package org.aestat.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.aestat.result.RowCounts.Exclusion;
import org.junit.jupiter.api.Test;

/** Counts of rows, also of more than an int can hold. */
class RowCountsTest {

    private static final long BILLION = 1_000_000_000;

    @Test
    void beyondTwoToThe31() {
        RowCounts half = new RowCounts(
                3 * BILLION,
                2 * BILLION,
                700_000_000,
                300_000_000,
                List.of(new Exclusion("status", 400_000_000), new Exclusion("filters", 300_000_000)));

        assertThat(half.plus(half).plus(RowCounts.NONE))
                .isEqualTo(new RowCounts(
                        6 * BILLION,
                        4 * BILLION,
                        1_400_000_000,
                        600_000_000,
                        List.of(new Exclusion("status", 800_000_000), new Exclusion("filters", 600_000_000))));
    }

    @Test
    void countsThatOnlyBalanceInAnIntAreRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new RowCounts(1L << 32, 0, 0, 0))
                .withMessage("rows do not balance: 4294967296 != 0 + 0 + 0");
        assertThatIllegalStateException()
                .isThrownBy(() -> new RowCounts(1L << 32, 0, 1L << 32, 0, List.of(new Exclusion("status", 0))))
                .withMessage("exclusions do not balance: 4294967296 != 0");
    }
}
