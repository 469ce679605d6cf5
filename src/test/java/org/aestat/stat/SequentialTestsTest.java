package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Likelihood-ratio tests and CUSUM charts on looks that are fed to them. */
class SequentialTestsTest {

    private static List<SequentialLook> looks(double... eventsAndExposures) {
        List<SequentialLook> looks = new ArrayList<>();
        for (int i = 0; i < eventsAndExposures.length; i += 2) {
            looks.add(new SequentialLook((long) eventsAndExposures[i], eventsAndExposures[i + 1]));
        }
        return looks;
    }

    /** By hand: 3 - 8 + 8 ln(8/3) = 2.84663. */
    @Test
    void poissonRatios() {
        assertThat(PoissonMaxSprt.logLikelihoodRatio(8, 3)).isCloseTo(2.846634, within(1e-6));
        assertThat(PoissonMaxSprt.logLikelihoodRatio(3, 3)).isZero();
        assertThat(PoissonMaxSprt.logLikelihoodRatio(2, 3)).isZero();
        assertThat(PoissonMaxSprt.logLikelihoodRatio(0, 0)).isZero();
        assertThat(PoissonMaxSprt.logLikelihoodRatio(1, 0)).isInfinite();
    }

    /** R: dbinom(3, 10, .3, log = TRUE) - dbinom(3, 10, .1, log = TRUE), 1.536636; all of them: 4 ln(1/.1). */
    @Test
    void binomialRatios() {
        assertThat(BinomialMaxSprt.logLikelihoodRatio(3, 10, 0.1)).isCloseTo(1.536636, within(1e-6));
        assertThat(BinomialMaxSprt.logLikelihoodRatio(4, 4, 0.1)).isCloseTo(4 * Math.log(10), within(1e-14));
        assertThat(BinomialMaxSprt.logLikelihoodRatio(1, 10, 0.1)).isZero();
        assertThat(BinomialMaxSprt.logLikelihoodRatio(0, 0, 0.1)).isZero();
    }

    /** The critical value is 3.046977; 5 events are below it where 1.5 are expected, 7 where 1.8 are above. */
    @Test
    void poissonSignalsAtTheFirstLookAtTheCriticalValue() {
        PoissonMaxSprt test = PoissonMaxSprt.design(2, 0.05, 1);

        SequentialOutcome outcome = test.outcome(looks(0, 0.2, 2, 0.9, 5, 1.5, 7, 1.8, 7, 2.0, 20, 2.5));

        assertThat(outcome.signal()).isEqualTo(3);
        assertThat(outcome.isSignal()).isTrue();
        assertThat(outcome.isOver()).isTrue();
        assertThat(outcome.path()).hasSize(6);
        assertThat(outcome.path().get(2)).isCloseTo(2.519864, within(1e-6));
        assertThat(outcome.path().get(3)).isCloseTo(4.306864, within(1e-6));
    }

    @Test
    void noSignalAfterTheLength() {
        PoissonMaxSprt test = PoissonMaxSprt.design(2, 0.05, 1);

        SequentialOutcome outcome = test.outcome(looks(1, 1, 30, 2.01));

        assertThat(outcome.signal()).isNull();
        assertThat(outcome.isSignal()).isFalse();
        assertThat(outcome.isOver()).isTrue();
        assertThat(test.outcome(looks(1, 1)).isOver()).isFalse();
        assertThat(test.outcome(looks(1, 2)).isOver()).isTrue();
        assertThat(test.outcome(List.of())).isEqualTo(new SequentialOutcome(List.of(), null, false));
    }

    @Test
    void fewerThanTheLeastNumberOfEventsAreNoSignal() {
        assertThat(PoissonMaxSprt.design(10, 0.05, 1).outcome(looks(3, 0.1)).isSignal())
                .isTrue();
        assertThat(PoissonMaxSprt.design(10, 0.05, 4).outcome(looks(3, 0.1)).isSignal())
                .isFalse();
        assertThat(PoissonMaxSprt.design(10, 0.05, 4).outcome(looks(4, 0.1)).isSignal())
                .isTrue();
    }

