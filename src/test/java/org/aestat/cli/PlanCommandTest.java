package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code plan} prints; its numbers are held against R in PlanningReferenceTest. */
class PlanCommandTest {

    private static final String ONE_LOOK = """

            Each number is for one look at a finished record. Whoever looks again while it grows will be wrong
            more often; that needs a sequential method.
            """;

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    private String output(String arguments) {
        CommandLineRun run = workspace.run(arguments.split(" "));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out();
    }

    /** R: binom.test(y, n, alternative = "less")$conf.int for 2,995; 4,742; 6,294; 7,752; 9,151; 10,511. */
    @ParameterizedTest
    @ValueSource(strings = {"0.001", "0.1%", ".1%", "0.10%"})
    void sessionsForALimit(String limit) {
        assertThat(output("plan --limit " + limit)).isEqualTo("""
                        How many sessions show a rate below 0.1 %
                        ─────────────────────────────────────────

                        Shown to be below: the one-sided 95 % upper bound (Clopper-Pearson) is below the limit. Sessions are
                        taken to be independent of each other; where those of a patient resemble each other it takes more
                        (--design-effect).

                          Sessions  Sessions
                           with it    needed
                              none     2,995
                                 1     4,742
                                 2     6,294
                                 3     7,752
                                 4     9,151
                                 5    10,511

                        If the event happens at none of 2,995 sessions, its rate is shown to be below 0.1 %; one session
                        fewer does not show it.
                        """ + ONE_LOOK);
    }

    /** 15,767 is 10,511 (plan_power.csv) times 1.5, rounded up; 13,727 is 9,151 times 1.5. */
    @Test
    void powerWithADesignEffectInAscii() {
        assertThat(output("plan --limit 0.1% --events 3,1 --power 80% --true-rate 0.03% --design-effect 1.5 --ascii"))
                .isEqualTo("""
                        How many sessions show a rate below 0.1 %
                        -----------------------------------------

                        Shown to be below: the one-sided 95 % upper bound (Clopper-Pearson) is below the limit. Design
                        effect 1.5: so many sessions are worth one independent session.

                          Sessions  Sessions
                           with it    needed
                                 1     6,287
                                 3     9,441

                        If the event happens at no more than 1 of 6,287 sessions, its rate is shown to be below 0.1 %; one
                        session fewer does not show it.

                        If the true rate is 0.03 %, 15,767 sessions or more show it to be below 0.1 % with a probability of
                        at least 80 % (90.0 % at that number, if at most 7 have the event).
                        The smallest number that does is 13,727, but some between the two do not: with every session the
                        probability falls a little, until one event more is allowed.
                        """ + ONE_LOOK);
    }

    /** R: pbinom(0, 2995, .00001) = .9704939, and every larger number has it too. */
    @Test
    void powerThatTheFirstNumberHas() {
        assertThat(output("plan --limit 0.001 --power 0.8 --true-rate 0.00001"))
                .contains("If the true rate is 0.001 %, 2,995 sessions or more show it to be below 0.1 % with a"
                        + " probability of\nat least 80 % (97.0 % at that number, if none has the event).\n")
                .doesNotContain("The smallest number that does");
    }

