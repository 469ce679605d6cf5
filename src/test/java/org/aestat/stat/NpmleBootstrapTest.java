package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.aestat.stat.NpmleBootstrap.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against binomial distributions, and rules by hand; see npmle_bootstrap.R. */
class NpmleBootstrapTest {

    private static final Map<Integer, List<ReferenceTable.Row>> SETS =
            ReferenceTable.read("npmle_bootstrap.csv").sets();

    static Stream<Integer> sets() {
        return SETS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void limitsAreTheQuantilesOfTheBinomialDistribution(int set) {
        List<Cluster> clusters = new ArrayList<>();
        for (ReferenceTable.Row row : SETS.get(set)) {
            List<Integer> times = Collections.nCopies(row.integer("sessions"), row.integer("time"));
            clusters.add(new Cluster(times, times, row.integer("patients")));
        }
        NpmleBootstrap bootstrap = new NpmleBootstrap(clusters, 0.95, 42, 4000);
        for (ReferenceTable.Row row : SETS.get(set)) {
            Limits limits = bootstrap.shareLimits(row.integer("time"));
            ReferenceTable.assertAgrees("lower " + row, limits.lower(), row.number("lower"), 1e-7, 1e-7);
            ReferenceTable.assertAgrees("upper " + row, limits.upper(), row.number("upper"), 1e-7, 1e-7);
        }
    }

    private static Cluster patient(long copies, int... afterAndBy) {
        List<Integer> after = new ArrayList<>();
        List<Integer> by = new ArrayList<>();
        for (int i = 0; i < afterAndBy.length; i += 2) {
            after.add(afterAndBy[i]);
            by.add(afterAndBy[i + 1]);
        }
        return new Cluster(after, by, copies);
    }

    /** By hand: alike in every replicate; half of one patient's two sessions, and all before and after. */
    @Test
    void withoutVariationTheLimitsAreThoseOfClopperAndPearson() {
        NpmleBootstrap one = new NpmleBootstrap(List.of(patient(4, 0, 10, 20, 30)), 0.95, 1, 100);

        assertThat(one.shareLimits(15)).isEqualTo(ProportionMethod.CLOPPER_PEARSON.limits(2, 4, 0.95));
        assertThat(one.shareLimits(0).lower()).isZero();
        assertThat(one.shareLimits(0).upper()).isCloseTo(1 - Math.pow(0.025, 0.25), within(1e-12));
        assertThat(one.shareLimits(30).lower()).isCloseTo(Math.pow(0.025, 0.25), within(1e-12));
        assertThat(one.shareLimits(30).upper()).isEqualTo(1);
        assertThat(one.shareLimits(5).lower())
                .as("inside an interval, from its side")
                .isZero();
        assertThat(one.shareLimits(5).upper())
                .isEqualTo(ProportionMethod.CLOPPER_PEARSON.limits(2, 4, 0.95).upper());
        assertThat(one.quantileLimits(0.25)).isEqualTo(new Limits(0, 10));
        assertThat(one.quantileLimits(0.75)).isEqualTo(new Limits(20, 30));
        assertThat(one.quantileLimits(0.5)).as("met exactly by the first").isEqualTo(new Limits(0, 10));
    }

    /** A third of three million patients: no two replicates of so many are alike. */
    private static NpmleBootstrap ofMany(double level, int replicates) {
        return new NpmleBootstrap(List.of(patient(1_000_000, 5, 5), patient(2_000_000, 9, 9)), level, 8, replicates);
    }

    @Test
    void ofTwoReplicatesOneIsTheLowerAndTheOtherTheUpperLimit() {
        Limits limits = ofMany(0.95, 2).shareLimits(5);
        double sixErrors = 6 * Math.sqrt(2 / 9.0 / 3_000_000);

        assertThat(limits.lower()).isLessThan(limits.upper()).isCloseTo(1 / 3.0, within(sixErrors));
        assertThat(limits.upper()).isCloseTo(1 / 3.0, within(sixErrors));
        assertThat(ofMany(0.95, 1).quantileLimits(0.5)).isEqualTo(new Limits(9, 9));
    }

    /** Of 79 replicates k is 80 (1 - level)/2: the second from its side at 95 %, the first at 97.5 % and beyond. */
    @Test
    void theLevelChoosesTheReplicate() {
        Limits second = ofMany(0.95, 79).shareLimits(5);
        Limits first = ofMany(0.975, 79).shareLimits(5);

        assertThat(second.lower()).isGreaterThan(first.lower());
        assertThat(second.upper()).isLessThan(first.upper());
        assertThat(ofMany(0.9999, 79).shareLimits(5)).isEqualTo(first);
        assertThat(ofMany(0.93, 79).shareLimits(5)).as("k is a whole part").isEqualTo(second);
        assertThat(ofMany(0.95, 79).atLevel(0.975).shareLimits(5))
                .as("from the same replicates")
                .isEqualTo(first);
    }

    @Test
    void aShareThatIsNotReachedHasNoLimit() {
        NpmleBootstrap censored =
                new NpmleBootstrap(List.of(patient(5, 0, 10), patient(15, 10, IntervalTimes.UNBOUNDED)), 0.95, 1, 500);

        assertThat(censored.quantileLimits(0.9)).isEqualTo(new Limits(Double.NaN, Double.NaN));
        assertThat(censored.shareLimits(20).upper()).as("they may have ended").isEqualTo(1);
        assertThat(censored.shareLimits(10).upper()).isLessThan(0.6);
    }

    @Test
    void theSeedDecidesAndNothingElse() {
        List<Cluster> clusters = List.of(patient(9970, 0, 10), patient(10_030, 12, 20), patient(5, 8, 30, 9, 12));
        Limits limits = new NpmleBootstrap(clusters, 0.9, 3, 1001).shareLimits(12);

        assertThat(new NpmleBootstrap(clusters, 0.9, 3, 1001).shareLimits(12)).isEqualTo(limits);
        assertThat(new NpmleBootstrap(clusters, 0.9, 4, 1001).shareLimits(12)).isNotEqualTo(limits);
    }

    @Test
    void manyPatternsHaveFewerReplicates() {
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i <= NpmleBootstrap.MANY_PATTERNS; i++) {
            clusters.add(patient(1, i % 5, 5 + i % 3));
        }

        assertThat(new NpmleBootstrap(clusters, 0.95, 1, 300).replicates()).isEqualTo(200);
        assertThat(new NpmleBootstrap(clusters.subList(1, 100), 0.95, 1, 300).replicates())
                .isEqualTo(300);
    }

