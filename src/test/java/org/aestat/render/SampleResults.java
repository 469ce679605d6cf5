package org.aestat.render;

import java.util.Arrays;
import java.util.List;
import org.aestat.result.AuditResult;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.BenchmarkVerdict.Comparator;
import org.aestat.result.BenchmarkVerdict.Verdict;
import org.aestat.result.CurveLimits;
import org.aestat.result.CurveTest;
import org.aestat.result.Estimate;
import org.aestat.result.EventRate;
import org.aestat.result.EventRate.Bounds;
import org.aestat.result.EventRate.Counts;
import org.aestat.result.EventRate.FrequencyWords;
import org.aestat.result.EventRate.LadderStep;
import org.aestat.result.EventRate.NeedleRate;
import org.aestat.result.InputSummary;
import org.aestat.result.ProportionInterval;
import org.aestat.result.ProportionInterval.Clustering;
import org.aestat.result.Quantile;
import org.aestat.result.ReliefResult;
import org.aestat.result.RowCounts;
import org.aestat.result.RunSettings;
import org.aestat.result.SorenessResult;
import org.aestat.result.SorenessResult.DiaryTime;
import org.aestat.result.SorenessResult.Events;
import org.aestat.result.SorenessResult.Mean;
import org.aestat.result.SorenessResult.ResolvedBy;
import org.aestat.result.Stratum;
import org.aestat.result.Warning;
import org.jspecify.annotations.Nullable;

/** Results made by hand; their figures need not follow from each other. */
final class SampleResults {

    static final CurveLimits LOG_LOG = CurveLimits.clustered("log-log", 0.95);

    static final RunSettings SETTINGS = new RunSettings(
            0.95,
            "auto",
            "patient",
            List.of("condition"),
            List.of(),
            "",
            "",
            1.5,
            null,
            90,
            "default",
            "sore",
            RunSettings.Curves.DEFAULT);

    static final RunSettings PLAIN = new RunSettings(
            0.95,
            "auto",
            "patient",
            List.of(),
            List.of(),
            "",
            "",
            1.5,
            null,
            90,
            "default",
            "sore",
            RunSettings.Curves.DEFAULT);

    static final InputSummary CLINIC = new InputSummary(
            "clinic.csv",
            104_857,
            "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b",
            new RowCounts(1_200, 1_190, 8, 2));

    private SampleResults() {}

    static Stratum condition(@Nullable String value) {
        return new Stratum(List.of("condition"), Arrays.asList(value));
    }

    static AuditResult full() {
        return new AuditResult(
                "report",
                "0.1.0",
                List.of(CLINIC),
                300,
                SETTINGS,
                List.of(
                        bruising(Stratum.OVERALL, 91),
                        pneumothorax(Stratum.OVERALL),
                        unrecorded("fatigue", Stratum.OVERALL),
                        any(),
                        anyMajor(),
                        bruising(condition("neck pain"), 60),
                        pneumothorax(condition("neck pain")),
                        unrecorded("fatigue", condition("neck pain")),
                        bruising(condition(null), 31)),
                List.of(notShown(), below()),
                null,
                List.of(kaplanMeier(Stratum.OVERALL), kaplanMeier(condition("neck pain")), noSoreness(condition(null))),
                new CurveTest("log-rank, clustered by patient", Estimate.of(new CurveTest.Figures(4.214, 1, 0.0401))),
                List.of(relief(Stratum.OVERALL), relief(condition("neck pain")), noRelief(condition(null))),
                List.of(new Warning(
                        "few-patients-with-event", "Only 3 patients had bleeding; its interval is rough.")));
    }

    static AuditResult empty(String command) {
        return new AuditResult(
                command,
                "0.1.0",
                List.of(new InputSummary("empty.csv", 20, "ab", RowCounts.NONE)),
                0,
                PLAIN,
                List.of(new EventRate(
                        "any",
                        Stratum.OVERALL,
                        "any",
                        new Counts(0, 0, 0, 0, 0, 0, null),
                        Estimate.notEstimable("no sessions"),
                        null)),
                List.of(nothingRecorded(0)),
                null,
                List.of(noSoreness(Stratum.OVERALL)),
                null,
                List.of(noRelief(Stratum.OVERALL)),
                List.of());
    }

    static AuditResult only(
            RunSettings settings,
            @Nullable List<EventRate> rates,
            @Nullable List<BenchmarkVerdict> benchmarks,
            @Nullable List<SorenessResult> soreness,
            @Nullable List<ReliefResult> relief) {
        String command = soreness != null ? "soreness" : relief != null ? "relief" : "rates";
        return new AuditResult(
                command,
                "0.1.0",
                List.of(CLINIC),
                300,
                settings,
                rates,
                benchmarks,
                null,
                soreness,
                null,
                relief,
                List.of());
    }

