package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.aestat.session.AdverseEvent;
import org.aestat.session.SessionLayout.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headers and delimiters are understood. */
class HeadersTest {

    private static void assertRefused(String text, long line, String problem) {
        assertRefused(text, ReadOptions.DEFAULT, line, problem);
    }

    private static void assertRefused(String text, ReadOptions options, long line, String problem) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Reading.open(text, options))
                .withMessage("clinic.csv, line " + line + ": " + problem)
                .satisfies(e -> assertThat(e.file()).isEqualTo("clinic.csv"))
                .satisfies(e -> assertThat(e.line()).isEqualTo(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient_id",
                "Patient ID",
                " PATIENT-id ",
                "\"patient id\"",
                "patient\u00A0id",
                "\"\tPatient\nID\""
            })
    void headersMatchWithoutCaseSpacesAndHyphens(String header) {
        assertThat(Reading.of(header + ",session_number\n1,1\n").patients()).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\r\n\r"})
    void aFileWithoutHeaderIsEmpty(String text) {
        assertRefused(text, 1, "the file is empty; its first line should name the columns.");
    }

    @Test
    void requiredColumns() {
        assertRefused(
                "\n\nname,session_date\nx,2025-01-31\n",
                3,
                "there is no column 'patient_id'. A mapping file (--mapping) can name the column that holds it.");
        assertRefused(
                "patient_id,date\n",
                1,
                "there is neither a column 'session_date' nor a column 'session_number'."
                        + " A mapping file (--mapping) can name one that holds it.");
    }

    @Test
    void repeatedAndBlankNames() {
        assertRefused(
                "\npatient_id,session_number,Neck Pain,x,neck-pain\n",
                2,
                "columns 3 and 5 have the same name 'neck-pain'. Rename one of them.");
        assertRefused(
                "patient_id,session_number, ,x\n", 1, "the name of column 3 is blank. Every column needs a name.");
        assertRefused("patient_id,session_number,\n", 1, "the name of column 3 is blank. Every column needs a name.");
        assertRefused(
                "patient_id,session_number,soreness_at_24h,soreness_at_24.0h\n",
                1,
                "the columns 'soreness_at_24h' and 'soreness_at_24.0h' are for the same time. Leave one of them out.");
    }

    @Test
    void namesAreNotShownBeforeItIsClearThatTheyAreNames() {
        assertRefused(
                "4711,4711,Anna\n",
                1,
                "there is no column 'patient_id'. A mapping file (--mapping) can name the column that holds it.");
    }

    @Test
    void messagesDoNotSteerTerminals() {
        assertRefused(
                "patient_id,session_number,\"a\u001B[2J\nb\",\"a\u001B[2J\nb\"\n",
                1,
                "columns 3 and 4 have the same name 'a?[2J?b'. Rename one of them.");
        assertThat(Reading.of("patient_id,\"session\u202E\nnumber\",session_number\n1,,x\n", "x")
                        .problem())
                .startsWith("clinic.csv, line 3, column session_number: found text of 1 letter");
        assertThat(Reading.of("patient_id,\"session\nnumber\"\n1,x\n").problem())
                .startsWith("clinic.csv, line 3, column session?number: found text of 1 letter");
    }

    @Test
    void whatAnExportHas() {
        ExportColumns columns = Reading.open(
                        "patient_id,session_id,course_id,session_date,session_number,course_outcome,site,therapist,needles,"
                                + "relief,pain_before,pain_after,soreness_hours,soreness_last_sore_hours,bruise_hours,"
                                + "fatigue_hours,Injury Site,"
                                + "pneumothorax,bruising,soreness_at_24h,soreness_at_6h,source\n",
                        ReadOptions.DEFAULT)
                .columns();
        assertThat(columns.fields()).containsExactlyInAnyOrder(Field.values());
        assertThat(columns.events())
                .containsExactly(new AdverseEvent("bruising", false), new AdverseEvent("pneumothorax", true));
        assertThat(columns.diaryMinutes()).containsExactly(360, 1440);
        assertThat(columns.categoryNames())
                .containsExactly(
                        "session_date",
                        "session_number",
                        "course_outcome",
                        "site",
                        "therapist",
                        "needles",
                        "relief",
                        "pain_before",
                        "pain_after",
                        "soreness_hours",
                        "soreness_last_sore_hours",
                        "bruise_hours",
                        "fatigue_hours",
                        "Injury Site",
                        "pneumothorax",
                        "bruising",
                        "soreness_at_24h",
                        "soreness_at_6h",
                        "source");
        assertThat(columns.notes())
                .containsExactly(
                        "clinic.csv: the column 'source' is not used, because 'source' is the name of the file.");
    }

    @Test
    void aNameThatLooksMisspeltIsNoted() {
        ExportColumns columns = Reading.open(
                        "patient_id,session_number,Brusing,condition,conditions,arm,ages\n", ReadOptions.DEFAULT)
                .columns();

        assertThat(columns.notes())
                .containsExactly(
                        "clinic.csv: the column 'Brusing' is known only to --by and --where. If it is 'bruising',"
                                + " rename it or map it.",
                        "clinic.csv: the column 'ages' is known only to --by and --where. If it is 'age', rename it or"
                                + " map it.");
    }

    @ParameterizedTest
    @CsvSource({
        "condition, condition",
        "Condition, condition",
        "injury_site, Injury Site",
        "INJURY-site, Injury Site",
        "Source, source",
        "patient_id,",
        "session_id,",
        "course_id,",
        "region,",
    })
    void categoriesAreFoundLikeHeaders(String requested, String kept) {
        ExportColumns columns = Reading.open(
                        "patient_id,session_id,course_id,session_number,Condition,Injury Site\n", ReadOptions.DEFAULT)
                .columns();
        assertThat(columns.category(requested)).isEqualTo(kept);
    }

    @Test
    void soreness_first_clear_alone_is_an_interval() {
        assertThat(Reading.open("patient_id,session_number,soreness_first_clear_hours", ReadOptions.DEFAULT)
                        .columns()
                        .fields())
                .containsExactlyInAnyOrder(Field.NUMBER, Field.SORENESS_INTERVAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theHeaderShowsTheDelimiter(String delimiter) {
        Reading reading = Reading.of(
                String.join(delimiter, "patient_id", "\"session_date\"", "\"a,b;c\td|\"\"e\"", "x")
                        + "\n"
                        + String.join(delimiter, "7", "2025-01-31", "\"p,q;r\ts|t\"", "")
                        + "\n",
                "a,b;c\td|\"e");
        assertThat(reading.patients()).containsExactly("7");
        assertThat(reading.table().layout().categories()).containsExactly("a,b;c\td|\"e");
        assertThat(reading.category("a,b;c\td|\"e")).containsExactly("p,q;r\ts|t");
    }

    @Test
    void theDelimiterIsTheOneUnderWhichRequiredColumnsAreFound() {
        Reading reading = Reading.of("patient_id;session_number;pain, at rest|moving\n1;2;x\n", "pain,_at rest|moving");
        assertThat(reading.category("pain, at rest|moving")).containsExactly("x");
        assertThat(Reading.of("patient_id;session_number;\"a\"\"b\";5\" needle, \"x\"\n1;2;3;4\n")
                        .lines())
                .containsExactly(2L);
    }

    @Test
    void aMappingHelpsToFindTheDelimiter() {
        ReadOptions options = Reading.with("columns = { patient_id = 'id', session_number = 'visit, no' }");
        assertThat(Reading.of("id;visit, no\n1;2\n", options).session().number())
                .isEqualTo(2);
    }

    @Test
    void anUnclearDelimiterIsAskedFor() {
        assertRefused(
                "id;visit,x\n",
                1,
                "the delimiter is not clear, because more than one of comma, semicolon, tab, | and ^ stands in the header"
                        + " and the required columns are found with none of them. Give it with --delimiter.");
        assertRefused(
                "treat;visit,x\n",
                Reading.with("rows = { patient = 'each-row' }"),
                1,
                "the delimiter is not clear, because more than one of comma, semicolon, tab, | and ^ stands in the header."
                        + " Give it with --delimiter.");
    }

    @Test
    void theDelimiterOptionWins() {
        Reading reading = Reading.of("patient_id^session_number\n1^2\n", Reading.delimited('^'));
        assertThat(reading.session().number()).isEqualTo(2);
        assertRefused(
                "patient_id,session_number\n1,2\n",
                Reading.delimited(';'),
                1,
                "there is no column 'patient_id'. A mapping file (--mapping) can name the column that holds it.");
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', '\r', '\n', '\0', 'a', '7'})
    void impossibleDelimiters(char delimiter) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Reading.delimited(delimiter))
                .withMessage("A delimiter cannot be a quote, a line break, a letter or a digit.");
    }

    @Test
    void oneColumnNeedsNoDelimiter() {
        Reading reading = Reading.of("x\n1\n2", Reading.with("rows = { patient = 'each-row' }"), "x");
        assertThat(reading.category("x")).containsExactly("1", "2");
        assertThat(reading.patients()).hasSize(2);
    }
}
