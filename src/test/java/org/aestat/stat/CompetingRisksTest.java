package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aestat.stat.CompetingRisks.Cluster;
import org.aestat.stat.CompetingRisks.Course;
import org.aestat.stat.CompetingRisks.Ending;
import org.junit.jupiter.api.Test;

/** Rules and edge cases; the figures on random data are held against R in {@link CompetingRisksReferenceTest}. */
class CompetingRisksTest {

    /** Courses such as "0-3r": entry, exit, and r for relief, e for ended, c for censored. */
    private static List<Cluster> clusters(String... courses) {
        List<Cluster> clusters = new ArrayList<>();
        for (String text : courses) {
            String[] times = text.substring(0, text.length() - 1).split("-", -1);
            Ending ending =
                    switch (text.charAt(text.length() - 1)) {
                        case 'r' -> Ending.EVENT;
                        case 'e' -> Ending.COMPETING;
                        default -> Ending.CENSORED;
                    };
            Course course = new Course(Integer.parseInt(times[0]), Integer.parseInt(times[1]), ending);
            clusters.add(new Cluster(List.of(course), 1));
        }
        return clusters;
    }

    /** The drop-out case of the definitions: relief by 6 is .5208333; censoring drop-outs would give .6399. */
    @Test
    void agreesWithTheHandWorkedCase() {
        CompetingRisks curve = new CompetingRisks(
                clusters(
                        "0-1r", "0-2r", "0-2e", "0-3r", "0-3r", "0-3e", "0-4r", "0-4c", "0-5e", "0-6r", "0-6c", "0-6c"),
                0.95);

        int end = curve.size() - 1;
        assertThat(curve.time(end)).isEqualTo(6);
        assertThat(curve.incidence(end)).isCloseTo(.5208333, within(5e-8));
        assertThat(1 - curve.incidence(end) - curve.stillIn(end)).isCloseTo(.2708333, within(5e-8));
        assertThat(curve.ifNobodyStopped(end)).isCloseTo(.6399, within(5e-5));
        assertThat(curve.atRisk(1)).isEqualTo(11);
        assertThat(curve.events(1)).isEqualTo(1);
        assertThat(curve.competing(1)).isEqualTo(1);
        assertThat(curve.censored(3)).isEqualTo(1);
    }

    /** 1/6, 1/6, 2/6, 1/6 and 1/6 of the courses, summed as doubles, are more than 1. */
    @Test
    void theIncidenceIsNeverAboveOne() {
        CompetingRisks curve = new CompetingRisks(clusters("0-1r", "0-2r", "0-3r", "0-3r", "0-4r", "0-5r"), 0.95);

        assertThat(curve.incidence(4)).isEqualTo(1);
        assertThat(curve.stillIn(4)).isZero();
    }

    @Test
    void theIncidenceIsAtMostOne() {
        for (int courses = 1; courses <= 200; courses++) {
            String[] relieved = IntStream.rangeClosed(1, courses)
                    .mapToObj(session -> "0-" + session + "r")
                    .toArray(String[]::new);

            CompetingRisks curve = new CompetingRisks(clusters(relieved), 0.95);

            assertThat(curve.incidence(curve.size() - 1)).isBetween(1 - 1e-12, 1.0);
        }
    }

    @Test
    void lateCoursesAreAtRiskAfterTheirEntry() {
        CompetingRisks curve = new CompetingRisks(clusters("0-1r", "0-4c", "3-5r", "3-4e"), 0.95);

        assertThat(curve.atRiskAt(1)).isEqualTo(2);
        assertThat(curve.atRiskAt(2)).isEqualTo(1);
        assertThat(curve.atRiskAt(3)).isEqualTo(1);
        assertThat(curve.atRiskAt(4)).isEqualTo(3);
        assertThat(curve.atRiskAt(5)).isEqualTo(1);
        assertThat(curve.atRiskAt(6)).isZero();
        assertThat(curve.atRiskAt(0)).isZero();
        assertThat(curve.indexAt(3)).isZero();
        assertThat(curve.indexAt(4)).isEqualTo(1);
        assertThat(curve.indexAt(9)).isEqualTo(2);
        assertThat(curve.indexAt(0)).isEqualTo(-1);
    }

    @Test
    void thinIsWhereFewAreAtRiskWhileOthersAreStillToEnter() {
        assertThat(new CompetingRisks(clusters("0-1r", "0-4c", "3-5r", "3-4e"), 0.95).firstThin(2))
                .isEqualTo(2);
        assertThat(new CompetingRisks(clusters("0-1r", "0-4c", "3-5r", "3-4e"), 0.95).firstThin(1))
                .isZero();
        assertThat(new CompetingRisks(clusters("0-1r", "0-4c"), 0.95).firstThin(5))
                .isZero();
        assertThat(new CompetingRisks(clusters("0-1r", "0-4c", "1-3r"), 0.95).firstThin(5))
                .isEqualTo(1);
        assertThat(new CompetingRisks(clusters("3-5r", "3-4e"), 0.95).firstThin(2))
                .as("nobody at risk at session 1")
                .isEqualTo(1);
    }

    @Test
    void noLimitsWhereTheIncidenceIsZeroOrOne() {
        CompetingRisks none = new CompetingRisks(clusters("0-1e", "0-2r"), 0.95);
        assertThat(none.lower(0)).isNaN();
        assertThat(none.upper(0)).isNaN();

        CompetingRisks all = new CompetingRisks(clusters("0-1r", "0-2r", "0-3r"), 0.95);
        assertThat(all.incidence(2)).isCloseTo(1, within(1e-15));
        assertThat(all.lower(2)).isNaN();
        assertThat(all.stillIn(2)).isZero();
    }

    @Test
    void refusesWhatIsNoCourse() {
        assertThatThrownBy(() -> new Course(3, 3, Ending.EVENT)).hasMessage("entry 3 and exit 3");
        assertThatThrownBy(() -> new Course(-1, 3, Ending.EVENT)).hasMessage("entry -1 and exit 3");
        assertThatThrownBy(() -> new CompetingRisks(List.of(), 0.95)).hasMessage("no courses");
    }

    @Test
    void endingsHaveCodes() {
        for (Ending ending : Ending.values()) {
            assertThat(Ending.ofCode(ending.code())).isEqualTo(ending);
        }
    }
}