    /** Mean and variance of a binomial number, to six standard errors of 20,000 draws; seeded. */
    @ParameterizedTest(name = "{0} numbers, {1}/{2}")
    @CsvSource({"1, 1, 3", "10, 1, 2", "63, 5, 7", "64, 2, 3", "65, 1, 1000", "1000, 999, 1000"})
    void drawsAreBinomial(long numbers, long part, long whole) {
        SplittableRandom random = new SplittableRandom(5);
        int draws = 20_000;
        double sum = 0;
        double squares = 0;
        double p = (double) part / whole;
        for (int i = 0; i < draws; i++) {
            double difference = NpmleBootstrap.binomial(random, numbers, part, whole) - numbers * p;
            sum += difference;
            squares += difference * difference;
        }
        double variance = numbers * p * (1 - p);
        double fourth = variance * (1 + 3 * variance) + 1e-9;
        assertThat(sum / draws).isCloseTo(0, within(6 * Math.sqrt(variance / draws)));
        assertThat(squares / draws).isCloseTo(variance, within(6 * Math.sqrt(fourth / draws)));
    }

    @Test
    void theEndsOfTheScaleAreCertain() {
        SplittableRandom random = new SplittableRandom(6);

        assertThat(NpmleBootstrap.binomial(random, 100, 0, 7)).isZero();
        assertThat(NpmleBootstrap.binomial(random, 0, 3, 7)).isZero();
    }

    @Test
    void refusesNoClusters() {
        assertThatThrownBy(() -> new NpmleBootstrap(List.of(), 0.95, 1, 100)).hasMessage("no clusters");
        assertThatThrownBy(() -> new NpmleBootstrap(List.of(patient(1, 0, 1)), 95, 1, 100))
                .hasMessageContaining("95");
    }
}
