package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rules and edge cases; the figures on random data are held against R in {@link KaplanMeierReferenceTest}. */
class KaplanMeierTest {

    private static ClusteredTimes singles(int... signed) {
        ClusteredTimes data = new ClusteredTimes();
        for (int time : signed) {
            data.observe(Math.abs(time), time > 0);
            data.endCluster(1);
        }
        return data;
    }

    /** The case in which R and SAS differ in the median, as the CAMIS project shows it; first five times are events. */
    private static KaplanMeier camis() {
        return new KaplanMeier(singles(54, 75, 77, 84, 87, -92, -103, -105, -112, -118), 0.95);
    }

    @Test
    void agreesWithPrint() {
        KaplanMeier curve = camis();
        int at80 = curve.indexAt(80);
        int at100 = curve.indexAt(100);

        assertThat(curve.survival(at80)).isCloseTo(0.7, within(1e-15));
        assertThat(curve.lower(at80)).isCloseTo(.329, within(5e-4));
        assertThat(curve.upper(at80)).isCloseTo(.892, within(5e-4));
        assertThat(curve.survival(at100)).isCloseTo(0.5, within(1e-15));
        assertThat(curve.lower(at100)).isCloseTo(.184, within(5e-4));
        assertThat(curve.upper(at100)).isCloseTo(.753, within(5e-4));
        assertThat(curve.quantile(0.5)).isEqualTo(102.5);
        assertThat(curve.quantileLimits(0.5)).isEqualTo(new Limits(54, Double.NaN));
        assertThat(curve.quantile(0.25)).isEqualTo(77);
        assertThat(curve.quantile(0.75)).isNaN();
    }

    @Test
    void aLevelMetExactlyIsHalfwayToTheNextDrop() {
        assertThat(new KaplanMeier(singles(10, 30, 40, 50), 0.95).quantile(0.5)).isEqualTo(35);
        assertThat(new KaplanMeier(singles(10, 30, -40, -50), 0.95).quantile(0.5))
                .as("no further drop: halfway to the last time")
                .isEqualTo(40);
        assertThat(new KaplanMeier(singles(10, 30, -35, 50), 0.95).quantile(0.5))
                .isEqualTo(40);
    }

    /** The product over raw rows, without any event table. */
    @Test
    void survivalAgreesWithItsDefinition() {
        Random random = new Random(21);
        for (int set = 0; set < 50; set++) {
            int n = 1 + random.nextInt(60);
            int[] signed = random.ints(n, 1, 25)
                    .map(time -> random.nextInt(4) == 0 ? -time : time)
                    .toArray();
            KaplanMeier curve = new KaplanMeier(singles(signed), 0.95);
            for (int i = 0; i < curve.size(); i++) {
                double product = 1;
                for (int u = 1; u <= curve.time(i); u++) {
                    int time = u;
                    double atRisk = Arrays.stream(signed)
                            .filter(s -> Math.abs(s) >= time)
                            .count();
                    double events = Arrays.stream(signed).filter(s -> s == time).count();
                    product *= atRisk == 0 ? 1 : 1 - events / atRisk;
                }
                assertThat(curve.survival(i)).isCloseTo(product, within(1e-12));
            }
        }
    }

    @Test
    void noLimitsWhereTheCurveIsZeroOrOne() {
        KaplanMeier curve = new KaplanMeier(singles(-5, 10), 0.95);

        assertThat(curve.survival(0)).isEqualTo(1);
        assertThat(curve.lower(0)).isNaN();
        assertThat(curve.upper(0)).isNaN();
        assertThat(curve.survival(1)).isZero();
        assertThat(curve.lower(1)).isNaN();
        assertThat(curve.upper(1)).isNaN();
    }

    @Test
    void isDeterminedUpToTheLastTimeOrForEverAtZero() {
        assertThat(camis().isDeterminedAt(118)).isTrue();
        assertThat(camis().isDeterminedAt(119)).isFalse();
        assertThat(new KaplanMeier(singles(10, 20), 0.95).isDeterminedAt(500)).isTrue();
    }

    @Test
    void countsWhoIsAtRiskAtAnyTime() {
        KaplanMeier curve = camis();

        assertThat(curve.atRiskAt(0)).isEqualTo(10);
        assertThat(curve.atRiskAt(54)).isEqualTo(10);
        assertThat(curve.atRiskAt(55)).isEqualTo(9);
        assertThat(curve.atRiskAt(118)).isEqualTo(1);
        assertThat(curve.atRiskAt(119)).isZero();
        assertThat(curve.indexAt(53)).isEqualTo(-1);
        assertThat(curve.indexAt(54)).as("events at the time are included").isZero();
        assertThat(curve.indexAt(118)).isEqualTo(9);
        assertThat(curve.atRisk(0)).isEqualTo(10);
        assertThat(curve.events(0)).isEqualTo(1);
        assertThat(curve.censored(9)).isEqualTo(1);
    }

