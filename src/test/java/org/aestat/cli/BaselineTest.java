package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aestat.stat.Limits;
import org.aestat.stat.Mover;
import org.aestat.stat.ProportionMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates held against those of an earlier result. */
class BaselineTest {

    private static final String CHANGE = "metric = \"change(rate(bruising))\"\nbelow = 0.02\n";
    private static final String DEMONSTRATED = "[defaults]\nevidence = \"demonstrated\"\n";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
        policy(DEMONSTRATED, "", "");
    }

    private void policy(String defaults, String keys, String further) {
        workspace.file("policy.toml", defaults, "[[threshold]]", "name = \"Change\"", CHANGE + keys, further);
    }

    /** Sessions at two sites, half each, as many patients as sessions over {@code each}. */
    private void export(String name, int sessions, int events, int each) {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_number,site,bruising"));
        for (int i = 0; i < sessions; i++) {
            lines.add("P" + i / each + "," + (1 + i % each) + "," + (i / each % 2 == 0 ? "North" : "South") + ","
                    + (i * (long) events / sessions < (i + 1) * (long) events / sessions ? "yes" : "no"));
        }
        workspace.file(name, lines);
    }

    private String old() {
        try {
            return Files.readString(folder.resolve("old.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void earlier(String... further) {
        List<String> words = new ArrayList<>(List.of("rates", "old.csv", "--output", "json=old.json"));
        words.addAll(List.of(further));
        assertThat(workspace.run(words.toArray(String[]::new)).exit()).isZero();
    }

    private CommandLineRun check(String... further) {
        List<String> words = new ArrayList<>(
                List.of("check", "new.csv", "--policy", "policy.toml", "--baseline", "old.json", "--format", "json"));
        words.addAll(List.of(further));
        return workspace.run(words.toArray(String[]::new));
    }

    private static JsonResult verdict(CommandLineRun run) {
        assertThat(run.err()).doesNotContain("--baseline:");
        List<JsonResult> thresholds = run.result().list("thresholds");
        return thresholds.get(thresholds.size() - 1).list("verdicts").get(0);
    }

    private static void refused(CommandLineRun run, String why) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--baseline: 'old.json' cannot be used: " + why + ".");
    }

    @ParameterizedTest
    @CsvSource({"6, pass, 0", "60, breach, 4", "33, inconclusive, 5"})
    void aChangePassesBreaksOrIsOpen(int events, String verdict, int exit) {
        export("old.csv", 300, 30, 1);
        export("new.csv", 300, events, 1);
        earlier();
        Limits one = limits(events, 300, 0.9, 30, 300);
        Limits two = limits(events, 300, 0.95, 30, 300);

        CommandLineRun run = check();

        assertThat(run.exit()).isEqualTo(exit);
        JsonResult change = verdict(run);
        assertThat(change.get("verdict")).isEqualTo(verdict);
        assertThat(change.number("value")).isCloseTo((events - 30) / 300.0, within(1e-12));
        assertThat(change.number("counts", "events")).isEqualTo(events);
        assertThat(change.object("interval").get("method")).isEqualTo("mover");
        assertThat(change.number("interval", "lower")).isCloseTo(two.lower(), within(1e-9));
        assertThat(change.number("interval", "upper")).isCloseTo(two.upper(), within(1e-9));
        assertThat(change.number("bound", "value"))
                .isCloseTo(verdict.equals("breach") ? one.lower() : one.upper(), within(1e-9));
        assertThat(change.get("sessionsNeeded")).isNull();
        assertThat(run.result().object("baseline").get("file")).isEqualTo("old.json");
        assertThat(run.result().object("baseline").get("sha256")).asString().matches("[0-9a-f]{64}");
    }

    private static Limits limits(int y1, int n1, double level, int y0, int n0) {
        ProportionMethod exact = ProportionMethod.CLOPPER_PEARSON;
        return Mover.difference(
                (double) y1 / n1, exact.limits(y1, n1, level), (double) y0 / n0, exact.limits(y0, n0, level));
    }

    /** The bounds of the earlier rate come from the JSON alone, whatever its method and clusters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "--design-effect 1.7", "--interval korn-graubard", "--interval wilson"})
    void clusteredRatesAreRebuilt(String options) {
        String[] words = options.isEmpty() ? new String[0] : options.split(" ");
        export("old.csv", 600, 60, 4);
        export("new.csv", 500, 55, 5);
        earlier(words);
        JsonResult then = JsonResult.of(old()).rate("bruising").object("interval");
        List<String> rates = new ArrayList<>(List.of("rates", "new.csv", "--output", "json=now.json"));
        rates.addAll(List.of(words));
        workspace.run(rates.toArray(String[]::new));
        JsonResult now;
        try {
            now = JsonResult.of(Files.readString(folder.resolve("now.json")))
                    .rate("bruising")
                    .object("interval");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Limits expected = Mover.difference(
                0.11,
                new Limits(now.number("lower"), now.number("upper")),
                0.1,
                new Limits(then.number("lower"), then.number("upper")));

        JsonResult interval = verdict(check(words)).object("interval");

        assertThat(interval.number("lower")).isCloseTo(expected.lower(), within(1e-9));
        assertThat(interval.number("upper")).isCloseTo(expected.upper(), within(1e-9));
    }

    @Test
    void strataAreComparedWithTheirOwn() {
        policy(DEMONSTRATED, "by = \"Site\"", "");
        export("old.csv", 400, 40, 1);
        export("new.csv", 400, 8, 1);
        workspace.file(
                "old.csv", workspace.read("old.csv").replace("South", "West").split("\n"));
        earlier("--by", "site");

        JsonResult threshold = check().result().list("thresholds").get(0);

        JsonResult north = threshold.row("verdicts", Map.of("stratum", Map.of("site", "North")));
        assertThat(north.get("verdict")).isEqualTo("pass");
        JsonResult south = threshold.row("verdicts", Map.of("stratum", Map.of("site", "South")));
        assertThat(south.get("verdict")).isEqualTo("inconclusive");
        assertThat(south.get("notEstimable")).isEqualTo("the earlier result has no such stratum");
    }

    @Test
    void anEarlierCheckServesWhereItsPolicyHasTheRateToo() {
        policy(DEMONSTRATED, "where = { site = \"North\" }", """
                [[threshold]]
                name = "Rate"
                metric = "rate(bruising)"
                below = 0.5
                where = { site = "North" }
                """);
        export("old.csv", 600, 60, 4);
        export("new.csv", 500, 10, 5);
        earlier("--where", "site=North");
        copy("new.csv", "later.csv");
        copy("old.csv", "new.csv");
        assertThat(check("--output", "json=first.json").err()).doesNotContain("--baseline:");
        copy("first.json", "old.json");
        copy("later.csv", "new.csv");

        CommandLineRun run = check();

        JsonResult change =
                run.result().list("thresholds").get(0).list("verdicts").get(0);
        assertThat(change.get("verdict")).isEqualTo("pass");
        assertThat(run.result().object("exit").number("code")).isEqualTo(0);
    }

    private void copy(String from, String to) {
        try {
            Files.write(folder.resolve(to), Files.readAllBytes(folder.resolve(from)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tooLittleThenDecidesNothing() {
        export("old.csv", 19, 0, 1);
        export("new.csv", 400, 200, 1);
        earlier();

        JsonResult change = verdict(check());

        assertThat(change.get("verdict")).isEqualTo("inconclusive");
        assertThat(change.get("reason")).isEqualTo("in the earlier result: fewer than 20 sessions assessed");
    }

    @Test
    void fewPatientsThenDecideNothing() {
        export("old.csv", 40, 0, 10);
        export("new.csv", 400, 200, 1);
        earlier();

        assertThat(verdict(check()).get("reason")).isEqualTo("in the earlier result: fewer than 5 patients assessed");
    }

    @Test
    void nothingRecordedThenDecidesNothing() {
        export("old.csv", 40, 0, 1);
        workspace.file("old.csv", workspace.read("old.csv").replace(",no", ",").split("\n"));
        export("new.csv", 400, 200, 1);
        earlier();

        JsonResult change = verdict(check());

        assertThat(change.get("verdict")).isEqualTo("inconclusive");
        assertThat(change.get("notEstimable")).asString().startsWith("in the earlier result: ");
    }

    @Test
    void theSameDataAreSaid() {
        export("old.csv", 40, 4, 1);
        export("new.csv", 40, 4, 1);
        earlier();

        assertThat(check().result()
                        .row("warnings", Map.of("code", "baseline-same-data"))
                        .get("message"))
                .isEqualTo(
                        "The earlier result has an input of this run: a change between the two is none in the clinic.");
    }

    @Test
    void aChangeWithoutAnEarlierResultIsRefused() {
        CommandLineRun run = workspace.run("check", "new.csv", "--policy", "policy.toml");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("policy.toml, line 6: change(rate(bruising)) needs an earlier result; give it with --baseline"
                        + " RESULT.json.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aestat-result/1     | aestat-result/2 | its schema is not aestat-result/1
            "name": "aestat"    | "name": "other" | it is not a result of aestat
            "command": "rates"  | "command": "relief" | it is a result of 'relief', not of rates, report or check
            "settings"          | "sittings"      | 'settings' is missing
            "confidence": 0.95  | "confidence": 0.9 | confidence was 0.9 then and is 0.95 now
            "interval": "auto"  | "interval": "wilson" | --interval was wilson then and is auto now
            "cluster": "patient"| "cluster": "site" | cluster was site then and is patient now
            "heterogeneity": 1.5| "heterogeneity": 1 | --heterogeneity was 1.0 then and is 1.5 now
            "heterogeneity"     | "designEffect": 2, "heterogeneity" | --design-effect was 2.0 then and is not given now
            "by": []            | "by": ["site"]  | by was [site] then and is not given now
            "where": []         | "where": ["site=North"] | --where was [site=North] then and is not given now
            "event": "bruising" | "event": "bleeding" | it has no rate(bruising)
            "clopper-pearson"   | "guess"         | a figure of it is impossible: no interval method is named guess
            "events": 30        | "events": 301   | 301 events in 300 sessions
            {                   | [               | it is no JSON object
            """)
    void anEarlierResultThatDiffersIsRefused(String good, String other, String why) {
        export("old.csv", 300, 30, 1);
        earlier();
        String old = old();
        assertThat(old).contains(good);
        int place = old.indexOf(good);
        workspace.file("old.json", old.substring(0, place) + other + old.substring(place + good.length()));

        CommandLineRun run = check();

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("--baseline: 'old.json' cannot be used: ")
                .contains(why);
    }

    @Test
    void anotherMajorVersionIsRefused() {
        export("old.csv", 300, 30, 1);
        earlier();
        workspace.file("old.json", old().replaceFirst("\"version\": \"[^\"]*\"", "\"version\": \"7.0.1\""));

        refused(check(), "it is of aestat 7.0.1, this is " + Version.number());
    }

    @Test
    void anotherPolicyIsRefused() {
        String rate = "[[threshold]]\nname = \"Rate\"\nmetric = \"rate(bruising)\"\nbelow = 0.5";
        workspace.file("policy.toml", DEMONSTRATED, rate);
        export("old.csv", 300, 30, 1);
        export("new.csv", 300, 31, 1);
        workspace.run("check", "old.csv", "--policy", "policy.toml", "--output", "json=old.json");
        assertThat(check().exit()).isZero();

        workspace.file("policy.toml", DEMONSTRATED, rate.replace("0.5", "0.6"));

        refused(check(), "it is of another policy");
    }

    @Test
    void anEarlierCheckWithoutTheRateIsRefused() {
        export("old.csv", 300, 30, 1);
        export("new.csv", 300, 31, 1);
        earlier();
        check("--output", "json=first.json");
        copy("first.json", "old.json");

        refused(check(), "it has no rate(bruising) with the same 'where' and 'by' as 'Change'");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        CommandLineRun run = check();

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--baseline: 'old.json' cannot be read.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            change(bruising)       | 'change(bruising)' needs a rate in brackets: change(rate(EVENT)).
            change()               | 'change()' needs a rate in brackets: change(rate(EVENT)).
            change(count(bruising))| 'change(count(bruising))' needs
            change(rate(brusing))  | 'brusing' is no adverse event that aestat or the mapping knows. Did you mean 'bruising'?
            change(rate())         | 'change(rate())' needs a rate in brackets: change(rate(EVENT)).
            change                 | 'change' needs something in brackets: change(rate(EVENT)).
            """)
    void whatIsNoChangeIsRefused(String metric, String message) {
        workspace.file(
                "policy.toml",
                workspace
                        .read("policy.toml")
                        .replace("change(rate(bruising))", metric)
                        .split("\n"));

        assertThat(check().exit()).isEqualTo(2);
        assertThat(check().err()).contains("policy.toml, line 6: ").contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1         | 1 is no fraction between -1 and 1: for 1 % write 0.01.
            -2        | -2 is no fraction between -1 and 1: for -2 % write -0.02.
            -100      | -100 is no fraction between -1 and 1.
            "-100 %"  | '-100 %' is not between -100 % and 100 %.
            """)
    void limitsOfAChangeLieBetweenMinusOneAndOne(String limit, String message) {
        workspace.file(
                "policy.toml",
                workspace
                        .read("policy.toml")
                        .replace("below = 0.02", "below = " + limit)
                        .split("\n"));

        assertThat(check().exit()).isEqualTo(2);
        assertThat(check().err()).contains("policy.toml, line 7: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"-5 %\"", "-0.05", "0"})
    void aFallMayBeDemanded(String limit) {
        workspace.file(
                "policy.toml",
                workspace
                        .read("policy.toml")
                        .replace("below = 0.02", "below = " + limit)
                        .split("\n"));
        export("old.csv", 300, 60, 1);
        export("new.csv", 300, 6, 1);
        earlier();

        assertThat(check().exit()).isZero();
    }

    @Test
    void theTextHasPercentagePoints() {
        export("old.csv", 300, 30, 1);
        export("new.csv", 300, 60, 1);
        earlier();

        String text = workspace
                .run("check", "new.csv", "--policy", "policy.toml", "--baseline", "old.json")
                .out()
                .replaceAll("\\s+", " ");

        assertThat(text)
                .contains("change(rate(bruising)) should be below 2 percentage points. It is 10 percentage points")
                .contains(" < 2 points 10 points ");
    }

    @Test
    void noOutputMayReplaceIt() {
        export("old.csv", 300, 30, 1);
        earlier();

        assertThat(check("--output", "json=old.json").err()).contains("--output: 'old.json' is an input.");
    }

    @Test
    void anotherLookWithTheSamePolicyIsSaid() {
        workspace.file(
                "policy.toml",
                DEMONSTRATED,
                "[[threshold]]",
                "name = \"Rate\"",
                "metric = \"rate(bruising)\"",
                "below = 0.5");
        export("new.csv", 300, 30, 1);
        String[] words = {"check", "new.csv", "--policy", "policy.toml", "--output", "json=gate.json", "--quiet"};
        assertThat(workspace.run(words).out()).doesNotContain("already held");
        assertThat(workspace.run(words).out()).as("the same data").doesNotContain("already held");
        export("new.csv", 200, 20, 1);
        assertThat(workspace.run(words).out()).as("fewer sessions").doesNotContain("already held");
        export("new.csv", 301, 30, 1);

        String text = workspace.run(words).out().replaceAll("\\s+", " ");

        assertThat(text)
                .contains(
                        "This policy was already held against 200 sessions: whoever looks again and again while the data"
                                + " grow is wrong more often than the level of a verdict says. [sequential] in the policy is made"
                                + " for that.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            demonstrated | point        | ''
            demonstrated | not-exceeded | [sequential]/method = 'cusum'/run_length = 1000/state = 'watch.json'
            """)
    void whoLooksInTheRightWayIsNotWarned(String old, String evidence, String sequential) {
        workspace.file(
                "policy.toml",
                DEMONSTRATED.replace(old, evidence),
                "[[threshold]]",
                "name = \"Rate\"",
                "metric = \"rate(bruising)\"",
                "below = 0.3",
                sequential.replace("/", "\n"));
        export("new.csv", 300, 30, 1);
        String[] words = {"check", "new.csv", "--policy", "policy.toml", "--output", "json=gate.json"};
        workspace.run(words);
        export("new.csv", 301, 30, 1);

        assertThat(workspace.run(words).out()).contains("Rate").doesNotContain("already held");
    }

    @Test
    void anOutputThatIsNoResultIsNoEarlierLook() {
        workspace.file(
                "policy.toml",
                DEMONSTRATED,
                "[[threshold]]",
                "name = \"Rate\"",
                "metric = \"rate(bruising)\"",
                "below = 0.5");
        export("new.csv", 300, 30, 1);
        workspace.file("gate.json", "notes");

        CommandLineRun run = workspace.run("check", "new.csv", "--policy", "policy.toml", "--output", "json=gate.json");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).doesNotContain("already held");
    }
}
