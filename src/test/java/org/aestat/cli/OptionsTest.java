package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong options: exit 2 and one message, before any row is read; the export's second row is broken to prove it. */
class OptionsTest {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder)
                .file(
                        "clinic.csv",
                        "session_id,patient_id,course_id,session_date,condition,bruising",
                        "S1,ID-ZEBRA,C1,2025-01-01,neck pain,no",
                        "S2,ID-ZEBRA,C1,2025-01-08,\"neck pain,perhaps");
    }

    private CommandLineRun run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("report", "clinic.csv"));
        arguments.addAll(List.of(options));
        return workspace.run(arguments.toArray(String[]::new));
    }

    private static void assertRefused(CommandLineRun run, String... lines) {
        assertThat(run.errLines()).containsExactly(lines);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void aStatedDesignEffectNeedsClusteredSessions() {
        assertRefused(
                run("--design-effect", "2", "--interval", "wilson"),
                "--design-effect is for clustered sessions, --interval wilson for independent ones: leave one of them"
                        + " out.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--confidence    | 95      | is not a level from 0.5 to 0.9999 (95 % is 0.95).",
                "--confidence    | 1       | is not a level from 0.5 to 0.9999 (95 % is 0.95).",
                "--confidence    | 0.49    | is not a level from 0.5 to 0.9999 (95 % is 0.95).",
                "--confidence    | NaN     | is not a level from 0.5 to 0.9999 (95 % is 0.95).",
                "--confidence    | 0x1p-1  | is not a level from 0.5 to 0.9999 (95 % is 0.95).",
                "--confidence    | 0.9d    | is not a level from 0.5 to 0.9999 (95 % is 0.95).",
                "--confidence    | 0,95    | is not a level from 0.5 to 0.9999 (95 % is 0.95).",
                "--heterogeneity | -1      | is not a standard deviation of log-odds from 0 to 5.",
                "--heterogeneity | 5.1     | is not a standard deviation of log-odds from 0 to 5.",
                "--course-gap    | -1      | is not a number of days from 0 to 99999.",
                "--course-gap    | 1.5     | is not a number of days from 0 to 99999.",
                "--course-gap    | 100000  | is not a number of days from 0 to 99999.",
                "--max-rejected  | -1      | is not a number of rows such as 10, or a share such as 0.5%.",
                "--max-rejected  | 100.5%  | is not a number of rows such as 10, or a share such as 0.5%.",
                "--max-rejected  | 0.5     | is not a number of rows such as 10, or a share such as 0.5%.",
                "--color         | blue       | is none of auto, always, never.",
                "--from          | 2025-02-30 | is not an ISO date such as 2025-01-31.",
                "--to            | 01/02/2025 | is not an ISO date such as 2025-01-31.",
                "--encoding      | klingon | is not a known encoding such as UTF-8, UTF-16, windows-1252 or ISO-8859-15.",
                "--delimiter     | ;;      | is not a single character, or 'tab'.",
                "--relief        | pain-150% | is not a definition of relief such as 'pain -30%', 'pain -2',"
                        + " 'pain<=3' or 'column'.",
                "--interval      | exact   | is none of auto, stabilized, korn-graubard, clopper-pearson, wilson,"
                        + " agresti-coull, jeffreys, mid-p, logit.",
                "--interval      | wilsn   | is none of auto, stabilized, korn-graubard, clopper-pearson, wilson,"
                        + " agresti-coull, jeffreys, mid-p, logit."
                        + " Did you mean 'wilson'?",
                "--cluster       | patients | is none of patient, therapist, site, none, patient,therapist,"
                        + " patient,site, therapist,site. Did you mean 'patient'?",
                "--among         | everyone | is none of sore, all.",
                "--format        | JSON    | is none of text, json. Did you mean 'json'?"
            })
    void value(String option, String value, String why) {
        assertRefused(
                run(option, value),
                "Invalid value for option '" + option + "': '" + value + "' " + why,
                "Try 'aestat report --help'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--where  | technique    | 'technique' is not a condition such as technique=deep.",
                "--where  | =deep        | '=deep' is not a condition such as technique=deep.",
                "--output | result.json  | 'result.json' is not a format and a file such as json=result.json.",
                "--output | json=        | 'json=' is not a format and a file such as json=result.json.",
                "--output | jsn=a.json   | 'jsn' is none of text, json. Did you mean 'json'?"
            })
    void valueOfTwoParts(String option, String value, String why) {
        String label = option.equals("--where") ? "COLUMN=VALUE" : "FORMAT=FILE";

        assertRefused(
                run(option, value),
                "Invalid value for option '" + option + "' (" + label + "): " + why,
                "Try 'aestat report --help'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--date-format | foo      | The date format 'foo' does not describe a date. Write for example dd/MM/yyyy.",
                "--date-format | dd/MM/yy | The date format 'dd/MM/yy' has a year of two digits, whose century is unknown.",
                "--delimiter   | x        | A delimiter cannot be a quote, a line break, a letter or a digit.",
                "--mapping     | no.toml  | --mapping: 'no.toml' cannot be read.",
                "--cluster     | therapist | --cluster therapist: the export has no column 'therapist'.",
                "--cluster     | site     | --cluster site: the export has no column 'site'.",
                "--by          | conditon | --by: the export has no column 'conditon'. Did you mean 'condition'?",
                "--by          | zebra    | --by: the export has no column 'zebra'.",
                "--where       | brusing=yes | --where: the export has no column 'brusing'. Did you mean 'bruising'?"
            })
    void valueThatDoesNotFit(String option, String value, String message) {
        assertRefused(run(option, value), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient_id", "Patient ID", "session-id", "COURSE_ID"})
    void idsMakeNoStrata(String column) {
        String why = column + " names single patients, sessions or courses and makes no strata.";

        assertRefused(run("--by", column), "--by: " + why);
        assertRefused(run("--by", "condition," + column), "--by: " + why);
        assertRefused(run("--where", column + "=ID-ZEBRA"), "--where: " + why);
    }

    @Test
    void fromAfterTo() {
        assertRefused(run("--from", "2025-03-01", "--to", "2025-02-28"), "--from 2025-03-01 is after --to 2025-02-28.");
    }

    @Test
    void unknownOption() {
        assertRefused(
                run("--confidense", "0.9"),
                "There is no option '--confidense'. Did you mean '--confidence'?",
                "Try 'aestat report --help'.");
        assertRefused(run("--zebra=1"), "There is no option '--zebra'.", "Try 'aestat report --help'.");
    }

    @Test
    void abbreviatedOption() {
        assertRefused(run("--conf", "0.9"), "There is no option '--conf'.", "Try 'aestat report --help'.");
    }

    @Test
    void unknownCommand() {
        assertRefused(
                workspace.run("reprot", "clinic.csv"),
                "There is no command 'reprot'. Did you mean 'report'?",
                "Try 'aestat --help'.");
    }

    @Test
    void noCommand() {
        assertRefused(workspace.run(), "Name a command, such as 'aestat report clinic.csv'.", "Try 'aestat --help'.");
    }

    @Test
    void noFile() {
        assertRefused(workspace.run("report"), "Missing required parameter: 'FILE'", "Try 'aestat report --help'.");
        assertRefused(workspace.run("report", ""), "A file name is empty.");
    }

    @Test
    void optionWithoutItsValue() {
        assertRefused(
                run("--confidence"),
                "Missing required parameter for option '--confidence' (LEVEL)",
                "Try 'aestat report --help'.");
    }

    @Test
    void standardInputTwice() {
        assertRefused(workspace.run("report", "-", "-"), "Standard input, '-', can be read only once.");
    }

    @Test
    void wrongOptionComesBeforeAMissingFile() {
        assertRefused(
                workspace.run("report", "no.csv", "--mapping", "no.toml"), "--mapping: 'no.toml' cannot be read.");
    }

    @Test
    void noArgumentIsAFileOfArguments() {
        CommandLineRun run = workspace.run("report", "@" + folder.resolve("clinic.csv"));

        assertThat(run.err()).endsWith("clinic.csv: no such file.\n").doesNotContain("patient", "ZEBRA");
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void messagesCannotSteerATerminal() {
        String escape = "\u001B[31m\u0007\u202E";

        assertThat(run("--by", escape + "x").err()).isEqualTo("--by: the export has no column '␛[31m␇�x'.\n");
        assertThat(run("--" + escape).err()).startsWith("There is no option '--␛[31m␇�'.");
        assertThat(workspace.run("report", escape + ".csv").err())
                .endsWith(".csv: no such file.\n")
                .doesNotContain("\u001B", "\u0007", "\u202E");
        workspace.file("a.csv", "patient_id,session_number,\"x" + escape + "\n::error::\"", "P1,1,y,z");
        assertThat(workspace.run("report", "a.csv", "--max-rejected", "1").err())
                .doesNotContain("\u001B", "\u0007", "\u202E", "\n::error::");
    }
}
