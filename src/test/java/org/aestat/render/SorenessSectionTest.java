package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aestat.result.AuditResult;
import org.aestat.result.CurveTest;
import org.aestat.result.Estimate;
import org.aestat.result.Quantile;
import org.aestat.result.RunSettings;
import org.aestat.result.SorenessResult;
import org.aestat.result.SorenessResult.DiaryTime;
import org.aestat.result.Stratum;
import org.junit.jupiter.api.Test;

class SorenessSectionTest {

    private static final String HEADING = "Soreness after the session";

    private static String section(SorenessResult... results) {
        return Rendered.section(SampleResults.only(SampleResults.PLAIN, null, null, List.of(results), null), HEADING);
    }

    @Test
    void durations() {
        assertThat(Rendered.section(SampleResults.full(), "Soreness after the session"))
                .isEqualTo("""
                Soreness is recorded for 1,100 of 1,190 sessions: sore after 700 (63.6 %), never sore after 400. Not
                recorded: 80; hours recorded, but not whether soreness had ended: 10.
                In the curve: 700 sessions with soreness, 650 with an end, 50 still sore when last asked.

                Half had resolved by 30 h (95 % interval 28 to 36 h), a quarter by 18.5 h (95 % interval 18 to
                20 h), three quarters by 48 h (95 % interval 46 to ? h).
                ? stands for a limit that the data do not give.
                Mean time sore within the first 72 h: 33.1 h (standard error 1.1 h).

                  Resolved  Share  95 % interval  Sore and followed
                        by      %              %        just before
                      12 h   10.4    8.1 to 12.7                690
                      24 h   35.2   32.1 to 38.1                627
                      36 h   60.0   56.0 to 64.0                454
                      48 h   80.0   77.0 to 83.0                280
                      72 h   99.5   98.5 to 99.8                 60

                Not estimable (beyond the last observed time): resolved by 168 h.

                Whatever became of the 90 sessions without a usable record: 31.2 % to 42.6 % resolved by 24 h,
                70.9 % to 82.3 % resolved by 48 h.

                Still sore, % of the sessions in the curve, by hours after the session.

                   100 |##########
                       |####################
                       |####################
                       |####################
                       |##############################
                    50 |##############################
                       |########################################
                       |########################################
                       |############################################################
                       |############################################################
                     0 +---------+---------+---------+---------+---------+---------+
                       0        12        24        36        48        60        72 h

                By condition.

                                            Sore  In the        Median, h    Resolved    Resolved    Resolved
                  condition       Recorded     %   curve  (95 % interval)  by 24 h, %  by 48 h, %  by 72 h, %
                  all sessions       1,100  63.6     700    30 (28 to 36)        35.2        80.0        99.5
                  neck pain          1,100  63.6     700    30 (28 to 36)        35.2        80.0        99.5
                  (not recorded)         0     -       0                -           -           -           -

                Not estimable (no session with soreness): condition = (not recorded).

                Do the strata differ? Log-rank, clustered by patient: chi-square 4.21 with 1 degree of freedom,
                p = 0.040.
                """);
    }

    @Test
    void aDiary() {
        assertThat(section(SampleResults.npmle())).isEqualTo("""
                Soreness is recorded for 233 of 235 sessions: sore after 100 (42.9 %), never sore after 133. Not
                recorded: 2.
                In the curve: 100 sessions with soreness, 52 with an end, 48 still sore when last asked. Clear for a
                time between sore hours: 6.

                Half had resolved between 4 and 20 h, a quarter between 1.5 and 4 h, three quarters at no observed
                time (more than a quarter are still sore at the last hour).
                Mean time sore within the first 72 h: not estimable, follow-up ends at 20 h.

                  Resolved         Share  95 % interval
                        by             %              %
                      12 h  30.0 to 52.0              -

                Somewhere in the range, soreness ended between two times: resolved by 12 h.
                Not estimable (beyond the last observed time): resolved by 24 h.

                Still sore, % of the sessions in the curve, by hours after the session.

                   100 |####
                       |############
                       |############
                       |############################################################
                       |############################################################
                    50 |############################################################
                       |############################################################
                       |############################################################
                       |############################################################
                       |############################################################
                     0 +-----------+-----------+-----------+-----------+-----------+
                       0           4           8          12          16          20 h

                Sore at each hour of the diary: a score above 0, of the sessions with a score.

                  Hours after            Sore  95 % interval   Mean
                  the session  Recorded     %              %  score
                          0.5       233  27.5   21.8 to 33.7   0.42
                          1.5       233  22.8   17.5 to 28.7   0.36
                            4       231  32.6   26.6 to 39.1   0.61
                           20         0     -              -      -

                The mean score is highest at 4 h.
                """);
    }

