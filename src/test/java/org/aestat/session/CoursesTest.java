package org.aestat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aestat.session.SessionLayout.Field;
import org.junit.jupiter.api.Test;

/** Courses by the definitions of section 1 of the methods, worked by hand. */
class CoursesTest {

    private final Sessions sessions = new Sessions(Sessions.layout());

    private void session(String condition, int date, int number) {
        session(condition, date, number, 0);
    }

    private void session(String condition, int date, int number, int course) {
        sessions.add("p", draft -> {
            draft.setCategory(0, sessions.condition(condition));
            draft.setDate(date);
            draft.setNumber(number);
            draft.setCourse(course);
        });
    }

    /** Each course as its rows, its ordinals and a mark for a conflict. */
    private List<String> courses(int gap) {
        List<String> described = new ArrayList<>();
        new Courses(sessions.table().layout(), gap).of(sessions.history()).forEach(course -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < course.size(); i++) {
                text.append(i == 0 ? "" : " ")
                        .append(course.get(i).row())
                        .append(':')
                        .append(course.ordinal(i));
            }
            described.add(text + (course.hasOrderConflict() ? " conflict" : ""));
        });
        return described;
    }

    @Test
    void conditionsInterleave() {
        session("neck", 1, 1);
        session("back", 2, 1);
        session("neck", 3, 2);
        session("", 4, 1);
        session("back", 5, 2);

        assertThat(courses(90)).containsExactly("0:1 2:2", "1:1 4:2", "3:1");
    }

    @Test
    void aNumberThatDoesNotRiseStartsACourse() {
        session("neck", 1, 1);
        session("neck", 2, 3);
        session("neck", 3, 1);
        session("neck", 4, 1);

        assertThat(courses(90)).containsExactly("0:1 1:3", "2:1", "3:1");
    }

    @Test
    void aNewCourseThatStartsAboveOneIsInConflictWithTheDates() {
        session("neck", 1, 1);
        session("neck", 2, 3);
        session("neck", 3, 2);

        assertThat(courses(90)).containsExactly("0:1 1:3", "2:2 conflict");
    }

    @Test
    void soIsOneThatAnotherFollows() {
        session("neck", 1, 1);
        session("neck", 2, 3);
        session("neck", 3, 2);
        session("neck", 4, 1);

        assertThat(courses(90)).containsExactly("0:1 1:3", "2:2 conflict", "3:1");
    }

    @Test
    void aFirstCourseThatStartsAboveOneIsLateButNoConflict() {
        session("neck", 1, 4);
        session("neck", 2, 5);

        assertThat(courses(90)).containsExactly("0:4 1:5");
    }

    @Test
    void datesOrderTheCourseThenNumbersThenReading() {
        session("neck", 9, 3);
        session("neck", 2, 2);
        session("neck", 2, 1);

        assertThat(courses(90)).containsExactly("2:1 1:2 0:3");
    }

    @Test
    void withoutNumbersMoreThanTheGapStartsACourse() {
        session("neck", 0, Session.NONE);
        session("neck", 90, Session.NONE);
        session("neck", 181, Session.NONE);

        assertThat(courses(90)).containsExactly("0:1 1:2", "2:1");
    }

    @Test
    void oneMissingNumberMakesAllOrdinalsRanks() {
        session("neck", 1, 5);
        session("neck", 2, Session.NONE);
        session("neck", 3, 1);

        assertThat(courses(90)).containsExactly("0:1 1:2 2:3");
    }

    @Test
    void sessionsWithoutADateComeLast() {
        session("neck", Session.NO_DATE, 1);
        session("neck", 5, 2);
        session("neck", 6, 3);

        assertThat(courses(90)).containsExactly("1:2 2:3", "0:1");
    }

    @Test
    void numbersAloneOrderTheCourse() {
        session("neck", Session.NO_DATE, 2);
        session("neck", Session.NO_DATE, 1);

        assertThat(courses(90)).containsExactly("1:1 0:2");
    }

    @Test
    void aNamedCourseHoldsItsSessionsWhateverGapAndCondition() {
        session("neck", 0, 1, 7);
        session("back", 400, 2, 7);
        session("neck", 1, 1);

        assertThat(courses(90)).containsExactly("0:1 1:2", "2:1");
    }

    @Test
    void aNamedCourseWhoseNumbersFallIsInConflictAndRanked() {
        session("neck", 0, 2, 7);
        session("neck", 1, 1, 7);

        assertThat(courses(90)).containsExactly("0:1 1:2 conflict");
    }

    @Test
    void aNamedCourseWithAMissingNumberIsRanked() {
        session("neck", 0, 2, 7);
        session("neck", 1, Session.NONE, 7);

        assertThat(courses(90)).containsExactly("0:1 1:2");
    }

    @Test
    void withoutAConditionColumnAllSessionsAreOneCourse() {
        Sessions plain = new Sessions(new SessionLayout(List.of(), List.of(), List.of(), Set.of(Field.DATE)));
        plain.add("p", draft -> draft.setDate(1)).add("p", draft -> draft.setDate(3));

        List<Integer> lastDates = new ArrayList<>();

        new Courses(plain.table().layout(), 90).of(plain.history()).forEach(course -> lastDates.add(course.lastDate()));

        assertThat(lastDates).containsExactly(3);
    }

    @Test
    void theOutcomeIsTheLastRecordedOne() {
        sessions.add("p", draft -> draft.setOutcome(CourseOutcome.ONGOING));
        sessions.add("p", draft -> draft.setOutcome(CourseOutcome.DROPPED_OUT));
        sessions.add("p", draft -> {});

        List<CourseOutcome> outcomes = new ArrayList<>();
        List<Integer> lastDates = new ArrayList<>();
        new Courses(sessions.table().layout(), 90).of(sessions.history()).forEach(course -> {
            outcomes.add(course.outcome());
            lastDates.add(course.lastDate());
        });

        assertThat(outcomes).containsExactly(CourseOutcome.DROPPED_OUT);
        assertThat(lastDates).containsExactly(Session.NO_DATE);
    }
}
