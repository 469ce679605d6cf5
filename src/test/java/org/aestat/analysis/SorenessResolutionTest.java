package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aestat.result.Estimate;
import org.aestat.result.Quantile;
import org.aestat.result.SorenessResult;
import org.aestat.result.SorenessResult.ResolvedBy;
import org.aestat.result.SorenessResult.Share;
import org.aestat.result.Stratum;
import org.aestat.session.Answer;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.Sessions;
import org.aestat.session.SorenessForm;
import org.junit.jupiter.api.Test;

/** Small cases worked by hand; each session is a patient of its own. */
class SorenessResolutionTest {

    private static final int HOUR = 60;
    private static final AnalysisSettings ALL =
            new AnalysisSettings(0.95, IntervalChoice.AUTO, ClusterLevel.PATIENT, 1.5, null, 90, null, true);

    private final Sessions sessions = new Sessions(Sessions.layout(EnumSet.allOf(Field.class), List.of()));

    private void interval(int lastSore, int firstClear) {
        sessions.add("p", draft -> {
            draft.setLastSore(lastSore);
            draft.setFirstClear(firstClear);
        });
    }

    private SorenessResult overall(SorenessForm form, AnalysisSettings settings) {
        SorenessResolution resolution = new SorenessResolution(
                form,
                List.of(),
                new Strata(sessions.table(), List.of()),
                new Strata(sessions.table(), List.of()),
                settings);
        for (int row = 0; row < sessions.table().size(); row++) {
            resolution.accept(new PatientHistory(sessions.table(), new int[] {row}, 0, 1));
        }
        return resolution.result().rows().get(0);
    }

    private static SorenessResult.Figures figures(SorenessResult result) {
        return ((Estimate.Estimated<SorenessResult.Figures>) result.estimate()).value();
    }

