package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From an export of REDCap and its data dictionary to a report in one command. */
class RedcapTest {

    private static final String[] DICTIONARY = {
        "field_name,form_name,section_header,field_type,field_label,select_choices_or_calculations,identifier,"
                + "branching_logic",
        "record_id,patient,,text,Record ID,,,",
        "phone,patient,,text,Telephone,,y,",
        "age,patient,,text,Age,,,",
        "visit,session,,text,Session date,,,",
        "ae,session,,checkbox,Adverse events,\"1, Bruising | 2, Bleeding | 0, None | 9, Not asked\",,",
        "relief,session,,yesno,Relief,,,",
        "drug,medication,,text,Medicine,,,"
    };

    private static final String HEADER = "record_id,redcap_repeat_instrument,redcap_repeat_instance,phone,age,"
            + "patient_complete,visit,ae___1,ae___2,ae___0,ae___9,relief,session_complete,drug,medication_complete";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = new Workspace(folder)
                .file("sample.csv", Files.readAllBytes(Path.of("samples", "redcap.csv")))
                .file("sample-dictionary.csv", Files.readAllBytes(Path.of("samples", "redcap-dictionary.csv")))
                .file("d.csv", DICTIONARY);
    }

    private JsonResult sample(String command, String... further) {
        return workspace.json(arguments(
                List.of(command, "sample.csv", "--preset", "redcap", "--dictionary", "sample-dictionary.csv"),
                further));
    }

    private static String[] arguments(List<String> fixed, String... further) {
        return Stream.concat(fixed.stream(), Stream.of(further)).toArray(String[]::new);
    }

    private CommandLineRun run(List<String> rows, String... further) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        return workspace
                .file("r.csv", lines)
                .run(arguments(List.of("rates", "r.csv", "--preset", "redcap", "--format", "json"), further));
    }

    private CommandLineRun withDictionary(String... rows) {
        return run(List.of(rows), "--dictionary", "d.csv");
    }

    private static String reasons(JsonResult rows) {
        return rows.list("excludedBy").stream()
                .map(reason ->
                        reason.get("reason") + ": " + reason.number("rows").intValue())
                .collect(Collectors.joining("; "));
    }

    private static String counts(JsonResult result, String event) {
        JsonResult rate = result.rate(event);
        return rate.number("events").intValue() + " of "
                + rate.number("denominator").intValue() + ", not recorded "
                + rate.number("notRecorded").intValue();
    }

    private static List<String> doubts(JsonResult result) {
        return result.list("warnings").stream()
                .filter(warning -> warning.get("code").equals("preset"))
                .map(warning -> (String) warning.get("message"))
                .toList();
    }

    /** Counted by hand: 5 rows of patients, 9 of sessions, 2 of medicines. */
    @Test
    void everyRowOfTheSampleIsAccountedFor() {
        JsonResult result = sample("report");

        assertThat(result.rows(0)).containsExactly(16, 9, 7, 0);
        assertThat(reasons(result.object("rows")))
                .isEqualTo("row of a record that is no session: 5; row of another instrument: 2; filters: 0");
        assertThat(result.number("patients")).isEqualTo(4);
        assertThat(result.object("settings").get("preset")).isEqualTo("redcap");
        assertThat(result.object("settings").get("dictionary")).isEqualTo("sample-dictionary.csv");
        assertThat(doubts(result)).isEmpty();
    }

    /** By hand: of 9 sessions one form is incomplete and one has the code "not asked". */
    @Test
    void uncheckedIsNoOnlyWhereTheQuestionWasAnswered() {
        JsonResult result = sample("rates");

        assertThat(counts(result, "bruising")).isEqualTo("2 of 7, not recorded 2");
        assertThat(counts(result, "bleeding")).isEqualTo("1 of 7, not recorded 2");
        assertThat(counts(result, "dizziness")).isEqualTo("1 of 7, not recorded 2");
        assertThat(counts(result, "pneumothorax")).isEqualTo("0 of 7, not recorded 2");
        assertThat(counts(result, "stiffness")).isEqualTo("2 of 7, not recorded 2");
        assertThat(result.list("severity")).isNotEmpty();
    }

    @Test
    void whatARowOfThePatientSaysIsCarriedToTheSessions() {
        JsonResult result = sample("rates", "--by", "anticoagulant");

        assertThat(result.rate("bruising", Map.of("anticoagulant", "yes")).number("denominator"))
                .isEqualTo(5);
        assertThat(result.rate("bruising", Map.of("anticoagulant", "no")).number("denominator"))
                .isEqualTo(1);
        Map<String, Object> unknown = new HashMap<>();
        unknown.put("anticoagulant", null);
        assertThat(result.list("rates").stream()
                        .filter(rate -> rate.get("event").equals("bruising") && unknown.equals(rate.get("stratum")))
                        .map(rate -> rate.number("denominator")))
                .containsExactly(1.0);
    }

    @Test
    void theDecisionsAreInTheResult() {
        assertThat((List<?>) sample("rates").list("inputs").get(0).get("decisions"))
                .map(String::valueOf)
                .containsExactly(
                        "'bloodthinner' is anticoagulant.",
                        "'clinic' is site.",
                        "'visit_date' is session_date.",
                        "'dx' is condition.",
                        "'practitioner' is therapist.",
                        "'needle_count' is needles.",
                        "'pre' is pain_before.",
                        "'post' is pain_after.",
                        "'ae___1' is bruising.",
                        "'ae___2' is bleeding.",
                        "'ae___3' is pneumothorax.",
                        "'ae___4' is dizziness.",
                        "'stiff' is stiffness.",
                        "'better' is relief.",
                        "'record_id' is patient_id.",
                        "Sessions are the rows of the instrument 'treatment_session'.",
                        "Carried from the other rows of a record to sessions where it is blank, with the number of"
                                + " sessions: 'age' (7), 'bloodthinner' (7), 'clinic' (9).",
                        "Columns that tell who somebody is make no strata: patient_name, practitioner.");
    }

    /** The same export with labels in the place of names and codes, written here from REDCap's rules. */
    @Test
    void labelsGiveTheSameResultAsCodes() throws IOException {
        List<String> raw = Files.readAllLines(Path.of("samples", "redcap.csv"));
        List<String> lines = new ArrayList<>(List.of("Record ID,Repeat Instrument,Repeat Instance,Name,Age in years,"
                + "Anticoagulant,Clinic,Complete?,Session date,Condition,Therapist,Number of needles,Pain before,"
                + "Pain after,"
                + Stream.of("Bruising", "Bleeding", "Pneumothorax", "Dizziness", "None", "Not asked")
                        .map(choice -> "Adverse events of this session (choice=" + choice + "),")
                        .collect(Collectors.joining())
                + "Adverse event: stiffness,Hours of soreness,Pain relief,Complete?,Medicine,Complete?"));
        Map<String, String> answers = Map.of("1", "Yes", "0", "No");
        Map<String, String> states = Map.of("0", "Incomplete", "1", "Unverified", "2", "Complete");
        Map<String, String> boxes = Map.of("1", "Checked", "0", "Unchecked");
        Map<Integer, Map<String, String>> words = new HashMap<>(Map.of(
                1, Map.of("treatment_session", "Treatment Session", "medication", "Medication"),
                5, answers,
                6, Map.of("1", "North", "2", "South"),
                9, Map.of("1", "Neck pain", "2", "Low back pain", "3", "Shoulder pain"),
                20, Map.of("0", "None", "1", "Mild", "2", "Moderate", "9", "Not asked"),
                22, answers));
        List.of(7, 23, 25).forEach(place -> words.put(place, states));
        List.of(14, 15, 16, 17, 18, 19).forEach(place -> words.put(place, boxes));
        Map<String, String> missing = Map.of("UNK", "Unknown", "NASK", "Not asked", "NI", "No information");
        for (String line : raw.subList(1, raw.size())) {
            String[] cells = line.replaceAll("\"[^\"]*\"", "Example").split(",", -1);
            for (int i = 0; i < cells.length; i++) {
                String word = missing.getOrDefault(cells[i], cells[i]);
                cells[i] = words.getOrDefault(i, Map.of()).getOrDefault(word, word);
            }
            lines.add(String.join(",", cells));
        }
        workspace.file("labels.csv", lines);

        JsonResult labels =
                workspace.json("report", "labels.csv", "--preset", "redcap", "--dictionary", "sample-dictionary.csv");

        JsonResult codes = sample("report");
        for (String part : List.of("rows", "rates", "severity", "soreness", "relief", "patients", "warnings")) {
            assertThat(labels.get(part)).as(part).isEqualTo(codes.get(part));
        }
    }

    @Test
    void identifiersMakeNoStrataAndAreNotShown() {
        for (String column : List.of("patient_name", "practitioner", "Therapist")) {
            for (String option : List.of("--by", "--where")) {
                String value = option.equals("--by") ? column : column + "=Dr. North";
                CommandLineRun run = workspace.run(
                        "report",
                        "sample.csv",
                        "--preset",
                        "redcap",
                        "--dictionary",
                        "sample-dictionary.csv",
                        option,
                        value);

                assertThat(run.exit()).isEqualTo(2);
                assertThat(run.err())
                        .isEqualTo(option + ": '" + column + "' tells who somebody is and makes no strata.\n");
            }
        }
        CommandLineRun report = workspace.run(
                "report",
                "sample.csv",
                "--preset",
                "redcap",
                "--dictionary",
                "sample-dictionary.csv",
                "--format",
                "json");
        assertThat(report.out()).doesNotContain("Example", "Dr.");
    }

    @Test
    void aMappingGoesFirst() {
        workspace.file(
                "m.toml",
                "[columns]",
                "bruising = \"ae___2\"",
                "stiffness = { column = \"stiff\", no = [\"0\"], yes = [\"1\", \"2\"], not_recorded = [\"9\"] }");

        JsonResult result = sample("rates", "--mapping", "m.toml");

        assertThat(counts(result, "bruising")).isEqualTo("1 of 7, not recorded 2");
        assertThat(result.get("severity")).isNull();
        assertThat(doubts(result))
                .containsExactly(
                        "sample.csv: 'ae___1' is not used as bruising, because 'ae___2' is.",
                        "sample.csv: choices of 'ae' that are no adverse events of aestat are in no rate: ae___1. A"
                                + " mapping file can name them under [events].");
    }

    @Test
    void otherCommandsReadThePresetToo() {
        workspace.file(
                "p.toml",
                "[[threshold]]",
                "name = \"Bruising\"",
                "metric = \"count(bruising)\"",
                "below = 3",
                "evidence = \"point\"");

        JsonResult check = sample("check", "--policy", "p.toml");

        assertThat(check.rows(0)).containsExactly(16, 9, 7, 0);
        assertThat(check.object("settings").get("preset")).isEqualTo("redcap");
        assertThat(sample("soreness").rows(0)).containsExactly(16, 9, 7, 0);
        assertThat(sample("relief").rows(0)).containsExactly(16, 9, 7, 0);
    }

    @Test
    void validateNamesTheProblemsOfAPreset() {
        List<String> rows = List.of(
                "1,,,,50,2,,,,,,,,,",
                "1,session,1,,,,2025-01-01,1,0,1,0,1,2,,",
                "1,session,2,,,,2025-01-08,7,0,0,0,1,2,,",
                "1,session,3,,,,2025-01-15,1,0,0,0,1,2");
        run(rows, "--dictionary", "d.csv");

        CommandLineRun run =
                workspace.run("validate", "r.csv", "--preset", "redcap", "--dictionary", "d.csv", "--format", "json");

        assertThat(run.exit()).isEqualTo(3);
        JsonResult result = run.result();
        assertThat(result.list("problems").stream()
                        .map(problem -> problem.get("code") + " "
                                + problem.list("examples").get(0).number("line").intValue()))
                .containsExactly("E101 5", "E110 4", "E119 3");
        assertThat(result.rows(0)).containsExactly(4, 0, 1, 3);
        assertThat(result.object("settings").get("preset")).isEqualTo("redcap");
        assertThat(result.object("settings").get("dictionary")).isEqualTo("d.csv");
    }

    @Test
    void initProposesWhatThePresetReads() throws IOException {
        CommandLineRun init = workspace.run(
                "init",
                "sample.csv",
                "--preset",
                "redcap",
                "--dictionary",
                "sample-dictionary.csv",
                "--format",
                "json");

        assertThat(init.err()).isEmpty();
        assertThat(init.exit()).isZero();
        assertThat(init.out())
                .contains("aestat report sample.csv --preset redcap --dictionary sample-dictionary.csv"
                        + " --mapping mapping.toml");
        assertThat(Files.readString(folder.resolve("mapping.toml")))
                .contains("# No question is open.", "\nbruising = \"ae___1\"\n", "\nsession_date = \"visit_date\"\n")
                .contains("# left out: 'patient_name' looks like an identifier.")
                .doesNotContain("Example", "Dr.");
        assertThat(sample("rates", "--mapping", "mapping.toml").get("rates"))
                .isEqualTo(sample("rates").get("rates"));
    }

    @Test
    void withoutADictionaryNamesHaveToSayWhatTheyAre() {
        workspace.file(
                "plain.csv",
                "record_id,redcap_repeat_instrument,redcap_repeat_instance,age,patient_complete,session_date,"
                        + "side_effect___bruising,side_effect___none,session_complete,diary,diary_complete",
                "1,,,50,2,,0,0,,,",
                "1,session,1,,,2025-01-01,1,0,2,,",
                "1,diary,1,,,,0,0,,x,2",
                "1,session,2,,,2025-01-08,0,0,2,,",
                "1,session,3,,,2025-01-15,0,0,0,,");

        JsonResult result = workspace.json("rates", "plain.csv", "--preset", "redcap");

        assertThat(reasons(result.object("rows")))
                .isEqualTo("row of a record that is no session: 1; row of another instrument: 1; filters: 0");
        assertThat(counts(result, "bruising")).isEqualTo("1 of 2, not recorded 1");
    }

    /** Longitudinal: every event is a row, sessions are those that hold something of the session's form. */
    @Test
    void rowsOfEventsAreSessionsWhereTheFormIsFilledIn() {
        workspace.file(
                "events.csv",
                "record_id,redcap_event_name,age,patient_complete,visit,ae___1,relief,session_complete",
                "1,baseline_arm_1,50,2,,0,,",
                "1,visit_1_arm_1,,,2025-01-01,1,1,2",
                "1,visit_2_arm_1,,,,0,,0",
                "1,visit_3_arm_1,51,,2025-01-15,0,0,1",
                "2,baseline_arm_1,60,2,,0,,",
                "2,late_arm_1,61,2,,0,,",
                "2,visit_1_arm_1,,,2025-01-02,0,1,2");

        JsonResult result = workspace.json("rates", "events.csv", "--preset", "redcap", "--dictionary", "d.csv");

        assertThat(result.rows(0)).containsExactly(7, 3, 4, 0);
        assertThat(counts(result, "bruising")).isEqualTo("1 of 3, not recorded 0");
        assertThat(doubts(result))
                .containsExactly("events.csv: 'age' has several values in rows that are no sessions, for 1 record;"
                        + " none of them is carried to sessions.");
    }

    @Test
    void aSavedFormWithoutADateIsARejectedSession() {
        CommandLineRun run = withDictionary("1,,,,50,2,,,,,,,,,", "1,session,1,,,,,0,0,0,0,,2,,");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).startsWith("r.csv, line 3, column visit: found nothing recorded, expected ");
    }

    @Test
    void repetitionsNumberSessionsWithoutDates() {
        workspace.file(
                "n.csv",
                "record_id,redcap_repeat_instrument,redcap_repeat_instance,relief,session_complete",
                "1,session,2,yes,2",
                "1,session,1,no,2");

        JsonResult result = workspace.json("relief", "n.csv", "--preset", "redcap");

        assertThat((List<?>) result.list("inputs").get(0).get("decisions"))
                .map(String::valueOf)
                .contains("'redcap_repeat_instance' is session_number.");
        assertThat(result.list("relief").get(0).number("medianSessions", "value"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "1,session,1,,,,2025-01-01,1,0,1,0,1,2,, ! column ae___0: found a choice that contradicts another,"
                        + " expected choices that can be true together.",
                "1,session,1,,,,2025-01-01,1,0,0,1,1,2,, ! column ae___9: found a choice that contradicts another,"
                        + " expected choices that can be true together.",
                "1,session,1,,,,2025-01-01,7,0,0,0,1,2,, ! column ae___1: found 1 digit, expected checked or"
                        + " unchecked, as 1 or 0.",
                "1,session,1,,,,2025-01-01,1,0,0,0,1,2, ! : found 14 fields, expected 15 fields.",
                "1,session,1,,,,2025-01-01,1,0,0,0,1,2,,,7 ! : found 16 fields, expected 15 fields. A field that holds"
                        + " the delimiter needs quotes.",
                "1,session,1,,,,someday,1,0,0,0,1,2,, ! column visit: found text of 7 letters, expected an ISO date"
                        + " (2025-01-31) that exists, from 1900 to 2199. Give the format with --date-format or in the"
                        + " mapping."
            })
    void aRowThatCannotBeReadIsRejectedWithItsPlace(String row, String message) {
        CommandLineRun run = withDictionary("1,,,,50,2,,,,,,,,,", row);

        assertThat(run.exit()).isEqualTo(3);
        String place = message.startsWith(":") ? message : ", " + message;
        assertThat(run.errLines()).first().isEqualTo("r.csv, line 3" + place);
    }

    @Test
    void anInstrumentThatIsNotHereEndsTheReading() {
        CommandLineRun run = withDictionary("1,,,,50,2,,,,,,,,,", "1,Treatment,1,,,,2025-01-01,1,0,0,0,1,2,,");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("r.csv, line 3: the row repeats an instrument that has no column here or another name in the"
                        + " data dictionary. Export raw data with all fields of the instrument.\n");
    }

    @Test
    void withoutFormsTheSessionsAreNotGuessed() {
        CommandLineRun run = workspace
                .file(
                        "x.csv",
                        "record_id,redcap_repeat_instrument,redcap_repeat_instance,session_date",
                        "1,a,1,2025-01-01")
                .run("rates", "x.csv", "--preset", "redcap");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("x.csv, line 1: which instrument holds the sessions is not clear. The data dictionary"
                        + " (--dictionary) says which fields belong together.\n");
    }

    @Test
    void withFormsThatHoldNothingOfSessionsAMappingIsAskedFor() {
        workspace.file("x.csv", "record_id,redcap_event_name,age,drug", "1,a_arm_1,50,x");

        CommandLineRun run = workspace.run("rates", "x.csv", "--preset", "redcap", "--dictionary", "d.csv");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("x.csv, line 1: which instrument holds the sessions is not clear. A mapping file (--mapping)"
                        + " can say which column is session_date.\n");
        CommandLineRun init = workspace.run("init", "x.csv", "--preset", "redcap", "--dictionary", "d.csv");
        assertThat(init.exit()).isZero();
        assertThat(init.out()).contains("  age                age         certain     its name\n");
    }

    @Test
    void twoColumnsThatCouldBeTheSameAreAsked() throws IOException {
        CommandLineRun run = workspace
                .file(
                        "d2.csv",
                        DICTIONARY[0],
                        DICTIONARY[1],
                        "session_date,session,,text,Date,,,",
                        "pre,session,,text,Pain before,,,",
                        "vas,session,,text,VAS pre,,,")
                .file("x.csv", "record_id,session_date,pre,vas", "1,2025-01-01,5,6")
                .run("relief", "x.csv", "--preset", "redcap", "--dictionary", "d2.csv");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("x.csv, line 1: the columns 'pre' and 'vas' could both be pain_before. A mapping file"
                        + " (--mapping) can say which one is.\n");
        CommandLineRun init = workspace.run("init", "x.csv", "--preset", "redcap", "--dictionary", "d2.csv");
        assertThat(init.exit()).isZero();
        assertThat(Files.readString(folder.resolve("mapping.toml")))
                .contains("# QUESTION 1: which column is pain_before? 'pre': ");
    }

    /** "Headache" among the reasons for coming is no adverse event. */
    @Test
    void aChoiceIsAnEventOnlyWhereTheQuestionIsAboutEvents() {
        JsonResult result = workspace
                .file(
                        "d2.csv",
                        DICTIONARY[0],
                        DICTIONARY[1],
                        "session_date,session,,text,Date,,,",
                        "why,session,,checkbox,Reasons for coming,\"1, Headache | 2, Dizziness\",,",
                        "ae,session,,checkbox,Adverse events,\"1, Headache | 2, Itching\",,[why(1)]='1'")
                .file(
                        "x.csv",
                        "record_id,session_date,why___1,why___2,ae___1,ae___2,session_complete",
                        "1,2025-01-01,1,0,0,0,2",
                        "1,2025-01-08,1,0,1,0,2")
                .json("rates", "x.csv", "--preset", "redcap", "--dictionary", "d2.csv");

        assertThat(counts(result, "headache")).isEqualTo("1 of 1, not recorded 1");
        assertThat(result.list("rates").stream().map(rate -> rate.get("event"))).doesNotContain("dizziness");
        assertThat(doubts(result))
                .containsExactly(
                        "x.csv: where no choice of 'ae' is checked, nothing is taken as recorded, because the question"
                                + " is shown only under a condition. If it was put at every session, clear its branching"
                                + " logic in the dictionary.",
                        "x.csv: choices of 'ae' that are no adverse events of aestat are in no rate: ae___2. A mapping"
                                + " file can name them under [events].");
    }

    @Test
    void aFormWithoutItsStatusDoesNotAnswer() {
        JsonResult result = workspace
                .file("x.csv", "record_id,session_date,ae___bruising", "1,2025-01-01,0", "1,2025-01-08,1")
                .json("rates", "x.csv", "--preset", "redcap");

        assertThat(counts(result, "bruising")).isEqualTo("1 of 1, not recorded 1");
        assertThat(doubts(result))
                .containsExactly("x.csv: where no choice of 'ae' is checked, nothing is taken as recorded, because no"
                        + " column says whether the form was complete.");
    }

    @Test
    void whatTellsOfSessionsIsNotCarried() {
        JsonResult result = workspace
                .file(
                        "x.csv",
                        "record_id,redcap_repeat_instrument,redcap_repeat_instance,pain_before,baseline_complete,"
                                + "session_date,relief,session_complete",
                        "1,,,7,2,,,",
                        "1,session,1,,,2025-01-01,no,2")
                .json("relief", "x.csv", "--preset", "redcap");

        assertThat(doubts(result))
                .containsExactly("x.csv: 'pain_before' tells of sessions, but stands in 1 row of records that are none;"
                        + " it is not used there.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "relief,s,,radio,Relief,\"1, Yes | 2, Partly\",, ! line 3: the label of the choice '2' of 'relief' is"
                        + " nothing that its column holds; expected yes or no. A mapping file (--mapping) can say what"
                        + " it means.",
                "relief,s,,radio,Relief,\"Yes | No\",, ! line 3: the choices are not as REDCap has them; expected a code"
                        + " of its own and a label for each, such as \"1, Yes | 0, No\".",
                "relief,s,,radio,Relief,\"1, Yes | 1, No\",, ! line 3: the choices are not as REDCap has them; expected"
                        + " a code of its own and a label for each, such as \"1, Yes | 0, No\".",
                "relief,s,,yesno,Relief,, ! line 3: found 7 fields, expected 8 fields.",
                "record_id,s,,yesno,Relief,,, ! line 3: every field needs a name of its own.",
                "relief,s,,yesno,\"Relief ! line 3: it is not a CSV file.",
                "needles,s,,radio,Needles,\"1, 1-5 | 2, 6-10\",, ! line 3: the label of the choice '1' of 'needles' is"
                        + " nothing that its column holds; expected a whole number from 0 to 100000. A mapping file"
                        + " (--mapping) can say what it means.",
                "needles,s,,radio,Needles,\"1, 2 | 2, 3\",, ! line 3: 'needles' has a choice whose code is the label of"
                        + " another. Export the labels under other names, or say in a mapping file what the cells mean."
            })
    void aDictionaryThatDoesNotSayIsRefused(String field, String message) {
        CommandLineRun run = workspace
                .file("d2.csv", DICTIONARY[0], DICTIONARY[1], field)
                .file("x.csv", "record_id,session_date,relief,needles", "1,2025-01-01,1,1")
                .run("relief", "x.csv", "--preset", "redcap", "--dictionary", "d2.csv");

        assertThat(run.err()).isEqualTo("d2.csv, " + message + "\n");
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void codesThatAreTheNumbersOfAScaleStay() {
        JsonResult result = workspace
                .file(
                        "d2.csv",
                        DICTIONARY[0],
                        DICTIONARY[1],
                        "pain_before,s,,radio,Pain,\"0, No pain | 1, 1 | 2, 2 | 10, Worst pain | 99, Not asked\",,",
                        "pain_after,s,,radio,Pain,\"0, 0 = none | 1, 1\",,")
                .file(
                        "x.csv",
                        "record_id,session_date,pain_before,pain_after",
                        "1,2025-01-01,10,1",
                        "1,2025-01-08,99,0 = none")
                .json("relief", "x.csv", "--preset", "redcap", "--dictionary", "d2.csv");

        assertThat(result.rows(0)).containsExactly(2, 2, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n", "", "field_name,form_name,section_header,field_type,field_label\n"})
    void aFileThatIsNoDictionaryIsRefused(String text) {
        CommandLineRun run = workspace
                .file("d2.csv", text.getBytes(StandardCharsets.UTF_8))
                .run("rates", "sample.csv", "--preset", "redcap", "--dictionary", "d2.csv");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("d2.csv, line 1: it ");
    }

    @Test
    void theDictionaryOfAnotherProjectIsRefused() {
        CommandLineRun run = workspace
                .file("d2.csv", DICTIONARY[0], "other,form,,text,Other,,,")
                .run("rates", "sample.csv", "--preset", "redcap", "--dictionary", "d2.csv");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("d2.csv, line 1: none of its fields is a column of sample.csv.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "--dictionary d.csv ! --dictionary belongs to --preset redcap.",
                "--preset qualtrics --dictionary d.csv ! --dictionary belongs to --preset redcap.",
                "--preset redcap --dictionary none.csv ! --dictionary: 'none.csv' cannot be read as UTF-8.",
                "--preset redcup ! Invalid value for option '--preset': 'redcup' is none of redcap, qualtrics,"
                        + " google-forms, cdisc. Did you mean 'redcap'?"
            })
    void optionsThatDoNotFitAreRefused(String options, String message) {
        for (String command : List.of("rates", "init")) {
            CommandLineRun run = workspace.run(arguments(List.of(command, "sample.csv"), options.split(" ")));

            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.errLines().get(0)).endsWith(message);
        }
    }
}
