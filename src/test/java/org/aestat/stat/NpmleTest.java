package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.aestat.stat.Npmle.Mass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules, printed cases and a slow oracle; more data are held against R in {@link NpmleReferenceTest}. */
class NpmleTest {

    private static final int OPEN = IntervalTimes.UNBOUNDED;

    /** Turnbull 1974, J Am Stat Assoc 69:169-173: exact, right- and left-censored counts at times 1 to 4. */
    @Test
    void agreesWithTurnbull() {
        IntervalTimes data = new IntervalTimes();
        int[] exact = {12, 6, 2, 3};
        int[] right = {3, 2, 0, 3};
        int[] left = {2, 4, 2, 5};
        for (int i = 0; i < 4; i++) {
            data.observe(i + 1, i + 1, exact[i]);
            if (right[i] > 0) {
                data.observe(i + 1, OPEN, right[i]);
            }
            data.observe(0, i + 1, left[i]);
        }
        Npmle curve = new Npmle(data);

        double[] printed = {.53757, .29459, .20976, .09485};
        for (int i = 0; i < 4; i++) {
            assertThat(curve.survival(i + 1)).isCloseTo(printed[i], within(6e-6));
        }
        assertThat(curve.excess()).isLessThan(1e-8);
    }

    /** The set that tells (L, R] from [L, R]: R survival gives .9 .7 .5 .375 for half-open intervals. */
    @Test
    void intervalsAreOpenToTheLeft() {
        int[] left = {1, 8, 8, 7, 7, 17, 37, 46, 46, 45};
        int[] right = {7, 8, 10, 16, 14, OPEN, 44, OPEN, OPEN, OPEN};
        IntervalTimes data = new IntervalTimes();
        for (int i = 0; i < left.length; i++) {
            data.observe(left[i], right[i], 1);
        }
        Npmle curve = new Npmle(data);

        assertThat(curve.masses().stream().map(Mass::survival).toList())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
                .containsExactly(.9, .7, .5, .375, 0.0);
        assertThat(curve.masses().get(4).to()).isEqualTo(OPEN);
        assertThat(curve.survival(50)).isCloseTo(.375, within(1e-9));
    }

    @Test
    void withExactAndRightCensoredTimesItIsKaplanMeier() {
        int[] signed = {54, 75, 77, 84, 87, -92, -103, -105, -112, -118};
        IntervalTimes data = new IntervalTimes();
        for (int time : signed) {
            data.observe(Math.abs(time), time > 0 ? time : OPEN, 1);
        }
        Npmle curve = new Npmle(data);

        assertThat(curve.survival(80)).isCloseTo(.7, within(1e-9));
        assertThat(curve.survival(100)).isCloseTo(.5, within(1e-9));
        assertThat(data.lastTime()).isEqualTo(118);
    }

