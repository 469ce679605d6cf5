package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mapping file may say, checked before any export is opened. */
class MappingFileTest {

    private static void assertRefused(String text, int line, String problem) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Mapping.parse("mapping.toml", text))
                .withMessage("mapping.toml, line " + line + ": " + problem);
    }

    @Test
    void theExampleOfTheContractIsAccepted() {
        Mapping mapping = Mapping.parse("mapping.toml", """
                [columns]
                session_id     = ["centre", "id"]
                session_date   = { column = "Visit", format = "dd/MM/yyyy" }
                session_number = { column = "session", values = { first = 1, second = 2 } }
                bruising       = { column = "AE - bruise", yes = ["1_yes"], no = ["0_no"], not_recorded = ["9"] }
                bleeding       = "AE - bleed"
                [values]
                yes = ["oui"]
                not_recorded = ["-88"]
                [events]
                cough = { column = "extubation_cough", kind = "grade", major = false }
                [diary]
                "pacu30min_throatPain" = 0.5
                [rows]
                patient = "each-row"
                [constants]
                technique = "deep"
                """);
        assertThat(mapping.isEachRow()).isTrue();
        assertThat(mapping.fileName()).isEqualTo("mapping.toml");
        assertThat(Mapping.NONE.isEachRow()).isFalse();
        assertThat(Mapping.parse("empty.toml", "").isEachRow()).isFalse();
    }

    @Test
    void textThatIsNotToml() {
        assertRefused("[columns]\nsite = \n", 2, "this is not valid TOML: Unexpected end of line, expected a value.");
    }

    @Test
    void unknownSections() {
        assertRefused(
                "[column]",
                1,
                "'column' is not known here; expected columns, values, events, diary, rows, constants, file, events_file."
                        + " Did you mean 'columns'?");
    }

    @Test
    void sectionsMustBeTables() {
        assertRefused("columns = 'x'", 1, "expected a table for 'columns'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sesion_date | Did you mean 'session_date'?",
                "Session_Date | Did you mean 'session_date'?",
                "therapsit | Did you mean 'therapist'?",
                "brusing | Did you mean 'bruising'?",
                "soreness_at_24 | ''",
                "pneumonia | ''",
                "source | ''",
            })
    void unknownColumns(String name, String suggestion) {
        String end = suggestion.isEmpty() ? "" : " " + suggestion;
        assertRefused(
                "\n[columns]\n" + name + " = 'x'\n", 3, "'" + name + "' is not a column that aestat knows." + end);
        assertRefused(
                "[constants]\n" + name + " = 'x'\n", 2, "'" + name + "' is not a column that aestat knows." + end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site = 3 | expected a table for 'site'.",
                "site = '' | expected a text in quotes for 'site'.",
                "site = ['a', 'b'] | only patient_id, session_id and course_id can be made of several columns.",
                "site = { column = ['a', 'b'] } | only patient_id, session_id and course_id can be made of several columns.",
                "patient_id = [] | expected a list of texts for 'patient_id', for example [\"a\", \"b\"].",
                "patient_id = ['a', ' '] | expected only texts in the list 'patient_id', and none of them blank.",
                "patient_id = ['a', 2.5] | expected only texts in the list 'patient_id', and none of them blank.",
                "site = { colum = 'x' } | 'colum' is not known here; expected column, values, not_recorded. Did you mean 'column'?",
                "site = { column = 'x', format = 'dd' } | 'format' is not known here; expected column, values, not_recorded.",
                "age = { column = 'x', yes = ['y'] } | 'yes' is not known here; expected column, values, not_recorded.",
                "patient_id = { column = 'x', values = {} } | 'values' is not known here; expected column.",
                "relief = { column = 'x', major = true } | 'major' is not known here; expected column, values, yes, no, not_recorded.",
                "relief = { yes = ['y'] } | 'relief' does not say its column; expected column = \"a header\".",
                "relief = { column = 'x', yes = 'y' } | expected a list of texts for 'yes', for example [\"a\", \"b\"].",
                "relief = { column = 'x', yes = ['a'], no = ['A '] } | the word 'A ' has two meanings here: yes and no.",
                "relief = { column = 'x', no = ['a'], not_recorded = ['a'] } | the word 'a' has two meanings here: no and not_recorded.",
                "relief = { column = 'x', yes = ['a'], values = { A = 'no' } } | the word 'A' has two meanings here: yes and no.",
                "relief = { column = 'x', values = { a = 'no', A = 'yes' } } | the word 'A' has two meanings here: no and yes.",
                "relief = { column = 'x', values = { a = 'perhaps' } } | 'perhaps' does not fit there; expected yes or no.",
                "relief = { column = 'x', values = { ' ' = 'no' } } | a blank cell is always not recorded; it cannot stand for something else.",
                "relief = { column = 'x', values = 'no' } | expected a table for 'values'.",
                "relief = { column = 'x', values = { a = ['no'] } } | expected a text or a number for 'a'.",
                "relief = { column = 'x', values = { a = nan } } | expected a text or a number for 'a'.",
                "session_number = { column = 'x', values = { first = 1.5 } } | '1.5' does not fit there; expected a whole number from 1 to 1000000.",
                "session_date = { column = 'x', format = 'dd/MM/yy' } | The date format 'dd/MM/yy' has a year of two digits, whose century is unknown.",
                "session_date = { column = 'x', format = 'HH' } | The date format 'HH' does not describe a date. Write for example dd/MM/yyyy.",
                "session_date = { column = 'x', values = { a = '01/02/2025' } } | '01/02/2025' does not fit there; expected an ISO date (2025-01-31) that exists, from 1900 to 2199.",
                "adverse_events = { column = 'x', values = { a = 'bruise' } } | 'bruise' does not fit there; expected names of adverse events joined by ';', or none.",
            })
    void columnsThatSaySomethingImpossible(String entry, String problem) {
        assertRefused("[columns]\n" + entry + "\n", 2, problem);
    }

    @Test
    void oneHeaderIsUsedOnce() {
        assertRefused(
                "[columns]\nsite = 'Ward No'\nregion = 'ward-no'\n",
                3,
                "the header 'ward-no' is used twice, first in line 2.");
        assertRefused("[columns]\npatient_id = ['a', 'A']\n", 2, "the header 'A' is used twice, first in line 2.");
        assertRefused(
                "[columns]\nsite = 'x'\n[events]\ncough = 'x'\n", 4, "the header 'x' is used twice, first in line 2.");
        assertRefused("[events]\ncough = 'x'\n[diary]\nx = 1\n", 4, "the header 'x' is used twice, first in line 2.");
    }

    @Test
    void oneColumnIsSaidOnce() {
        assertRefused(
                "[columns]\nbruising = 'a'\n[events]\nbruising = 'b'\n",
                4,
                "'bruising' says again what line 2 says already.");
        assertRefused(
                "[columns]\nbruising = 'a'\n[events]\nbruising = { yes = ['b'] }\n",
                4,
                "'bruising' says again what line 2 says already.");
        assertRefused(
                "[columns]\nsite = 'a'\n[constants]\nsite = 'north'\n",
                4,
                "'site' says again what line 2 says already.");
        assertRefused(
                "[columns]\nsoreness_at_24h = 'a'\n'soreness_at_24.0h' = 'b'\n",
                3,
                "'soreness_at_24.0h' says again what line 2 says already.");
        assertRefused(
                "[diary]\na = 24\n[constants]\nsoreness_at_24h = 0\n",
                4,
                "'soreness_at_24h' says again what line 2 says already.");
        assertRefused("[diary]\na = 24\nb = 24.0\n", 3, "the time of 'b' is that of line 2 already.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cough", "1cough", "cough-2", "_cough", "\"cough cough\"", "\"\""})
    void eventNames(String name) {
        assertRefused(
                "[events]\n" + name + " = 'x'\n",
                2,
                "'" + name.replace("\"", "")
                        + "' cannot name an event; expected small letters, digits and underscores, a letter first.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "any_minor", "any_major", "source", "site", "relief", "adverse_events"})
    void eventNamesThatMeanSomethingElse(String name) {
        assertRefused(
                "[events]\n" + name + " = 'x'\n",
                2,
                "'" + name + "' cannot name an event, because aestat uses it for something else.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cough = { kind = 'grade' } | the event 'cough' needs its column; expected column = \"a header\".",
                "cough = { column = 'x', kind = 'graded' } | expected \"yes/no\" or \"grade\" for 'kind'.",
                "cough = { column = 'x', kind = 1 } | expected a text in quotes for 'kind'.",
                "cough = { column = 'x', major = 'no' } | expected true or false for 'major'.",
                "cough = { column = 'x', sort = 'no' } | 'sort' is not known here; expected column, values, yes, no, not_recorded, kind, major.",
                "cough = { column = 'x', kind = 'yes/no', values = { a = 'mild' } } | 'mild' does not fit there; expected yes or no.",
                "cough = ['x'] | expected a table for 'cough'.",
            })
    void eventsThatSaySomethingImpossible(String entry, String problem) {
        assertRefused("[events]\n" + entry + "\n", 2, problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.5", "100001", "0.001", "'24'", "true", "inf", "1e300"})
    void diaryHours(String hours) {
        String problem = hours.equals("inf")
                ? "expected a text or a number for 'x'."
                : "expected hours after the session, from 0 to 100000, for 'x'.";
        assertRefused("[diary]\nx = " + hours + "\n", 2, problem);
    }

    @Test
    void rowsKnowTwoWords() {
        assertRefused("[rows]\npatient = 'each'\n", 2, "expected \"each-row\" for 'patient'.");
        assertRefused("[rows]\nsession = 'each'\n", 2, "'session' is not known here; expected patient, exclude.");
        assertRefused(
                "[columns]\npatient_id = 'id'\n[rows]\npatient = 'each-row'\n",
                4,
                "every row cannot be its own patient, because line 2 gives a column for patient_id.");
        assertThat(Mapping.parse("mapping.toml", "[rows]\n").isEachRow()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patient_id = 'x' | 'patient_id' cannot be the same in every row.",
                "course_id = 'x' | 'course_id' cannot be the same in every row.",
                "age = -1 | '-1' does not fit there; expected years from 0 to 130.",
                "age = [1] | expected a text or a number for 'age'.",
                "bruising = 'perhaps' | 'perhaps' does not fit there; expected yes, no or a grade (none, mild, moderate, severe, 0 to 5).",
                "session_date = '01/02/2025' | '01/02/2025' does not fit there; expected an ISO date (2025-01-31) that exists, from 1900 to 2199.",
                "pain_before = '2,5' | '2,5' does not fit there; expected a number from 0 to 10 with at most 8 decimals.",
            })
    void constantsMustFit(String entry, String problem) {
        assertRefused("[constants]\n" + entry + "\n", 2, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yess = ['y'] | 'yess' is not known here; expected yes, no, not_recorded. Did you mean 'yes'?",
                "yes = ['oui', ''] | expected only texts in the list 'yes', and none of them blank.",
                "no = 'non' | expected a list of texts for 'no', for example [\"a\", \"b\"].",
            })
    void wordsOfTheWholeFile(String entry, String problem) {
        assertRefused("[values]\n" + entry + "\n", 2, problem);
    }

    @Test
    void aWordOfTheWholeFileHasOneMeaning() {
        assertRefused("[values]\nyes = ['ok']\nno = ['OK']\n", 3, "the word 'OK' has two meanings here: yes and no.");
    }

    @ParameterizedTest
    @CsvSource({
        "conditoin, condition",
        "CONDITION, condition",
        "conditions, condition",
        "ste, site",
        "iste, site",
        "sight,",
        "x,",
        "'',",
    })
    void nearestNames(String written, String nearest) {
        assertThat(NearestName.find(written, List.of("condition", "site", "region")))
                .isEqualTo(nearest);
    }
}