    static ProportionInterval stabilized(double lower, double upper) {
        return new ProportionInterval(
                "stabilized",
                0.95,
                lower,
                upper,
                new Clustering(290, 1.2, 1.18, 974.576),
                "patients have many sessions");
    }

    static ProportionInterval exact(double lower, double upper) {
        return new ProportionInterval("clopper-pearson", 0.95, lower, upper, null, null);
    }

    static ProportionInterval poisson(double lower, double upper) {
        return new ProportionInterval("garwood", 0.95, lower, upper, null, null);
    }

    static EventRate bruising(Stratum stratum, long events) {
        return new EventRate(
                "bruising",
                stratum,
                "minor",
                new Counts(events, 1_150, 40, 0, 70, 290, 7L),
                Estimate.of(new EventRate.Figures(
                        events / 1_150.0,
                        stabilized(0.0621, 0.1014),
                        Estimate.of(new FrequencyWords("common", "common", "very common")),
                        70 / 290.0,
                        exact(0.193, 0.295),
                        null,
                        Estimate.of(new NeedleRate(91, 6_900, 13.188, poisson(10.25, 16.7))),
                        List.of())),
                new Bounds(0.0765, 0.1101));
    }

    static EventRate pneumothorax(Stratum stratum) {
        return new EventRate(
                "pneumothorax",
                stratum,
                "major",
                new Counts(0, 1_150, 40, 0, 0, 290, 7L),
                Estimate.of(new EventRate.Figures(
                        0,
                        new ProportionInterval(
                                "stabilized", 0.95, 0, 0.003214, new Clustering(290, null, 1.05, 1_095.2), null),
                        Estimate.of(new FrequencyWords("none observed", "none observed", "uncommon")),
                        0,
                        exact(0, 0.0126),
                        null,
                        Estimate.of(new NeedleRate(0, 6_900, 0, poisson(0, 0.5346))),
                        ladder())),
                new Bounds(0, 0.0336));
    }

    static EventRate unrecorded(String event, Stratum stratum) {
        return new EventRate(
                event,
                stratum,
                "minor",
                new Counts(0, 0, 1_190, 0, 0, 0, null),
                Estimate.notEstimable("not recorded"),
                new Bounds(0, 1));
    }

    static EventRate any() {
        return new EventRate(
                "any",
                Stratum.OVERALL,
                "any",
                new Counts(91, 1_100, 90, 50, 70, 288, 7L),
                Estimate.of(new EventRate.Figures(
                        0.08272727272727272,
                        exact(0.0671, 0.1005),
                        Estimate.of(new FrequencyWords("common", "common", "very common")),
                        0.24,
                        exact(0.193, 0.295),
                        null,
                        Estimate.notEstimable("no needles recorded with it"),
                        List.of())),
                new Bounds(0.0765, 0.1521));
    }

    static EventRate anyMajor() {
        return new EventRate(
                "any_major",
                Stratum.OVERALL,
                "major",
                new Counts(1, 12, 1_178, 0, 1, 4, null),
                Estimate.of(new EventRate.Figures(
                        1 / 12.0,
                        exact(0.0021, 0.3848),
                        Estimate.notEstimable("fewer than 20 sessions assessed"),
                        0.25,
                        exact(0.0063, 0.8059),
                        null,
                        null,
                        List.of(new LadderStep("design effect 1", 0.95, 0.3387)))),
                new Bounds(0.00084, 0.9908));
    }

    static List<LadderStep> ladder() {
        return List.of(
                new LadderStep("design effect 1", 0.95, 0.002602),
                new LadderStep("design effect 1.5", 0.95, 0.003901),
                new LadderStep("whole therapists", 0.95, 0.3482));
    }

    private static BenchmarkVerdict verdict(
            Verdict verdict,
            String reason,
            Counts counts,
            @Nullable Double rate,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Long needed,
            @Nullable Double holds,
            @Nullable Long tippingPoint) {
        return new BenchmarkVerdict(
                "pneumothorax",
                "pneumothorax",
                Stratum.OVERALL,
                0.001,
                0.95,
                verdict,
                reason,
                counts,
                rate,
                lower,
                upper,
                needed,
                holds,
                tippingPoint,
                "clinical guidance (0.1 % of sessions)",
                List.of(new Comparator("Witt 2009", 2, 229_230, "patient")));
    }

    static Counts counts(long events, long denominator, long notRecorded, long patients, long assessed) {
        return new Counts(events, denominator, notRecorded, 0, patients, assessed, null);
    }

