package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aestat.result.CheckResult;
import org.aestat.result.Stratum;
import org.aestat.result.ThresholdResult.Verdict;
import org.junit.jupiter.api.Test;

class GithubAnnotationsRendererTest {

    /** A workflow command as the runner takes it apart: the properties end at the first pair of colons. */
    private static final Pattern COMMAND = Pattern.compile("::(\\w+) ((?:(?!::).)*)::(.*)");

    private record Command(String name, String file, String line, String title, String message) {}

    @Test
    void anErrorAWarningANotice() throws IOException {
        CheckResult result = SampleChecks.many(1);

        assertThat(CheckFormatsTest.render(new GithubAnnotationsRenderer(), result))
                .isEqualTo("""
                        ::error file=safety/policy.toml,line=7,title=Bleeding [site = fails 1]::Breach of \
                        rate(bleeding) < 0.1 %25: the lower bound is above the limit.%0AObserved 0.37 %25 (3 of 818 \
                        sessions, 5 not recorded).%0ALower bound 0.10004 %25 (one-sided 97.5 %25).
                        ::warning file=safety/policy.toml,line=7,title=Bleeding [site = warns 1]::Breach of \
                        rate(bleeding) < 0.1 %25: the lower bound is above the limit.%0AObserved 0.37 %25 (3 of 818 \
                        sessions, 5 not recorded).%0ALower bound 0.10004 %25 (one-sided 97.5 %25).
                        ::notice file=safety/policy.toml,line=7,title=Bleeding [site = open 1]::The data cannot decide \
                        rate(bleeding) < 0.1 %25: the upper bound is above the limit.%0AObserved 0 %25 (0 of 640 \
                        sessions).%0AUpper bound 0.47 %25 (one-sided 95 %25).%0A2,355 further event-free sessions \
                        would show it.
                        """);
    }

    @Test
    void nothingIsSaidWhereEverythingHolds() throws IOException {
        assertThat(CheckFormatsTest.render(new GithubAnnotationsRenderer(), SampleChecks.holds()))
                .isEmpty();
    }

    @Test
    void warningsOfTheRunHaveNoPlace() throws IOException {
        assertThat(CheckFormatsTest.render(new GithubAnnotationsRenderer(), SampleChecks.mixed()))
                .contains("\n::warning title=aestat%3A few-patients-with-event::Only 3 patients had pneumothorax; its "
                        + "interval is rough.\n");
    }

    @Test
    void tenOfAKindAndTheTenthCountsTheOthers() throws IOException {
        List<Command> twelve = commands(SampleChecks.many(12));

        assertThat(twelve).hasSize(30);
        assertThat(twelve.subList(0, 10)).extracting(Command::name).containsOnly("error");
        assertThat(twelve.subList(10, 20)).extracting(Command::name).containsOnly("warning");
        assertThat(twelve.subList(20, 30)).extracting(Command::name).containsOnly("notice");
        assertThat(twelve.get(8).title()).isEqualTo("Bleeding [site = fails 9]");
        assertThat(twelve.get(9).title()).isEqualTo("Bleeding [site = fails 10] (+2 more)");
        assertThat(twelve.get(9).message()).endsWith("(one-sided 97.5 %).\n+2 more of this kind");
        assertThat(commands(SampleChecks.many(10)).get(9).title()).isEqualTo("Bleeding [site = fails 10]");
    }

    @Test
    void whatTheRunnerDecodesIsWhatWasShown() throws IOException {
        for (CheckResult result : List.of(SampleChecks.mixed(), SampleChecks.hostile())) {
            assertThat(commands(result).stream()
                            .filter(command -> !command.file().isEmpty()))
                    .extracting(Command::file, Command::line, Command::title, Command::message)
                    .containsExactlyInAnyOrderElementsOf(GateFindings.of(result).stream()
                            .filter(finding -> finding.verdict() != Verdict.PASS)
                            .map(finding -> tuple(
                                    "safety/policy.toml",
                                    Integer.toString(finding.line()),
                                    finding.title(),
                                    finding.details()))
                            .toList());
        }
    }

    @Test
    void aNameOfEscapesIsDecodedToItself() throws IOException {
        String name = "50 %, 100 %25: %0A %3A,%2C::error::x";
        CheckResult result = SampleChecks.check(
                List.of(SampleChecks.threshold(name, "rate(" + name + ")", 2, SampleChecks.nothing(Stratum.OVERALL))),
                List.of(),
                5,
                List.of(5));

        assertThat(commands(result)).singleElement().satisfies(command -> {
            assertThat(command.title()).isEqualTo(name);
            assertThat(command.message()).contains("rate(" + name + ")");
        });
    }

    private static List<Command> commands(CheckResult result) throws IOException {
        return CheckFormatsTest.render(new GithubAnnotationsRenderer(), result)
                .lines()
                .map(GithubAnnotationsRendererTest::command)
                .toList();
    }

    private static Command command(String line) {
        Matcher command = COMMAND.matcher(line);
        assertThat(command.matches()).as(line).isTrue();
        String file = "";
        String number = "";
        String title = "";
        for (String property : command.group(2).split(",", -1)) {
            String[] pair = property.split("=", 2);
            switch (pair[0]) {
                case "file" -> file = decode(pair[1]);
                case "line" -> number = decode(pair[1]);
                case "title" -> title = decode(pair[1]);
                default -> throw new AssertionError(property);
            }
        }
        return new Command(command.group(1), file, number, title, decode(command.group(3)));
    }

    /** Percent signs with two hexadecimal digits, in one pass. */
    private static String decode(String text) {
        return Pattern.compile("%([0-9A-F]{2})")
                .matcher(text)
                .replaceAll(
                        hex -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(hex.group(1), 16))));
    }
}
