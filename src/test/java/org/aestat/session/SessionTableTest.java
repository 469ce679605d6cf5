package org.aestat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.aestat.session.SessionLayout.Field;
import org.junit.jupiter.api.Test;

class SessionTableTest {

    private static final int EVENTS = 40;

    /** More events than fit one word, more rows than the first allocation: all come back as they went in. */
    @Test
    void keepsEveryValue() {
        List<AdverseEvent> events = IntStream.range(0, EVENTS)
                .mapToObj(i -> new AdverseEvent("event_" + i, i % 2 == 0))
                .toList();
        SessionLayout layout =
                new SessionLayout(events, List.of("condition", "site"), List.of(60, 120), EnumSet.allOf(Field.class));
        Sessions sessions = new Sessions(layout);
        Random random = new Random(17);
        List<String> written = new ArrayList<>();
        for (int row = 0; row < 500; row++) {
            int[] v = random.ints(14, 0, 1000).toArray();
            Answer[] answers = IntStream.range(0, EVENTS)
                    .mapToObj(i -> Answer.of(random.nextInt(3)))
                    .toArray(Answer[]::new);
            boolean used = random.nextBoolean();
            sessions.add("p" + v[0], used, draft -> {
                draft.setDate(v[1] - 500);
                draft.setNumber(v[2]);
                draft.setCourse(v[3]);
                draft.setTherapist(v[4]);
                draft.setNeedles(v[5]);
                draft.setPainBefore(v[6]);
                draft.setPainAfter(v[7]);
                draft.setDuration(v[8]);
                draft.setLastSore(v[9]);
                draft.setFirstClear(v[9] + v[10]);
                draft.setDiaryScore(1, v[11]);
                draft.setRelief(Answer.of(v[12] % 3));
                draft.setOutcome(CourseOutcome.of(v[13] % 4));
                draft.setResolved(Answer.YES);
                for (int i = 0; i < EVENTS; i++) {
                    draft.setAnswer(i, answers[i]);
                }
            });
            written.add(used + " p" + v[0] + " " + (v[1] - 500) + " " + v[2] + " " + v[3] + " " + v[4] + " " + v[5]
                    + " " + v[6] + " " + v[7] + " " + v[8] + " " + v[9] + "-" + (v[9] + v[10]) + " -1 " + v[11] + " "
                    + Answer.of(v[12] % 3) + " " + CourseOutcome.of(v[13] % 4) + " " + List.of(answers));
        }

        SessionTable table = sessions.table();
        List<String> read = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            Session s = table.session(row);
            Answer[] answers = IntStream.range(0, EVENTS).mapToObj(s::answer).toArray(Answer[]::new);
            read.add(s.isUsed() + " " + table.patients().text(table.patient(row)) + " " + s.date() + " " + s.number()
                    + " " + s.courseId() + " " + s.therapist() + " " + s.needles() + " " + s.painBefore() + " "
                    + s.painAfter() + " " + table.duration(row) + " " + table.lastSore(row) + "-"
                    + table.firstClear(row) + " " + s.diaryScore(0) + " " + s.diaryScore(1) + " " + s.relief() + " "
                    + s.outcome() + " " + List.of(answers));
        }
        assertThat(read).isEqualTo(written);
    }

    /** Every record of more events than fit one word, the first grade of an event long after its first rows. */
    @Test
    void keepsGradesAndHours() {
        List<AdverseEvent> events = IntStream.range(0, EVENTS)
                .mapToObj(i -> new AdverseEvent(i == 2 ? "bruising" : i == 3 ? "fatigue" : "event_" + i, false))
                .toList();
        Sessions sessions = new Sessions(new SessionLayout(events, List.of(), List.of(), EnumSet.allOf(Field.class)));
        EventRecord[] records = EventRecord.values();
        int rows = 300;
        for (int row = 0; row < rows; row++) {
            int added = row;
            sessions.add("p", draft -> {
                for (int i = 0; i < EVENTS; i++) {
                    draft.setEvent(i, added < 200 ? records[(added + i) % 4] : records[(added + i) % records.length]);
                }
                draft.setBruiseMinutes(added);
                draft.setFatigueMinutes(2 * added);
            });
        }

        Grade[] grades = {
            null,
            Grade.NONE,
            null,
            Grade.MILD,
            Grade.MILD,
            Grade.MODERATE,
            Grade.SEVERE,
            Grade.LIFE_THREATENING,
            Grade.FATAL
        };
        for (int row = 0; row < rows; row++) {
            Session session = sessions.table().session(row);
            for (int i = 0; i < EVENTS; i++) {
                int code = row < 200 ? (row + i) % 4 : (row + i) % records.length;
                assertThat(session.answer(i)).isEqualTo(code < 2 ? Answer.of(code) : Answer.YES);
                assertThat(session.grade(i)).isEqualTo(grades[code]);
            }
            assertThat(session.minutesUntilGone(2)).isEqualTo(row);
            assertThat(session.minutesUntilGone(3)).isEqualTo(2 * row);
            assertThat(session.minutesUntilGone(4)).isEqualTo(Session.NONE);
        }
    }

    @Test
    void oneIsAGradeOnlyWhereTheEventIsGraded() {
        SessionLayout layout = Sessions.layout(
                new AdverseEvent("bruising", false),
                new AdverseEvent("cough", false, true),
                new AdverseEvent("nausea", false));
        Sessions sessions = new Sessions(layout).add("p", draft -> {
            for (int i = 0; i < 3; i++) {
                draft.setEvent(i, EventRecord.ONE);
            }
        });
        SessionTable table = sessions.table();
        assertThat(table.isGraded(0)).isFalse();
        assertThat(table.isGraded(1)).isTrue();
        assertThat(table.session(0).grade(0)).isNull();
        assertThat(table.session(0).grade(1)).isEqualTo(Grade.MILD);

        sessions.add("p", false, draft -> draft.setEvent(0, EventRecord.FATAL));

        assertThat(table.session(0).grade(0)).isEqualTo(Grade.MILD);
        assertThat(table.session(1).grade(0)).isEqualTo(Grade.FATAL);
        assertThat(table.session(0).grade(2)).isNull();
        assertThat(table.isGraded(2)).isFalse();
    }

    @Test
    void whatTheLayoutLacksIsNotRecorded() {
        SessionLayout layout = new SessionLayout(List.of(), List.of(), List.of(), EnumSet.noneOf(Field.class));
        SessionTable table = new Sessions(layout)
                .add("p", draft -> {
                    draft.setNumber(3);
                    draft.setNeedles(4);
                    draft.setTherapist(1);
                })
                .table();

        Session session = table.session(0);
        assertThat(session.date()).isEqualTo(Session.NO_DATE);
        assertThat(session.hasDate()).isFalse();
        assertThat(session.number()).isEqualTo(Session.NONE);
        assertThat(session.needles()).isEqualTo(Session.NONE);
        assertThat(session.therapist()).isZero();
        assertThat(session.relief()).isEqualTo(Answer.NOT_RECORDED);
        assertThat(session.soreness(SorenessForm.DURATION).state()).isEqualTo(Soreness.State.NOT_RECORDED);
        assertThat(table.lastDate()).isEqualTo(Session.NO_DATE);
    }

    @Test
    void theLastDateIsTheLatest() {
        SessionTable table = new Sessions(Sessions.layout())
                .add("p", draft -> draft.setDate(5))
                .add("q", false, draft -> draft.setDate(9))
                .add("q", draft -> draft.setDate(2))
                .table();

        assertThat(table.lastDate()).isEqualTo(9);
    }

    @Test
    void categoriesKeepTheirText() {
        Sessions sessions = new Sessions(Sessions.layout());
        sessions.add("p", draft -> draft.setCategory(0, sessions.condition("Neck Pain")))
                .add("p", draft -> {});

        assertThat(sessions.table().session(0).categoryText(0)).isEqualTo("Neck Pain");
        assertThat(sessions.table().session(1).categoryText(0)).isNull();
    }
}