    @Test
    void aDiaryByStratum() {
        Stratum sugar = new Stratum(List.of("treat"), List.of("0"));
        SorenessResult none = SampleResults.noSoreness(sugar);
        SorenessResult result = new SorenessResult(
                sugar,
                SorenessResult.NPMLE,
                none.counts(),
                none.estimate(),
                List.of(
                        new DiaryTime(0.5, 116, 0.9, null, null, 0.362, "stabilized", 0.28, 0.45),
                        new DiaryTime(1.5, 116, 0.9, null, null, 0.353, "stabilized", 0.27, 0.44),
                        new DiaryTime(4, 116, 0.1, null, null, 0.448, "stabilized", null, 0.5)));
        assertThat(section(SampleResults.npmle(), result)).endsWith("""
                  Hours after            Sore  95 % interval   Mean
                  the session  Recorded     %              %  score
                  all sessions
                          0.5       233  27.5   21.8 to 33.7   0.42
                          1.5       233  22.8   17.5 to 28.7   0.36
                            4       231  32.6   26.6 to 39.1   0.61
                           20         0     -              -      -
                  treat = 0
                          0.5       116  36.2   28.0 to 45.0   0.90
                          1.5       116  35.3   27.0 to 44.0   0.90
                            4       116  44.8      ? to 50.0   0.10

                The mean score is highest at 4 h: all sessions.
                The mean score is highest at 0.5 h: treat = 0.

                By treat.

                                          Sore  In the        Median, h    Resolved    Resolved    Resolved
                  treat         Recorded     %   curve  (95 % interval)  by 24 h, %  by 48 h, %  by 72 h, %
                  all sessions       233  42.9     100          4 to 20           -           -           -
                  0                    0     -       0                -           -           -           -

                Not estimable (no session with soreness): treat = 0.
                """);
    }

    @Test
    void limitsThatTheDataDoNotGive() {
        SorenessResult all = SampleResults.kaplanMeier(Stratum.OVERALL);
        SorenessResult result = new SorenessResult(
                SampleResults.condition("b"),
                all.method(),
                all.counts(),
                Estimate.of(new SorenessResult.Figures(
                        Quantile.none("not reached", 9.0, null),
                        Quantile.at(3, null, null),
                        Quantile.at(4, null, 5.0),
                        Estimate.notEstimable("too short"),
                        List.of(),
                        List.of(),
                        SampleResults.LOG_LOG)),
                List.of());
        String text = section(result, result);
        assertThat(text).contains("""
                Half had resolved at no observed time (not reached), a quarter by 3 h, three quarters by 4 h (95 %
                interval ? to 5 h).
                ? stands for a limit that the data do not give.
                Mean time sore within the first 72 h: not estimable, too short.

                By condition.
                """);
        assertThat(text).endsWith("No median (not reached): condition = b, condition = b.\n");
    }

    @Test
    void amongAllSessions() {
        RunSettings all = new RunSettings(
                0.9,
                "auto",
                "patient",
                List.of(),
                List.of(),
                "",
                "",
                1.5,
                null,
                90,
                "default",
                "all",
                RunSettings.Curves.DEFAULT);
        AuditResult result =
                SampleResults.only(all, null, null, List.of(SampleResults.kaplanMeier(Stratum.OVERALL)), null);
        assertThat(Rendered.section(result, HEADING))
                .contains(
                        "In the curve: 700 sessions, those never sore included, 650 with an end, 50 still sore when last\n",
                        "Half had resolved by 30 h (90 % interval 28 to 36 h), a");
        assertThat(Rendered.section(result, "Definitions and limits of the data"))
                .contains("among all sessions with a record, those never sore ending at");
    }

    @Test
    void aTestThatWasRefused() {
        AuditResult result = new AuditResult(
                "soreness",
                "0.1.0",
                List.of(),
                0,
                SampleResults.PLAIN,
                null,
                null,
                null,
                List.of(SampleResults.noSoreness(Stratum.OVERALL)),
                new CurveTest("log-rank", Estimate.notEstimable("fewer than 10 patients in a group")),
                null,
                List.of());
        assertThat(Rendered.section(result, HEADING)).endsWith("""
                How long soreness lasts cannot be estimated: no session with soreness.

                Do the strata differ? Log-rank: not estimable, fewer than 10 patients in a group.
                """);
    }
}
