package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.aestat.result.ProportionInterval;
import org.aestat.stat.ClusterSums;
import org.aestat.stat.Limits;
import org.aestat.stat.ProportionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntervalChoiceTest {

    private static ClusterSums sums(long[]... trialsEvents) {
        ClusterSums sums = new ClusterSums();
        for (long[] cluster : trialsEvents) {
            sums.add(cluster[0], cluster[1]);
        }
        return sums;
    }

    private static void isClopperPearson(ProportionInterval interval, ClusterSums sums, String reason) {
        Limits exact = ProportionMethod.CLOPPER_PEARSON.limits(sums.events(), sums.trials(), 0.95);
        assertThat(interval)
                .isEqualTo(new ProportionInterval("clopper-pearson", 0.95, exact.lower(), exact.upper(), null, reason));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "STABILIZED", "KORN_GRAUBARD"})
    void withoutRepeatsTheExactIntervalIsUsed(IntervalChoice choice) {
        ClusterSums singles = ClusterSums.ofSingles(30, 4);
        isClopperPearson(choice.interval(singles, 0.95, 1.5), singles, "no cluster has two assessed sessions");

        ClusterSums two = sums(new long[] {1, 0}, new long[] {1, 1});
        isClopperPearson(choice.interval(two, 0.95, 1.5), two, "no cluster has two assessed sessions");

        ClusterSums one = sums(new long[] {9, 2});
        isClopperPearson(choice.interval(one, 0.95, 1.5), one, "fewer than two clusters");
    }

    @Test
    void kornGraubardIsNotDefinedAtTheEnds() {
        ClusterSums none = sums(new long[] {4, 0}, new long[] {3, 0});
        isClopperPearson(IntervalChoice.KORN_GRAUBARD.interval(none, 0.95, 1.5), none, "no session has the event");

        ClusterSums all = sums(new long[] {4, 4}, new long[] {3, 3});
        isClopperPearson(IntervalChoice.KORN_GRAUBARD.interval(all, 0.95, 1.5), all, "every session has the event");
    }

    @Test
    void kornGraubardIsCappedWhereClustersDoNotDiffer() {
        ClusterSums alike = sums(new long[] {4, 2}, new long[] {2, 1}, new long[] {2, 1});
        ProportionInterval interval = IntervalChoice.KORN_GRAUBARD.interval(alike, 0.95, 1.5);
        Limits exact = ProportionMethod.CLOPPER_PEARSON.limits(4, 8, 0.95);

        assertThat(interval.method()).isEqualTo("korn-graubard");
        assertThat(interval.reason()).isNull();
        assertThat(interval.lower()).isEqualTo(exact.lower());
        assertThat(interval.clustering()).isEqualTo(new ProportionInterval.Clustering(3, 0.0, 0.0, 8));
    }

    @Test
    void autoSaysWhyItIsStabilized() {
        ClusterSums sums = sums(new long[] {4, 0}, new long[] {3, 0});
        ProportionInterval chosen = IntervalChoice.AUTO.interval(sums, 0.95, 1.5);
        ProportionInterval asked = IntervalChoice.STABILIZED.interval(sums, 0.95, 1.5);

        assertThat(chosen.method()).isEqualTo("stabilized");
        assertThat(chosen.reason()).isEqualTo("some clusters have several sessions");
        assertThat(asked.reason()).isNull();
        assertThat(asked.upper()).isEqualTo(chosen.upper());
        assertThat(asked.clustering()).isNotNull();
        assertThat(asked.clustering().estimatedDesignEffect()).isNull();
        assertThat(asked.clustering().designEffect()).isGreaterThan(1);
    }

    @Test
    void independentMethodsKnowNoClusters() {
        ClusterSums sums = sums(new long[] {4, 1}, new long[] {3, 2});

        assertThat(IntervalChoice.WILSON.interval(sums, 0.95, 1.5).lower())
                .isCloseTo(ProportionMethod.WILSON.limits(3, 7, 0.95).lower(), within(0.0));
        isClopperPearson(IntervalChoice.CLOPPER_PEARSON.interval(sums, 0.95, 1.5), sums, null);
    }

    @ParameterizedTest
    @EnumSource(ProportionMethod.class)
    void everyMethodForIndependentSessionsCanBeChosen(ProportionMethod method) {
        ClusterSums sums = sums(new long[] {4, 1}, new long[] {3, 2});
        IntervalChoice choice = IntervalChoice.valueOf(method.name());
        Limits limits = method.limits(3, 7, 0.95);

        assertThat(choice.label()).isEqualTo(method.label());
        assertThat(choice.interval(sums, 0.95, 1.5))
                .isEqualTo(new ProportionInterval(method.label(), 0.95, limits.lower(), limits.upper(), null, null));
    }

    @Test
    void logitIsNotDefinedAtTheEnds() {
        ClusterSums none = sums(new long[] {4, 0}, new long[] {3, 0});
        isClopperPearson(IntervalChoice.LOGIT.interval(none, 0.95, 1.5), none, "no session has the event");

        ClusterSums all = sums(new long[] {4, 4}, new long[] {3, 3});
        isClopperPearson(IntervalChoice.LOGIT.interval(all, 0.95, 1.5), all, "every session has the event");
    }
}
