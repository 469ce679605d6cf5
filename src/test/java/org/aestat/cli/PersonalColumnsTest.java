package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that tell who somebody is make neither strata nor filters, and nothing of their cells is shown anywhere. */
class PersonalColumnsTest {

    private static final String HEADER = "patient_id,session_id,course_id,session_date,site,bruising,pneumothorax,"
            + "soreness_hours,soreness_resolved,relief,Surname,DOB,Mobile,E-mail,Comments,x1,x2,x3,x4,x5";

    /** What marks the cells of each of those columns. */
    private static final List<String> CANARIES = List.of("ZQ", "1907", "77770");

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder).file("clinic.csv", lines());
        workspace.file(
                "policy.toml",
                "[[threshold]]",
                "name = \"Rare\"",
                "metric = \"rate(pneumothorax)\"",
                "below = 0.9",
                "evidence = \"demonstrated\"");
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int patient = 0; patient < 30; patient++) {
            for (int session = 0; session < 3; session++) {
                String name = "Zqanna ZQ" + (char) ('a' + patient % 26) + "lberg" + (char) ('a' + patient / 26);
                String birth = "1907-0" + (1 + patient % 9) + "-" + (10 + patient % 19);
                String phone = "+49 77770 " + (1000 + patient);
                String mail = "zq" + patient + "@example.org";
                String text = "ZQ" + patient + " said that it hurt all day long " + session;
                lines.add(String.join(
                        ",",
                        "ZQ-" + patient,
                        "ZQ-" + patient + "-" + session,
                        "ZQ-C" + patient,
                        "2025-0" + (1 + session) + "-1" + patient % 10,
                        patient % 2 == 0 ? "North" : "South",
                        patient % 7 == 0 ? "yes" : "no",
                        "no",
                        "12",
                        "yes",
                        "no",
                        name,
                        birth,
                        phone,
                        mail,
                        text,
                        name,
                        patient < 15 ? birth : "1999-0" + (1 + patient % 9) + "-10",
                        phone,
                        mail,
                        text));
            }
        }
        return lines;
    }

    private static void assertNoCanary(String text) {
        assertThat(CANARIES).noneMatch(canary -> text.toUpperCase(Locale.ROOT).contains(canary));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Surname|names of people",
                "DOB|dates of birth",
                "Mobile|phone numbers",
                "E-mail|e-mail addresses",
                "Comments|free text"
            })
    void headersThatSayIt(String column, String found) {
        String rest = ": by its header the column '" + column + "' holds " + found + ", which results must not show. "
                + "Choose another column; if it holds nothing of a person, give it another header.";
        workspace.file(
                "by.toml",
                "[[threshold]]",
                "name = \"Rare\"",
                "metric = \"rate(bruising)\"",
                "below = 0.9",
                "evidence = \"point\"",
                "by = \"" + column + "\"");

        assertRefused(workspace.run("report", "clinic.csv", "--by", column), "--by" + rest);
        assertRefused(workspace.run("report", "clinic.csv", "--by", "site," + column), "--by" + rest);
        assertRefused(workspace.run("soreness", "clinic.csv", "--stratify", column), "--stratify" + rest);
        assertRefused(workspace.run("rates", "clinic.csv", "--where", column + "=ZQ secret"), "--where" + rest);
        assertRefused(workspace.run("check", "clinic.csv", "--policy", "by.toml"), "by.toml, line 6" + rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x1|most values belong to one patient each",
                "x2|most values belong to one patient each",
                "x3|most values belong to one patient each",
                "x4|most values belong to one patient each",
                "x5|nearly every row has a value of its own"
            })
    void cellsThatSayIt(String column, String found) {
        String rest = ": in the column '" + column + "' " + found + ", which results must not show. Choose a column of "
                + "few values that many patients share.";

        assertRefused(workspace.run("report", "clinic.csv", "--by", column), "--by" + rest);
        assertRefused(workspace.run("rates", "clinic.csv", "--where", column + "=ZQ secret"), "--where" + rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zq@example.org|the values look like e-mail addresses",
                "+49 77770 123456|the values look like phone numbers"
            })
    void oneValueIsEnoughWhereItIsAnAddress(String value, String found) {
        workspace.file("few.csv", "patient_id,session_date,x", "1,2025-01-01," + value, "2,2025-01-02," + value);

        assertRefused(
                workspace.run("rates", "few.csv", "--by", "x"),
                "--by: in the column 'x' " + found + ", which results must not show. Choose a column of few values"
                        + " that many patients share.");
    }

    @Test
    void datesThatAreALifeApart() {
        workspace.file("few.csv", "patient_id,session_date,x", "1,2025-01-01,1907-03-01", "2,2025-01-02,1999-03-01");

        assertRefused(
                workspace.run("rates", "few.csv", "--by", "x"),
                "--by: in the column 'x' the values look like dates of birth, which results must not show. Choose a"
                        + " column of few values that many patients share.");
    }

    @Test
    void namesOfFewPatientsEach() {
        List<String> rows = new ArrayList<>(List.of("patient_id,session_date,x,diagnosis"));
        for (String name : List.of("Ada Zqlin", "Bea Zqman", "Cal Zqner", "Dan Zqson", "Eve Zqberg")) {
            rows.add(name.charAt(0) + ",2025-01-01," + name + ",Tennis Elbow");
            rows.add(name.charAt(0) + ",2025-01-02," + name + ",Frozen Shoulder");
        }
        workspace.file("few.csv", rows);

        assertRefused(
                workspace.run("rates", "few.csv", "--by", "x"),
                "--by: in the column 'x' the values look like names of people, which results must not show. Choose a"
                        + " column of few values that many patients share.");
        assertThat(workspace.run("rates", "few.csv", "--by", "diagnosis").exit())
                .isZero();
    }

    @Test
    void aNameOfAPlaceOrThingIsNoName() {
        workspace.file("few.csv", "patient_id,session_date,Device name", "1,2025-01-01,A", "2,2025-01-02,B");

        assertThat(workspace.run("rates", "few.csv", "--by", "Device name").exit())
                .isZero();
    }

    @Test
    void aMappedColumnIsWhatTheMappingSays() {
        workspace
                .file("m.toml", "[columns]", "therapist = \"Surname\"")
                .file(
                        "few.csv",
                        "patient_id,session_date,Surname,bruising",
                        "1,2025-01-01,Ann Lee,no",
                        "2,2025-01-02,Ann Lee,no",
                        "3,2025-01-02,Bob Ray,no");

        CommandLineRun run = workspace.run("rates", "few.csv", "--mapping", "m.toml", "--by", "therapist");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Ann Lee");
    }

    private static void assertRefused(CommandLineRun run, String message) {
        assertThat(run).isEqualTo(new CommandLineRun(2, "", message + "\n"));
        assertNoCanary(run.err().replace("x", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report clinic.csv --by site",
                "report clinic.csv --by site --format json --output json=o.json --output text=o.txt",
                "report clinic.csv --by site --publish --format json --output json=o.json --output text=o.txt",
                "rates clinic.csv --cluster patient --where site=North",
                "soreness clinic.csv --by site",
                "relief clinic.csv --by site --format json",
                "check clinic.csv --policy policy.toml --format text",
                "check clinic.csv --policy policy.toml --format json",
                "check clinic.csv --policy policy.toml --format junit",
                "check clinic.csv --policy policy.toml --format sarif",
                "check clinic.csv --policy policy.toml --format github",
                "check clinic.csv --policy policy.toml --format tap",
                "check clinic.csv --policy policy.toml --format markdown",
                "init clinic.csv",
                "init clinic.csv --format json"
            })
    void results(String arguments) {
        CommandLineRun run = workspace.run(arguments.split(" "));

        assertThat(run.exit()).isZero();
        assertNoCanary(run.out() + run.err());
        workspace.names().stream()
                .filter(name -> name.startsWith("o."))
                .forEach(name -> assertNoCanary(workspace.read(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report broken.csv",
                "report broken.csv --format json --max-rejected 100%",
                "report broken.csv --publish --max-rejected 100%",
                "report repeated.csv",
                "report headless.csv",
                "report cut.csv",
                "report clinic.csv --by Surnam",
                "report clinic.csv --by patient_id",
                "report clinic.csv --where course_id=1",
                "report clinic.csv clinic.csv",
                "report clinic.csv --delimiter ;",
                "report clinic.csv --date-format dd/MM/yyyy",
                "report clinic.csv --mapping wrong.toml",
                "check broken.csv --policy policy.toml",
                "check clinic.csv --policy policy.toml --prove",
                "init headless.csv",
                "init cut.csv"
            })
    void errors(String arguments) {
        List<String> broken = new ArrayList<>(lines());
        broken.replaceAll(line -> line.replace(",no,12,yes,", ",ZQ no,ZQ 12,ZQ,"));
        List<String> repeated = new ArrayList<>(lines());
        repeated.addAll(lines().subList(1, 20));
        List<String> cut = new ArrayList<>(lines().subList(0, 5));
        cut.add("ZQ-1,\"ZQ-1");
        workspace
                .file("broken.csv", broken)
                .file("repeated.csv", repeated)
                .file("headless.csv", lines().subList(1, 10))
                .file("cut.csv", cut)
                .file("wrong.toml", "[columns]", "bruising = \"Surname\"", "bleeding = \"Comments\"");

        CommandLineRun run = workspace.run(arguments.split(" "));

        assertThat(run.err()).isNotEmpty();
        assertNoCanary(run.out() + run.err());
    }
}
