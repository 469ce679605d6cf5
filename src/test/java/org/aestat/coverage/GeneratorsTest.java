package org.aestat.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.aestat.coverage.Claims.Claim;
import org.aestat.coverage.RateCell.Heterogeneity;
import org.aestat.stat.ClusteredTimes;
import org.aestat.stat.CompetingRisks.Cluster;
import org.aestat.stat.CompetingRisks.Ending;
import org.aestat.stat.IntervalTimes;
import org.aestat.stat.KaplanMeier;
import org.aestat.stat.Limits;
import org.aestat.stat.ProportionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the coverage simulation draws has the rates and correlations that it says. Every tolerance is five of the mean's
 * own standard errors; the seeds are fixed.
 */
class GeneratorsTest {

    private static final int REPLICATES = 2000;

    /** Checks means of replicates against what they should be. */
    private static void hasMean(double expected, Consumer<Share> replicates) {
        Share mean = new Share();
        replicates.accept(mean);
        assertThat(mean.mean()).isCloseTo(expected, within(5 * mean.error()));
    }

    // Correlations of the log-odds cases: Python 3.11, trapezoid rule in steps of 1/50 over +-9 standard deviations.
    @ParameterizedTest
    @CsvSource({
        "SD_0, .05, 0",
        "SD_1, .05, .0579",
        "SD_1_5, .005, .0298",
        "SD_2, .15, .3220",
        "CORRELATION_1, .05, .1",
        "CORRELATION_3, .15, .3"
    })
    void eventsHaveTheRateAndTheCorrelation(Heterogeneity heterogeneity, double rate, double correlation) {
        Patients.Chances chances = new Patients.Chances(heterogeneity.propensity(rate));
        Draws draws = new Draws(1, "rates", 0);
        int trials = 1000;
        Share events = new Share();
        Share pairs = new Share();
        for (int i = 0; i < REPLICATES; i++) {
            Patients patients = new Patients(SessionsPerPatient.SKEWED, trials, draws);
            RateSample sample = patients.draw(chances, draws);
            double possible = trials * (patients.meanClusterSize() - 1);
            events.add((double) sample.events() / trials);
            pairs.add((sample.eventsSquared() - sample.events()) / possible);
        }
        double both = rate * rate + correlation * rate * (1 - rate);
        assertThat(events.mean()).isCloseTo(rate, within(5 * events.error()));
        assertThat(pairs.mean()).isCloseTo(both, within(5 * pairs.error()));
    }