    private static Estimate<Share> resolvedBy(SorenessResult result, double hours) {
        return figures(result).resolvedBy().stream()
                .filter(row -> row.hours() == hours)
                .map(ResolvedBy::estimate)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void insideAnIntervalThereAreOnlyBounds() {
        interval(6 * HOUR, 12 * HOUR);
        interval(20 * HOUR, 30 * HOUR);
        interval(20 * HOUR, 30 * HOUR);
        interval(60 * HOUR, 72 * HOUR);
        SorenessResult result = overall(SorenessForm.INTERVAL, AnalysisSettings.DEFAULT);

        assertThat(probability(resolvedBy(result, 12))).isEqualTo(0.25);
        Share at24 = ((Estimate.Estimated<Share>) resolvedBy(result, 24)).value();
        assertThat(at24.probability()).isNull();
        assertThat(at24.lowerBound()).isCloseTo(0.25, within(1e-9));
        assertThat(at24.upperBound()).isCloseTo(0.75, within(1e-9));
        assertThat(range(figures(result).median())).isEqualTo(Quantile.within(20, 30));
        assertThat(range(figures(result).firstQuartile()))
                .as("a quarter is met exactly, up to the end of the next interval")
                .isEqualTo(Quantile.within(6, 30));
        assertThat(probability(resolvedBy(result, 168))).isEqualTo(1.0);
    }

    private static Double probability(Estimate<Share> share) {
        return share.fold(Share::probability, reason -> null);
    }

    /** Without the limits. */
    private static Quantile range(Quantile quantile) {
        return Quantile.within(quantile.from(), quantile.to());
    }

    @Test
    void beyondTheLastTimeNothingIsEstimable() {
        interval(6 * HOUR, 12 * HOUR);
        interval(40 * HOUR, Session.NONE);
        SorenessResult result = overall(SorenessForm.INTERVAL, AnalysisSettings.DEFAULT);

        assertThat(probability(resolvedBy(result, 36))).isEqualTo(0.5);
        assertThat(resolvedBy(result, 48)).isEqualTo(Estimate.notEstimable("beyond the last observed time, 40 h"));
        assertThat(range(figures(result).median()))
                .as("half is met exactly, up to the last time")
                .isEqualTo(Quantile.within(6, 40));
        assertThat(figures(result).thirdQuartile().reason()).isEqualTo("not reached by 40 h");
        assertThat(figures(result).curve()).hasSize(1);
    }

    @Test
    void theLastIntervalMayRestExactlyOnTheLevel() {
        interval(6 * HOUR, 12 * HOUR);
        interval(6 * HOUR, 12 * HOUR);
        interval(12 * HOUR, Session.NONE);
        interval(12 * HOUR, Session.NONE);

        assertThat(range(figures(overall(SorenessForm.INTERVAL, AnalysisSettings.DEFAULT))
                        .median()))
                .isEqualTo(Quantile.within(6, 12));
    }

    @Test
    void amongAllTheNeverSoreEndAtTimeZero() {
        sessions.add("p", draft -> draft.setDuration(0));
        sessions.add("p", draft -> {
            draft.setDuration(10 * HOUR);
            draft.setResolved(Answer.YES);
        });
        SorenessResult all = overall(SorenessForm.DURATION, ALL);
        SorenessResult sore = overall(SorenessForm.DURATION, AnalysisSettings.DEFAULT);

        assertThat(figures(all).curve().get(0).hours()).isZero();
        assertThat(figures(all).curve().get(0).sore()).isEqualTo(0.5);
        assertThat(all.counts().sessions()).isEqualTo(2);
        assertThat(all.counts().resolved()).isEqualTo(2);
        assertThat(figures(sore).curve()).hasSize(1);
        assertThat(sore.counts().sessions()).isEqualTo(1);
        assertThat(sore.counts().neverSore()).isEqualTo(1);
    }

    @Test
    void amongAllTheNeverSoreEndAtTimeZeroInIntervalsToo() {
        interval(Session.NONE, 0);
        interval(6 * HOUR, 12 * HOUR);
        SorenessResult all = overall(SorenessForm.INTERVAL, ALL);

        assertThat(figures(all).curve().get(0).hours()).isZero();
        assertThat(figures(all).curve().get(0).sore()).isEqualTo(0.5);
        assertThat(figures(all).curve().get(0).upper())
                .as("many replicates have no other session than the one that was never sore, or only the other")
                .isEqualTo(1);
        assertThat(figures(all).curve().get(0).lower()).isZero();
        assertThat(probability(resolvedBy(all, 12))).isEqualTo(1.0);
    }

    private void duration(int hours, boolean resolved) {
        sessions.add("p", draft -> {
            draft.setDuration(hours * HOUR);
            draft.setResolved(resolved ? Answer.YES : Answer.NO);
        });
    }

    /**
     * Four patients alike, of whose four sessions one ended by 10 h and three by 30 h: every replicate is the same, and
     * the limits are exact ones of 1 in 4. R 4.2.2: binom.test(1, 4)$conf.int.
     */
    @Test
    void limitsOfAnIntervalCurve() {
        SorenessResolution resolution = new SorenessResolution(
                SorenessForm.INTERVAL,
                List.of(),
                new Strata(sessions.table(), List.of()),
                new Strata(sessions.table(), List.of()),
                AnalysisSettings.DEFAULT);
        for (int patient = 0; patient < 4; patient++) {
            int first = sessions.table().size();
            interval(0, 10 * HOUR);
            interval(20 * HOUR, 30 * HOUR);
            interval(20 * HOUR, 30 * HOUR);
            interval(20 * HOUR, 30 * HOUR);
            resolution.accept(
                    new PatientHistory(sessions.table(), new int[] {first, first + 1, first + 2, first + 3}, 0, 4));
        }
        SorenessResult result = resolution.result().rows().get(0);
        List<SorenessResult.CurvePoint> curve = figures(result).curve();

        assertThat(curve.get(0).sore()).isCloseTo(0.75, within(1e-9));
        assertThat(curve.get(0).lower()).isCloseTo(1 - 0.8058795503167566, within(1e-8));
        assertThat(curve.get(0).upper()).isCloseTo(1 - 0.0063094632097098697, within(1e-8));
        assertThat(curve.get(1).sore()).isZero();
        assertThat(curve.get(1).lower()).isNull();
        assertThat(curve.get(1).upper()).isNull();
        Share at12 = ((Estimate.Estimated<Share>) resolvedBy(result, 12)).value();
        assertThat(at12.lower()).isCloseTo(0.0063094632097098697, within(1e-8));
        assertThat(at12.upper()).isCloseTo(0.8058795503167566, within(1e-8));
        Share at36 = ((Estimate.Estimated<Share>) resolvedBy(result, 36)).value();
        assertThat(at36.probability()).isEqualTo(1);
        assertThat(at36.lower()).isNull();
        assertThat(at36.upper()).isNull();
        assertThat(figures(result).median()).isEqualTo(Quantile.within(20, 30, 20.0, 30.0));
        assertThat(figures(result).firstQuartile()).isEqualTo(Quantile.within(0, 30, 0.0, 10.0));
    }

    /** In many replicates of a curve that ends at one third three quarters are never reached. */
    @Test
    void aLimitThatIsNotReachedIsAbsent() {
        interval(0, 10 * HOUR);
        interval(40 * HOUR, Session.NONE);
        interval(40 * HOUR, Session.NONE);
        Quantile third = figures(overall(SorenessForm.INTERVAL, AnalysisSettings.DEFAULT))
                .thirdQuartile();

        assertThat(third.reason()).isEqualTo("not reached by 40 h");
        assertThat(third.upper()).isNull();
    }

    /** One of three resolved at 20 h; the others were last seen sore at 30 h. */
    @Test
    void beforeTheFirstAndAfterTheLastDuration() {
        duration(20, true);
        duration(30, false);
        duration(30, false);
        SorenessResult result = overall(SorenessForm.DURATION, AnalysisSettings.DEFAULT);

        assertThat(resolvedBy(result, 12)).isEqualTo(Estimate.of(new Share(0.0, null, null, null, null, 3L)));
        assertThat(probability(resolvedBy(result, 24))).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(resolvedBy(result, 36)).isEqualTo(Estimate.notEstimable("beyond the last observed time, 30 h"));
        assertThat(figures(result).median().reason()).isEqualTo("not reached by 30 h");
        assertThat(figures(result).meanHoursTo72()).isEqualTo(Estimate.notEstimable("follow-up ends at 30 h"));
    }

    /** Resolved at the very hour that is asked for. */
    @Test
    void theHourItselfIsIncluded() {
        duration(12, true);
        duration(20, true);

        assertThat(probability(resolvedBy(overall(SorenessForm.DURATION, AnalysisSettings.DEFAULT), 12)))
                .isEqualTo(0.5);
    }

    @Test
    void reasonsForNoCurve() {
        assertThat(overall(SorenessForm.DURATION, AnalysisSettings.DEFAULT).estimate())
                .isEqualTo(Estimate.notEstimable("no sessions"));
        sessions.add("p", draft -> {});
        assertThat(overall(SorenessForm.INTERVAL, AnalysisSettings.DEFAULT).estimate())
                .isEqualTo(Estimate.notEstimable("not recorded"));
        sessions.add("p", draft -> draft.setDuration(0));
        assertThat(overall(SorenessForm.DURATION, AnalysisSettings.DEFAULT).estimate())
                .isEqualTo(Estimate.notEstimable("no session with soreness"));
        assertThat(overall(null, AnalysisSettings.DEFAULT).estimate())
                .isEqualTo(Estimate.notEstimable("the export has no column of soreness"));
        assertThat(overall(null, AnalysisSettings.DEFAULT).counts().notRecorded())
                .isEqualTo(2);
    }

    @Test
    void aSessionNotRecordedAndOneWithoutEndAreSessions() {
        sessions.add("p", draft -> {});
        sessions.add("q", draft -> draft.setDuration(10 * HOUR));

        assertThat(overall(SorenessForm.DURATION, AnalysisSettings.DEFAULT).estimate())
                .isEqualTo(Estimate.notEstimable("not recorded"));
    }

    @Test
    void aDiaryTimeWithoutScoresHasNoShare() {
        Sessions diary = new Sessions(Sessions.layout(Set.of(), List.of(60, 120)));
        diary.add("p", draft -> draft.setDiaryScore(1, 3 * Session.SCORE_UNITS));
        diary.add("q", draft -> draft.setDiaryScore(1, 0));
        SorenessResolution resolution = new SorenessResolution(
                SorenessForm.DIARY,
                List.of(60, 120),
                new Strata(diary.table(), List.of()),
                new Strata(diary.table(), List.of()),
                AnalysisSettings.DEFAULT);
        resolution.accept(new PatientHistory(diary.table(), new int[] {0}, 0, 1));
        resolution.accept(new PatientHistory(diary.table(), new int[] {1}, 0, 1));
        List<SorenessResult.DiaryTime> trajectory =
                resolution.result().rows().get(0).trajectory();

        assertThat(trajectory.get(0))
                .isEqualTo(new SorenessResult.DiaryTime(1, 0, null, null, null, null, null, null, null));
        assertThat(trajectory.get(1).meanScore()).isEqualTo(1.5);
        assertThat(trajectory.get(1).sore()).isEqualTo(0.5);
    }

    /** By hand: 2 of 3 sore sessions ended by 24 h and 48 h, and 2 sessions have no usable record. */
    @Test
    void unrecordedSessionsHaveAllOrNoneResolved() {
        for (int hours : new int[] {10, 20, 60}) {
            sessions.add("p", draft -> {
                draft.setDuration(hours * HOUR);
                draft.setResolved(Answer.YES);
            });
        }
        sessions.add("p", draft -> draft.setDuration(10 * HOUR));
        sessions.add("p", draft -> {});
        List<SorenessResult.UnrecordedBounds> bounds =
                overall(SorenessForm.DURATION, AnalysisSettings.DEFAULT).unrecordedBounds();

        assertThat(bounds).extracting(SorenessResult.UnrecordedBounds::hours).containsExactly(24.0, 48.0);
        for (SorenessResult.UnrecordedBounds row : bounds) {
            assertThat(row.lower()).isCloseTo(2 / 5.0, within(1e-12));
            assertThat(row.upper()).isCloseTo(4 / 5.0, within(1e-12));
        }
    }

    @Test
    void unrecordedSessionsWidenTheBoundsOfAnInterval() {
        interval(20 * HOUR, 30 * HOUR);
        interval(20 * HOUR, 30 * HOUR);
        interval(Session.NONE, Session.NONE);
        assertThat(overall(SorenessForm.INTERVAL, AnalysisSettings.DEFAULT).unrecordedBounds())
                .containsExactly(
                        new SorenessResult.UnrecordedBounds(24, 0, 1),
                        new SorenessResult.UnrecordedBounds(48, 2 / 3.0, 1));
    }

    @Test
    void thePeakIsTheEarliestHighestMean() {
        SorenessResult flat = diary(0, 0, 0);
        assertThat(flat.peakHours()).isNull();
        assertThat(diary(2, 5, 5).peakHours()).isEqualTo(2);
    }

    private static SorenessResult diary(double... means) {
        List<SorenessResult.DiaryTime> times = new ArrayList<>();
        for (int i = 0; i < means.length; i++) {
            times.add(new SorenessResult.DiaryTime(i + 1, 1, means[i], null, null, 0.5, "stabilized", null, null));
        }
        times.add(new SorenessResult.DiaryTime(9, 0, null, null, null, null, null, null, null));
        return new SorenessResult(
                Stratum.OVERALL,
                SorenessResult.NPMLE,
                new SorenessResult.Counts(0, 0, 0, 0, 0, 0, 0, 0),
                Estimate.notEstimable("none"),
                times);
    }
}
