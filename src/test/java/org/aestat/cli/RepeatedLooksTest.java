package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits that are watched as data grow, from an export to the exit code. */
class RepeatedLooksTest {

    private static final Offset<Double> CLOSE = within(1e-9);
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    private static byte[] resource(String name) {
        try (InputStream in = RepeatedLooksTest.class.getResourceAsStream("/reference/check/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String[]> table(String name) {
        return new String(resource(name), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** Sessions of as many patients, ten a day; the first of the named days have the event. */
    private Workspace tenADay(int days, int... daysWithEvent) {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_date,bruising"));
        List<Integer> withEvent = new ArrayList<>();
        for (int day : daysWithEvent) {
            withEvent.add(day);
        }
        for (int day = 1; day <= days; day++) {
            for (int i = 0; i < 10; i++) {
                lines.add("P" + day + "-" + i + "," + START.plusDays(day - 1) + ","
                        + (i == 0 && withEvent.contains(day) ? "yes" : "no"));
            }
        }
        return workspace.file("clinic.csv", lines);
    }

    /** A policy on bruising below 1 % of sessions, watched up to 500 sessions: five expected events. */
    private Workspace policy(String threshold, String sequential) {
        return workspace.file(
                "policy.toml",
                "[[threshold]]",
                "name = \"Bruising\"",
                "metric = \"rate(bruising)\"",
                "below = 0.01",
                "evidence = \"not-exceeded\"",
                threshold,
                "[sequential]",
                sequential);
    }

    private static final String FIVE_EXPECTED =
            "method = 'maxsprt-poisson'\nlength = 500\nfewest_events = 1\nfrom = 2025-01-01";

    private CommandLineRun check(String... further) {
        List<String> words =
                new ArrayList<>(List.of("check", "clinic.csv", "--policy", "policy.toml", "--format", "json"));
        words.addAll(List.of(further));
        return workspace.run(words.toArray(String[]::new));
    }

    private static JsonResult only(CommandLineRun run) {
        List<JsonResult> tests = run.result().list("sequential");
        assertThat(tests).hasSize(1);
        return tests.get(0);
    }

    /**
     * By hand: 3.297183 is the printed critical value for five expected events (Kulldorff et al. 2011, Table 1). The third
     * event comes on the fourth day, where 40 sessions bring .4: .4 - 3 + 3 ln(3/.4) = 3.4447. A day later it would have
     * been .5 - 3 + 3 ln 6 = 2.875.
     */
    @Test
    void aSignalOnTheDayFoundByHand() {
        tenADay(6, 1, 3, 4);
        policy("", FIVE_EXPECTED);

        CommandLineRun run = check();

        assertThat(run.exit()).isEqualTo(4);
        JsonResult test = only(run);
        assertThat(test.get("signal")).isEqualTo(true);
        assertThat(test.get("signalDate")).isEqualTo("2025-01-04");
        assertThat(test.get("effect")).isEqualTo("fail");
        assertThat(test.number("design", "boundary")).isCloseTo(3.297183, within(5e-7));
        assertThat(test.number("design", "length")).isEqualTo(5);
        JsonResult look = test.list("path").get(3);
        assertThat(look.get("date")).isEqualTo("2025-01-04");
        assertThat(look.number("events")).isEqualTo(3);
        assertThat(look.number("sessions")).isEqualTo(40);
        assertThat(look.number("statistic")).isCloseTo(0.4 - 3 + 3 * Math.log(7.5), CLOSE);
        assertThat(test.get("reason"))
                .isEqualTo("signal on 2025-01-04: 3 events in 40 sessions, 0.4 expected, log-likelihood ratio 3.445,"
                        + " signal at 3.297");
    }

    @Test
    void theSameEventsADayLaterAreNoSignal() {
        tenADay(6, 1, 3, 5);
        policy("", FIVE_EXPECTED);

        CommandLineRun run = check();

        assertThat(run.exit()).isZero();
        JsonResult test = only(run);
        assertThat(test.get("signal")).isEqualTo(false);
        assertThat(test.get("signalDate")).isNull();
        assertThat(test.get("effect")).isEqualTo("none");
        assertThat(test.get("reason"))
                .isEqualTo(
                        "no signal: 3 events in 60 sessions, 0.6 expected up to 2025-01-06, log-likelihood ratio 2.875"
                                + " at most, signal at 3.297");
    }

    @Test
    void aSignalOfAThresholdThatOnlyWarns() {
        tenADay(6, 1, 3, 4);
        policy("severity = 'warning'", FIVE_EXPECTED);

        assertThat(only(check()).get("effect")).isEqualTo("warn");
        assertThat(check().exit()).isZero();
        assertThat(check("--fail-on-warning").exit()).isEqualTo(6);
    }

    @Test
    void fewerEventsThanAskedForAreNoSignal() {
        tenADay(6, 1, 3, 4);
        policy("", FIVE_EXPECTED.replace("fewest_events = 1", "fewest_events = 4"));

        assertThat(check().exit()).isZero();
    }

    /** Four events in 60 sessions exceed 1 % at one look, but not where every day was one. */
    @Test
    void whileLooksAreRepeatedASingleOneOnlyWarns() {
        tenADay(30, 1, 8, 15, 22, 26, 28, 30);
        String early = "method = 'maxsprt-poisson'\nlength = 20000\nfewest_events = 8\nfrom = 2025-01-01";
        policy("", early);

        CommandLineRun run = check();

        JsonResult verdict =
                run.result().list("thresholds").get(0).list("verdicts").get(0);
        assertThat(verdict.get("verdict")).isEqualTo("breach");
        assertThat(verdict.get("effect")).isEqualTo("warn");
        assertThat(verdict.get("reason"))
                .isEqualTo("the lower bound is above the limit; the repeated looks, which decide, have no signal");
        assertThat(run.exit()).isZero();
    }

    @Test
    void surveillanceAtItsEndDecidesNothingMore() {
        tenADay(30, 1, 8, 15, 22, 26, 28, 30);
        policy("", "method = 'maxsprt-binomial'\nlength = 300\nfewest_events = 8\nfrom = 2025-01-01");

        CommandLineRun run = check();

        assertThat(only(run).get("signal")).isEqualTo(false);
        assertThat(only(run).get("reason")).asString().startsWith("no signal up to the end at 300 sessions: 7 events");
        assertThat(run.result()
                        .row("warnings", Map.of("code", "surveillance-ended"))
                        .get("message"))
                .isEqualTo("Bruising: the surveillance has come to its end of 300 sessions without a signal. Later"
                        + " sessions are not watched: plan it anew, with another start.");
        assertThat(run.exit()).isEqualTo(4);
    }

    @Test
    void nothingToLookAtIsNotNoSignal() {
        tenADay(6);
        policy("", FIVE_EXPECTED.replace("2025-01-01", "2026-01-01"));

        CommandLineRun run = check();

        assertThat(run.exit()).isEqualTo(5);
        JsonResult test = only(run);
        assertThat(test.get("effect")).isEqualTo("fail");
        assertThat(test.list("path")).isEmpty();
        assertThat(test.get("reason")).isEqualTo("nothing to look at: no assessed session has a date that counts");
    }

    @Test
    void nothingToLookAtDoesWhatTheThresholdSays() {
        tenADay(6);
        policy("inconclusive = 'warn'", FIVE_EXPECTED.replace("2025-01-01", "2026-01-01"));

        assertThat(only(check()).get("effect")).isEqualTo("warn");
        assertThat(check().exit()).isZero();
    }

    @Test
    void theCommandLineMaySayTheStart() {
        tenADay(6, 1, 3, 4);
        policy("", FIVE_EXPECTED.replace("from = 2025-01-01", ""));

        JsonResult test = only(check("--from", "2025-01-03"));

        assertThat(test.get("from")).isEqualTo("2025-01-03");
        assertThat(test.list("path").get(0).get("date")).isEqualTo("2025-01-03");
    }

    @Test
    void withoutAStartItIsRefused() {
        policy("", FIVE_EXPECTED.replace("from = 2025-01-01", ""));

        CommandLineRun run = check();

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("policy.toml, line 7: repeated looks need a fixed start; expected 'from = 2025-01-31' or"
                        + " 'state = \"FILE\"' in [sequential], or --from.");
    }

    @Test
    void sessionsBetweenTheStartAndTheFilterWouldBeLost() {
        policy("", FIVE_EXPECTED);

        CommandLineRun run = check("--from", "2025-01-02");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("--from 2025-01-02 is after 2025-01-01, the start of the surveillance: sessions in between"
                        + " would not count.");
    }

    @Test
    void theTextShowsWhereTheTestStands() {
        tenADay(6, 1, 3, 4);
        policy("", FIVE_EXPECTED);

        String text = workspace
                .run("check", "clinic.csv", "--policy", "policy.toml")
                .out()
                .replaceAll("\\s+", " ");

        assertThat(text)
                .contains("Repeated looks")
                .contains("SIGNAL Bruising maxsprt-poisson")
                .contains("3 of 60")
                .contains("Bruising: signal on 2025-01-04: 3 events in 40 sessions")
                .contains("A false signal has a probability of at most 5.0 % up to the end.")
                .doesNotContain("one look at the data");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            maxsprt-poisson  | alpha = 0.05, length = 400, fewest_events = 4
            maxsprt-binomial | length = 400
            cusum            | ratio = 2, run_length = 2000
            """)
    void pathsAreThoseOfTheDefinition(String method, String keys) {
        workspace
                .file("clinic.csv", resource("watched.csv"))
                .file(
                        "policy.toml",
                        "[[threshold]]",
                        "name = \"Bruising\"",
                        "metric = \"rate(bruising)\"",
                        "below = 0.05",
                        "evidence = \"not-exceeded\"",
                        "where = { technique = \"deep\" }",
                        "[sequential]",
                        "method = '" + method + "'",
                        "from = 2025-01-06",
                        keys.replace(", ", "\n"));
        List<String> methods = List.of("maxsprt-poisson", "maxsprt-binomial", "cusum");
        String[] design = table("designs.csv").get(methods.indexOf(method));

        CommandLineRun run = check();

        assertThat(run.exit()).isEqualTo(4);
        JsonResult test = only(run);
        assertThat(test.number("design", "boundary")).isCloseTo(Double.parseDouble(design[1]), CLOSE);
        assertThat(test.number("design", method.equals("cusum") ? "inControlRunLength" : "alpha"))
                .isCloseTo(Double.parseDouble(design[2]), within(1e-6));
        assertThat(test.get("signalDate")).isEqualTo(design[3]);
        assertThat(test.get("reason"))
                .asString()
                .endsWith("; several sessions of one patient are taken as independent");
        List<String[]> expected = table("looks.csv");
        List<JsonResult> path = test.list("path");
        assertThat(path).hasSameSizeAs(expected);
        for (int i = 0; i < path.size(); i++) {
            String[] look = expected.get(i);
            assertThat(path.get(i).get("date")).isEqualTo(look[0]);
            assertThat(path.get(i).number("events")).isEqualTo(Double.parseDouble(look[1]));
            assertThat(path.get(i).number("sessions")).isEqualTo(Double.parseDouble(look[2]));
            assertThat(path.get(i).number("statistic"))
                    .isCloseTo(Double.parseDouble(look[3 + methods.indexOf(method)]), CLOSE);
        }
        assertThat(run.result()
                        .row("warnings", Map.of("code", "undated-sessions"))
                        .get("message"))
                .asString()
                .endsWith("assessed sessions have no date and no part in repeated looks.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            method = 'sprt' | line 8: expected "maxsprt-poisson", "maxsprt-binomial" or "cusum" for 'method'.
            method = 'cusm' | Did you mean 'cusum'?
            from = 2025-01-01 | line 7: [sequential] has no 'method'; expected
            method = 'cusum'/length = 500 | line 9: 'length' is not for cusum.
            method = 'maxsprt-poisson'/ratio = 2 | line 9: 'ratio' is not for maxsprt-poisson.
            method = 'maxsprt-poisson' | line 8: 'length' is missing; expected a number of sessions.
            method = 'cusum' | line 8: 'run_length' is missing; expected a number of sessions.
            method = 'cusum'/run_lenght = 500 | line 9: 'run_lenght' is not known here; expected
            method = 'cusum'/run_lenght = 500 | Did you mean 'run_length'?
            method = 'cusum'/run_length = 0 | line 9: expected a whole number of sessions from 1 for 'run_length'.
            method = 'cusum'/run_length = 500/ratio = 1 | line 10: expected an odds ratio above 1 for 'ratio'.
            method = 'maxsprt-binomial'/length = 2.5 | line 9: expected a whole number of sessions from 1 for 'length'.
            method = 'maxsprt-binomial'/length = 'x' | line 9: expected a whole number of sessions from 1 for 'length'.
            method = 'maxsprt-binomial'/length = 9/alpha = 5 | line 10: expected a probability above 0 and at most 0.5
            method = 'maxsprt-binomial'/length = 9/alpha = 0 | line 10: expected a probability above 0 and at most 0.5
            method = 'maxsprt-binomial'/length = 3/fewest_events = 4 | line 8: there is no such test of 'Bruising': least
            method = 'maxsprt-poisson'/length = 9/fewest_events = 0 | line 10: expected a whole number of events from 1
            method = 'maxsprt-poisson'/length = 9/from = 'soon' | line 10: expected a date such as 2025-01-31 for 'from'.
            method = 'maxsprt-poisson'/length = 9/state = 1 | line 10: expected a text in quotes for 'state'.
            method = 'cusum'/run_length = 9/thresholds = ['Brusing'] | line 10: the policy has no threshold 'Brusing'.
            method = 'cusum'/run_length = 9/thresholds = ['Brusing'] | Did you mean 'Bruising'?
            """)
    void whatCannotBeWatchedIsRefusedBeforeAnyRow(String keys, String message) {
        policy("", keys.replace("/", "\n"));

        CommandLineRun run = check();

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("policy.toml, ").contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            patient_rate(bruising) | below = 0.01 | ''          | is on patient_rate(bruising)
            rate(bruising)         | above = 0.01 | ''          | has 'above'
            rate(bruising)         | below = 0.01 | by = 'site' | has 'by'
            """)
    void onlyRatesBelowALimitCanBeWatched(String metric, String limit, String by, String why) {
        String threshold = "[[threshold]]\nname = 'One'\nevidence = 'point'\nmetric = '" + metric + "'\n" + limit + "\n"
                + by + "\n[sequential]\nmethod = 'cusum'\nrun_length = 100\nfrom = 2025-01-01";
        workspace.file("policy.toml", threshold, "thresholds = ['One']");

        assertThat(check().err())
                .contains("policy.toml, line 11: 'One' cannot be watched: it " + why
                        + "; expected a threshold on rate(EVENT) with 'below' and without 'by'.");

        workspace.file("policy.toml", threshold);
        assertThat(check().exit()).isEqualTo(2);
        assertThat(check().err())
                .contains(
                        "policy.toml, line 7: no threshold can be watched; expected one on rate(EVENT) with 'below' and"
                                + " without 'by'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"junit", "sarif", "github", "markdown", "tap"})
    void everyFormShowsTheSignal(String form) {
        tenADay(6, 1, 3, 4);
        policy("", FIVE_EXPECTED);

        CommandLineRun run = workspace.run("check", "clinic.csv", "--policy", "policy.toml", "--format", form);

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out()).containsIgnoringCase("signal on 2025-01-04");
    }
}
