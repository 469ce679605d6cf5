package org.aestat.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aestat.result.PlanResult.Bound;
import org.aestat.result.PlanResult.Power;
import org.aestat.result.PlanResult.Question;
import org.aestat.result.PlanResult.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against R 4.2.2, package stats; see planning.R. */
class PlanningReferenceTest {

    private static List<Map<String, String>> table(String name) throws IOException {
        try (InputStream bytes = PlanningReferenceTest.class.getResourceAsStream("/reference/stat/" + name)) {
            List<String> lines = new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] columns = lines.get(0).split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    static List<Map<String, String>> needed() throws IOException {
        return table("plan_needed.csv");
    }

    static List<Map<String, String>> power() throws IOException {
        return table("plan_power.csv");
    }

    static List<Map<String, String>> shows() throws IOException {
        return table("plan_shows.csv");
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(Objects.requireNonNull(row.get(column), column));
    }

    private static Planning planning(Map<String, String> row, double designEffect) {
        return new Planning(new Question(number(row, "limit"), number(row, "level"), designEffect));
    }

    @ParameterizedTest
    @MethodSource("needed")
    void sessionsNeeded(Map<String, String> row) {
        long events = (long) number(row, "events");

        assertThat(planning(row, number(row, "design")).needed(events).sessions())
                .isEqualTo((long) number(row, "sessions"));
    }

    @ParameterizedTest
    @MethodSource("power")
    void sessionsThatShowItWithAProbability(Map<String, String> row) {
        Power power = planning(row, 1).power(number(row, "rate"), number(row, "power"));

        assertThat(power.sessions()).isEqualTo((long) number(row, "sessions"));
        assertThat(power.events()).isEqualTo((long) number(row, "events"));
        assertThat(power.attained()).isCloseTo(number(row, "attained"), offset(1e-9));
        assertThat(power.firstSessions()).isEqualTo((long) number(row, "first"));
    }

    @ParameterizedTest
    @MethodSource("shows")
    void whatSessionsCanShow(Map<String, String> row) {
        double rate = number(row, "rate");
        Shows shows = planning(row, 1).shows((long) number(row, "sessions"), List.of(0L, 1L, 5L), rate);

        assertThat(text(shows.mostEventsBelow())).isEqualTo(row.get("below"));
        assertThat(text(shows.fewestEventsAbove())).isEqualTo(row.get("above"));
        assertThat(shows.probabilityBelow()).isCloseTo(number(row, "probability"), offset(1e-9));
        assertThat(shows.bounds()).hasSize("".equals(row.get("upper_5")) ? 2 : 3);
        for (Bound bound : shows.bounds()) {
            assertThat(bound.upper()).isCloseTo(number(row, "upper_" + bound.events()), offset(1e-9));
            if (bound.events() > 0) {
                assertThat(bound.lower()).isCloseTo(number(row, "lower_" + bound.events()), offset(1e-9));
            }
        }
    }

    private static String text(Long count) {
        return count == null ? "" : count.toString();
    }

    /** Groups of two that are alike: twice the sessions, and the events of half as many. */
    @Test
    void aDesignEffectIsGroupsThatAreAlike() {
        Planning independent = new Planning(new Question(0.01, 0.95, 1));
        Planning pairs = new Planning(new Question(0.01, 0.95, 2));

        Power single = independent.power(0.002, 0.8);
        Power grouped = pairs.power(0.002, 0.8);
        assertThat(grouped.sessions()).isEqualTo(2 * single.sessions());
        assertThat(grouped.firstSessions()).isEqualTo(2 * single.firstSessions());
        assertThat(grouped.attained()).isEqualTo(single.attained());
        assertThat(grouped.events()).isBetween(2 * single.events(), 2 * single.events() + 1);
        assertThat(pairs.shows(2000, List.of(), 0.002).probabilityBelow())
                .isEqualTo(independent.shows(1000, List.of(), 0.002).probabilityBelow());
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new Planning(new Question(0, 0.95, 1)))
                .hasMessage("limit is not between 0 and 1: 0.0");
        assertThatThrownBy(() -> new Planning(new Question(1, 0.95, 1)))
                .hasMessage("limit is not between 0 and 1: 1.0");
        assertThatThrownBy(() -> new Planning(new Question(0.1, 0.95, 0.5)))
                .hasMessage("design effect is not 1 or more: 0.5");
        assertThatThrownBy(() -> new Planning(new Question(0.1, 0.95, Double.NaN)))
                .hasMessage("design effect is not 1 or more: NaN");
        assertThatThrownBy(() -> new Planning(new Question(0.01, 0.95, 1)).power(0.0099, 0.8))
                .hasMessage("a true rate of 0.0099 is too near to the limit");
        assertThatThrownBy(() -> new Planning(new Question(1e-16, 0.95, 1)).needed(0))
                .hasMessage("no number of sessions in reach shows a rate below 1.0E-16");
    }
}