    /** R: binom.test(y, 5000, alternative = "less") and "greater"; pbinom(1, 5000, .0003) = .5578. */
    @Test
    void whatSessionsCanShow() {
        assertThat(output("plan --limit 0.001 --sessions 5000 --true-rate 0.0003 --events 0-2,10"))
                .isEqualTo("""
                        What 5,000 sessions can show about a limit of 0.1 %
                        ───────────────────────────────────────────────────

                        Shown to be below: the one-sided 95 % upper bound (Clopper-Pearson) is below the limit. Sessions are
                        taken to be independent of each other; where those of a patient resemble each other it takes more
                        (--design-effect).

                          Sessions    Lower    Upper
                           with it  bound %  bound %  Verdict
                              none        0    0.060  demonstrated below
                                 1   0.0010    0.095  demonstrated below
                                 2   0.0071     0.13  inconclusive
                                10     0.11     0.34  demonstrated above

                        At most 1 session with the event shows a rate below 0.1 %. 10 or more show a rate above it.
                        If the true rate is 0.03 %, 5,000 sessions show it to be below 0.1 % with a probability of 55.8 %.
                        """ + ONE_LOOK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.001 | 2994 | Not even a record without the event shows a rate below 0.1 %. 7 or more show a rate above"
                        + " it.",
                "0.001 | 2995 | Only a record without the event shows a rate below 0.1 %. 7 or more show a rate above it.",
                "0.001 | 6294 | At most 2 sessions with the event show a rate below 0.1 %. 12 or more show a rate above"
                        + " it.",
                "0.4 | 1 | Not even a record without the event shows a rate below 40 %. Not even the event at every"
                        + " session shows a rate above it."
            })
    void summaryOfWhatSessionsCanShow(String limit, String sessions, String summary) {
        assertThat(output("plan --limit " + limit + " --sessions " + sessions).replace("\n", " "))
                .contains(" " + summary + " ");
    }

    @Test
    void eventsBeyondTheSessionsHaveNoRow() {
        assertThat(output("plan --limit 0.001 --sessions 3 --events 4,5")).doesNotContain("Verdict");
    }

    @Test
    void jsonOfAPlan() {
        assertThat(output("plan --limit 0.001 --events 0 --format json"))
                .isEqualTo("""
                        {
                          "schema": "aestat-result/1",
                          "tool": {
                            "name": "aestat",
                            "version": "%s"
                          },
                          "command": "plan",
                          "plan": [
                            {
                              "events": 0,
                              "limit": 0.001,
                              "level": 0.95,
                              "designEffect": 1,
                              "sessions": 2995
                            }
                          ]
                        }
                        """.replace("%s", Version.number()));
    }

    @Test
    void jsonOfAProbability() {
        JsonResult power = workspace
                .json("plan", "--limit", "1%", "--power", "0.8", "--true-rate", "0.2%")
                .object("power");

        assertThat(power.number("limit")).isEqualTo(0.01);
        assertThat(power.number("level")).isEqualTo(0.95);
        assertThat(power.number("designEffect")).isEqualTo(1);
        assertThat(power.number("trueRate")).isEqualTo(0.002);
        assertThat(power.number("probability")).isEqualTo(0.8);
        assertThat(power.number("sessions")).isEqualTo(773);
        assertThat(power.number("events")).isEqualTo(3);
        assertThat(power.number("firstSessions")).isEqualTo(628);
    }

    /** R: 1 - .05^(1/5) = .4507197. */
    @Test
    void jsonOfWhatSessionsCanShow() {
        assertThat(output("plan --limit 0.001 --sessions 5 --events 0 --format json"))
                .contains("""
                          "shows": {
                            "sessions": 5,
                            "limit": 0.001,
                            "level": 0.95,
                            "designEffect": 1,
                            "fewestEventsAbove": 1,
                            "bounds": [
                              {
                                "events": 0,
                                "lower": 0,
                                "upper": 0.4507197\
                        """)
                .contains("\"verdict\": \"inconclusive\"")
                .doesNotContain("mostEventsBelow");
    }

    @Test
    void resultsGoToFilesToo() {
        String text = output("plan --limit 0.001 --output json=plan.json --output text=plan.txt");

        assertThat(workspace.read("plan.txt")).isEqualTo(text);
        assertThat(workspace.read("plan.json")).isEqualTo(output("plan --limit 0.001 --format json"));
    }

