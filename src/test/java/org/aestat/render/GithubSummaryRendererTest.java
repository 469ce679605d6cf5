package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aestat.result.CheckResult;
import org.aestat.result.ThresholdResult.StratumVerdict;
import org.junit.jupiter.api.Test;

class GithubSummaryRendererTest {

    @Test
    void theTableHasWhatFailsFirst() throws IOException {
        assertThat(CheckFormatsTest.render(new GithubSummaryRenderer(), SampleChecks.mixed()))
                .isEqualTo("""
                        ### aestat check: 3 breaches, 4 inconclusive, 1 passed

                        Exit code 4. Policy: safety/policy.toml

                        | Verdict | Threshold | Stratum | Has to hold | Figures | Why |
                        |---|---|---|---|---|---|
                        | breach, fails | Pneumothorax below 0.1 % | all | rate(pneumothorax) &lt; 0.1 % | Observed 0.37 % \
                        (3 of 818 sessions, 5 not recorded). Lower bound 0.10004 % (one-sided 97.5 %). | The lower bound \
                        is above the limit. |
                        | breach, fails | Pneumothorax below 0.1 % | repeated looks, maxsprt-poisson | rate(pneumothorax) \
                        &lt; 0.1 % |  | The log-likelihood ratio passed 2.87 on 2024-03-01. |
                        | inconclusive, fails | Any major below 0.1 % | site = West | rate(any\\_major) &lt; 0.1 % | \
                        Observed 0 % (0 of 640 sessions). Upper bound 0.47 % (one-sided 95 %). 2,355 further event-free \
                        sessions would show it. | The upper bound is above the limit. |
                        | inconclusive, fails | Fainting below 0.1 % | all | rate(fainting) &lt; 0.1 % | Not estimable, not \
                        recorded (0 of 0 sessions, 1,190 not recorded). | No session is assessed. |
                        | breach, warning | Any major below 0.1 % | site = South | rate(any\\_major) &lt; 0.1 % | Observed \
                        0.37 % (3 of 818 sessions, 5 not recorded). Lower bound 0.10004 % (one-sided 97.5 %). | The lower \
                        bound is above the limit. |
                        | inconclusive, warning | Any major below 0.1 % | site = East | rate(any\\_major) &lt; 0.1 % | \
                        Observed 0 % (0 of 640 sessions). Upper bound 0.47 % (one-sided 95 %). 2,355 further event-free \
                        sessions would show it. | The upper bound is above the limit. |
                        | inconclusive | Any major below 0.1 % | site = (not recorded) | rate(any\\_major) &lt; 0.1 % | \
                        Observed 0 % (0 of 640 sessions). Upper bound 0.47 % (one-sided 95 %). 2,355 further event-free \
                        sessions would show it. | The upper bound is above the limit. |
                        | pass | Any major below 0.1 % | site = North | rate(any\\_major) &lt; 0.1 % | Observed 0 % (0 of \
                        2,995 sessions). Upper bound 0.09998 % (one-sided 95 %). | The upper bound is below the limit. |

                        - few-patients-with-event: Only 3 patients had pneumothorax; its interval is rough.
                        """);
    }

    @Test
    void cellsAreReadBackAsTheyWere() throws IOException {
        List<String> rows = CheckFormatsTest.render(new GithubSummaryRenderer(), SampleChecks.hostile())
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
        List<GateFinding> findings = GateFindings.of(SampleChecks.hostile());

        assertThat(rows).hasSameSizeAs(findings);
        assertThat(rows).allSatisfy(row -> assertThat(cells(row)).hasSize(6)).allSatisfy(row -> assertThat(
                        cells(row).get(1))
                .isEqualTo(findings.get(0).threshold()));
        assertThat(rows).extracting(row -> cells(row).get(3)).containsOnlyOnce("rate(pneumothorax) < 0.1 %");
    }

    @Test
    void noMarkupOfANameIsLeft() throws IOException {
        String page = CheckFormatsTest.render(new GithubSummaryRenderer(), SampleChecks.hostile());

        assertThat(page)
                .doesNotContain("<", "www.")
                .doesNotContainPattern("(?<!\\\\)://")
                .doesNotContainPattern("(?<!\\\\)[`*_~\\[\\]$]")
                .contains("a\\|b \\`c\\` &lt;script&gt;&amp;amp;\"'&lt;/script&gt; \\]\\]&gt; ");
    }

    @Test
    void aLongTableIsCutBelowTheLimitOfGithub() throws IOException {
        CheckResult result = SampleChecks.check(
                List.of(SampleChecks.threshold(
                        "🙂|".repeat(300),
                        "rate(bleeding)",
                        3,
                        IntStream.range(0, 1_234)
                                .mapToObj(i -> SampleChecks.pass(SampleChecks.site(i + "🙂|".repeat(300))))
                                .toArray(StratumVerdict[]::new))),
                List.of(),
                0,
                List.of());
        String page = CheckFormatsTest.render(new GithubSummaryRenderer(), result);

        assertThat(page).endsWith("|\n\n+1,034 more\n");
        assertThat(page.lines().filter(line -> line.startsWith("| pass"))).hasSize(200);
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(1 << 20);
    }

    /** The cells of a row by the rules of GitHub: escaped bars do not end one, and other escapes stand for themselves. */
    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = 1; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '\\') {
                cell.append(row.charAt(++i));
            } else if (c == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else if (c == '&') {
                int end = row.indexOf(';', i);
                cell.append(
                        switch (row.substring(i + 1, end)) {
                            case "amp" -> '&';
                            case "lt" -> '<';
                            case "gt" -> '>';
                            default -> throw new AssertionError(row.substring(i));
                        });
                i = end;
            } else {
                cell.append(c);
            }
        }
        return cells;
    }
}
