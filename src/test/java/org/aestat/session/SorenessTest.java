package org.aestat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.Soreness.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of section 3 for the three forms of record, row by row. */
class SorenessTest {

    private static final int X = Session.NONE;

    private static Soreness ended(int after, int by) {
        return new Soreness(State.ENDED, after, by, false);
    }

    private static Soreness still(int after) {
        return new Soreness(State.STILL_SORE, after, 0, false);
    }

    private static Soreness only(State state) {
        return new Soreness(state, 0, 0, false);
    }

    static Stream<Arguments> durations() {
        return Stream.of(
                arguments(X, Answer.YES, only(State.NOT_RECORDED)),
                arguments(X, Answer.NO, only(State.NOT_RECORDED)),
                arguments(0, Answer.YES, only(State.NEVER_SORE)),
                arguments(0, Answer.NOT_RECORDED, only(State.NEVER_SORE)),
                arguments(90, Answer.YES, ended(90, 90)),
                arguments(90, Answer.NO, still(90)),
                arguments(90, Answer.NOT_RECORDED, only(State.END_NOT_RECORDED)));
    }

    @ParameterizedTest
    @MethodSource("durations")
    void ofADuration(int minutes, Answer resolved, Soreness expected) {
        Sessions sessions = new Sessions(Sessions.layout()).add("p", draft -> {
            draft.setDuration(minutes);
            draft.setResolved(resolved);
        });

        assertThat(sessions.table().session(0).soreness(SorenessForm.DURATION)).isEqualTo(expected);
    }

    static Stream<Arguments> intervals() {
        return Stream.of(
                arguments(X, X, only(State.NOT_RECORDED)),
                arguments(X, 240, ended(0, 240)),
                arguments(0, 240, ended(0, 240)),
                arguments(60, 240, ended(60, 240)),
                arguments(60, 60, ended(60, 60)),
                arguments(60, X, still(60)),
                arguments(X, 0, only(State.NEVER_SORE)),
                arguments(0, 0, only(State.NEVER_SORE)));
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void ofAnInterval(int lastSore, int firstClear, Soreness expected) {
        Sessions sessions = new Sessions(Sessions.layout()).add("p", draft -> {
            draft.setLastSore(lastSore);
            draft.setFirstClear(firstClear);
        });

        Soreness soreness = sessions.table().session(0).soreness(SorenessForm.INTERVAL);
        assertThat(soreness).isEqualTo(expected);
        assertThat(soreness.isExact()).isEqualTo(lastSore == 60 && firstClear == 60);
    }

    static Stream<Arguments> diaries() {
        return Stream.of(
                arguments(List.of(X, X, X, X), only(State.NOT_RECORDED)),
                arguments(List.of(0, 0, 0, X), only(State.NOT_RECORDED)),
                arguments(List.of(X, X, X, 0), only(State.NEVER_SORE)),
                arguments(List.of(3, 0, 0, 0), ended(30, 90)),
                arguments(List.of(3, X, 0, X), ended(30, 240)),
                arguments(List.of(0, 2, 1, 0), ended(240, 1200)),
                arguments(List.of(3, X, X, X), still(30)),
                arguments(List.of(0, 0, 0, 1), still(1200)),
                arguments(List.of(3, 0, 2, 0), new Soreness(State.ENDED, 240, 1200, true)),
                arguments(List.of(3, 0, 0, 2), new Soreness(State.STILL_SORE, 1200, 0, true)));
    }

    @ParameterizedTest
    @MethodSource("diaries")
    void ofADiary(List<Integer> scores, Soreness expected) {
        List<Integer> minutes = List.of(30, 90, 240, 1200);
        Sessions sessions = new Sessions(Sessions.layout(EnumSet.noneOf(Field.class), minutes)).add("p", draft -> {
            for (int time = 0; time < 4; time++) {
                draft.setDiaryScore(time, scores.get(time));
            }
        });

        assertThat(sessions.table().session(0).soreness(SorenessForm.DIARY)).isEqualTo(expected);
    }
}