    /** The critical value is itself a value of the statistic, which signals. */
    @Test
    void binomialSignalsAtTheCriticalValueItself() {
        BinomialMaxSprt test = BinomialMaxSprt.design(0.1, 5, 0.1, 1);

        SequentialOutcome outcome = test.outcome(looks(0, 1, 1, 2, 2, 3));
        assertThat(outcome.path().get(2)).isEqualTo(test.criticalValue());
        assertThat(outcome.signal()).isEqualTo(2);
        assertThat(test.outcome(looks(1, 1, 1, 3, 2, 4)).signal()).isNull();
    }

    /** A likelihood ratio of 0 is no signal, even with a critical value near 0. */
    @Test
    void theExpectedNumberIsNoSignal() {
        BinomialMaxSprt test = BinomialMaxSprt.design(0.5, 8, 0.5, 1);

        assertThat(test.outcome(looks(0, 1, 1, 2, 2, 4, 4, 8)).isSignal()).isFalse();
    }

    @Test
    void aMillionSessionsArePlannedFast() {
        BinomialMaxSprt test = BinomialMaxSprt.design(0.001, 1_000_000, 0.05, 4);

        assertThat(test.attainedAlpha()).isBetween(0.0499, 0.05);
        // R package Sequential, CV.Poisson(1000, M = 4): 4.109665
        assertThat(test.criticalValue()).isCloseTo(4.109665, within(1e-4));
    }

    /** Every power of a test is its error at the rate itself. */
    @Test
    void powerStartsAtTheError() {
        BinomialMaxSprt test = BinomialMaxSprt.design(0.02, 500, 0.05, 1);
        assertThat(test.power(0.02)).isEqualTo(test.attainedAlpha());
        assertThat(test.power(0.03)).isBetween(test.power(0.02), test.power(0.04));
        PoissonMaxSprt poisson = PoissonMaxSprt.design(10, 0.05, 1);
        assertThat(poisson.power(1)).isEqualTo(poisson.attainedAlpha());
    }

    /** Large exposures between two looks, whose probability of no event is not a double, are taken in parts. */
    @Test
    void largeStepsAreTakenInParts() {
        double[] whole = CountIncrements.poisson(1).probabilities(700, 1500);
        BoundaryCrossing crossing = new BoundaryCrossing(CountIncrements.poisson(1));
        crossing.advance(700, 720);
        double reached = 0;
        for (int k = 720; k < whole.length; k++) {
            reached += whole[k];
        }
        assertThat(crossing.probability()).isCloseTo(reached, within(1e-12));
        // R: ppois(1999, 2000, lower.tail = FALSE)
        BoundaryCrossing larger = new BoundaryCrossing(CountIncrements.poisson(1));
        larger.advance(2000, 2000);
        assertThat(larger.probability()).isCloseTo(0.5029735484, within(1e-8));
    }

    @Test
    void aBoundaryThatNothingPassesStopsEverything() {
        BoundaryCrossing crossing = new BoundaryCrossing(CountIncrements.poisson(1));
        crossing.advance(1, 0);
        assertThat(crossing.probability()).isEqualTo(1);
        crossing.advance(2, 5);
        assertThat(crossing.probability()).isEqualTo(1);
    }