    static BenchmarkVerdict notShown() {
        return verdict(
                Verdict.INCONCLUSIVE,
                "the upper bound is above the limit",
                counts(0, 640, 0, 0, 250),
                0.0,
                0.0,
                0.00467,
                2_431L,
                null,
                null);
    }

    static BenchmarkVerdict below() {
        return verdict(
                Verdict.DEMONSTRATED_BELOW,
                "the upper bound is below the limit",
                counts(0, 2_995, 0, 0, 900),
                0.0,
                0.0,
                0.00099976,
                null,
                1.00033,
                null);
    }

    static BenchmarkVerdict belowUnlessUnrecorded(@Nullable Long tippingPoint) {
        return verdict(
                Verdict.DEMONSTRATED_BELOW,
                "the upper bound is below the limit",
                counts(2, 20_000, 30, 2, 5_000),
                0.0001,
                0.0,
                0.00032,
                null,
                3.179,
                tippingPoint);
    }

    static BenchmarkVerdict above() {
        return verdict(
                Verdict.DEMONSTRATED_ABOVE,
                "the lower bound is above the limit",
                counts(3, 818, 5, 2, 250),
                3 / 818.0,
                0.0010004,
                0.00945,
                null,
                1.0007,
                null);
    }

    static BenchmarkVerdict undecided() {
        return verdict(
                Verdict.INCONCLUSIVE,
                "the bounds lie on both sides of the limit",
                counts(20, 20_464, 0, 19, 5_000),
                20 / 20_464.0,
                0.00065,
                0.00142,
                1_300L,
                null,
                null);
    }

    static BenchmarkVerdict tooMuchUnrecorded() {
        return verdict(
                Verdict.INCONCLUSIVE,
                "20.0 % of sessions have no answer, and 3 of them would be enough to lose it",
                counts(0, 4_000, 1_000, 0, 900),
                0.0,
                0.0,
                0.00075,
                null,
                null,
                3L);
    }

    static BenchmarkVerdict tooFew() {
        return verdict(
                Verdict.INCONCLUSIVE,
                "fewer than 20 sessions are assessed",
                counts(2, 10, 0, 2, 4),
                0.2,
                0.0368,
                0.507,
                null,
                null,
                null);
    }

