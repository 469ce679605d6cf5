package org.aestat.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Hours in words. */
final class Hours {

    private Hours() {}

    /** Minutes as hours with at most two decimals. */
    static String text(int minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
