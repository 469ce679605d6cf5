package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.aestat.result.Estimate;
import org.aestat.result.ReliefResult;
import org.aestat.result.Warning;
import org.aestat.session.Answer;
import org.aestat.session.CourseOutcome;
import org.aestat.session.PatientHistory;
import org.aestat.session.Session;
import org.aestat.session.SessionDraft;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.Sessions;
import org.aestat.stat.ConfidenceType;
import org.junit.jupiter.api.Test;

/** Courses read one by one; the curves are held against R by the reference runs. */
class SessionsToReliefTest {

    private final Sessions sessions = new Sessions(Sessions.layout());
    private int start;

    @SafeVarargs
    private ReliefResult.Counts course(ReliefDefinition definition, Consumer<SessionDraft>... values) {
        start = sessions.table().size();
        for (int i = 0; i < values.length; i++) {
            Consumer<SessionDraft> value = values[i];
            int number = i + 1;
            sessions.add("p" + start, draft -> {
                draft.setNumber(number);
                value.accept(draft);
            });
        }
        SessionsToRelief relief = new SessionsToRelief(
                sessions.table(), definition, new Strata(sessions.table(), List.of()), AnalysisSettings.DEFAULT);
        int[] rows = IntStream.range(start, sessions.table().size()).toArray();
        relief.accept(new PatientHistory(sessions.table(), rows, 0, rows.length));
        return relief.result().rows().get(0).counts();
    }

    private static Consumer<SessionDraft> pain(int before, int after) {
        return draft -> {
            draft.setPainBefore(before < 0 ? Session.NONE : before * Session.SCORE_UNITS);
            draft.setPainAfter(after * Session.SCORE_UNITS);
        };
    }

    private static Consumer<SessionDraft> relief(Answer answer) {
        return draft -> draft.setRelief(answer);
    }

    @Test
    void aCourseWithoutAnswersIsNotAssessed() {
        assertThat(course(ReliefDefinition.COLUMN, relief(Answer.NOT_RECORDED)).notAssessed())
                .isEqualTo(1);
        assertThat(course(ReliefDefinition.MODERATE, pain(0, 3)).notAssessed())
                .as("a baseline of 0 cannot fall")
                .isEqualTo(1);
        assertThat(course(ReliefDefinition.MODERATE, draft -> draft.setPainAfter(3), pain(5, 2))
                        .notAssessed())
                .as("the pain before a later session is no baseline")
                .isEqualTo(1);
    }

    @Test
    void lateCoursesNeedTheirPast() {
        Consumer<SessionDraft> third = draft -> draft.setNumber(3);
        assertThat(course(ReliefDefinition.MODERATE, pain(5, 1).andThen(third)).lateWithoutBaseline())
                .isEqualTo(1);
        assertThat(course(ReliefDefinition.COLUMN, relief(Answer.YES).andThen(third))
                        .relievedBeforeEntry())
                .isEqualTo(1);
        assertThat(course(ReliefDefinition.COLUMN, relief(Answer.NO).andThen(third))
                        .lateWithoutFollowUp())
                .isEqualTo(1);
    }

    @Test
    void theOutcomeSaysHowAnUnrelievedCourseEnded() {
        Consumer<SessionDraft> no = relief(Answer.NO);
        assertThat(course(ReliefDefinition.COLUMN, no.andThen(d -> d.setOutcome(CourseOutcome.COMPLETED)))
                        .ended())
                .isEqualTo(1);
        assertThat(course(ReliefDefinition.COLUMN, no.andThen(d -> d.setOutcome(CourseOutcome.ONGOING)))
                        .open())
                .isEqualTo(1);
        assertThat(course(ReliefDefinition.COLUMN, no).open())
                .as("without a date it is not known to be over")
                .isEqualTo(1);
    }

    @Test
    void withoutAnOutcomeTheGapToTheLastDateDecides() {
        sessions.add("last", draft -> draft.setDate(1000));
        assertThat(course(ReliefDefinition.COLUMN, relief(Answer.NO).andThen(d -> d.setDate(910)))
                        .open())
                .isEqualTo(1);
        assertThat(course(ReliefDefinition.COLUMN, relief(Answer.NO).andThen(d -> d.setDate(909)))
                        .ended())
                .isEqualTo(1);
    }