    @Test
    void theLevelMayComeFromElsewhere() {
        workspace.variable("AESTAT_CONFIDENCE", "0.9");

        assertThat(output("plan --limit 0.001")).contains("the one-sided 90 % upper bound");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--limit 0 | Invalid value for option '--limit': '0' is not a limit above 0 and below 1, such as 0.001 or"
                        + " 0.1%.",
                "--limit 1 | Invalid value for option '--limit': '1' is not a limit above 0 and below 1, such as 0.001 or"
                        + " 0.1%.",
                "--limit 100% | Invalid value for option '--limit': '100%' is not a limit above 0 and below 1, such as"
                        + " 0.001 or 0.1%.",
                "--limit=-0.1 | Invalid value for option '--limit': '-0.1' is not a limit above 0 and below 1, such as"
                        + " 0.001 or 0.1%.",
                "--limit NaN | Invalid value for option '--limit': 'NaN' is not a limit above 0 and below 1, such as 0.001"
                        + " or 0.1%.",
                "--events 1 | Missing required option: '--limit=RATE'",
                "--limit 0.001 --confidence 95 | Invalid value for option '--confidence': '95' is not a level from 0.5 to"
                        + " 0.9999 (95 % is 0.95).",
                "--limit 0.001 --design-effect 0.5 | Invalid value for option '--design-effect': '0.5' is not a design"
                        + " effect from 1 to 1000.",
                "--limit 0.001 --events x | Invalid value for option '--events': 'x' is not a list of numbers of events"
                        + " such as 0,1,2 or 0-5.",
                "--limit 0.001 --events 5-0 | Invalid value for option '--events': '5-0' is not a rising range of at most"
                        + " 1000 numbers up to 100000.",
                "--limit 0.001 --events 0-1000 | Invalid value for option '--events': '0-1000' is not a rising range of"
                        + " at most 1000 numbers up to 100000.",
                "--limit 0.001 --events 100001 | Invalid value for option '--events': '100001' is not a rising range of"
                        + " at most 1000 numbers up to 100000.",
                "--limit 0.001 --sessions 0 | Invalid value for option '--sessions': '0' is not a number of sessions from"
                        + " 1 to 999999999999.",
                "--limit 0.001 --sessions 1.5 | Invalid value for option '--sessions': '1.5' is not a number of sessions"
                        + " from 1 to 999999999999.",
                "--limit 0.001 --power 80 --true-rate 0.0005 | Invalid value for option '--power': '80' is not a"
                        + " probability from 0.01 to 0.999, such as 0.8 or 80%.",
                "--limit 0.001 --power 0.9999 --true-rate 0.0005 | Invalid value for option '--power': '0.9999' is not a"
                        + " probability from 0.01 to 0.999, such as 0.8 or 80%.",
                "--limit 0.001 --power 0.001 --true-rate 0.0005 | Invalid value for option '--power': '0.001' is not a"
                        + " probability from 0.01 to 0.999, such as 0.8 or 80%.",
                "--limit 0.001 --power 0.8 --true-rate 2 | Invalid value for option '--true-rate': '2' is not a rate above"
                        + " 0 and below 1, such as 0.0005 or 0.05%.",
                "--limit 0.001 --power 0.8 | --power needs --true-rate, the rate at which it is to hold.",
                "--limit 0.001 --true-rate 0.0001 | --true-rate is for --power or --sessions: add one of them.",
                "--limit 0.001 --power 0.8 --true-rate 0.0001 --sessions 9 | --power asks for the number of sessions,"
                        + " --sessions states it: leave one out.",
                "--limit 0.0001 --power 0.8 --true-rate 0.0001 | --true-rate 0.0001 is not below --limit 0.0001.",
                "--limit 0.001 --power 0.8 --true-rate 0.00099 | --true-rate 0.00099 is so near to the limit that more"
                        + " than 2,000 events would have to be counted.",
                "--limit 0.001 clinic.csv | plan takes no file: 'clinic.csv'.",
                "--limit 0.001 --output json=a --output text=a | --output: 'a' is given twice.",
                "--limit 0.001 --output json=none/a | --output: 'none/a' is in a folder that does not exist."
            })
    void refused(String arguments, String message) {
        CommandLineRun run = workspace.run(("plan " + arguments).split(" "));

        assertThat(run.errLines().get(0)).isEqualTo(message);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(workspace.names()).isEqualTo(List.of());
    }
}
