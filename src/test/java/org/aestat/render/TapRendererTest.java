package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aestat.result.CheckResult;
import org.aestat.result.ThresholdResult.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TapRendererTest {

    private static final Pattern POINT = Pattern.compile("(not )?ok (\\d+) - (.*)");

    private record Point(boolean ok, int number, String description, String directive, String reason) {}

    static Stream<CheckResult> results() {
        return Stream.of(SampleChecks.mixed(), SampleChecks.hostile(), SampleChecks.many(12), SampleChecks.holds());
    }

    @Test
    void aPointAVerdict() throws IOException {
        CheckResult result = SampleChecks.check(
                List.of(SampleChecks.threshold(
                        "Bleeding #1 \\ more",
                        "rate(bleeding)",
                        3,
                        SampleChecks.pass(SampleChecks.site("North")),
                        SampleChecks.breach(SampleChecks.site("South"), Effect.FAIL),
                        SampleChecks.breach(SampleChecks.site("West"), Effect.WARN))),
                List.of(SampleChecks.signal("Bleeding #1 \\ more")),
                4,
                List.of(4));

        assertThat(CheckFormatsTest.render(new TapRenderer(), result)).isEqualTo("""
                        TAP version 13
                        1..4
                        ok 1 - Bleeding \\#1 \\\\ more [site = North]
                          ---
                          message: "rate(bleeding) < 0.1 % holds: the upper bound is below the limit."
                          verdict: pass
                          effect: none
                          figures: "Observed 0 % (0 of 2,995 sessions). Upper bound 0.09998 % (one-sided 95 %)."
                          at: "safety/policy.toml:3"
                          ...
                        not ok 2 - Bleeding \\#1 \\\\ more [site = South]
                          ---
                          message: "Breach of rate(bleeding) < 0.1 %: the lower bound is above the limit."
                          verdict: breach
                          effect: fail
                          figures: "Observed 0.37 % (3 of 818 sessions, 5 not recorded). Lower bound 0.10004 % \
                        (one-sided 97.5 %)."
                          at: "safety/policy.toml:3"
                          ...
                        not ok 3 - Bleeding \\#1 \\\\ more [site = West] # TODO breach, warning: the lower bound is above \
                        the limit.
                          ---
                          message: "Breach of rate(bleeding) < 0.1 %: the lower bound is above the limit."
                          verdict: breach
                          effect: warn
                          figures: "Observed 0.37 % (3 of 818 sessions, 5 not recorded). Lower bound 0.10004 % \
                        (one-sided 97.5 %)."
                          at: "safety/policy.toml:3"
                          ...
                        not ok 4 - Bleeding \\#1 \\\\ more [repeated looks, maxsprt-poisson]
                          ---
                          message: "Breach of rate(pneumothorax) < 0.1 %: the log-likelihood ratio passed 2.87 on \
                        2024-03-01."
                          verdict: breach
                          effect: fail
                          at: "safety/policy.toml:3"
                          ...
                        """);
    }

    @Test
    void undecidedVerdictsAreSkippedFailOrWait() throws IOException {
        assertThat(points(SampleChecks.mixed()))
                .extracting(Point::ok, Point::directive, Point::reason)
                .containsExactly(
                        tuple(false, "", ""),
                        tuple(true, "", ""),
                        tuple(false, "TODO", "breach, warning: the lower bound is above the limit."),
                        tuple(false, "", ""),
                        tuple(false, "TODO", "inconclusive, warning: the upper bound is above the limit."),
                        tuple(true, "SKIP", "inconclusive: the upper bound is above the limit."),
                        tuple(false, "", ""),
                        tuple(false, "", ""));
    }

    @ParameterizedTest
    @MethodSource("results")
    void descriptionsAreReadBackAsTheyWere(CheckResult result) throws IOException {
        List<GateFinding> findings = GateFindings.of(result);
        List<Point> points = points(result);

        assertThat(points)
                .extracting(Point::description)
                .containsExactlyElementsOf(
                        findings.stream().map(GateFinding::title).toList());
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            assertThat(point.number()).isEqualTo(i + 1);
            assertThat(!point.ok() && point.directive().isEmpty())
                    .isEqualTo(findings.get(i).effect() == Effect.FAIL);
        }
    }

    @Test
    void noLineHoldsACommandOfARunner() throws IOException {
        String page = CheckFormatsTest.render(new TapRenderer(), SampleChecks.hostile());

        assertThat(page).doesNotContain("##").doesNotContainPattern("(?m)^\\s*::");
    }

    /** Takes a page apart by the rules of the protocol: version, plan, comments, points, blocks of diagnostics. */
    private static List<Point> points(CheckResult result) throws IOException {
        List<String> lines =
                CheckFormatsTest.render(new TapRenderer(), result).lines().toList();
        List<Point> points = new ArrayList<>();
        boolean inside = false;
        for (String line : lines.subList(2, lines.size())) {
            if (line.equals("  ---") || line.equals("  ...")) {
                inside = !inside;
            } else if (!inside && !line.startsWith("# ")) {
                points.add(point(line));
            }
        }
        assertThat(inside).isFalse();
        assertThat(lines.subList(0, 2)).containsExactly("TAP version 13", "1.." + points.size());
        return points;
    }

    private static Point point(String line) {
        Matcher point = POINT.matcher(line);
        assertThat(point.matches()).as(line).isTrue();
        StringBuilder description = new StringBuilder();
        String rest = point.group(3);
        String directive = "";
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == '\\' && i + 1 < rest.length() && "\\#".indexOf(rest.charAt(i + 1)) >= 0) {
                description.append(rest.charAt(++i));
            } else if (c == '#') {
                directive = rest.substring(i + 1).strip();
                description.setLength(description.length() - 1);
                break;
            } else {
                description.append(c);
            }
        }
        String[] words = directive.split(" ", 2);
        return new Point(
                point.group(1) == null,
                Integer.parseInt(point.group(2)),
                description.toString(),
                words[0],
                words.length == 1 ? "" : words[1]);
    }
}