    @Test
    void openCoursesWithoutDatesAreWarnedOf() {
        sessions.add("p", relief(Answer.NO));
        SessionsToRelief relief = new SessionsToRelief(
                sessions.table(),
                ReliefDefinition.COLUMN,
                new Strata(sessions.table(), List.of()),
                AnalysisSettings.DEFAULT);
        relief.accept(sessions.history());

        assertThat(relief.result().warnings())
                .containsExactly(
                        new Warning(
                                "courses-without-dates",
                                "Unrelieved courses without a date and an outcome, counted as open though they may be over: 1."));
    }

    /** By hand: a course of days 3 and 10 is of one session a week; of a course of one day there is no interval. */
    @Test
    void twoSessionsOfADayTellNothingOfThePace() {
        sessions.add("p", relief(Answer.NO).andThen(draft -> draft.setDate(3)));
        sessions.add("p", relief(Answer.NO).andThen(draft -> draft.setDate(10)));
        sessions.add("q", relief(Answer.NO).andThen(draft -> draft.setDate(5)));
        sessions.add("q", relief(Answer.NO).andThen(draft -> draft.setDate(5)));

        assertThat(clinic(ReliefDefinition.COLUMN, AnalysisSettings.DEFAULT).sessionsPerWeek())
                .isEqualTo(1);
    }

    private static final AnalysisSettings SUSTAINED = new AnalysisSettings(
            0.95,
            IntervalChoice.AUTO,
            ClusterLevel.PATIENT,
            1.5,
            null,
            90,
            null,
            false,
            new CurveSettings(ConfidenceType.LOG_LOG, 1, 100, true));

    private ReliefResult clinic(ReliefDefinition definition, AnalysisSettings settings) {
        SessionsToRelief relief =
                new SessionsToRelief(sessions.table(), definition, new Strata(sessions.table(), List.of()), settings);
        for (int start = 0, end = 1; end <= sessions.table().size(); end++) {
            if (end == sessions.table().size()
                    || sessions.table().patient(end) != sessions.table().patient(start)) {
                relief.accept(new PatientHistory(
                        sessions.table(), IntStream.range(start, end).toArray(), 0, end - start));
                start = end;
            }
        }
        return relief.result().rows().get(0);
    }

    private void patient(String id, int... beforeAndAfter) {
        for (int i = 0; i < beforeAndAfter.length; i += 2) {
            int number = i / 2 + 1;
            Consumer<SessionDraft> scores = pain(beforeAndAfter[i], beforeAndAfter[i + 1]);
            sessions.add(id, draft -> {
                scores.accept(draft);
                draft.setNumber(number);
            });
        }
    }

    /**
     * By hand, baseline 6 each, relief at 4 or less (30 %) and at 3 or less (50 %). a: 4 then 5: relief at 1, not
     * sustained, pain back at 6. b: 3 at 1 stays, next pain before not recorded, then 4. c: 5, then 4 at 2, nothing
     * after. d: never.
     */
    private void fourPatients() {
        patient("a", 6, 4, 6, 5);
        patient("b", 6, 3, -1, 3, 4, 3);
        patient("c", 6, 5, 6, 4);
        patient("d", 6, 6, 6, 6);
    }

    @Test
    void reliefHoldsIfThePainBeforeTheNextVisitFulfilsTheDefinition() {
        fourPatients();
        ReliefResult.Further first =
                clinic(ReliefDefinition.MODERATE, AnalysisSettings.DEFAULT).further();
        assertThat(first.heldAtNextVisit())
                .as("a came back at 6, b at 4, c did not come back")
                .isEqualTo(new ReliefResult.Held(2, 1));
        assertThat(first.second()).isNotNull();
        assertThat(first.second().definition()).isEqualTo("pain -50%");
        assertThat(first.second().courses()).isEqualTo(4);
        assertThat(first.second().relieved()).isEqualTo(1);
        assertThat(first.second().heldAtNextVisit()).as("4 is less than half").isEqualTo(new ReliefResult.Held(1, 0));
        assertThat(clinic(ReliefDefinition.COLUMN, AnalysisSettings.DEFAULT)
                        .further()
                        .heldAtNextVisit())
                .isNull();
    }

    @Test
    void sustainedReliefIsNotTakenBackLater() {
        fourPatients();
        ReliefResult sustained = clinic(ReliefDefinition.MODERATE, SUSTAINED);
        assertThat(sustained.definition()).isEqualTo("pain -30%, sustained");
        assertThat(sustained.counts().relieved()).as("b and c").isEqualTo(2);
        assertThat(sustained.counts().open()).as("a and d").isEqualTo(2);
        assertThat(clinic(ReliefDefinition.MODERATE, AnalysisSettings.DEFAULT)
                        .counts()
                        .relieved())
                .as("a, b and c")
                .isEqualTo(3);
    }