    /** Session by session the chart is that of the definition, whatever the data. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void cusumFollowsItsDefinition(long seed) {
        BernoulliCusum chart = BernoulliCusum.design(0.05, 2, 500);
        Random random = new Random(seed);
        List<SequentialLook> looks = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        Integer signal = null;
        double sum = 0;
        long events = 0;
        for (int session = 1; session <= 1000; session++) {
            int event = random.nextDouble() < 0.07 ? 1 : 0;
            events += event;
            sum = Math.max(0, sum + event - 1.0 / chart.stepsPerEvent());
            looks.add(new SequentialLook(events, session));
            expected.add(sum);
            if (signal == null && sum >= chart.criticalValue() - 1e-9) {
                signal = session - 1;
            }
        }

        SequentialOutcome outcome = chart.outcome(looks);

        assertThat(outcome.signal()).isEqualTo(signal);
        assertThat(outcome.isOver()).isEqualTo(signal != null);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(outcome.path().get(i)).isCloseTo(expected.get(i), within(1e-9));
        }
    }

    /** With one look a day the statistic is at most that of any order of the day's sessions. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void looksAfterSeveralSessionsNeverRunAhead(long seed) {
        BernoulliCusum chart = BernoulliCusum.design(0.1, 2, 1000);
        Random random = new Random(seed);
        List<SequentialLook> single = new ArrayList<>();
        List<SequentialLook> daily = new ArrayList<>();
        long events = 0;
        for (int session = 1; session <= 600; session++) {
            events += random.nextDouble() < 0.15 ? 1 : 0;
            single.add(new SequentialLook(events, session));
            if (session % 6 == 0) {
                daily.add(single.get(session - 1));
            }
        }
        List<Double> fine = chart.outcome(single).path();
        List<Double> coarse = chart.outcome(daily).path();

        for (int day = 0; day < coarse.size(); day++) {
            assertThat(coarse.get(day)).isLessThanOrEqualTo(fine.get(6 * day + 5));
        }
    }

    /** Any event signals up to h = 1 - gamma, so the run length is that of the first event, 1/p0. */
    @Test
    void shortestRunLength() {
        BernoulliCusum chart = BernoulliCusum.design(0.01, 2, 50);

        assertThat(chart.limitSteps()).isEqualTo(1);
        assertThat(chart.inControlRunLength()).isCloseTo(100, within(1e-9));
        assertThat(chart.outcome(looks(0, 9, 1, 10)).signal()).isEqualTo(1);
        assertThat(chart.criticalValue()).isEqualTo(1.0 / chart.stepsPerEvent());
    }

    /** For an odds ratio near 1, 1/gamma would round to a step that only p1 below p0 could have. */
    @Test
    void stepsKeepTheRaisedRateAboveTheRate() {
        BernoulliCusum chart = BernoulliCusum.design(0.28, 1.02, 100);

        assertThat(chart.stepsPerEvent()).isEqualTo(3);
        assertThat(chart.raisedRate()).isGreaterThan(0.28);
    }