    static BenchmarkVerdict nothingRecorded(long sessions) {
        return verdict(
                Verdict.INCONCLUSIVE,
                "no session is assessed",
                counts(0, 0, sessions, 0, 0),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static SorenessResult kaplanMeier(Stratum stratum) {
        return new SorenessResult(
                stratum,
                SorenessResult.KAPLAN_MEIER,
                new SorenessResult.Counts(1_100, 700, 400, 650, 50, 0, 80, 10),
                Estimate.of(new SorenessResult.Figures(
                        Quantile.at(30, 28.0, 36.0),
                        Quantile.at(18.5, 18.0, 20.0),
                        Quantile.at(48, 46.0, null),
                        Estimate.of(new Mean(33.149, 1.05)),
                        List.of(
                                resolvedBy(12, 0.104, 0.081, 0.127, 690),
                                resolvedBy(24, 0.3521, 0.3212, 0.3809, 627),
                                resolvedBy(36, 0.6, 0.56, 0.64, 454),
                                resolvedBy(48, 0.8, 0.77, 0.83, 280),
                                resolvedBy(72, 0.995, 0.985, 0.998, 60),
                                new ResolvedBy(168, Estimate.notEstimable("beyond the last observed time"))),
                        List.of(
                                point(6, 700, 0, 0.95),
                                point(12, 690, 10, 0.896),
                                point(24, 627, 0, 0.6479),
                                point(36, 454, 20, 0.4),
                                point(48, 280, 10, 0.2),
                                point(72, 60, 10, 0.005)),
                        LOG_LOG)),
                List.of());
    }

    private static ResolvedBy resolvedBy(double hours, double probability, double lower, double upper, long atRisk) {
        return new ResolvedBy(
                hours, Estimate.of(new SorenessResult.Share(probability, lower, upper, null, null, atRisk)));
    }

    private static SorenessResult.CurvePoint point(double hours, long atRisk, long censored, double sore) {
        return new SorenessResult.CurvePoint(
                null, hours, new Events(atRisk, 30, censored), sore, sore - 0.004, sore + 0.004);
    }

    static SorenessResult noSoreness(Stratum stratum) {
        return new SorenessResult(
                stratum,
                SorenessResult.KAPLAN_MEIER,
                new SorenessResult.Counts(0, 0, 0, 0, 0, 0, 0, 0),
                Estimate.notEstimable("no session with soreness"),
                List.of());
    }

    static SorenessResult npmle() {
        return new SorenessResult(
                Stratum.OVERALL,
                SorenessResult.NPMLE,
                new SorenessResult.Counts(233, 100, 133, 52, 48, 6, 2, 0),
                Estimate.of(new SorenessResult.Figures(
                        Quantile.within(4, 20),
                        Quantile.within(1.5, 4),
                        Quantile.none("more than a quarter are still sore at the last hour", null, null),
                        Estimate.notEstimable("follow-up ends at 20 h"),
                        List.of(
                                new ResolvedBy(
                                        12, Estimate.of(new SorenessResult.Share(null, null, null, 0.3, 0.52, null))),
                                new ResolvedBy(24, Estimate.notEstimable("beyond the last observed time"))),
                        List.of(
                                new SorenessResult.CurvePoint(0.5, 1.5, null, 0.85, null, null),
                                new SorenessResult.CurvePoint(1.5, 4, null, 0.7, 0.6, 0.79),
                                new SorenessResult.CurvePoint(4.0, 20, null, 0.48, null, null)),
                        CurveLimits.bootstrap(0.95, 20240229, 200))),
                List.of(
                        new DiaryTime(0.5, 233, 0.4206, 0.31, 0.53, 0.2747, "stabilized", 0.2184, 0.3367),
                        new DiaryTime(1.5, 233, 0.3605, null, null, 0.2275, "stabilized", 0.1754, 0.2868),
                        new DiaryTime(4, 231, 0.61, null, null, 0.3263, "stabilized", 0.2662, 0.3907),
                        new DiaryTime(20, 0, null, null, null, null, null, null, null)));
    }

    static ReliefResult relief(Stratum stratum) {
        return new ReliefResult(
                stratum,
                "column",
                ReliefResult.ESTIMAND,
                new ReliefResult.Counts(310, 190, 80, 40, 12, 3, 0, 2, 25, 1),
                Estimate.of(new ReliefResult.Figures(
                        Quantile.at(4, 3.0, null),
                        List.of(
                                relievedBy(1, 0.123, 310, 0.123),
                                relievedBy(3, 0.412, 220, 0.433),
                                relievedBy(4, 0.51, 150, 0.548),
                                relievedBy(6, 0.6, 80, 0.66),
                                new ReliefResult.RelievedBy(
                                        10, Estimate.notEstimable("fewer than 5 courses at risk from session 9"))),
                        List.of(
                                new ReliefResult.CurvePoint(1, 310, 38, 5, 2, 0.123, 0.09, 0.16),
                                new ReliefResult.CurvePoint(2, 265, 0, 0, 1, 0.0, null, null)),
                        LOG_LOG,
                        Quantile.none("less than half are relieved", 21.0, null),
                        CurveLimits.greenwood("log-log", 0.95))),
                1.449,
                new Mean(2.31, 0.149));
    }

    static ReliefResult reliefByPain() {
        ReliefResult column = relief(Stratum.OVERALL);
        return beside(
                column,
                new ReliefResult.Second(
                        "pain -50%, sustained",
                        305,
                        120,
                        Estimate.of(new ReliefResult.Reached(
                                Quantile.at(6, 5.0, null),
                                List.of(
                                        relievedBy(3, 0.25, 210, 0.28),
                                        new ReliefResult.RelievedBy(6, Estimate.notEstimable("too few"))))),
                        new ReliefResult.Held(80, 50)),
                new ReliefResult.Held(120, 90));
    }

    static ReliefResult beside(
            ReliefResult result, ReliefResult.@Nullable Second second, ReliefResult.@Nullable Held held) {
        return new ReliefResult(
                result.stratum(),
                "pain -30%, sustained",
                result.estimand(),
                result.counts(),
                result.estimate(),
                result.sessionsPerWeek(),
                result.meanPainFall(),
                new ReliefResult.Further(
                        second,
                        held,
                        List.of(
                                bounds(1, 0.12, 0.15),
                                bounds(6, 0.55, 0.68),
                                new ReliefResult.OpenBounds(10, Estimate.notEstimable("too few")))));
    }

    private static ReliefResult.OpenBounds bounds(int session, double lower, double upper) {
        return new ReliefResult.OpenBounds(session, Estimate.of(new ReliefResult.Range(lower, upper)));
    }

    private static ReliefResult.RelievedBy relievedBy(int session, double probability, long atRisk, double free) {
        return new ReliefResult.RelievedBy(
                session,
                Estimate.of(new ReliefResult.Share(probability, probability - 0.04, probability + 0.04, atRisk, free)));
    }

    static ReliefResult noRelief(Stratum stratum) {
        return new ReliefResult(
                stratum,
                "pain -30%",
                ReliefResult.ESTIMAND,
                new ReliefResult.Counts(0, 0, 0, 0, 0, 0, 0, 0, 4, 0),
                Estimate.notEstimable("no course is assessed"),
                null,
                null);
    }
}
