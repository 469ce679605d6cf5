package org.aestat.stat;

import org.junit.jupiter.api.Test;

/** Against {@code poisson.test} and {@code qgamma} of R 4.2.2; see garwood.R. */
class PoissonRateReferenceTest {

    @Test
    void limitsAgreeWithR() {
        for (ReferenceTable.Row row : ReferenceTable.read("garwood.csv").rows()) {
            Limits limits = PoissonRate.garwood(row.number("events"), row.number("exposure"), row.number("level"));
            ReferenceTable.assertAgrees("lower of " + row, limits.lower(), row.number("lower"), 1e-8, 1e-15);
            ReferenceTable.assertAgrees("upper of " + row, limits.upper(), row.number("upper"), 1e-8, 1e-15);
        }
    }
}
