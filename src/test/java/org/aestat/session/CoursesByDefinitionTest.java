package org.aestat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.SlowCourses.SlowCourse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Courses of made-up patients, long and short, against those by definition. */
class CoursesByDefinitionTest {

    private static final int GAP = 20;

    private static PatientHistory history(Random random, int size) {
        SessionLayout layout = new SessionLayout(
                List.of(),
                random.nextInt(4) == 0 ? List.of() : List.of("condition"),
                List.of(),
                EnumSet.allOf(Field.class));
        SessionTable table = new SessionTable(layout);
        SessionDraft draft = new SessionDraft(layout);
        boolean numbered = random.nextBoolean();
        boolean named = random.nextInt(3) == 0;
        boolean visitsInOrder = random.nextBoolean();
        for (int i = 0; i < size; i++) {
            draft.clear();
            draft.setPatient(1);
            int day = visitsInOrder ? 8 * i + random.nextInt(16) : random.nextInt(1 + 5 * size);
            draft.setDate(random.nextInt(15) == 0 ? Session.NO_DATE : day - 30);
            int number = visitsInOrder ? 1 + i % 9 : 1 + random.nextInt(5);
            draft.setNumber(numbered || random.nextInt(6) > 0 ? number : Session.NONE);
            draft.setCourse(named && random.nextInt(3) > 0 ? 1 + random.nextInt(3) : 0);
            if (!layout.categories().isEmpty()) {
                draft.setCategory(0, random.nextInt(3));
            }
            table.add(draft, true);
        }
        int[] rows = IntStream.range(0, size).toArray();
        return new PatientHistory(table, rows, 0, size);
    }

    private static List<String> expected(PatientHistory history, SessionLayout layout) {
        List<String> described = new ArrayList<>();
        for (SlowCourse course : new SlowCourses(layout.category("condition"), GAP).of(history)) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < course.sessions().size(); i++) {
                Session session = course.sessions().get(i);
                text.append(session.row()).append(':').append(course.ordinal(i)).append(' ');
            }
            described.add(text + (course.orderConflict() ? "conflict" : ""));
        }
        return described;
    }

    private static List<String> actual(PatientHistory history, Courses courses) {
        List<String> described = new ArrayList<>();
        courses.of(history).forEach(course -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < course.size(); i++) {
                text.append(course.get(i).row())
                        .append(':')
                        .append(course.ordinal(i))
                        .append(' ');
            }
            described.add(text + (course.hasOrderConflict() ? "conflict" : ""));
        });
        return described;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void areThoseByDefinition(long seed) {
        Random random = new Random(seed);
        for (int patient = 0; patient < 200; patient++) {
            PatientHistory history = history(random, 1 + random.nextInt(patient % 10 == 0 ? 150 : 9));
            SessionLayout layout = history.table().layout();

            assertThat(actual(history, new Courses(layout, GAP))).isEqualTo(expected(history, layout));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void knowTheirDatesPainAndOutcome(long seed) {
        Random random = new Random(seed);
        SessionLayout layout =
                new SessionLayout(List.of(), List.of("condition"), List.of(), EnumSet.allOf(Field.class));
        SessionTable table = new SessionTable(layout);
        SessionDraft draft = new SessionDraft(layout);
        for (int i = 0; i < 300; i++) {
            draft.clear();
            draft.setPatient(1);
            draft.setDate(random.nextInt(3) == 0 ? Session.NO_DATE : random.nextInt(900));
            draft.setPainAfter(random.nextInt(3) == 0 ? random.nextInt(9) : Session.NONE);
            draft.setOutcome(CourseOutcome.of(random.nextInt(8) == 0 ? random.nextInt(4) : 0));
            draft.setCategory(0, random.nextInt(40));
            table.add(draft, true);
        }
        PatientHistory history =
                new PatientHistory(table, IntStream.range(0, 300).toArray(), 0, 300);
        List<String> actual = new ArrayList<>();
        new Courses(layout, GAP)
                .of(history)
                .forEach(course -> actual.add(course.dated() + " dated, last " + course.lastDate() + ", "
                        + course.lastPainAfter() + ", " + course.outcome()));

        List<String> expected = new ArrayList<>();
        for (SlowCourse course : new SlowCourses(0, GAP).of(history)) {
            int dated = 0;
            int lastDate = Session.NO_DATE;
            int pain = Session.NONE;
            CourseOutcome outcome = CourseOutcome.NOT_RECORDED;
            for (Session session : course.sessions()) {
                dated += session.hasDate() ? 1 : 0;
                lastDate = Math.max(lastDate, session.date());
                pain = session.painAfter() == Session.NONE ? pain : session.painAfter();
                outcome = session.outcome() == CourseOutcome.NOT_RECORDED ? outcome : session.outcome();
            }
            expected.add(dated + " dated, last " + lastDate + ", " + pain + ", " + outcome);
        }
        assertThat(actual).isEqualTo(expected);
    }
}
