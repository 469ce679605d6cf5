package org.aestat.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.aestat.result.BenchmarkVerdict.Verdict;
import org.aestat.result.ProportionInterval;
import org.aestat.result.ProportionInterval.Clustering;
import org.aestat.stat.ProportionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitSearchTest {

    private static final OneSidedBounds INDEPENDENT = new OneSidedBounds(ProportionMethod.CLOPPER_PEARSON, 0.95, 1);

    private static LimitSearch search(long events, long sessions) {
        return new LimitSearch(INDEPENDENT, events, sessions, 0.001);
    }

    /** Exact binomial: the fewest independent sessions that show a rate below 0.1 % with 0 to 5 events. */
    @ParameterizedTest
    @CsvSource({"0, 2995", "1, 4742", "2, 6294", "3, 7752", "4, 9151", "5, 10511"})
    void belowIsShownFromTheExactNumberOn(long events, long sessions) {
        assertThat(search(events, sessions - 1).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(search(events, sessions - 1).sessionsNeeded()).isEqualTo(1);
        assertThat(search(events, sessions).verdict()).isEqualTo(Verdict.DEMONSTRATED_BELOW);
        assertThat(search(events, 20 + events).sessionsNeeded()).isEqualTo(sessions - 20 - events);
    }

    /** Exact binomial: the most independent sessions in which 1 to 5 events show a rate above 0.1 %. */
    @ParameterizedTest
    @CsvSource({"1, 51", "2, 355", "3, 818", "4, 1367", "5, 1971"})
    void aboveIsShownUpToTheExactNumber(long events, long sessions) {
        assertThat(search(events, sessions).verdict()).isEqualTo(Verdict.DEMONSTRATED_ABOVE);
        assertThat(search(events, sessions + 1).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** Boyce et al. 2020 print 20 in 20,464 as below 0.1 %: the bound is 0.142 %, and 8,594 sessions are missing. */
    @Test
    void boyceIsInconclusive() {
        LimitSearch boyce = search(20, 20_464);

        assertThat(boyce.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(INDEPENDENT.upper(20, 20_464)).isCloseTo(0.00142, within(5e-6));
        assertThat(boyce.sessionsNeeded()).isEqualTo(8594);
    }

    /** One event: even in 2^50 sessions the bound is 4.74 / 2^50, above 1e-16. */
    @Test
    void noNumberInReachMayBeEnough() {
        assertThat(new LimitSearch(INDEPENDENT, 1, 100, 1e-16).sessionsNeeded()).isNull();
    }

    /** Without events the bound is 1 - 0.05^(d/n), below the limit as long as d is below n ln 0.999 / ln 0.05. */
    @ParameterizedTest
    @CsvSource({"3000", "5990", "30000"})
    void holdsToTheDesignEffectOfTheClosedForm(long sessions) {
        assertThat(search(0, sessions).holdsToDesignEffect())
                .isCloseTo(sessions * Math.log(0.999) / Math.log(0.05), within(1e-9));
    }

    @Test
    void holdsToADesignEffectAbove() {
        LimitSearch above = search(5, 500);
        double holds = above.holdsToDesignEffect();

        assertThat(INDEPENDENT.atDesignEffect(holds * 0.999999).lower(5, 500)).isGreaterThan(0.001);
        assertThat(INDEPENDENT.atDesignEffect(holds * 1.000001).lower(5, 500)).isLessThan(0.001);
    }

    @Test
    void aVerdictThatNeedsLessThanIndependenceHoldsToNone() {
        OneSidedBounds generous = new OneSidedBounds(ProportionMethod.CLOPPER_PEARSON, 0.95, 1);
        LimitSearch search = new LimitSearch(generous, 0, 2994, 0.001);

        assertThat(search.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(search.holdsToDesignEffect()).isNull();
    }

    /** 10,000 event-free sessions stay below with 5 more events (10,511 would be needed for 5 in all), not with 5. */
    @Test
    void tippingPointIsTheFirstThatLoses() {
        LimitSearch search = search(0, 10_000);

        assertThat(search.tippingPoint(1000)).isEqualTo(5);
        assertThat(search.tippingPoint(4)).isNull();
        assertThat(search.tippingPoint(0)).isNull();
        assertThat(search.tippingPoint(5)).isEqualTo(5);
    }

    @Test
    void clusteredBoundsFollowTheInterval() {
        ProportionInterval clustered = new ProportionInterval(
                "stabilized", 0.95, 0, 0.00128, new Clustering(375, null, 1.0395830452, 2869.44), null);

        OneSidedBounds bounds = OneSidedBounds.of(clustered, 3000, 0.95);

        assertThat(bounds.upper(0, 3000)).isCloseTo(.001042078, within(5e-10));
        assertThat(bounds.worth()).isLessThan(1);
        assertThat(bounds.atDesignEffect(2).worth()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @EnumSource(ProportionMethod.class)
    void boundsFollowTheMethodOfTheInterval(ProportionMethod method) {
        ProportionInterval interval = new ProportionInterval(method.label(), 0.95, 0, 0.1, null, null);

        assertThat(OneSidedBounds.of(interval, 100, 0.95).upper(3, 100))
                .isCloseTo(method.limits(3, 100, 0.9).upper(), within(1e-15));
        assertThat(OneSidedBounds.of(interval, 100, 0.5).lower(3, 100)).isBetween(0.02, 0.04);
    }

    /** At level one half the score bounds are the rate itself, whatever the number of sessions. */
    @Test
    void aVerdictThatHoldsToEveryDesignEffectNamesNone() {
        LimitSearch search = new LimitSearch(new OneSidedBounds(ProportionMethod.WILSON, 0.5, 1), 1, 10_000, 0.001);

        assertThat(search.verdict()).isEqualTo(Verdict.DEMONSTRATED_BELOW);
        assertThat(search.holdsToDesignEffect()).isNull();
    }

    @Test
    void aStatedDesignEffectDividesTheSessions() {
        ProportionInterval stated = new ProportionInterval(
                "stated", 0.95, 0, 0.1, new Clustering(3, null, 2, 1500), "design effect stated");

        assertThat(OneSidedBounds.of(stated, 3000, 0.95).worth()).isEqualTo(0.5);
    }

    /** At level one half the score bounds are the rate itself, so that a bound can be the limit exactly. */
    private static LimitSearch score(long events, long sessions, double limit) {
        return new LimitSearch(new OneSidedBounds(ProportionMethod.WILSON, 0.5, 1), events, sessions, limit);
    }

    @Test
    void aBoundAtTheLimitShowsNothing() {
        assertThat(score(1, 8, 0.125).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(score(1, 9, 0.125).verdict()).isEqualTo(Verdict.DEMONSTRATED_BELOW);
        assertThat(score(1, 7, 0.125).verdict()).isEqualTo(Verdict.DEMONSTRATED_ABOVE);
    }

    /** One in 16 is the limit, one in 17 below it. */
    @Test
    void sessionsUpToTheLimitAreNotEnough() {
        assertThat(score(1, 8, 1 / 16.0).sessionsNeeded()).isEqualTo(9);
        assertThat(score(1, 10, 1 / 16.0).sessionsNeeded()).isEqualTo(7);
        assertThat(score(1, 15, 1 / 16.0).sessionsNeeded()).isEqualTo(2);
    }

    /** 3 in 19 are below one fifth, 4 in 20 are not. */
    @Test
    void aTippingPointMayMeetTheLimit() {
        assertThat(score(0, 16, 0.2).tippingPoint(10)).isEqualTo(4);
        assertThat(score(0, 16, 0.2).tippingPoint(4)).isEqualTo(4);
        assertThat(score(0, 16, 0.2).tippingPoint(3)).isNull();
    }

    /** Liang 1992, 60 of 203 in 100 clusters; survey::svyciprop(method = "beta") at 90 % of both sides. */
    @Test
    void bothClusteredBoundsAgreeWithR() {
        ProportionInterval liang = new ProportionInterval(
                "korn-graubard", 0.95, 0.2176, 0.3834, new Clustering(100, 1.5928968280, 1.5928968280, 125.8), null);
        OneSidedBounds bounds = OneSidedBounds.of(liang, 203, 0.95);

        assertThat(bounds.lower(60, 203)).isCloseTo(.228983517, within(1e-9));
        assertThat(bounds.upper(60, 203)).isCloseTo(.369513993, within(1e-9));
    }
}
