package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From an unknown export to a mapping, and from there to a report. */
class InitCommandTest {

    private static final String[] CLINIC = {
        "Client No,Patient Name,Visit Date,AE - bruise,Relief,Status",
        "1001,\"Smith, Anna\",14/01/2025,yes,no,Arrived",
        "1001,\"Smith, Anna\",21/01/2025,no,yes,Arrived",
        "1002,\"Miller, Bob\",22/01/2025,,no,Arrived"
    };

    private static final String[] PRAXIS = {
        "Pat.-Nr.;Geburtsdatum;Behandlungsdatum;Bluterguss;Blutung;Schmerz vorher;Muskelkater (h);Verlauf",
        "1001;12.03.1971;14.01.2025;ja;nein;6,5;24,5;laufend",
        "1001;12.03.1971;05.02.2025;nein;leicht;4;0;abgeschlossen",
        "1002;01.11.1960;06.02.2025;k.A.;nein;7;36;abgebrochen"
    };

    private static final String[] AMBIGUOUS = {
        "ID,Date,Bruise,Bleed,Pain,AE vertigo attack",
        "1,01/02/2025,1,present,3,no",
        "1,03/04/2025,2,perhaps,4,no",
        "2,05/06/2025,1,absent,5,yes"
    };

    private static final String[] CHECKBOXES = {
        "record_id,visit_date,ae___1,ae___2,ae___bruising,Side effects (choice=Bleeding),relief",
        "1,2025-01-01,Checked,Unchecked,Checked,Unchecked,yes",
        "1,2025-01-08,Unchecked,Unchecked,Unchecked,Checked,no",
        "2,2025-01-02,Unchecked,Checked,Unchecked,Unchecked,no"
    };

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
    }

    private CommandLineRun init(String... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = "init";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        CommandLineRun run = workspace.run(words);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run;
    }

    @Test
    void aClinicSheetIsOnePageAndAMapping() throws Exception {
        workspace.file("clinic.csv", CLINIC);

        assertThat(init("clinic.csv").out()).isEqualTo("""
                What the columns of clinic.csv mean
                ───────────────────────────────────

                3 rows, 6 columns.

                  Column        Meaning       Confidence  Why
                  Client No     patient_id    likely      another name for it
                  Patient Name  left out                  looks like names of people
                  Visit Date    session_date  likely      another name for it
                  AE - bruise   bruising      likely      another name for it
                  Relief        relief        certain     its name
                  Status        category                  no known name

                Their cells: shapes, with 9 for a digit and a for a letter, and words that aestat knows.

                  Column        Recorded  Blank  Different  Values
                  Client No            3      0          2  4 digits (3)
                  Patient Name         3      0          2  11 characters like Aaaaa, Aaaa (2), ...
                  Visit Date           3      0          3  10 characters like 99/99/9999 (3)
                  AE - bruise          2      1          2  no (1), yes (1)
                  Relief               3      0          2  no (2), yes (1)
                  Status               3      0          1  text of 7 letters (3)

                Next
                ────

                Written: mapping.toml. Check it, then run:
                  aestat report clinic.csv --mapping mapping.toml
                """);
        assertThat(workspace.read("mapping.toml")).isEqualTo("""
                # Proposed by 'aestat init' for clinic.csv: 6 columns, 3 rows. Check it before you use it.
                # No question is open.

                # left out: 'Patient Name' looks like names of people. Do not map it; better leave it out of the
                # export.
                # relief: certain, its name; 3 recorded, 0 blank, 2 different: no (2), yes (1)

                [columns]
                # patient_id: likely, another name for it; 3 recorded, 0 blank, 2 different: 4 digits (3)
                patient_id = "Client No"
                # session_date: likely, another name for it; 3 recorded, 0 blank, 3 different: 10 characters like
                # 99/99/9999 (3)
                session_date = { column = "Visit Date", format = "dd/MM/yyyy" }
                # bruising: likely, another name for it; 2 recorded, 1 blank, 2 different: no (1), yes (1)
                bruising = "AE - bruise"
                """);
        JsonNode report = json("rates", "clinic.csv", "--mapping", "mapping.toml");
        assertThat(report.at("/rows/used").asInt()).isEqualTo(3);
        assertThat(report.at("/patients").asInt()).isEqualTo(2);
    }

    @Test
    void aGermanExportNeedsNoOption() throws Exception {
        workspace.file("praxis.csv", PRAXIS);

        CommandLineRun run = init("praxis.csv");

        assertThat(run.out())
                .contains("3 rows, 8 columns. The mapping says how they are written: decimals have a comma.\n")
                .doesNotContain("Open questions");
        assertThat(settled()).isEqualTo("""
                [file]
                decimal_comma = true
                [columns]
                patient_id = "Pat.-Nr."
                session_date = { column = "Behandlungsdatum", format = "dd.MM.yyyy" }
                bruising = { column = "Bluterguss", yes = ["ja"], no = ["nein"], not_recorded = ["k.a."] }
                bleeding = { column = "Blutung", no = ["nein"], values = { "leicht" = "mild" } }
                pain_before = "Schmerz vorher"
                soreness_hours = "Muskelkater (h)"
                course_outcome = { column = "Verlauf", values = { "abgebrochen" = "dropped_out", \
                "abgeschlossen" = "completed", "laufend" = "ongoing" } }
                """);
        JsonNode report = json("report", "praxis.csv", "--mapping", "mapping.toml");
        assertThat(report.at("/rows/used").asInt()).isEqualTo(3);
        assertThat(report.at("/rows/rejected").asInt()).isZero();
    }

    private JsonNode json(String... arguments) throws JsonProcessingException {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of("--format", "json"));
        CommandLineRun run = workspace.run(words.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    /** The lines of the mapping that are no comments. */
    private String settled() {
        return workspace
                .read("mapping.toml")
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    @Test
    void whatIsOpenIsAskedAndTheReportSaysWhatItNeeds() {
        workspace.file("sheet.csv", AMBIGUOUS);

        CommandLineRun run = init("sheet.csv", "--ascii");

        assertThat(run.out()).endsWith("""
                Open questions
                --------------

                1. Which form do the dates in 'Date' have? 3 of 3 fit dd/MM/yyyy and MM/dd/yyyy alike. (Needed for a
                report.)

                2. Only 1 and 2 stand in 'Bruise' (1 (2), 2 (1)): is 1 yes and 2 no, or the other way round, or are
                they grades, mild and moderate?

                3. What do the words in 'Bleed' mean? Of 3 recorded cells 2 are yes, no or a grade (none, mild,
                moderate, severe, 0 to 5); not: text of 7 letters (1).

                4. Is the column 'Pain' pain_before? Its cells: 3 recorded, 0 blank, 3 different: 1 digit (3).

                5. Is 'AE vertigo attack' an adverse event? Its cells are answers.

                Next
                ----

                Written: mapping.toml. Answer in it question 1, then run:
                  aestat report sheet.csv --mapping mapping.toml
                """);
        assertThat(settled()).isEqualTo("""
                [columns]
                patient_id = "ID"
                [events]
                """);
        CommandLineRun report = workspace.run("report", "sheet.csv", "--mapping", "mapping.toml");
        assertThat(report.exit()).isEqualTo(3);
        assertThat(report.err())
                .isEqualTo("sheet.csv, line 1: there is neither a column 'session_date' nor a column 'session_number'."
                        + " A mapping file (--mapping) can name one that holds it.\n");
    }

    @Test
    void answersAreMadeByTakingAwayTheMark() throws Exception {
        workspace.file("sheet.csv", AMBIGUOUS);
        init("sheet.csv");
        String mapping = workspace.read("mapping.toml");

        String answered = mapping.replace(
                        "# session_date = { column = \"Date\", format = \"MM/dd",
                        "session_date = { column = \"Date\", format = \"MM/dd")
                .replace(
                        "# bruising = { column = \"Bruise\", yes = [\"1\"]",
                        "bruising = { column = \"Bruise\", yes = [\"1\"]")
                .replace(
                        "# bleeding = { column = \"Bleed\", yes = [\"present\", \"?\"], no = [\"absent\", \"?\"] }",
                        "bleeding = { column = \"Bleed\", yes = [\"present\"], no = [\"absent\", \"perhaps\"] }")
                .replace("# pain_before", "pain_before")
                .replace("# vertigo_attack = ", "vertigo_attack = ");
        workspace.file("answered.toml", answered);

        JsonNode report = json("rates", "sheet.csv", "--mapping", "answered.toml");
        assertThat(report.at("/rows/used").asInt()).isEqualTo(3);
        assertThat(report.at("/rates/0/event").asText()).isEqualTo("bruising");
        assertThat(report.at("/rates/0/events").asInt()).isEqualTo(2);
        assertThat(report.at("/rates/1/events").asInt()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsNotFilledInIsRefused() {
        workspace.file("sheet.csv", AMBIGUOUS);
        init("sheet.csv");
        workspace.file("open.toml", workspace.read("mapping.toml").replace("# bleeding", "bleeding"));

        CommandLineRun report = workspace.run("report", "sheet.csv", "--mapping", "open.toml");

        assertThat(report.exit()).isEqualTo(2);
        assertThat(report.err()).contains("the word '?' has two meanings here: yes and no.");
    }

    @Test
    void choicesOfAFieldAreEventsWhereTheirNamesSayIt() throws Exception {
        workspace.file("redcap.csv", CHECKBOXES);

        assertThat(init("redcap.csv").out()).contains("""
                1. Which adverse events are the choices of 'ae'? The data dictionary of the export says it. Write
                the name of the event in the place of EVENT.
                """);
        assertThat(settled()).isEqualTo("""
                [columns]
                patient_id = "record_id"
                session_date = "visit_date"
                bruising = "ae___bruising"
                bleeding = "Side effects (choice=Bleeding)"
                """);
        JsonNode report = json("rates", "redcap.csv", "--mapping", "mapping.toml");
        assertThat(report.at("/rates/0/events").asInt()).isEqualTo(1);
        workspace.file(
                "named.toml", workspace.read("mapping.toml").replace("# EVENT = \"ae___2\"", "nausea = \"ae___2\""));
        assertThat(json("rates", "redcap.csv", "--mapping", "named.toml")
                        .at("/rates/2/event")
                        .asText())
                .isEqualTo("nausea");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clinic.csv",
                "event-list.csv",
                "graded-events.csv",
                "pain-scores.csv",
                "soreness-diary.csv",
                "soreness-duration.csv",
                "soreness-interval.csv"
            })
    void samplesWithOurNamesNeedNoMapping(String sample) throws Exception {
        workspace.file(sample, Files.readAllBytes(Path.of("samples", sample)));

        init(sample);

        assertThat(settled()).isEmpty();
        assertThat(workspace.run("report", sample, "--mapping", "mapping.toml").out())
                .isEqualTo(workspace.run("report", sample).out());
    }

    @Test
    void anExportWithoutPatientsIsAskedAboutThem() throws Exception {
        workspace.file("trial.csv", Files.readAllBytes(Path.of("samples", "licorice_gargle.csv")));

        assertThat(init("trial.csv").out())
                .contains("Which column says who was treated? No header is known for patient_id.")
                .contains("Which column says when the session was? No header is known for session_date or"
                        + " session_number.");
        assertThat(workspace.read("mapping.toml")).contains("\n[rows]\n").contains("\n# patient = \"each-row\"\n");
        assertThat(workspace
                        .run("report", "trial.csv", "--mapping", "mapping.toml")
                        .err())
                .contains("there is no column 'patient_id'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-01-31                    | session_date = "Visit"
            2025-01-31 14:05              | session_date = { column = "Visit", format = "yyyy-MM-dd H:mm" }
            2025-01-31T14:05:36Z          | session_date = { column = "Visit", format = "yyyy-MM-dd'T'H:mm:ssXXX" }
            2025-01-31T14:05:36.123+01:00 | session_date = { column = "Visit", format = "yyyy-MM-dd'T'H:mm:ss.SSSXXX" }
            1/31/2025 9:05 AM             | session_date = { column = "Visit", format = "M/dd/yyyy h:mm a" }
            31-1-2025                     | session_date = { column = "Visit", format = "dd-M-yyyy" }
            5.6.2025                      | session_date = { column = "Visit", format = "d.M.yyyy" }
            20250131                      | session_date = { column = "Visit", format = "yyyyMMdd" }
            """)
    void datesAreReadInTheFormTheyHave(String date, String line) throws Exception {
        workspace.file("days.csv", "patient_id,Visit", "A," + date, "B,");
        workspace.file("day.csv", "patient_id,Visit", "A," + date);

        init("days.csv");

        assertThat(settled()).isEqualTo("[columns]\n" + line + "\n");
        assertThat(json("report", "day.csv", "--mapping", "mapping.toml")
                        .at("/rows/used")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void yearsOfTwoDigitsAndFormsThatDifferAreQuestions() {
        workspace.file("two.csv", "patient_id,Visit", "A,31/01/25");
        workspace.file("mixed.csv", "patient_id,session_date", "A,31/01/2025", "B,2025-01-31");

        assertThat(init("two.csv").out())
                .contains("1. The dates in 'Visit' have years of two digits, whose century is unknown.");
        assertThat(init("mixed.csv", "--force").out())
                .contains("1. Is the column 'session_date' session_date? Of 2 recorded cells 1 is an ISO date")
                .contains("Answer in it question 1, then run:");
    }

    @Test
    void twoColumnsForOneMeaningAreAQuestion() {
        workspace.file(
                "two.csv",
                "patient_id,session_date,Bruise,Haematoma,bleeding,Blutung",
                "A,2025-01-01,yes,no,no,no",
                "A,2025-01-02,no,no,no,no");

        assertThat(init("two.csv").out())
                .contains("1. Which column is bruising? 'Bruise': 2 recorded, 0 blank, 2 different: no (1), yes (1)."
                        + "\n'Haematoma': 2 recorded, 0 blank, 1 different: no (2).")
                .contains("Blutung       category                       another column is bleeding\n");
        assertThat(workspace.read("mapping.toml")).contains("# bruising = \"Bruise\"\n# bruising = \"Haematoma\"\n");
    }

    @Test
    void theDecimalMarkIsAskedWhereItIsNotClear() {
        workspace.file("both.csv", "patient_id;session_number;pain_before", "A;1;2,5", "A;2;3.5");
        workspace.file("thousands.csv", "patient_id;session_number;soreness_hours", "A;1;1,500", "A;2;12");

        assertThat(init("both.csv").out())
                .contains("1. Which decimal mark does the export have? Of its numbers 1 have a comma and 1 a point;");
        assertThat(workspace.read("mapping.toml"))
                .contains("[file]\n# QUESTION 1:")
                .contains("\n# decimal_comma = true\n");
        assertThat(init("thousands.csv", "--force").out())
                .contains("1. Is the comma a decimal mark? All 1 numbers with a comma have three digits after it,");
    }

    @Test
    void aBlankIsNeverNo() {
        workspace.file("yes.csv", "patient_id,session_number,Bruise", "A,1,x", "A,2,");

        assertThat(init("yes.csv").out())
                .contains(
                        "1. Nothing in 'Bruise' means no, and 1 cells are blank. aestat takes a blank as not recorded.");
    }

    @Test
    void whoSomebodyIsIsLeftOut() {
        workspace.file(
                "who.csv",
                "patient_id,session_number,Contact,Reach,DOB,Says,Person,Born",
                "A,1,ann@example.org,+49 151 2345678,2001-02-03,one two three four five six,Ann Lee,1950-01-01",
                "A,2,bob@example.org,+49 151 2345679,2001-02-04,,Bob Ray,1999-01-01");

        assertThat(init("who.csv").out())
                .contains("Contact         left out                    looks like e-mail addresses\n")
                .contains("Reach           left out                    looks like phone numbers\n")
                .contains("DOB             left out                    looks like dates of birth\n")
                .contains("Says            left out                    looks like free text\n")
                .contains("Person          left out                    looks like names of people\n")
                .contains("Born            left out                    looks like dates of birth\n");
        assertThat(settled()).isEmpty();
    }

    @Test
    void encodingAndDelimiterComeIntoTheMapping() {
        Charset latin = Charset.forName("windows-1252");
        workspace.file("praxis.csv", "patient_id\tTermin, Tag\tÜbelkeit\nA\t2025-01-31\tja\n".getBytes(latin));

        CommandLineRun without = workspace.run("init", "praxis.csv");
        assertThat(without.exit()).isEqualTo(3);
        assertThat(without.err()).endsWith("Give the encoding of the file, for example --encoding windows-1252.\n");
        assertThat(workspace.names()).containsExactly("praxis.csv");

        assertThat(init("praxis.csv", "--encoding", "windows-1252").out())
                .contains("The mapping says how they are written: encoding windows-1252, fields end with\n'tab'.");
        assertThat(settled()).startsWith("[file]\nencoding = \"windows-1252\"\ndelimiter = \"tab\"\n");
        workspace.file("m.toml", workspace.read("mapping.toml") + "session_date = \"Termin, Tag\"\n");
        assertThat(workspace.run("report", "praxis.csv", "--mapping", "m.toml").exit())
                .isZero();
        assertThat(workspace
                        .run("report", "praxis.csv", "--mapping", "m.toml", "--encoding", "UTF-8")
                        .exit())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            encoding = "latin-99"   | 'latin-99' is not a known encoding; expected one such as windows-1252.
            delimiter = ";;"        | expected a single character such as ";", or "tab"; no quote, line break, letter or digit.
            delimiter = "a"         | expected a single character such as ";", or "tab"; no quote, line break, letter or digit.
            decimal_comma = "yes"   | expected true or false for 'decimal_comma'.
            decimal = true          | 'decimal' is not known here; expected encoding, delimiter, decimal_comma.
            """)
    void aFormThatCannotBeIsRefused(String line, String problem) {
        workspace.file("m.toml", "[file]", line).file("clinic.csv", "patient_id,session_date", "A,2025-01-01");

        CommandLineRun run = workspace.run("report", "clinic.csv", "--mapping", "m.toml");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("m.toml, line 2: " + problem + "\n");
    }

    @Test
    void anExistingMappingIsKept() {
        workspace.file("clinic.csv", CLINIC).file("mapping.toml", "# mine");

        CommandLineRun refused = workspace.run("init", "clinic.csv");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("--output: 'mapping.toml' is there already. Give another name, or --force to replace it.\n");
        assertThat(refused.out()).isEmpty();
        assertThat(workspace.read("mapping.toml")).isEqualTo("# mine\n");
        init("clinic.csv", "--output", "other.toml");
        init("clinic.csv", "--force");
        assertThat(workspace.read("mapping.toml")).isEqualTo(workspace.read("other.toml"));
        assertThat(workspace.names()).containsExactly("clinic.csv", "mapping.toml", "other.toml");
        assertThat(workspace
                        .run("init", "clinic.csv", "--output", "clinic.csv", "--force")
                        .err())
                .isEqualTo("--output: 'clinic.csv' is an input.\n");
    }

    @Test
    void standardInputAndGzip() {
        byte[] text = String.join("\n", CLINIC).getBytes(StandardCharsets.UTF_8);
        workspace.input(text).file("clinic.csv.gz", Workspace.gzip(text));

        assertThat(init("-").out()).contains("aestat report - --mapping mapping.toml");
        String mapping = workspace.read("mapping.toml");
        init("clinic.csv.gz", "--force");
        assertThat(workspace.read("mapping.toml").replace("clinic.csv.gz", "-")).isEqualTo(mapping);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            P1,2025-01-31,neck   ~ the first line should name the columns, but what stands in column 2 looks like a value.
            name,ann@example.org ~ the first line should name the columns, but what stands in column 2 looks like a value.
            patient_id,,relief   ~ the name of column 2 is blank. Every column needs a name.
            relief,Relief        ~ columns 1 and 2 have the same name 'Relief'. Rename one of them.
            """)
    void whatIsNoExportIsRefused(String header, String problem) {
        workspace.file("sheet.csv", header);

        CommandLineRun run = workspace.run("init", "sheet.csv");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("sheet.csv, line 1: " + problem + "\n");
        assertThat(workspace.names()).containsExactly("sheet.csv");
    }

    @Test
    void aDelimiterThatIsNotClearIsAskedFor() {
        workspace.file("sheet.csv", "a;b,c");

        assertThat(workspace.run("init", "sheet.csv").err())
                .isEqualTo(
                        "sheet.csv, line 1: the delimiter is not clear, because more than one of comma, semicolon, tab,"
                                + " | and ^ stands in the header. Give it with --delimiter.\n");
        init("sheet.csv", "--delimiter", ";");
        assertThat(settled()).startsWith("[file]\ndelimiter = \";\"\n");
    }

    @Test
    void theFirstLineOfASpreadsheetNamesTheDelimiter() {
        workspace.file("sheet.csv", "sep=;", "patient_id;session_date;bruising,any", "P1;2025-01-01;no");

        init("sheet.csv");

        assertThat(settled()).startsWith("[file]\ndelimiter = \";\"\n");
        assertThat(workspace
                        .run("rates", "sheet.csv", "--mapping", "mapping.toml")
                        .exit())
                .isZero();
    }

    @Test
    void linesBeforeTheHeaderAreLeftOut() {
        workspace.file(
                "sheet.csv",
                "Clinic 7; exported, 2025",
                "",
                "patient_id;session_date;bruising,any",
                "P1;2025-01-01;no");

        assertThat(init("sheet.csv", "--skip", "2").out())
                .endsWith("  aestat report sheet.csv --skip 2 --mapping mapping.toml\n");

        assertThat(workspace.read("mapping.toml"))
                .contains("# no line can say it, so give it with every command: --skip 2\n");
        assertThat(settled()).startsWith("[file]\ndelimiter = \";\"\n");
        assertThat(workspace
                        .run("rates", "sheet.csv", "--skip", "2", "--mapping", "mapping.toml")
                        .exit())
                .isZero();
        assertThat(workspace.run("init", "sheet.csv", "--force", "--skip", "9").err())
                .isEqualTo("sheet.csv: no header stands after the first 9 lines, which --skip leaves out.\n");
        assertThat(workspace
                        .run("init", "sheet.csv", "--force", "--skip", "all")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void theSeparatorLineIsOneOfThoseBeforeTheHeader() {
        workspace.file("sheet.csv", "sep=;", "A title", "patient_id;session_date;bruising,any", "P1;2025-01-01;no");

        init("sheet.csv", "--skip", "2");

        assertThat(settled()).startsWith("[file]\ndelimiter = \";\"\n");
        assertThat(workspace
                        .run("rates", "sheet.csv", "--skip", "2", "--mapping", "mapping.toml")
                        .exit())
                .isZero();
    }

    @Test
    void theLineOfAnUnclearDelimiterIsThatOfTheFile() {
        workspace.file("sheet.csv", "A title", "a,b;c", "1,2;3");

        assertThat(workspace.run("init", "sheet.csv", "--skip", "1").err())
                .startsWith("sheet.csv, line 2: the delimiter is not clear");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            mysql      ! Client No\tVisit Date\tAE - bruise\tCode
            postgresql ! Client No\tVisit Date\tAE - bruise\tCode
            informix   ! Client No|Visit Date|AE - bruise|Code
            """)
    void theTextOfADatabaseIsRead(String dialect, String header) {
        String delimiter = dialect.equals("informix") ? "|" : "\t";
        String end = dialect.equals("informix") ? delimiter : "";
        String names = header.replace("\\t", "\t");
        workspace.file(
                "dump.txt",
                names,
                String.join(delimiter, "7", "14/01/2025", "yes", "a\\" + delimiter + "b") + end,
                String.join(delimiter, "7", "21/01/2025", "\\N", "c\\\\d") + end);

        assertThat(init("dump.txt", "--dialect", dialect).out())
                .contains("2 rows")
                .endsWith("  aestat report dump.txt --dialect " + dialect + " --mapping mapping.toml\n");

        assertThat(settled()).isEqualTo("""
                [columns]
                patient_id = "Client No"
                session_date = { column = "Visit Date", format = "dd/MM/yyyy" }
                bruising = "AE - bruise"
                """);
        assertThat(workspace
                        .run("rates", "dump.txt", "--dialect", dialect, "--mapping", "mapping.toml")
                        .exit())
                .isZero();
    }

    @Test
    void theDelimiterOfADatabaseCanBeStated() {
        workspace.file("dump.txt", "patient_id;session_number", "P1;1", "P1;2");

        init("dump.txt", "--dialect", "mysql", "--delimiter", ";");

        assertThat(settled()).isEqualTo("[file]\ndelimiter = \";\"\n");
        assertThat(workspace.run("init", "dump.txt", "--dialect", "mysql", "--delimiter", "\\", "--force"))
                .isEqualTo(new CommandLineRun(2, "", "With --dialect, a backslash cannot be the delimiter.\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dd/MM/yyyy      | 01/02/2025, 03/04/2025       | dd/MM/yyyy
            MM/dd/yyyy      | 01/02/2025, 03/04/2025       | MM/dd/yyyy
            yyyy/dd/MM      | 2025/13/02, 2025/04/04       | yyyy/dd/MM
            MM/dd/yyyy      | 13/02/2025, 14/04/2025       | dd/MM/yyyy
            MM/dd/yyyy      | 13/02/2025, 03/04/2025       | dd/MM/yyyy
            """)
    void aStatedFormOfDatesSettlesTheOrder(String stated, String dates, String found) {
        String[] cells = dates.split(", ");
        workspace.file("sheet.csv", "patient_id,Visit Date,bruising", "1," + cells[0] + ",no", "1," + cells[1] + ",no");

        init("sheet.csv", "--date-format", stated);

        assertThat(settled())
                .isEqualTo("[columns]\nsession_date = { column = \"Visit Date\", format = \"" + found + "\" }\n");
        assertThat(workspace
                        .run("rates", "sheet.csv", "--mapping", "mapping.toml")
                        .exit())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"--dialect, mysql", "--delimiter, ;"})
    void aRowWithAnotherDelimiterIsNotShownAsAHeader(String option, String value) {
        workspace.file("a.csv", "Smith-1,2025-01-01,yes", "Miller-2,2025-01-02,no");

        assertThat(workspace.run("init", "a.csv", option, value))
                .isEqualTo(new CommandLineRun(
                        3,
                        "",
                        "a.csv, line 1: the first line should name the columns, but what stands in column 1 looks like"
                                + " a value.\n"));
    }

    @Test
    void aStatedFormThatIsNoDateIsRefused() {
        workspace.file("a.csv", CLINIC);

        assertThat(workspace.run("init", "a.csv", "--date-format", "dd/MM/yy"))
                .isEqualTo(new CommandLineRun(
                        2, "", "The date format 'dd/MM/yy' has a year of two digits, whose century is unknown.\n"));
    }

    @Test
    void usage() {
        workspace.file("a1.csv", CLINIC).file("a2.csv", CLINIC);

        assertThat(workspace.run("init").exit()).isEqualTo(2);
        assertThat(workspace.run("init", "a*.csv").err()).isEqualTo("init takes one export; 'a*.csv' names several.\n");
        assertThat(workspace.run("init", "missing.csv").exit()).isEqualTo(3);
        assertThat(workspace.run("init", "a1.csv", "--output", "no/m.toml").exit())
                .isEqualTo(2);
        assertThat(workspace.names()).isEqualTo(List.of("a1.csv", "a2.csv"));
    }

    @Test
    void json() throws Exception {
        workspace.file("sheet.csv", AMBIGUOUS);

        JsonNode result = json("init", "sheet.csv");

        assertThat(result.at("/columns/1/meaning").asText()).isEqualTo("open");
        assertThat(result.at("/columns/1/questions/0").asInt()).isEqualTo(1);
        assertThat(result.at("/questions/0/blocking").asBoolean()).isTrue();
        assertThat(result.at("/ready").asBoolean()).isFalse();
        assertThat(result.at("/next").asText()).isEqualTo("aestat report sheet.csv --mapping mapping.toml");
    }

    @Test
    void irregularRowsAreSaid() {
        workspace.file("sheet.csv", "patient_id,session_number", "A,1", "A,2,3");

        assertThat(init("sheet.csv").out())
                .contains("Warning: 1 row with a field too few or too many; a report rejects such rows.");
    }

    @Test
    void namesThatCouldDoHarmAreWrittenSafely() {
        workspace.file(
                "it's.csv",
                "patient_id,session_number,\"Bruise\n[columns]\u202e\",\"\u001b[31m\"\"q\\\"",
                "A,1,perhaps,b",
                "A,2,no,c");

        CommandLineRun run = init("it's.csv");

        assertThat(run.out())
                .doesNotContain("\u001b", "\u202e")
                .endsWith("aestat report 'it'\\''s.csv' --mapping mapping.toml\n");
        assertThat(workspace.read("mapping.toml"))
                .doesNotContain("\u001b", "\u202e")
                .doesNotContain("\n[columns]?");
        assertThat(workspace
                        .run("report", "it's.csv", "--mapping", "mapping.toml")
                        .exit())
                .isZero();
    }
}
