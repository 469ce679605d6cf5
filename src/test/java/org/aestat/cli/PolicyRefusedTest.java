package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a policy may not say: exit 2 with its line, before any row is read. */
class PolicyRefusedTest {

    private static final String WHOLE = """
            [[threshold]]
            name = "Bruising"
            metric = "rate(bruising)"
            below = 0.1
            evidence = "point"
            """;

    private static final String METRICS =
            "rate(EVENT), patient_rate(EVENT), change(rate(EVENT)), count(EVENT), not_recorded(COLUMN),"
                    + " soreness.resolved_by(48h), soreness.median_hours, relief.by_session(6), relief.median_sessions,"
                    + " contraindicated_sessions, rejected_rows";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder)
                .file(
                        "clinic.csv",
                        "patient_id,session_number,technique,bruising",
                        "A,1,deep,this row is not readable");
    }

    private static Arguments added(String line, String message) {
        return arguments(WHOLE + line + "\n", message);
    }

    private static Arguments with(String metric, String limit, String message) {
        return arguments(
                "[[threshold]]\nname = \"T\"\nmetric = \"" + metric + "\"\n" + limit + "\nevidence = \"point\"\n",
                message);
    }

    static Stream<Arguments> structure() {
        return Stream.of(
                arguments(
                        "",
                        "line 1: the policy has no threshold; expected [[threshold]] with name, metric, and below or"
                                + " above."),
                arguments(
                        "threshold = []",
                        "line 1: the policy has no threshold; expected tables, each headed [[threshold]]."),
                arguments("\n[threshold]\nname = \"T\"", "line 2: expected tables, each headed [[threshold]]."),
                arguments("threshold = 3", "line 1: expected tables, each headed [[threshold]]."),
                arguments(
                        "[default]\n" + WHOLE,
                        "line 1: 'default' is not known here; expected defaults, threshold, sequential. Did you mean 'defaults'?"),
                arguments("defaults = 1\n" + WHOLE, "line 1: expected a table for 'defaults'."),
                arguments(
                        "[defaults]\nseverty = \"error\"\n" + WHOLE,
                        "line 2: 'severty' is not known here; expected confidence, cluster, evidence, inconclusive,"
                                + " severity, adjust. Did you mean 'severity'?"),
                added(
                        "belwo = 1",
                        "line 6: 'belwo' is not known here; expected name, metric, below, above, evidence, by, where,"
                                + " severity, inconclusive, confidence, cluster, adjust. Did you mean 'below'?"),
                added("name = \"T\"", "line 6: this is not valid TOML: name previously defined at line 2, column 1."),
                arguments(WHOLE + "\n" + WHOLE, "line 8: the threshold of line 1 has the name 'Bruising' already."),
                arguments("[[threshold]]\nmetric = \"rejected_rows\"", "line 1: the threshold has no 'name'."),
                arguments("\n[[threshold]]\nname = \"T\"", "line 2: the threshold has no 'metric'."),
                arguments(
                        "[[threshold]]\nname = 3\nmetric = \"rejected_rows\"",
                        "line 2: expected a text in quotes for 'name'."),
                arguments(
                        "[[threshold]]\nname = \" \"\nmetric = \"rejected_rows\"",
                        "line 2: expected a text in quotes for 'name'."),
                arguments(
                        "[[threshold]]\nname = \"T\"\nmetric = 1", "line 3: expected a text in quotes for 'metric'."));
    }

    static Stream<Arguments> metrics() {
        return Stream.of(
                with(
                        "rates(bruising)",
                        "below = 0.1",
                        "line 3: 'rates(bruising)' is no metric; expected " + METRICS + ". Did you mean 'rate'?"),
                with(
                        "rate(bruising",
                        "below = 0.1",
                        "line 3: 'rate(bruising' is no metric; expected " + METRICS + ". Did you mean 'rate'?"),
                with(
                        "rate(brusing)",
                        "below = 0.1",
                        "line 3: 'brusing' is no adverse event that aestat or the mapping knows. Did you mean"
                                + " 'bruising'?"),
                with(
                        "rate(any_majr)",
                        "below = 0.1",
                        "line 3: 'any_majr' is no adverse event that aestat or the mapping"
                                + " knows. Did you mean 'any_major'?"),
                with("rate", "below = 0.1", "line 3: 'rate' needs something in brackets: rate(EVENT)."),
                with("rate( )", "below = 0.1", "line 3: 'rate( )' needs something in brackets: rate(EVENT)."),
                with(
                        "rejected_rows()",
                        "below = 1",
                        "line 3: 'rejected_rows()': rejected_rows takes nothing in brackets."),
                with(
                        "soreness.resolved_by(48)",
                        "above = 0.5",
                        "line 3: '48' are no hours; expected whole minutes written in hours, such as 48h or 1.5h."),
                with(
                        "soreness.resolved_by(0.33h)",
                        "above = 0.5",
                        "line 3: '0.33h' are no hours; expected whole minutes written in hours, such as 48h or 1.5h."),
                with(
                        "soreness.resolved_by(0h)",
                        "above = 0.5",
                        "line 3: '0h' are no hours; expected whole minutes written in hours, such as 48h or 1.5h."),
                with(
                        "relief.by_session(0)",
                        "above = 0.5",
                        "line 3: '0' is no session; expected a whole number from 1, such as 6."));
    }

    static Stream<Arguments> limits() {
        String rate = "rate(bruising)";
        return Stream.of(
                with(rate, "", "line 1: the threshold has no limit; expected 'below' or 'above'."),
                with(
                        rate,
                        "below = 0.1\nabove = 0.2",
                        "line 5: the threshold has 'below' and 'above'; expected one of them."),
                with(
                        rate,
                        "above = 0.1\nbelow = 0.2",
                        "line 5: the threshold has 'below' and 'above'; expected one of them."),
                with(
                        rate,
                        "below = \"0.1\"",
                        "line 4: '0.1' has no unit: write \"0.1 %\" or 0.001 for 0.1 %, 0.1 without quotes for 10 %."),
                with(rate, "below = \"5\"", "line 4: '5' has no unit: write \"5 %\" or 0.05 for 5 %."),
                with(
                        rate,
                        "below = \"few\"",
                        "line 4: expected a fraction such as 0.001, or a text such as \"0.1 %\", for 'below'."),
                with(rate, "below = \"100 %\"", "line 4: '100 %' is not between 0 % and 100 %."),
                with(rate, "below = \"0 %\"", "line 4: '0 %' is not between 0 % and 100 %."),
                with(rate, "above = 5", "line 4: 5 is no fraction between 0 and 1: for 5 % write 0.05."),
                with(rate, "below = 1", "line 4: 1 is no fraction between 0 and 1: for 1 % write 0.01."),
                with(rate, "below = 2.5", "line 4: 2.5 is no fraction between 0 and 1: for 2.5 % write 0.025."),
                with(rate, "below = 0", "line 4: 0 is no fraction between 0 and 1."),
                with(rate, "below = -0.1", "line 4: -0.1 is no fraction between 0 and 1."),
                with(rate, "below = 100", "line 4: 100 is no fraction between 0 and 1."),
                with(rate, "below = inf", "line 4: expected a number for 'below'."),
                with(rate, "below = true", "line 4: expected a number for 'below'."),
                with(
                        "count(bruising)",
                        "below = \"3\"",
                        "line 4: expected a number for 'below', without quotes: count(bruising) is no fraction."),
                with("count(bruising)", "below = 0", "line 4: no count is below 0; for none at all write below = 1."),
                with("count(bruising)", "above = -1", "line 4: expected a positive number for 'above'."),
                with("soreness.median_hours", "below = 0", "line 4: expected a positive number for 'below'."),
                arguments(
                        "[[threshold]]\nname = \"Bruising below 0.1 %\"\nmetric = \"rate(bruising)\"\nbelow = 0.1",
                        "line 4: 0.1 is 10 %, the name says 0.1 %: write 0.001."),
                arguments(
                        "[[threshold]]\nname = \"95 % sure: below 0.5%\"\nmetric = \"rate(bruising)\"\nbelow = 0.5",
                        "line 4: 0.5 is 50 %, the name says 0.5 %: write 0.005."));
    }

    static Stream<Arguments> rules() {
        String words = "line 2: expected \"demonstrated\", \"not-exceeded\" or \"point\" for 'evidence'.";
        return Stream.of(
                arguments(
                        "[[threshold]]\nname = \"T\"\nmetric = \"rate(bruising)\"\nbelow = 0.1",
                        "line 1: the threshold needs evidence, here or in [defaults]; expected \"demonstrated\","
                                + " \"not-exceeded\" or \"point\"."),
                arguments("[defaults]\nevidence = \"shown\"\n" + WHOLE, words),
                arguments("[defaults]\nevidence = \"points\"\n" + WHOLE, words + " Did you mean 'point'?"),
                arguments("[defaults]\nevidence = 1\n" + WHOLE, words),
                arguments(
                        "[defaults]\nconfidence = 95\n" + WHOLE,
                        "line 2: 95 is no level; expected a number from 0.5 to 0.9999 for 'confidence' (95 % is"
                                + " 0.95)."),
                added(
                        "confidence = 1",
                        "line 6: 1 is no level; expected a number from 0.5 to 0.9999 for 'confidence' (95 % is 0.95)."),
                added(
                        "confidence = 0.05",
                        "line 6: 0.05 is no level; expected a number from 0.5 to 0.9999 for 'confidence' (95 % is"
                                + " 0.95)."),
                added(
                        "confidence = \"0.95\"",
                        "line 6: expected a number from 0.5 to 0.9999 for 'confidence' (95 % is 0.95)."),
                added(
                        "cluster = \"patients\"",
                        "line 6: expected \"patient\", \"therapist\", \"site\", \"none\", \"patient,therapist\","
                                + " \"patient,site\" or \"therapist,site\" for 'cluster'. Did you mean 'patient'?"),
                added("severity = \"fatal\"", "line 6: expected \"error\" or \"warning\" for 'severity'."),
                added("inconclusive = true", "line 6: expected \"fail\", \"warn\" or \"pass\" for 'inconclusive'."),
                added("adjust = \"hulm\"", "line 6: expected \"holm\" or \"none\" for 'adjust'. Did you mean 'holm'?"),
                arguments(
                        WHOLE.replace("rate(bruising)", "count(bruising)").replace("point", "demonstrated"),
                        "line 5: count is a fact about the export and has no bounds; leave evidence out, or write"
                                + " \"point\"."),
                arguments(
                        WHOLE.replace("rate(bruising)", "not_recorded(bruising)")
                                .replace("point", "not-exceeded"),
                        "line 5: not_recorded is a fact about the export and has no bounds; leave evidence out, or write"
                                + " \"point\"."),
                arguments(
                        WHOLE.replace("rate(bruising)", "patient_rate(bruising)") + "cluster = \"site\"",
                        "line 6: patient_rate goes by patients; cluster is for rate(EVENT) alone."),
                arguments(
                        WHOLE.replace("rate(bruising)", "not_recorded(bruising)") + "cluster = \"site\"",
                        "line 6: not_recorded has no bounds; cluster is for rate(EVENT) alone."));
    }

    static Stream<Arguments> columns() {
        String rejected = "[[threshold]]\nname = \"T\"\nmetric = \"rejected_rows\"\nbelow = 1\n";
        return Stream.of(
                added("by = \"techniqe\"", "line 6: the export has no column 'techniqe'. Did you mean 'technique'?"),
                added("by = [\"technique\", \"sites\"]", "line 6: the export has no column 'sites'."),
                added(
                        "by = [\"technique\", \"\"]",
                        "line 6: expected only texts in the list 'by', and none of them blank."),
                added("by = 3", "line 6: expected a list of texts for 'by', for example [\"a\", \"b\"]."),
                added(
                        "by = \"patient_id\"",
                        "line 6: patient_id names single patients, sessions or courses and makes no strata."),
                added(
                        "where = { tecnique = \"deep\" }",
                        "line 6: the export has no column 'tecnique'. Did you mean 'technique'?"),
                added("where = \"deep\"", "line 6: expected a table for 'where'."),
                added(
                        "where = {}",
                        "line 6: expected a column and its value, such as where = { technique = \"deep\" }."),
                added(
                        "where = { technique = [] }",
                        "line 6: expected a list of texts for 'technique', for example [\"a\", \"b\"]."),
                added("cluster = \"therapist\"", "line 6: the export has no column 'therapist'."),
                arguments(
                        "\n[defaults]\ncluster = \"patient,site\"\n" + WHOLE,
                        "line 4: the export has no column 'site'."),
                with(
                        "not_recorded(techniqe)",
                        "below = 0.1",
                        "line 3: the export has no column 'techniqe'. Did you mean 'technique'?"),
                with(
                        "not_recorded(session_id)",
                        "below = 0.1",
                        "line 3: session_id names single patients, sessions or courses and makes no strata."),
                arguments(
                        rejected + "by = \"technique\"",
                        "line 5: rejected_rows counts rows that could not be read; 'by' needs sessions."),
                arguments(
                        rejected + "where = { technique = \"deep\" }",
                        "line 5: rejected_rows counts rows that could not be read; 'where' needs sessions."));
    }

    @ParameterizedTest
    @MethodSource({"structure", "metrics", "limits", "rules", "columns"})
    void isRefused(String policy, String message) {
        workspace.file("policy.toml", policy);

        CommandLineRun run = workspace.run("check", "clinic.csv", "--policy", "policy.toml");

        assertThat(run.err()).isEqualTo("policy.toml, " + message + "\n");
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theRowIsReadOnceThePolicyIsRight() {
        workspace.file("policy.toml", WHOLE);

        assertThat(workspace
                        .run("check", "clinic.csv", "--policy", "policy.toml")
                        .exit())
                .isEqualTo(ExitCode.DATA);
    }

    @Test
    void policyIsCheckedBeforeTheExportIsOpened() {
        workspace.file("policy.toml", "x = 1");

        CommandLineRun run = workspace.run("check", "missing.csv", "--policy", "policy.toml");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualTo("policy.toml, line 1: 'x' is not known here; expected defaults, threshold, sequential.\n");
        workspace.file("policy.toml", WHOLE);
        assertThat(workspace
                        .run("check", "missing.csv", "--policy", "policy.toml")
                        .exit())
                .isEqualTo(ExitCode.DATA);
    }

    @Test
    void policyIsRequiredAndHasToBeReadable() {
        assertThat(workspace.run("check", "clinic.csv").err()).startsWith("Missing required option: '--policy=FILE'\n");
        CommandLineRun run = workspace.run("check", "clinic.csv", "--policy", "none.toml");
        assertThat(run.err()).isEqualTo("--policy: 'none.toml' cannot be read.\n");
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void outputMayNotReplaceThePolicy() {
        workspace.file("policy.toml", WHOLE);

        CommandLineRun run =
                workspace.run("check", "clinic.csv", "--policy", "policy.toml", "--output", "json=policy.toml");

        assertThat(run.err()).isEqualTo("--output: 'policy.toml' is an input.\n");
        assertThat(workspace.read("policy.toml")).isEqualTo(WHOLE + "\n");
    }
}
