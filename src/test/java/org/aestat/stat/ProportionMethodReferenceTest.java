package org.aestat.stat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Against R 4.2.2: {@code binom.test} and {@code prop.test} in proportions.R, definitions in proportion_methods.R and
 * proportion_grid.R.
 */
class ProportionMethodReferenceTest {

    @Test
    void limitsAgreeWithR() {
        for (ReferenceTable.Row row : ReferenceTable.read("proportions.csv").rows()) {
            agrees(row, 1e-8);
        }
    }

    @ParameterizedTest
    @EnumSource(ProportionMethod.class)
    void limitsFollowTheDefinitionUpToABillionTrials(ProportionMethod method) {
        ReferenceTable.read("proportion_methods.csv").rows().stream()
                .filter(row -> row.text("method").equals(method.label()))
                .forEach(row -> agrees(row, 1e-10));
    }

    @ParameterizedTest
    @EnumSource(ProportionMethod.class)
    void limitsFollowTheDefinitionAtEveryLevelAndSize(ProportionMethod method) {
        for (ReferenceTable.Row row : ReferenceTable.read("proportion_grid.csv").rows()) {
            Limits limits = method.limits(row.number("x"), row.number("n"), row.number("level"));
            String label = method.label() + " of " + row.text("x") + "/" + row.text("n") + " at " + row.text("level");
            ReferenceTable.assertAgrees(label, limits.lower(), row.number(method.label() + "_lower"), 1e-10, 1e-15);
            ReferenceTable.assertAgrees(label, limits.upper(), row.number(method.label() + "_upper"), 1e-10, 1e-15);
        }
    }

    private static void agrees(ReferenceTable.Row row, double relative) {
        Limits limits = ProportionMethod.named(row.text("method"))
                .limits(row.number("x"), row.number("n"), row.number("level"));
        ReferenceTable.assertAgrees("lower of " + row, limits.lower(), row.number("lower"), relative, 1e-15);
        ReferenceTable.assertAgrees("upper of " + row, limits.upper(), row.number("upper"), relative, 1e-15);
    }
}