    /**
     * Three alike masses of 1/3 for 5, 5 and 2 of 12 have derivatives of 15, 15 and 6: an excess of 15/12 - 1 = 1/4, and
     * a mean distance from 12 of (1/4 + 1/4 + 1/2)/3 = 1/3. By hand.
     */
    @Test
    void theFitStopsWhereExcessAndMeanDistanceAreWithinTheTolerance() {
        IntervalTimes data = new IntervalTimes();
        data.observe(0, 1, 5);
        data.observe(2, 3, 5);
        data.observe(4, 5, 2);

        Npmle start = new Npmle(data, 0.34);
        assertThat(start.masses().get(2).mass()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(start.excess()).isCloseTo(0.25, within(1e-14));
        assertThat(new Npmle(data, 0.32).masses().get(2).mass()).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(new Npmle(data, 0.24).masses().get(2).mass()).isCloseTo(1 / 6.0, within(1e-9));
    }

    @Test
    void insideAMassTheCurveIsNotDetermined() {
        IntervalTimes data = new IntervalTimes();
        data.observe(10, 20, 3);
        data.observe(20, 30, 1);
        Npmle curve = new Npmle(data);

        assertThat(curve.massAround(15)).isEqualTo(curve.masses().get(0));
        assertThat(curve.massAround(10)).isNull();
        assertThat(curve.massAround(20)).isNull();
        assertThat(curve.survival(15)).isEqualTo(1);
        assertThat(curve.survival(20)).isCloseTo(.25, within(1e-9));
        assertThat(curve.survival(30)).isZero();
        assertThat(curve.massAround(31)).isNull();
    }

    /** Plain EM to convergence on random intervals: never a higher likelihood, and the same curve where determined. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void agreesWithPlainEm(long seed) {
        Random random = new Random(seed);
        int n = 2 + random.nextInt(40);
        List<int[]> records = new ArrayList<>();
        IntervalTimes data = new IntervalTimes();
        for (int i = 0; i < n; i++) {
            int after = random.nextInt(12);
            int by = random.nextInt(4) == 0 ? OPEN : after + random.nextInt(8);
            records.add(new int[] {after, by});
            data.observe(after, by, 1);
        }
        Npmle curve = new Npmle(data);
        TurnbullIntervals intervals = new TurnbullIntervals(data);
        double[] mass = plainEm(intervals);

        assertThat(curve.excess()).isLessThan(1e-8);
        assertThat(curve.logLikelihood()).isGreaterThanOrEqualTo(logLikelihood(intervals, mass) - 1e-9);
        for (int time = 0; time < 20; time++) {
            if (curve.massAround(time) == null) {
                double expected = 0;
                for (int k = 0; k < mass.length; k++) {
                    expected += intervals.to(k) > time ? mass[k] : 0;
                }
                assertThat(curve.survival(time)).as("at %s", time).isCloseTo(expected, within(1e-4));
            }
        }
    }

    private static double[] plainEm(TurnbullIntervals intervals) {
        double[] mass = new double[intervals.size()];
        Arrays.fill(mass, 1.0 / mass.length);
        for (int step = 0; step < 50_000; step++) {
            double[] next = new double[mass.length];
            for (int j = 0; j < intervals.counts.length; j++) {
                double covered = covered(intervals, mass, j);
                for (int k = intervals.first[j]; k <= intervals.last[j]; k++) {
                    next[k] += intervals.counts[j] * mass[k] / covered / intervals.total;
                }
            }
            mass = next;
        }
        return mass;
    }

    private static double covered(TurnbullIntervals intervals, double[] mass, int j) {
        double covered = 0;
        for (int k = intervals.first[j]; k <= intervals.last[j]; k++) {
            covered += mass[k];
        }
        return covered;
    }

    private static double logLikelihood(TurnbullIntervals intervals, double[] mass) {
        double sum = 0;
        for (int j = 0; j < intervals.counts.length; j++) {
            sum += intervals.counts[j] * Math.log(covered(intervals, mass, j));
        }
        return sum;
    }

    /** By hand: half of the mass in either interval; the derivatives are 3/.5 and 1/.5, the observations 4. */
    @Test
    void theExcessIsThatOfTheLargestDerivative() {
        IntervalTimes data = new IntervalTimes();
        data.observe(0, 10, 3);
        data.observe(10, 20, 1);

        assertThat(new NpmleFit(new TurnbullIntervals(data), 1).excess()).isCloseTo(6 / 4.0 - 1, within(1e-15));
        assertThat(new NpmleFit(new TurnbullIntervals(data), 0.1).excess()).isCloseTo(0, within(0.1));
    }

    @Test
    void refusesWhatIsNoInterval() {
        IntervalTimes data = new IntervalTimes();
        assertThat(data.isEmpty()).isTrue();
        assertThatThrownBy(() -> new Npmle(data)).hasMessage("no observations");
        assertThatThrownBy(() -> data.observe(-1, 2, 1)).hasMessage("1 observations of (-1, 2]");
        assertThatThrownBy(() -> data.observe(3, 2, 1)).hasMessage("1 observations of (3, 2]");
        assertThatThrownBy(() -> data.observe(1, 2, 0)).hasMessage("0 observations of (1, 2]");
    }
}
