package org.aestat.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.aestat.session.Answer;
import org.aestat.session.Courses;
import org.aestat.session.Session;
import org.aestat.session.Sessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReliefDefinitionTest {

    private static int units(String score) {
        return new BigDecimal(score).movePointRight(8).intValueExact();
    }

    private static Answer at(String definition, String before, String after) {
        Sessions sessions = new Sessions(Sessions.layout())
                .add("p", draft -> draft.setPainAfter(after.isEmpty() ? Session.NONE : units(after)));
        return at(ReliefDefinition.parse(definition).orElseThrow(), sessions, units(before));
    }

    /** The answer at the first session of the only course. */
    private static Answer at(ReliefDefinition definition, Sessions sessions, int baseline) {
        List<Answer> answers = new ArrayList<>();
        new Courses(sessions.table().layout(), 90)
                .of(sessions.history())
                .forEach(course -> answers.add(definition.at(course, 0, baseline)));
        return answers.get(0);
    }

    /** Falls exactly at the border count: 10 to 7 is 30 %, 0.3 to 0.21 is 30 %, although not in binary fractions. */
    @ParameterizedTest
    @CsvSource({
        "pain -30%, 10, 7, YES",
        "pain -30%, 10, 7.00000001, NO",
        "pain -30%, 0.3, 0.21, YES",
        "pain -30%, 7, 4.9, YES",
        "pain -33.3%, 10, 6.67, YES",
        "pain -33.3%, 10, 6.68, NO",
        "pain -100%, 4, 0, YES",
        "pain -2, 5.5, 3.5, YES",
        "pain -2, 5.5, 3.6, NO",
        "pain -1.5, 2.2, 0.7, YES",
        "pain<=3, 9, 3, YES",
        "pain<=3, 9, 3.1, NO",
        "pain -30%, 5, '', NOT_RECORDED"
    })
    void comparesInExactDecimals(String definition, String before, String after, Answer expected) {
        assertThat(at(definition, before, after)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "column, column",
        "pain -30%, pain -30%",
        "pain-30%, pain -30%",
        "pain - 33.30 %, pain -33.3%",
        "pain -2, pain -2",
        "pain <=3, pain<=3",
        "pain<=0, pain<=0"
    })
    void isWrittenInOneWay(String written, String label) {
        assertThat(ReliefDefinition.parse(written).orElseThrow().label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "pain", "pain 30%", "pain -0", "pain -101%", "pain -11", "pain<=11", "pain -2.12345", "x"})
    void refusesAnythingElse(String written) {
        assertThat(ReliefDefinition.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "column, pain -50%",
        "pain -30%, pain -50%",
        "pain -50%, pain -30%",
        "pain -2, pain -50%",
        "pain<=3, pain -50%"
    })
    void hasASecondOne(String label, String second) {
        assertThat(ReliefDefinition.parse(label).orElseThrow().second().label()).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({
        "column, false",
        "pain -30%, false",
        "pain -2%, false",
        "pain -2, true",
        "pain -1.5, true",
        "pain -2.0001, false",
        "pain<=2, false"
    })
    void twoPointsAreBelowTheMeasurementError(String label, boolean below) {
        assertThat(ReliefDefinition.parse(label).orElseThrow().isBelowMeasurementError())
                .isEqualTo(below);
    }

    @Test
    void theColumnNeedsNoBaseline() {
        Sessions sessions = new Sessions(Sessions.layout()).add("p", draft -> draft.setRelief(Answer.YES));

        assertThat(ReliefDefinition.COLUMN.needsBaseline()).isFalse();
        assertThat(ReliefDefinition.MODERATE.needsBaseline()).isTrue();
        assertThat(at(ReliefDefinition.COLUMN, sessions, Session.NONE)).isEqualTo(Answer.YES);
    }
}
