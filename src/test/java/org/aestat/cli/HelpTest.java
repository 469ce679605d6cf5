package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line tells about itself. */
class HelpTest {

    private static final String HEADER =
            "patient_id,session_date,condition,chronicity,technique,muscle_depth,therapist,bruising,soreness_hours,"
                    + "pain_before,pain_after";
    private static final String ROW = "P1,2025-01-01,neck,acute,deep,deep,T1,no,12,6,2.5";

    private static final String[] DICTIONARY = {
        "field_name,form_name,section_header,field_type,field_label,select_choices_or_calculations,identifier,"
                + "branching_logic",
        "patient_id,session,,text,Patient,,,",
    };

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "rates", "soreness", "relief", "check", "validate", "plan", "init"})
    void helpOfACommandHasTwoExamplesThatRun(String command) {
        CommandLineRun help = workspace.run(command, "--help");

        assertThat(help.exit()).isZero();
        assertThat(help.err()).isEmpty();
        List<String> lines = help.out().lines().toList();
        assertThat(lines).allMatch(line -> line.length() <= 100).noneMatch(line -> line.contains("%%"));
        List<String> examples = lines.subList(lines.indexOf("Examples:") + 1, lines.size());
        assertThat(examples).hasSize(2).allMatch(line -> line.startsWith("  aestat " + command + " "));

        workspace.file("clinic.csv", HEADER, ROW).file("2024.csv", HEADER, ROW).file("2025.csv.gz", HEADER, ROW + "2");
        workspace.file("events.csv", "patient_id,session_date,event", "P1,2025-01-01,nausea");
        workspace.file("policy.toml", "[[threshold]]", "name = \"Read\"", "metric = \"rejected_rows\"", "below = 1");
        workspace.file("redcap.csv", HEADER, ROW).file("redcap-dictionary.csv", DICTIONARY);
        for (String example : examples) {
            String[] words = example.strip().split(" (?=([^']*'[^']*')*[^']*$)");
            String[] arguments = new String[words.length - 1];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = words[i + 1].replace("'", "");
            }
            CommandLineRun run = workspace.run(arguments);
            assertThat(run.err()).as(example).isEmpty();
            assertThat(run.exit()).isZero();
            assertThat(run.out()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "rates", "soreness", "relief"})
    void helpNamesEveryExitCode(String command) {
        assertThat(workspace.run(command, "-h").out())
                .contains("  0   done\n")
                .contains("  1   a defect in aestat\n")
                .contains("  2   a wrong option or mapping, said before any row is read\n")
                .contains("  3   input unreadable, or more rejected rows than allowed\n");
    }

    @Test
    void helpOfTheGateNamesEveryExitCode() {
        assertThat(workspace.run("check", "-h").out()).contains("""
                Exit codes, the lowest of 3 to 6 that applies:
                  0   every threshold held
                  1   a defect in aestat
                  2   a wrong option, mapping or policy, said before any row is read
                  3   input unreadable, or more rejected rows than allowed
                  4   a threshold is broken
                  5   the data cannot decide a threshold that demands a decision
                  6   only warnings, with --fail-on-warning
                """);
    }

    @Test
    void helpOfAestatNamesTheCommands() {
        CommandLineRun help = workspace.run("--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out())
                .contains(
                        "  report ",
                        "  rates ",
                        "  soreness ",
                        "  relief ",
                        "  check ",
                        "  plan ",
                        "  init ",
                        "  schema ",
                        "aestat report clinic.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "report --version", "relief -V"})
    void versionIsOneLine(String arguments) {
        CommandLineRun run = workspace.run(arguments.split(" "));

        assertThat(run.out()).matches("aestat \\S+\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }
}