    @ParameterizedTest
    @EnumSource
    void patientsHaveTheSessionsInTheMean(SessionsPerPatient sessions) {
        double mean =
                switch (sessions) {
                    case ONE_TO_EIGHT -> 4.5;
                    case EIGHT -> 8;
                    case SKEWED -> 4;
                    // 0.9 * 3 + 0.1 * 16 (1 - (15/16)^60)
                    case LONG_TAIL -> 4.266704;
                };
        Draws draws = new Draws(2, sessions.label(), 0);
        if (sessions == SessionsPerPatient.EIGHT) {
            assertThat(sessions.draw(draws)).isEqualTo(8);
            return;
        }
        hasMean(mean, share -> {
            for (int i = 0; i < 20 * REPLICATES; i++) {
                share.add(sessions.draw(draws));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void sessionsAddUp(SessionsPerPatient sessions) {
        Draws draws = new Draws(3, "design", 0);
        Patients patients = new Patients(sessions, 501, draws);
        int sum = 0;
        int count = 0;
        for (int size = 1; size <= SessionsPerPatient.MOST; size++) {
            sum += size * patients.ofSize(size);
            count += patients.ofSize(size);
        }
        assertThat(sum).isEqualTo(501);
        assertThat(count).isEqualTo(patients.count());
    }

    @Test
    void samplesAreThoseOfTheProgram() {
        Draws draws = new Draws(4, "samples", 0);
        Patients.Chances chances = new Patients.Chances(Propensity.logOdds(.05, 1.5));
        for (int i = 0; i < 100; i++) {
            RateSample sample = new Patients(SessionsPerPatient.ONE_TO_EIGHT, 300, draws).draw(chances, draws);
            var sums = sample.sums();
            assertThat(sums.trials()).isEqualTo(300);
            assertThat(sums.events()).isEqualTo(sample.events());
            assertThat(sums.clusters()).isEqualTo(sample.patients().count());
            assertThat(sums.meanClusterSize()).isCloseTo(sample.patients().meanClusterSize(), within(1e-12));
            if (sample.events() > 0) {
                assertThat(sums.designEffect()).isCloseTo(sample.designEffect(), within(1e-10));
            }
        }
    }

    @Test
    void claimsAreThoseOfTheLimits() {
        int trials = 400;
        double rate = .02;
        Claims claims = new Claims(trials, rate);
        for (int events = 0; events <= 30; events++) {
            double[] from = claims.from(events, true);
            for (double effective : new double[] {400, 333.3, 200, 80, 20.5}) {
                for (Claim claim : Claims.ALL) {
                    Limits limits = ProportionMethod.CLOPPER_PEARSON.limits(
                            effective * events / trials, effective, claim.level);
                    boolean made =
                            claim.upper ? limits.upper() < claim.times * rate : limits.lower() > claim.times * rate;
                    assertThat(effective >= from[claim.ordinal()])
                            .as("%s %d in %s", claim, events, effective)
                            .isEqualTo(made);
                }
            }
        }
    }

    @Test
    void aCellIsTheSameAloneAndAmongOthers() {
        RateCell cell = new RateCell(SessionsPerPatient.ONE_TO_EIGHT, Heterogeneity.SD_1, .05, 4);
        RateCell other = new RateCell(SessionsPerPatient.EIGHT, Heterogeneity.SD_1, .05, 4);
        RateCoverage first = new RateCoverage(RateTable.METHODS, 200, 2, 5);
        RateCoverage second = new RateCoverage(RateTable.METHODS, 200, 2, 5);
        second.run(other);

        assertThat(RateTable.csv(second.run(cell), 200, 2, 5)).isEqualTo(RateTable.csv(first.run(cell), 200, 2, 5));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "1, .3"})
    void soreHoursHaveTheirCurve(double deviation, double censored) {
        SoreHours hours = new SoreHours(deviation);
        double chance = hours.censoring(censored);
        Draws draws = new Draws(6, "hours", 0);
        Share day = new Share();
        Share twoDays = new Share();
        Share lost = new Share();
        for (int i = 0; i < 10 * REPLICATES; i++) {
            int sore = hours.draw(hours.patient(draws), draws);
            day.add(sore > 24 ? 1 : 0);
            twoDays.add(sore > 48 ? 1 : 0);
            lost.add(chance > 0 && 1 + draws.failures(Math.log1p(-chance)) < sore ? 1 : 0);
        }
        assertThat(hours.survival(24)).isCloseTo(0.5, within(1e-9));
        assertThat(day.mean()).isCloseTo(0.5, within(5 * day.error()));
        assertThat(twoDays.mean()).isCloseTo(hours.survival(48), within(5 * twoDays.error()));
        assertThat(lost.mean()).isCloseTo(censored, within(5 * lost.error()));
    }

    @Test
    void sessionsOfOnePatientAreAlike() {
        SoreHours hours = new SoreHours(1);
        Draws draws = new Draws(7, "pairs", 0);
        Share both = new Share();
        for (int i = 0; i < 10 * REPLICATES; i++) {
            double patient = hours.patient(draws);
            int first = hours.draw(patient, draws);
            int second = hours.draw(patient, draws);
            both.add(Math.min(first, second) > 24 ? 1 : 0);
        }
        assertThat(both.mean()).isGreaterThan(0.25 + 5 * both.error());
    }

    @Test
    void reliefHasItsIncidence() {
        // deviation 0: 0.2 relieved, 0.8 * 0.9 stay: 0.2 (1 + 0.72 + 0.72^2)
        assertThat(ReliefCoverage.relieved(0, 3)).isCloseTo(.44768, within(1e-12));
        ReliefCoverage.Cell cell = new ReliefCoverage.Cell(100, 1, 0);
        Share relieved = new Share();
        Share courses = new Share();
        Draws draws = new Draws(8, "relief", 0);
        for (int i = 0; i < REPLICATES / 4; i++) {
            List<Cluster> clusters = ReliefCoverage.draw(cell, draws);
            double all = 0;
            double first = 0;
            for (Cluster cluster : clusters) {
                for (var course : cluster.courses()) {
                    all++;
                    first += course.exit() == 1 && course.ending() == Ending.EVENT ? 1 : 0;
                }
            }
            relieved.add(first / all);
            courses.add(all / clusters.size());
        }
        assertThat(relieved.mean()).isCloseTo(ReliefCoverage.relieved(1, 1), within(5 * relieved.error()));
        assertThat(courses.mean()).isCloseTo(1.5, within(5 * courses.error()));
    }

    @Test
    void lateCoursesEnterUnrelieved() {
        Draws draws = new Draws(9, "late", 0);
        for (Cluster cluster : ReliefCoverage.draw(new ReliefCoverage.Cell(300, 1, .5), draws)) {
            for (var course : cluster.courses()) {
                assertThat(course.entry()).isIn(0, 2, 3, 4);
                assertThat(course.exit()).isGreaterThan(course.entry());
            }
        }
    }

    @Test
    void theBootstrapOfIntervalsHasItsPlace() {
        List<Integer> times = new ArrayList<>();
        IntervalCoverage.Bootstrap everything = (patients, at, level, seed) -> {
            times.add(patients.size());
            return Arrays.stream(at).mapToObj(time -> new Limits(0, 1)).toList();
        };

        String csv = new IntervalCoverage(everything, 3, 10).csv();

        assertThat(times).containsExactly(30, 30, 30, 30, 30, 30, 100, 100, 100, 100, 100, 100);
        assertThat(csv).endsWith("100,1.0,48,0.2390,0.95,1.0000,1.0000,1.0000,0.0000,1.0000,0.0000\n");
    }

    /** R 4.2.2: qbinom(c(.025, .975), 40, .5) is 14 and 26; within two patients for 500 replicates. */
    @Test
    void theBootstrapIsThatOfTheProgram() {
        List<List<IntervalCoverage.Interval>> patients = new ArrayList<>();
        for (int patient = 0; patient < 40; patient++) {
            patients.add(List.of(new IntervalCoverage.Interval(patient % 2 * 720, 720 + patient % 2 * 720)));
        }

        List<Limits> limits = new DiaryBootstrap().limits(patients, new int[] {720, 1440}, .95, 3);

        assertThat(limits.get(0).lower()).isCloseTo(14 / 40.0, within(0.05));
        assertThat(limits.get(0).upper()).isCloseTo(26 / 40.0, within(0.05));
        assertThat(limits.get(1)).as("nobody is sore").isEqualTo(new Limits(Double.NaN, Double.NaN));
    }

    @Test
    void diariesHoldTheHours() {
        Draws draws = new Draws(11, "diaries", 0);
        SoreHours hours = new SoreHours(0);
        ClusteredTimes day = new ClusteredTimes();
        for (var patient : IntervalCoverage.draw(3000, hours, draws)) {
            for (var interval : patient) {
                assertThat(interval.by() == IntervalTimes.UNBOUNDED || interval.by() > interval.after())
                        .isTrue();
                day.observe(interval.after(), true);
            }
            day.endCluster(1);
        }
        // Still sore at 24 hours: last seen sore then or later.
        KaplanMeier curve = new KaplanMeier(day, 0.9999994);
        int before = curve.indexAt(24 * 60 - 1);
        assertThat(0.5).isBetween(curve.lower(before), curve.upper(before));
    }
}
