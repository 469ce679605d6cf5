package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against {@code p.adjust} of R 4.2.2; see holm.R. */
class HolmReferenceTest {

    static List<ReferenceTable.Row> rows() {
        return ReferenceTable.read("holm.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void agreesWithR(ReferenceTable.Row row) {
        double[] adjusted = Holm.adjusted(numbers(row.text("p")));
        double[] expected = numbers(row.text("adjusted"));
        assertThat(adjusted).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            ReferenceTable.assertAgrees("test " + i, adjusted[i], expected[i], 1e-12, 1e-15);
        }
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split(";", -1)).mapToDouble(Double::parseDouble).toArray();
    }
}