    @Test
    void longRunLengthsKeepTheirDigits() {
        BernoulliCusum chart = BernoulliCusum.design(0.001, 2, 1e12);

        assertThat(chart.inControlRunLength()).isBetween(1e12, 1.01e12);
        assertThat(chart.raisedRunLength()).isLessThan(1e5);
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> PoissonMaxSprt.design(0, 0.05, 1))
                .hasMessage("expected number of events is not above 0 and at most 10000: 0.0");
        assertThatThrownBy(() -> PoissonMaxSprt.design(10_001, 0.05, 1))
                .hasMessage("expected number of events is not above 0 and at most 10000: 10001.0");
        assertThatThrownBy(() -> PoissonMaxSprt.design(Double.NaN, 0.05, 1))
                .hasMessage("expected number of events is not above 0 and at most 10000: NaN");
        assertThatThrownBy(() -> PoissonMaxSprt.design(1, 5, 1))
                .hasMessage("error probability is not above 0 and at most 0.5: 5.0");
        assertThatThrownBy(() -> PoissonMaxSprt.design(1, 0, 1))
                .hasMessage("error probability is not above 0 and at most 0.5: 0.0");
        assertThatThrownBy(() -> PoissonMaxSprt.design(1, 0.05, 0))
                .hasMessage("least number of events is not 1 or more: 0");
        assertThatThrownBy(() -> PoissonMaxSprt.design(1, 0.05, 1).power(0))
                .hasMessage("rate ratio is not positive: 0.0");
        assertThatThrownBy(() -> BinomialMaxSprt.design(1, 10, 0.05, 1)).hasMessage("rate is not between 0 and 1: 1.0");
        assertThatThrownBy(() -> BinomialMaxSprt.design(0, 10, 0.05, 1)).hasMessage("rate is not between 0 and 1: 0.0");
        assertThatThrownBy(() -> BinomialMaxSprt.design(0.1, 0, 0.05, 1))
                .hasMessage("number of sessions is not positive: 0");
        assertThatThrownBy(() -> BinomialMaxSprt.design(0.1, 10, 0.05, 11))
                .hasMessage("least number of events is not from 1 to 10: 11");
        assertThatThrownBy(() -> BinomialMaxSprt.design(0.5, 3, 0.05, 1))
                .hasMessage("even an event at every one of 3 sessions is more probable than 0.05");
        assertThatThrownBy(() -> BinomialMaxSprt.logLikelihoodRatio(5, 4, 0.1))
                .hasMessage("number of events is not from 0 to 4: 5");
        assertThatThrownBy(() -> BinomialMaxSprt.logLikelihoodRatio(-1, 4, 0.1))
                .hasMessage("number of events is not from 0 to 4: -1");
        assertThatThrownBy(() -> BernoulliCusum.design(1e-7, 2, 100)).hasMessage("rate is below 1e-6: 1.0E-7");
        assertThatThrownBy(() -> BernoulliCusum.design(0.1, 1, 100)).hasMessage("odds ratio is not above 1: 1.0");
        assertThatThrownBy(() -> BernoulliCusum.design(0.1, Double.POSITIVE_INFINITY, 100))
                .hasMessage("odds ratio is not above 1: Infinity");
        assertThatThrownBy(() -> BernoulliCusum.design(0.1, 2, 0.5)).hasMessage("run length is not 1 or more: 0.5");
        assertThatThrownBy(() -> BernoulliCusum.design(0.1, 2, Double.POSITIVE_INFINITY))
                .hasMessage("run length is not 1 or more: Infinity");
        assertThatThrownBy(() -> BernoulliCusum.design(0.6, 2, 100))
                .hasMessage("rate is too high for steps of half an event at an odds ratio of 2.0: 0.6");
    }

    @Test
    void looksHaveToBeCumulative() {
        PoissonMaxSprt poisson = PoissonMaxSprt.design(2, 0.05, 1);
        BinomialMaxSprt binomial = BinomialMaxSprt.design(0.1, 50, 0.05, 1);
        assertThatThrownBy(() -> poisson.outcome(looks(2, 1, 1, 1.5)))
                .hasMessage("counts are not cumulative: 1 events in 1.5 after 2 in 1.0");
        assertThatThrownBy(() -> poisson.outcome(looks(2, 1, 2, 0.5)))
                .hasMessage("counts are not cumulative: 2 events in 0.5 after 2 in 1.0");
        assertThatThrownBy(() -> binomial.outcome(looks(0, 1.5))).hasMessage("number of sessions is not whole: 1.5");
        assertThatThrownBy(() -> binomial.outcome(looks(0, 10, 3, 12))).hasMessage("3 more events in 2 more sessions");
        assertThatThrownBy(() -> new SequentialLook(-1, 1)).hasMessage("number of events is not 0 or more: -1");
        assertThatThrownBy(() -> new SequentialLook(1, -1)).hasMessage("exposure is not 0 or more: -1.0");
        assertThatThrownBy(() -> new SequentialLook(1, Double.POSITIVE_INFINITY))
                .hasMessage("exposure is not 0 or more: Infinity");
        assertThatThrownBy(() -> new SequentialLook(1, Double.NaN)).hasMessage("exposure is not 0 or more: NaN");
    }
}
