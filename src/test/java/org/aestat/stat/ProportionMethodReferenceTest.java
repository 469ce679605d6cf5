package org.aestat.stat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against {@code binom.test} and {@code prop.test} of R 4.2.2; see proportions.R. */
class ProportionMethodReferenceTest {

    @Test
    void limitsAgreeWithR() {
        for (ReferenceTable.Row row : ReferenceTable.read("proportions.csv").rows()) {
            Limits limits = method(row.text("method")).limits(row.number("x"), row.number("n"), row.number("level"));
            ReferenceTable.assertAgrees("lower of " + row, limits.lower(), row.number("lower"), 1e-8, 1e-15);
            ReferenceTable.assertAgrees("upper of " + row, limits.upper(), row.number("upper"), 1e-8, 1e-15);
        }
    }

    private static ProportionMethod method(String label) {
        return Arrays.stream(ProportionMethod.values())
                .filter(method -> method.label().equals(label))
                .findAny()
                .orElseThrow();
    }
}