    @Test
    void theMeanIsTheAreaUnderTheCurve() {
        KaplanMeier.Mean mean = new KaplanMeier(singles(10, 20, -40, 60), 0.95).restrictedMean(30);

        assertThat(mean.value()).isCloseTo(10 + 10 * 0.75 + 10 * 0.5, within(1e-12));
        assertThat(new KaplanMeier(singles(10, 20), 0.95).restrictedMean(5).value())
                .isEqualTo(5);
        assertThat(new KaplanMeier(singles(10, 20), 0.95).restrictedMean(5).standardError())
                .isZero();
    }

    /** Without censoring the mean is that of min(t, horizon), and its error the root of their squared deviations / n. */
    @Test
    void theErrorOfTheMeanIsThatOfASampleWhereAllEnd() {
        for (int n = 1; n <= 130; n++) {
            int[] times = new Random(n).ints(n, 1, 90).toArray();
            double mean =
                    Arrays.stream(times).map(t -> Math.min(t, 60)).average().orElseThrow();
            double squares = Arrays.stream(times)
                    .mapToDouble(t -> Math.min(t, 60) - mean)
                    .map(d -> d * d)
                    .sum();
            KaplanMeier.Mean found = new KaplanMeier(singles(times), 0.95).restrictedMean(60);

            assertThat(found.value()).as("%s times", n).isCloseTo(mean, within(1e-10));
            assertThat(found.standardError()).as("%s times", n).isCloseTo(Math.sqrt(squares) / n, within(1e-10));
        }
    }

    @Test
    void copiesOfAClusterCountAsManyClusters() {
        ClusteredTimes once = new ClusteredTimes();
        ClusteredTimes copied = new ClusteredTimes();
        for (int i = 0; i < 3; i++) {
            cluster(once, 1);
        }
        cluster(copied, 3);
        for (ClusteredTimes data : new ClusteredTimes[] {once, copied}) {
            data.observe(30, true);
            data.endCluster(2);
        }
        KaplanMeier expected = new KaplanMeier(once, 0.9);
        KaplanMeier curve = new KaplanMeier(copied, 0.9);

        assertThat(curve.lower(0)).isCloseTo(expected.lower(0), within(1e-14));
        assertThat(curve.restrictedMean(25).standardError())
                .isCloseTo(expected.restrictedMean(25).standardError(), within(1e-14));
    }

    private static void cluster(ClusteredTimes data, long copies) {
        data.observe(10, true);
        data.observe(20, false);
        data.endCluster(copies);
    }

    @Test
    void refusesWhatIsNoData() {
        ClusteredTimes none = new ClusteredTimes();
        none.endCluster(1);
        assertThat(none.isEmpty()).isTrue();
        assertThatThrownBy(() -> new KaplanMeier(none, 0.95)).hasMessage("no observations");
        assertThatThrownBy(() -> none.observe(-1, true)).hasMessage("time is negative: -1");
        assertThatThrownBy(() -> none.endCluster(0)).hasMessage("number of clusters is not positive: 0");
        assertThatThrownBy(() -> camis().restrictedMean(119)).hasMessage("the curve is not determined at 119.0");
        assertThatThrownBy(() -> camis().restrictedMean(0)).hasMessage("the curve is not determined at 0.0");
        assertThatThrownBy(() -> new KaplanMeier(singles(1), 95))
                .hasMessage("confidence level is not from 0 to below 1: 95.0");
    }

    /** R 4.2.2, survfit of the ten times above: conf.type "log" and "plain" at 80 and 100, and the limits of the median. */
    @Test
    void limitsOnOtherScales() {
        ClusteredTimes ten = singles(54, 75, 77, 84, 87, -92, -103, -105, -112, -118);
        KaplanMeier log = new KaplanMeier(ten, 0.95, ConfidenceType.LOG);
        KaplanMeier plain = new KaplanMeier(ten, 0.95, ConfidenceType.PLAIN);

        assertThat(log.quantileLimits(0.5).lower()).isEqualTo(77);
        assertThat(plain.quantileLimits(0.5).lower()).isEqualTo(77);
        assertThat(log.upper(0)).as("at most 1").isEqualTo(1);
        assertThat(plain.upper(0)).as("at most 1").isEqualTo(1);
    }
}
