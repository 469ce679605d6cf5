package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that keeps what earlier runs of a surveillance have counted. */
class SurveillanceStateTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
        policy("maxsprt-poisson", "length = 500\nfewest_events = 1");
    }

    private void policy(String method, String keys) {
        workspace.file(
                "policy.toml",
                "[[threshold]]",
                "name = \"Bruising\"",
                "metric = \"rate(bruising)\"",
                "below = 0.01",
                "evidence = \"not-exceeded\"",
                "[sequential]",
                "method = '" + method + "'",
                keys,
                "state = \"watch.json\"");
    }

    /** Ten sessions a day, one with the event on every third. */
    private static List<String> days(int first, int last) {
        List<String> lines = new ArrayList<>(List.of("patient_id,session_date,bruising"));
        for (int day = first; day <= last; day++) {
            for (int i = 0; i < 10; i++) {
                lines.add("P" + day + "-" + i + "," + START.plusDays(day - 1) + ","
                        + (i == 0 && day % 3 == 0 ? "yes" : "no"));
            }
        }
        return lines;
    }

    private CommandLineRun check(List<String> lines, String... further) {
        List<String> words =
                new ArrayList<>(List.of("check", "clinic.csv", "--policy", "policy.toml", "--format", "json"));
        words.addAll(List.of(further));
        return workspace.file("clinic.csv", lines).run(words.toArray(String[]::new));
    }

    private String state() {
        try {
            return Files.readString(folder.resolve("watch.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object sequential(CommandLineRun run) {
        return run.result().get("sequential");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            maxsprt-poisson  | length = 20000
            maxsprt-poisson  | length = 500/fewest_events = 1
            maxsprt-binomial | length = 20000
            cusum            | run_length = 5000
            """)
    void twoHalvesAreTheWhole(String method, String keys) throws IOException {
        policy(method, keys.replace("/", "\n"));
        CommandLineRun whole = check(days(1, 40));
        String state = state();
        Files.delete(folder.resolve("watch.json"));

        CommandLineRun first = check(days(1, 17));
        CommandLineRun second = check(days(18, 40));

        assertThat(sequential(first)).isNotEqualTo(sequential(whole));
        assertThat(sequential(second)).isEqualTo(sequential(whole));
        assertThat(state()).isEqualTo(state);
        assertThat(second.result().get("warnings").toString()).doesNotContain("late-sessions");
    }

    @Test
    void anExportThatGrowsOrMovesIsCountedOnce() {
        Object whole = sequential(check(days(1, 40)));
        assertThat(sequential(check(days(1, 40)))).isEqualTo(whole);
        assertThat(sequential(check(days(30, 40)))).isEqualTo(whole);
        assertThat(check(days(30, 40)).result().get("warnings").toString()).doesNotContain("late-sessions");
    }

    @Test
    void aSignalStays() {
        List<String> early = new ArrayList<>(days(1, 4));
        early.replaceAll(line -> line.startsWith("P1-0") || line.startsWith("P4-0") ? line.replace("no", "yes") : line);
        CommandLineRun run = check(early);
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.result().list("sequential").get(0).get("signalDate")).isEqualTo("2025-01-04");
        assertThat(state()).contains("\"signalDate\": \"2025-01-04\"");

        List<String> harmless = new ArrayList<>(days(5, 30));
        harmless.replaceAll(line -> line.replace("yes", "no"));
        CommandLineRun later = check(harmless);

        assertThat(later.exit()).isEqualTo(4);
        assertThat(later.result().list("sequential").get(0).get("signalDate")).isEqualTo("2025-01-04");
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        check(days(1, 4));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("watch.json"))))
                .isEqualTo("rw-------");
        assertThat(workspace.names()).containsExactly("clinic.csv", "policy.toml", "watch.json");
    }

    @Test
    void lateSessionsAreSaidAndNotCounted() {
        JsonResult before = check(days(1, 10)).result().list("sequential").get(0);
        List<String> late = new ArrayList<>(days(1, 12));
        late.add("Late-1,2025-01-05,yes");
        late.add("Late-2,2025-01-10,no");

        JsonResult result = check(late).result();

        assertThat(result.row("warnings", Map.of("code", "late-sessions")).get("message"))
                .isEqualTo("Bruising: 2 dates that were looked at before now have other counts, the first 2025-01-05."
                        + " They stay as they were counted then; end each run with a day that is over (--to).");
        List<JsonResult> path = result.list("sequential").get(0).list("path");
        assertThat(path.subList(0, 10)).isEqualTo(before.list("path"));
        assertThat(path.get(11).number("sessions")).isEqualTo(120);
    }

    @Test
    void sessionsThatVanishedAreSaidToo() {
        check(days(1, 10));
        List<String> fewer = new ArrayList<>(days(1, 10));
        fewer.removeIf(line -> line.contains("2025-01-07"));

        assertThat(check(fewer)
                        .result()
                        .row("warnings", Map.of("code", "late-sessions"))
                        .get("message"))
                .asString()
                .startsWith("Bruising: 1 date that was looked at before now has other counts, the first 2025-01-07.");
    }

    @Test
    void noStateWhereTheRunFails() {
        List<String> damaged = new ArrayList<>(days(1, 10));
        damaged.add("P,2025-01-10,perhaps");

        assertThat(check(damaged).exit()).isEqualTo(3);
        assertThat(workspace.names()).doesNotContain("watch.json");

        check(days(1, 10));
        String state = state();
        damaged.addAll(days(11, 20).subList(1, 10));
        assertThat(check(damaged).exit()).isEqualTo(3);
        assertThat(state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            below = 0.01              | below = 0.02
            name = "Bruising"         | name = "Bruises"
            rate(bruising)            | rate(bleeding)
            length = 500              | length = 501
            fewest_events = 1         | fewest_events = 2
            method = 'maxsprt-poisson'| method = 'maxsprt-binomial'
            state =                   | from = 2025-01-01/state =
            [sequential]              | where = { site = "North" }/[sequential]
            """)
    void aStateOfAnotherSurveillanceIsRefused(String old, String other) {
        check(days(1, 4));
        workspace.file(
                "policy.toml",
                workspace
                        .read("policy.toml")
                        .replace(old, other.replace("/", "\n"))
                        .split("\n"));

        CommandLineRun run = check(days(1, 4));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "'watch.json' belongs to another surveillance: its thresholds, method, start or filters differ."
                                + " Name another file to begin anew.");
    }

    @Test
    void otherFiltersAreAnotherSurveillance() {
        check(days(1, 4));

        assertThat(check(days(1, 4), "--where", "bruising=no").exit()).isEqualTo(2);
    }

    @Test
    void whatDoesNotChangeTheTestMayChange() {
        check(days(1, 4));
        workspace.file(
                "policy.toml",
                ("# Words.\n" + workspace.read("policy.toml").replace("not-exceeded", "point")).split("\n"));

        assertThat(check(days(1, 4)).err()).doesNotContain("another surveillance");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "schema": "aestat-surveillance/1" | "schema": "aestat-surveillance/2" | its schema is not aestat-surveillance/1
            "schema"                          | "shema"                           | 'schema' is missing
            "watches": [                      | "watches": 1, "x": [              | 'watches' is no list
            "days": [                         | "x": [                            | 'watches.days' is missing
            "events": 0                       | "events": 11                      | 11 events in 10 sessions
            "events": 0                       | "events": -1                      | 'watches.days.events' is no count
            "sessions": 10                    | "sessions": 0.5                   | 'watches.days.sessions' is no count
            2025-01-02                        | 2025-01-32                        | 'date' is no date
            2025-01-02                        | 2025-01-01                        | dates are not ascending
            "days"                            | "signalDate": "2024-01-01", "days" | the signal is on no date that was looked at
            {                                 | [                                 | it is no JSON object
            "sha256"                          | sha256                            | it is no JSON
            "sha256"                          | "schema": "a", "sha256"           | it is no JSON
            """)
    void aDamagedStateIsRefused(String good, String bad, String why) {
        check(days(1, 4));
        String state = state();
        assertThat(state).contains(good);
        int place = state.indexOf(good);
        workspace.file("watch.json", state.substring(0, place) + bad + state.substring(place + good.length()));

        CommandLineRun run = check(days(1, 4));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("policy.toml, line 6: 'watch.json' is damaged, or no state of a surveillance: " + why + ".");
    }

    @Test
    void aStateThatWasCutIsRefused() {
        check(days(1, 4));
        String state = state();
        workspace.file("watch.json", state.substring(0, state.length() / 2));

        assertThat(check(days(1, 4)).exit()).isEqualTo(2);
        workspace.file("watch.json", state + "{}");
        assertThat(check(days(1, 4)).err()).contains("something stands behind the JSON object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clinic.csv      | is an input
            policy.toml     | is an input
            none/watch.json | is in a folder that does not exist
            .               | is no file
            """)
    void otherFilesAreNoState(String name, String why) {
        workspace.file(
                "policy.toml",
                workspace.read("policy.toml").replace("watch.json", name).split("\n"));

        CommandLineRun run = check(days(1, 4));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("policy.toml, line 6: '" + name + "' " + why + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch.json", "./watch.json"})
    void noOutputMayOverwriteIt(String name) {
        check(days(1, 4));

        CommandLineRun run = check(days(1, 4), "--output", "json=" + name);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--output: '" + name + "' is an input.");
    }
}
