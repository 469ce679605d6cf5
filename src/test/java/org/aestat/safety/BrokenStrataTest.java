package org.aestat.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.aestat.result.Stratum;
import org.aestat.result.ThresholdResult.Counts;
import org.aestat.result.ThresholdResult.Side;
import org.aestat.safety.Metric.Kind;
import org.aestat.safety.Observation.Bounds;
import org.aestat.safety.Observation.Point;
import org.aestat.safety.Threshold.Adjust;
import org.aestat.safety.Threshold.Evidence;
import org.aestat.safety.Threshold.Lines;
import org.aestat.safety.Threshold.Rule;
import org.aestat.safety.Threshold.Severity;
import org.aestat.safety.Threshold.WhenOpen;
import org.aestat.stat.Holm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The step-down by bounds gives what Holm's adjusted p-values give. */
class BrokenStrataTest {

    private static final double LIMIT = 0.1;

    private static Threshold threshold(Side side, double confidence) {
        Rule rule = new Rule(
                Evidence.DEMONSTRATED, confidence, "patient", Adjust.HOLM, Severity.ERROR, WhenOpen.FAIL, false);
        return new Threshold(
                "T",
                new Metric(Kind.RATE, "bruising", 0),
                side,
                LIMIT,
                rule,
                List.of(),
                List.of("site"),
                new Lines(1, 1, 1, 1, 1));
    }

    /** A stratum whose bounds pass the limit exactly at levels up to 1 - p. */
    private static Observation withPValue(double p) {
        Bounds bounds = new Bounds() {
            @Override
            public Double lower(double level) {
                return level <= 1 - p ? LIMIT + 1e-3 : LIMIT - 1e-3;
            }

            @Override
            public Double upper(double level) {
                return level <= 1 - p ? LIMIT - 1e-3 : LIMIT + 1e-3;
            }
        };
        return new Observation(
                Stratum.OVERALL, true, new Counts(1, 100, 0, "sessions"), Point.at(LIMIT), null, bounds, null);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sameAsHolm(long seed) {
        Random random = new Random(seed);
        int broken = 0;
        for (int run = 0; run < 500; run++) {
            double[] p =
                    random.doubles(1 + random.nextInt(8)).map(u -> u * u * 0.2).toArray();
            List<Observation> observations = new ArrayList<>();
            for (double value : p) {
                observations.add(withPValue(value));
            }
            double[] adjusted = Holm.adjusted(p);
            BitSet expected = new BitSet();
            for (int i = 0; i < p.length; i++) {
                expected.set(i, adjusted[i] <= 0.05);
            }
            broken += expected.cardinality();
            for (Side side : Side.values()) {
                assertThat(BrokenStrata.of(observations, threshold(side, 0.95)).places())
                        .isEqualTo(expected);
            }
        }
        assertThat(broken).isBetween(200, 2_000);
    }
}
