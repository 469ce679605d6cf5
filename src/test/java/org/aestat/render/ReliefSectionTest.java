package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aestat.result.Estimate;
import org.aestat.result.Quantile;
import org.aestat.result.ReliefResult;
import org.aestat.result.Stratum;
import org.junit.jupiter.api.Test;

class ReliefSectionTest {

    private static final String HEADING = "Sessions to relief";

    private static String section(ReliefResult... results) {
        return Rendered.section(SampleResults.only(SampleResults.PLAIN, null, null, null, List.of(results)), HEADING);
    }

    @Test
    void byCondition() {
        assertThat(Rendered.section(SampleResults.full(), "Sessions to relief")).isEqualTo("""
                310 courses of treatment: 190 reached relief, 80 ended without it, 40 still open without it.
                Among these: 12 late, that is, with a first session that is not in the export.
                Left out: 25 without an answer on relief; 2 late and relieved at the first session exported; 3 late
                without a later answer.
                Courses: 1 with session numbers that contradict the dates.

                                                       Ended     Open  Left     Sessions to relief,
                  condition       Courses  Relieved  without  without   out  median (95 % interval)
                  all courses         310       190       80       40    30              4 (3 to ?)
                  neck pain           310       190       80       40    30              4 (3 to ?)
                  (not recorded)        0         0        0        0     4                       -

                ? stands for a limit that the data do not give.
                Not estimable (no course is assessed): condition = (not recorded).

                Share of courses with relief by a session.

                  By session                           1             3             4             6  10
                  all courses
                    with relief, %                  12.3          41.2          51.0          60.0   -
                    95 % interval            8.3 to 16.3  37.2 to 45.2  47.0 to 55.0  56.0 to 64.0   -
                    had nobody stopped, %           12.3          43.3          54.8          66.0   -
                    courses followed so far          310           220           150            80   -
                  condition = neck pain
                    with relief, %                  12.3          41.2          51.0          60.0   -
                    95 % interval            8.3 to 16.3  37.2 to 45.2  47.0 to 55.0  56.0 to 64.0   -
                    had nobody stopped, %           12.3          43.3          54.8          66.0   -
                    courses followed so far          310           220           150            80   -

                Not estimable (fewer than 5 courses at risk from session 9): session 10 (all courses), session 10
                (condition = neck pain).

                Whatever became of the 25 courses without a record of relief: 38.1 % to 45.6 % with relief by
                session 3, 55.5 % to 63.0 % with relief by session 6.

                Days to relief, counted from the first session; courses whose start is not exported left out, and
                those that ended without relief counted as if they had gone on (Kaplan-Meier). Pain is scored 0 to
                10.

                                         Days to relief,  Sessions  Mean fall of pain
                  condition       median (95 % interval)    a week   (standard error)
                  all courses                - (21 to ?)       1.4          2.3 (0.1)
                  neck pain                  - (21 to ?)       1.4          2.3 (0.1)
                  (not recorded)                       -         -                  -

                ? stands for a limit that the data do not give.
                No median (less than half are relieved): all courses, condition = neck pain.
                Not estimable (no course is assessed): condition = (not recorded).
                """);
    }

    @Test
    void nothingToEstimate() {
        assertThat(Rendered.section(SampleResults.empty("relief"), HEADING)).isEqualTo("""
                0 courses of treatment: 0 reached relief, 0 ended without it, 0 still open without it.
                Left out: 4 without an answer on relief.

                How many sessions relief takes cannot be estimated: no course is assessed.
                """);
    }

