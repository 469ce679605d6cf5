package org.aestat.render;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/** The shortest decimal that reads back as the same double; unlike {@code Double.toString}, the same on every JDK. */
final class ShortestDecimal {

    private ShortestDecimal() {}

    /**
     * The decimal of a double.
     *
     * @throws IllegalStateException if it is not finite: no result may hold such a number
     */
    static BigDecimal of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("not a finite number in a result: " + value);
        }
        return new BigDecimal(NumberOutput.toString(value, true));
    }
}
