package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProportionMethodTest {

    /** 36 of 154 at 95 %, as SAS PROC FREQ prints it in the CAMIS project's comparison of one-sample proportions. */
    @ParameterizedTest
    @CsvSource({
        "CLOPPER_PEARSON, .1694, .3086",
        "WILSON, .1739, .3066",
        "AGRESTI_COULL, .1736, .3069",
        "JEFFREYS, .1723, .3051",
        "MID_P, .1720, .3055",
        "LOGIT, .1736, .3070"
    })
    void agreesWithPrint(ProportionMethod method, double lower, double upper) {
        Limits limits = method.limits(36, 154, 0.95);

        assertThat(limits.lower()).isCloseTo(lower, within(5e-5));
        assertThat(limits.upper()).isCloseTo(upper, within(5e-5));
    }

    /** 5 of 20 at 95 %, as Berry and Armitage 1995 (Statistician 44:417-423) print it on page 420. */
    @Test
    void midPAgreesWithBerryAndArmitage() {
        Limits limits = ProportionMethod.MID_P.limits(5, 20, 0.95);

        assertThat(limits.lower()).isCloseTo(.098, within(5e-4));
        assertThat(limits.upper()).isCloseTo(.470, within(5e-4));
    }

    /** The exact limits by inverting the binomial test: at either limit the tail has (1 - level)/2. */
    @Test
    void clopperPearsonInvertsTheBinomialTest() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            int n = 1 + random.nextInt(60);
            int x = random.nextInt(n + 1);
            double level = 0.5 + random.nextDouble() * 0.4999;
            Limits limits = ProportionMethod.CLOPPER_PEARSON.limits(x, n, level);
            double tail = (1 - level) / 2;
            if (x > 0) {
                assertThat(1 - atMost(x - 1, n, limits.lower())).isCloseTo(tail, within(1e-10));
            }
            if (x < n) {
                assertThat(atMost(x, n, limits.upper())).isCloseTo(tail, within(1e-10));
            }
        }
    }

    private static double atMost(int x, int n, double p) {
        double term = Math.pow(1 - p, n);
        double sum = term;
        for (int k = 1; k <= x; k++) {
            term *= (double) (n - k + 1) / k * p / (1 - p);
            sum += term;
        }
        return sum;
    }

    /** No event has the upper limit 1 - tail^(1/n), one event the lower limit 1 - (1 - tail)^(1/n). */
    @ParameterizedTest
    @ValueSource(longs = {1, 7, 1000, 1_000_000, 1_000_000_000})
    void tinyExactLimitsAreRelativelyAccurate(long n) {
        double upper = -Math.expm1(Math.log(0.025) / n);
        double lower = -Math.expm1(Math.log1p(-0.025) / n);

        assertThat(ProportionMethod.CLOPPER_PEARSON.limits(0, n, 0.95).upper()).isCloseTo(upper, within(1e-10 * upper));
        assertThat(ProportionMethod.CLOPPER_PEARSON.limits(1, n, 0.95).lower()).isCloseTo(lower, within(1e-10 * lower));
    }

    @ParameterizedTest
    @EnumSource(ProportionMethod.class)
    void closedEndsAreExact(ProportionMethod method) {
        for (int n = 1; n < 3000; n += 7) {
            assertThat(method.limits(0, n, 0.95).lower()).isZero();
            assertThat(method.limits(n, n, 0.95).upper()).isEqualTo(1);
            assertThat(method.limits(0, n, 0.95).upper()).isBetween(0.0, 1.0);
            assertThat(method.limits(n, n, 0.95).lower()).isBetween(0.0, 1.0);
        }
    }

    /** The mid-P limits by their definition, with the tails summed term by term. */
    @Test
    void midPCountsTheObservedResultHalf() {
        Random random = new Random(12);
        for (int i = 0; i < 200; i++) {
            int n = 1 + random.nextInt(60);
            int x = random.nextInt(n + 1);
            double level = 0.5 + random.nextDouble() * 0.4999;
            Limits limits = ProportionMethod.MID_P.limits(x, n, level);
            double tail = (1 - level) / 2;
            if (x > 0) {
                double below = (atMost(x - 1, n, limits.lower()) + atMost(x, n, limits.lower())) / 2;
                assertThat(1 - below).isCloseTo(tail, within(1e-10));
            }
            if (x < n) {
                double below = x == 0 ? 0 : atMost(x - 1, n, limits.upper());
                assertThat((below + atMost(x, n, limits.upper())) / 2).isCloseTo(tail, within(1e-10));
            }
        }
    }

    /**
     * The approximate limits by halving what their tests reject: the score test (Wilson), the Wald test of the log-odds
     * (logit), and the area under the beta density summed in small steps (Jeffreys).
     */
    @Test
    void approximateLimitsInvertTheirTests() {
        Random random = new Random(14);
        for (int i = 0; i < 200; i++) {
            int n = 2 + random.nextInt(60);
            int x = 1 + random.nextInt(n - 1);
            double p = (double) x / n;
            Limits wilson = ProportionMethod.WILSON.limits(x, n, 0.95);
            assertThat(wilson.lower()).isCloseTo(halved(q -> (p - q) / Math.sqrt(q * (1 - q) / n), 0, p), within(1e-9));
            assertThat(wilson.upper()).isCloseTo(halved(q -> (q - p) / Math.sqrt(q * (1 - q) / n), 1, p), within(1e-9));
            Limits logit = ProportionMethod.LOGIT.limits(x, n, 0.95);
            double error = Math.sqrt(1.0 / x + 1.0 / (n - x));
            double odds = Math.log(p / (1 - p));
            assertThat(logit.lower())
                    .isCloseTo(halved(q -> (odds - Math.log(q / (1 - q))) / error, 0, p), within(1e-9));
            assertThat(logit.upper())
                    .isCloseTo(halved(q -> (Math.log(q / (1 - q)) - odds) / error, 1, p), within(1e-9));
        }
        for (int x = 1; x < 12; x++) {
            Limits jeffreys = ProportionMethod.JEFFREYS.limits(x, 12, 0.95);
            double whole = area(x, 12, 1);
            assertThat(area(x, 12, jeffreys.lower()) / whole).isCloseTo(0.025, within(1e-6));
            assertThat(area(x, 12, jeffreys.upper()) / whole).isCloseTo(0.975, within(1e-6));
        }
    }

    /** Where a statistic that falls from the outer end to the estimate passes the normal quantile. */
    private static double halved(DoubleUnaryOperator statistic, double outer, double estimate) {
        double rejected = outer;
        double kept = estimate;
        for (int i = 0; i < 100; i++) {
            double middle = (rejected + kept) / 2;
            if (statistic.applyAsDouble(middle) > 1.959963984540054) {
                rejected = middle;
            } else {
                kept = middle;
            }
        }
        return kept;
    }

    private static double area(int x, int n, double until) {
        int steps = 20_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double angle = (i + 0.5) / steps * Math.asin(Math.sqrt(until)); // q = sin^2 takes the poles at 0 and 1 away
            sum += Math.pow(Math.sin(angle), 2 * x) * Math.pow(Math.cos(angle), 2 * (n - x));
        }
        return sum * Math.asin(Math.sqrt(until)) / steps;
    }

    @Test
    void logitIsClopperPearsonAtTheEnds() {
        assertThat(ProportionMethod.LOGIT.limits(0, 20, 0.9))
                .isEqualTo(ProportionMethod.CLOPPER_PEARSON.limits(0, 20, 0.9));
        assertThat(ProportionMethod.LOGIT.limits(20, 20, 0.9))
                .isEqualTo(ProportionMethod.CLOPPER_PEARSON.limits(20, 20, 0.9));
    }

    /** Counts so small that a limit is below the least positive number. */
    @ParameterizedTest
    @EnumSource(ProportionMethod.class)
    void tinyFractionsGiveLimitsToo(ProportionMethod method) {
        Limits limits = method.limits(1e-300, 50, 0.95);

        assertThat(limits.lower()).isBetween(0.0, 1e-4);
        assertThat(limits.upper()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @EnumSource(ProportionMethod.class)
    void levelZeroIsThePointOfTheMethod(ProportionMethod method) {
        Limits limits = method.limits(30, 100, 0);

        assertThat(limits.lower()).isLessThanOrEqualTo(limits.upper()).isCloseTo(0.3, within(0.01));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|0|0.95|number of trials is not positive: 0.0",
                "1|NaN|0.95|number of trials is not positive: NaN",
                "1|Infinity|0.95|number of trials is not positive: Infinity",
                "-1|5|0.95|number of events is not from 0 to 5.0: -1.0",
                "6|5|0.95|number of events is not from 0 to 5.0: 6.0",
                "NaN|5|0.95|number of events is not from 0 to 5.0: NaN",
                "1|5|95|confidence level is not from 0 to below 1: 95.0",
                "1|5|1|confidence level is not from 0 to below 1: 1.0",
                "1|5|-0.1|confidence level is not from 0 to below 1: -0.1",
                "1|5|NaN|confidence level is not from 0 to below 1: NaN"
            })
    void refusesWithTheValue(double events, double trials, double level, String message) {
        assertThatThrownBy(() -> ProportionMethod.WILSON.limits(events, trials, level))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void hasTheNamesOfTheCommandLine() {
        assertThat(ProportionMethod.values())
                .extracting(ProportionMethod::label)
                .containsExactly("clopper-pearson", "wilson", "agresti-coull", "jeffreys", "mid-p", "logit")
                .allSatisfy(label ->
                        assertThat(ProportionMethod.named(label).label()).isEqualTo(label));
        assertThatThrownBy(() -> ProportionMethod.named("wald")).hasMessage("no interval method is named wald");
    }
}