    @Test
    void openCoursesAreNeverRelievedAtWorstAndAtTheirLastSessionAtBest() {
        fourPatients();
        assertThat(clinic(ReliefDefinition.MODERATE, AnalysisSettings.DEFAULT).further().openBounds().stream()
                        .map(ReliefResult.OpenBounds::estimate))
                .as("a and b at 1, c at 2, d open with a last session 2")
                .containsExactly(
                        Estimate.of(new ReliefResult.Range(0.5, 0.5)),
                        Estimate.of(new ReliefResult.Range(0.75, 1)),
                        Estimate.of(new ReliefResult.Range(0.75, 1)),
                        Estimate.of(new ReliefResult.Range(0.75, 1)),
                        Estimate.of(new ReliefResult.Range(0.75, 1)));
    }

    @Test
    void aFallWithinTheMeasurementErrorIsWarnedOf() {
        SessionsToRelief relief = new SessionsToRelief(
                sessions.table(),
                ReliefDefinition.parse("pain -2").orElseThrow(),
                new Strata(sessions.table(), List.of()),
                AnalysisSettings.DEFAULT);
        assertThat(relief.result().warnings())
                .containsExactly(new Warning(
                        "below-measurement-error",
                        "The definition 'pain -2' asks for less than the measurement error reported for neck pain, 4.0"
                                + " points (Kovacs 2008): some of this relief is chance."));
        assertThat(relief.result().rows().get(0).further().second()).isNull();
    }

    @Test
    void theDefinitionFollowsTheColumns() {
        assertThat(definition(Set.of(), null)).isNull();
        assertThat(definition(Set.of(Field.RELIEF), null)).isEqualTo(ReliefDefinition.COLUMN);
        assertThat(definition(Set.of(Field.PAIN_BEFORE), null)).isNull();
        assertThat(definition(Set.of(Field.PAIN_AFTER, Field.PAIN_BEFORE), null))
                .isEqualTo(ReliefDefinition.MODERATE);
        assertThat(definition(EnumSet.allOf(Field.class), null))
                .as("a relief column without any value gives way")
                .isEqualTo(ReliefDefinition.MODERATE);
        assertThat(definition(Set.of(Field.RELIEF), ReliefDefinition.MODERATE)).isNull();
        assertThat(definition(Set.of(Field.PAIN_AFTER, Field.PAIN_BEFORE), ReliefDefinition.COLUMN))
                .isNull();
        assertThat(definition(Set.of(Field.RELIEF), ReliefDefinition.COLUMN)).isEqualTo(ReliefDefinition.COLUMN);

        sessions.add("p", relief(Answer.NO));
        assertThat(SessionsToRelief.definition(sessions.table(), null)).isEqualTo(ReliefDefinition.COLUMN);
    }

    private static ReliefDefinition definition(Set<Field> fields, ReliefDefinition asked) {
        SessionLayout layout = new SessionLayout(List.of(), List.of(), List.of(), fields);
        return SessionsToRelief.definition(
                new Sessions(layout).add("p", draft -> {}).table(), asked);
    }

    @Test
    void withoutTheColumnsThereIsOneRowWithTheReason() {
        SessionsToRelief none = new SessionsToRelief(
                sessions.table(), null, new Strata(sessions.table(), List.of()), AnalysisSettings.DEFAULT);
        none.accept(sessions.add("p", draft -> {}).history());

        assertThat(none.result().rows()).hasSize(1);
        assertThat(none.result().rows().get(0).estimate())
                .isEqualTo(Estimate.notEstimable("the export lacks the columns that tell of relief"));
    }

    @Test
    void reasonsForNoCurve() {
        SessionsToRelief relief = new SessionsToRelief(
                sessions.table(),
                ReliefDefinition.COLUMN,
                new Strata(sessions.table(), List.of()),
                AnalysisSettings.DEFAULT);
        assertThat(relief.result().rows().get(0).estimate()).isEqualTo(Estimate.notEstimable("no courses"));
        relief.accept(sessions.add("p", draft -> {}).history());
        assertThat(relief.result().rows().get(0).estimate())
                .isEqualTo(Estimate.notEstimable("no course tells of relief"));
    }
}