    @Test
    void withoutFixedSessionsAndWithoutAnybodyLeftOut() {
        ReliefResult result = new ReliefResult(
                Stratum.OVERALL,
                "pain -50%",
                ReliefResult.ESTIMAND,
                new ReliefResult.Counts(1, 1, 0, 0, 0, 0, 0, 0, 0, 0),
                Estimate.of(new ReliefResult.Figures(
                        Quantile.at(2, null, null),
                        List.of(),
                        List.of(),
                        SampleResults.LOG_LOG,
                        Quantile.at(10.5, null, null),
                        SampleResults.LOG_LOG)),
                null,
                null);
        assertThat(section(result)).isEqualTo("""
                1 course of treatment: 1 reached relief, 0 ended without it, 0 still open without it.
                Left out: none.

                                                    Ended     Open  Left     Sessions to relief,
                  Courses      Courses  Relieved  without  without   out  median (95 % interval)
                  all courses        1         1        0        0     0                       2

                Days to relief, counted from the first session; courses whose start is not exported left out, and
                those that ended without relief counted as if they had gone on (Kaplan-Meier). Pain is scored 0 to
                10.

                                      Days to relief,  Sessions  Mean fall of pain
                  Courses      median (95 % interval)    a week   (standard error)
                  all courses                    10.5         -                  -
                """);
    }

    @Test
    void theSecondDefinitionAndWhatOpenCoursesMayComeTo() {
        ReliefResult overall = SampleResults.reliefByPain();
        ReliefResult none = SampleResults.beside(
                SampleResults.noRelief(SampleResults.condition("b")),
                new ReliefResult.Second(
                        "pain -50%",
                        0, 0, Estimate.notEstimable("no course tells of relief"), new ReliefResult.Held(0, 0)),
                new ReliefResult.Held(0, 0));
        ReliefResult unreached = SampleResults.beside(
                SampleResults.relief(SampleResults.condition("c")),
                new ReliefResult.Second(
                        "pain -50%",
                        9,
                        1,
                        Estimate.of(new ReliefResult.Reached(
                                Quantile.none("not reached by session 4", null, null), List.of())),
                        null),
                null);
        String text = section(overall, none, unreached, SampleResults.relief(SampleResults.condition("d")));
        assertThat(text).contains("""

                With relief by session 6, whatever becomes of the 40 open courses: 55.0 % if none of them is ever
                relieved, 68.0 % if all were at their last session.

                Whatever became of the 25 courses without a record of relief: 38.1 % to 45.6 % with relief by
                session 3, 55.5 % to 63.0 % with relief by session 6.

                Relief still held by the pain before the next visit in 90 of 120 courses with relief and that pain
                recorded (75.0 %).

                By a second definition: pain (0 to 10) after a session lower than before the first one by at least
                50 %, and at every later session with an answer.

                                                     Sessions to relief,  Relieved  Relieved  Held at the
                  condition    Courses  Relieved  median (95 % interval)   by 3, %   by 6, %   next visit
                  all courses      305       120              6 (5 to ?)      25.0         -     50 of 80
                  b                  0         0                       -         -         -            -
                  c                  9         1                       -         -         -            -

                ? stands for a limit that the data do not give.
                Not estimable (no course tells of relief): condition = b.
                No median (not reached by session 4): condition = c.
                """);
    }

    @Test
    void sessionsThatOnlySomeStrataHave() {
        ReliefResult all = SampleResults.relief(Stratum.OVERALL);
        ReliefResult other = new ReliefResult(
                SampleResults.condition("b"),
                all.definition(),
                all.estimand(),
                all.counts(),
                Estimate.of(new ReliefResult.Figures(
                        Quantile.at(2, null, null),
                        List.of(new ReliefResult.RelievedBy(
                                1, Estimate.of(new ReliefResult.Share(0, null, null, 5, 0)))),
                        List.of(),
                        SampleResults.LOG_LOG,
                        Quantile.at(10.5, null, null),
                        SampleResults.LOG_LOG)),
                null,
                null);
        assertThat(section(all, other)).contains("""
                  condition = b
                    with relief, %                     0             -             -             -   -
                    95 % interval                      -             -             -             -   -
                    had nobody stopped, %              0             -             -             -   -
                    courses followed so far            5             -             -             -   -
                """);
    }
}
