package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.aestat.result.Estimate;
import org.aestat.result.Estimate.Estimated;
import org.aestat.result.EventRate;
import org.aestat.result.EventRate.Figures;
import org.aestat.result.EventRate.LadderStep;
import org.aestat.result.ProportionInterval;
import org.aestat.result.Warning;
import org.aestat.session.AdverseEvent;
import org.aestat.session.Answer;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.Sessions;
import org.aestat.stat.ClusterSums;
import org.aestat.stat.ProportionMethod;
import org.aestat.stat.TwoWayClusters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdverseEventRatesTest {

    private final RandomClinic clinic = new RandomClinic(8);

    private AdverseEventRates rates(AnalysisSettings settings) {
        AdverseEventRates rates = new AdverseEventRates(clinic.table().layout(), clinic.strata(), settings);
        clinic.histories().forEach(rates::accept);
        return rates;
    }

    private static AnalysisSettings settings(
            ClusterLevel cluster, IntervalChoice interval, @Nullable Double designEffect) {
        return new AnalysisSettings(0.95, interval, cluster, 1.5, designEffect, 90, null, false);
    }

    private static Figures figures(EventRate rate) {
        return ((Estimated<Figures>) rate.estimate()).value();
    }

    /** The clusters of bruising, the first event, counted session by session under a key of each. */
    private ClusterSums sums(BiFunction<Integer, Session, Object> key) {
        Map<Object, long[]> counts = new HashMap<>();
        int patient = 0;
        for (PatientHistory history : clinic.histories()) {
            patient++;
            for (Session session : history) {
                if (session.isUsed() && session.answer(0) != Answer.NOT_RECORDED) {
                    long[] count = counts.computeIfAbsent(key.apply(patient, session), k -> new long[2]);
                    count[0]++;
                    count[1] += session.answer(0) == Answer.YES ? 1 : 0;
                }
            }
        }
        ClusterSums sums = new ClusterSums();
        counts.values().forEach(count -> sums.add(count[0], count[1]));
        return sums;
    }

    private static Object key(int patient, Session session, ClusterLevel level) {
        return switch (level) {
            case PATIENT -> patient;
            case THERAPIST -> session.therapist();
            default -> session.category(1);
        };
    }

    @ParameterizedTest
    @EnumSource(names = {"PATIENT_THERAPIST", "PATIENT_SITE", "THERAPIST_SITE"})
    void crossedLevelsAgreeWithCountingThemOneByOne(ClusterLevel level) {
        ClusterLevel a = level.levels().get(0);
        ClusterLevel b = level.levels().get(1);
        TwoWayClusters expected = new TwoWayClusters(
                sums((patient, session) -> key(patient, session, a)),
                sums((patient, session) -> key(patient, session, b)),
                sums((patient, session) -> List.of(key(patient, session, a), key(patient, session, b))));
        ProportionInterval interval = figures(rates(settings(level, IntervalChoice.STABILIZED, null))
                        .result()
                        .get(0))
                .interval();

        assertThat(interval).isEqualTo(IntervalChoice.STABILIZED.interval(expected, 0.95, 1.5));
        assertThat(interval.clustering()).isNotNull();
        assertThat(interval.clustering().clusters()).isEqualTo(expected.clusters());
    }

    @Test
    void aStatedDesignEffectIsUsedAsItIs() {
        EventRate rate = rates(settings(ClusterLevel.THERAPIST, IntervalChoice.AUTO, 2.0))
                .result()
                .get(0);
        ProportionInterval interval = figures(rate).interval();
        double y = rate.counts().events();
        double n = rate.counts().denominator();

        assertThat(interval.method()).isEqualTo("stated");
        assertThat(interval.reason()).isEqualTo("design effect stated");
        assertThat(interval.lower())
                .isCloseTo(
                        ProportionMethod.CLOPPER_PEARSON
                                .limits(y / 2, n / 2, 0.95)
                                .lower(),
                        within(1e-14));
        assertThat(interval.clustering()).isNotNull();
        assertThat(interval.clustering().effectiveSize()).isEqualTo(n / 2);
        assertThat(interval.clustering().clusters()).isEqualTo(4);
    }

    @Test
    void theLadderEndsWithEveryLevelOfTheData() {
        AdverseEventRates rates =
                new AdverseEventRates(clinic.table().layout(), clinic.strata(), AnalysisSettings.DEFAULT);
        clinic.histories().subList(0, 12).forEach(rates::accept);

        assertThat(figures(rates.result().get(0)).ladder())
                .extracting(LadderStep::assumption)
                .endsWith("patients as the sample", "therapists as the sample", "sites as the sample")
                .hasSize(10);
    }

    @Test
    void fewPatientsAndFewClustersAreWarnedOf() {
        assertThat(rates(settings(ClusterLevel.THERAPIST, IntervalChoice.AUTO, null))
                        .warnings())
                .contains(new Warning(
                        "few-clusters",
                        "Sessions are clustered by therapist, and some interval rests on 4 clusters only: below"
                                + " 10, how much clusters differ is hardly known."));
        assertThat(rates(settings(ClusterLevel.PATIENT, IntervalChoice.AUTO, null))
                        .warnings())
                .extracting(Warning::code)
                .doesNotContain("few-clusters");
        assertThat(rates(settings(ClusterLevel.SITE, IntervalChoice.WILSON, null))
                        .warnings())
                .extracting(Warning::code)
                .doesNotContain("few-clusters");
        assertThat(rates(settings(ClusterLevel.SITE, IntervalChoice.AUTO, 2.0)).warnings())
                .extracting(Warning::code)
                .doesNotContain("few-clusters");
        assertThat(rates(settings(ClusterLevel.NONE, IntervalChoice.AUTO, null)).warnings())
                .extracting(Warning::code)
                .doesNotContain("few-clusters");
    }

    @Test
    void fewPatientsWithAnEventAreListed() {
        AdverseEventRates few = new AdverseEventRates(
                clinic.table().layout(), clinic.strata(), settings(ClusterLevel.PATIENT, IntervalChoice.AUTO, null));
        assertThat(few.warnings()).isEmpty();
        few.accept(clinic.histories().get(0));
        List<EventRate> rates = few.result();
        List<String> listed = rates.stream()
                .filter(rate -> !rate.event().startsWith("any") && rate.counts().patients() == 1)
                .map(rate -> rate.event() + " (1)")
                .toList();

        assertThat(listed).isNotEmpty();
        assertThat(few.warnings())
                .contains(
                        new Warning(
                                "few-patients-with-event",
                                "Fewer than 20 patients had these events, so their intervals are rough: "
                                        + String.join(", ", listed) + "."),
                        new Warning(
                                "few-clusters",
                                "Sessions are clustered by patient, and some interval rests on 1 cluster only: below"
                                        + " 10, how much clusters differ is hardly known."));
    }

    @Test
    void levelsAreNamedInEitherOrder() {
        assertThat(ClusterLevel.inOrder("therapist,patient")).isEqualTo("patient,therapist");
        assertThat(ClusterLevel.inOrder("patient,therapist")).isEqualTo("patient,therapist");
        assertThat(ClusterLevel.inOrder("site")).isEqualTo("site");
        assertThat(ClusterLevel.inOrder("site,site")).isEqualTo("site,site");
        assertThat(ClusterLevel.PATIENT_SITE.label()).isEqualTo("patient,site");
        assertThat(ClusterLevel.SITE.isTwoWay()).isFalse();
        assertThat(ClusterLevel.THERAPIST_SITE.includes(ClusterLevel.PATIENT)).isFalse();
    }

    private static AdverseEventRates ratesOf(Sessions sessions) {
        AdverseEventRates rates = new AdverseEventRates(
                sessions.table().layout(), new Strata(sessions.table(), List.of()), AnalysisSettings.DEFAULT);
        for (int row = 0; row < sessions.table().size(); row++) {
            rates.accept(new PatientHistory(sessions.table(), new int[] {row}, 0, 1));
        }
        return rates;
    }

    private static String whyNot(AdverseEventRates rates, String event) {
        return rates.result().stream()
                .filter(rate -> rate.event().equals(event))
                .map(rate -> rate.estimate().fold(figures -> "estimated", reason -> reason))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void reasonsForNoRate() {
        Sessions eventless = new Sessions(Sessions.layout()).add("p", draft -> {});
        assertThat(ratesOf(eventless).result()).hasSize(1);
        assertThat(whyNot(ratesOf(eventless), "any")).isEqualTo("the export has no column of adverse events");
        assertThat(ratesOf(eventless).result().get(0).counts().notRecorded()).isEqualTo(1);

        Sessions bruises = new Sessions(Sessions.layout(new AdverseEvent("bruising", false)));
        assertThat(whyNot(ratesOf(bruises), "bruising")).isEqualTo("no sessions");
        bruises.add("p", draft -> {});
        assertThat(whyNot(ratesOf(bruises), "bruising")).isEqualTo("not recorded");
        bruises.add("q", draft -> draft.setAnswer(0, Answer.NO));
        assertThat(whyNot(ratesOf(bruises), "bruising")).isEqualTo("estimated");
        assertThat(whyNot(ratesOf(bruises), "any_major"))
                .isEqualTo("not recorded: the export has no column of a major event");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 19, fewer than 20 sessions assessed",
        "4, 5, fewer than 5 patients assessed",
        "5, 4, words",
        "20, 1, words"
    })
    void frequencyWordsNeedTwentySessionsOfFivePatients(int patients, int sessionsEach, String expected) {
        Sessions bruises = new Sessions(Sessions.layout(new AdverseEvent("bruising", false)));
        for (int i = 0; i < patients * sessionsEach; i++) {
            bruises.add("p", draft -> draft.setAnswer(0, Answer.NO));
        }
        AdverseEventRates rates = new AdverseEventRates(
                bruises.table().layout(), new Strata(bruises.table(), List.of()), AnalysisSettings.DEFAULT);
        for (int patient = 0; patient < patients; patient++) {
            int[] rows = IntStream.range(patient * sessionsEach, (patient + 1) * sessionsEach)
                    .toArray();
            rates.accept(new PatientHistory(bruises.table(), rows, 0, sessionsEach));
        }

        String words = figures(rates.result().get(0)).frequency().fold(found -> "words", reason -> reason);
        assertThat(words).isEqualTo(expected);
    }

    @Test
    void reasonsForNoRatePerNeedle() {
        Sessions bruises = new Sessions(Sessions.layout(new AdverseEvent("bruising", false)));
        bruises.add("p", draft -> draft.setAnswer(0, Answer.NO));
        assertThat(figures(ratesOf(bruises).result().get(0)).perThousandNeedles())
                .isEqualTo(Estimate.notEstimable("no session has both recorded"));
        bruises.add("q", draft -> {
            draft.setAnswer(0, Answer.NO);
            draft.setNeedles(0);
        });
        AdverseEventRates twice = ratesOf(bruises).combine(ratesOf(bruises));
        assertThat(figures(twice.result().get(0)).perThousandNeedles())
                .isEqualTo(Estimate.notEstimable("no needles were used"));
    }
}
