package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.aestat.session.Answer;
import org.aestat.session.CourseOutcome;
import org.aestat.session.Session;
import org.aestat.session.Soreness;
import org.aestat.session.Soreness.State;
import org.aestat.session.SorenessForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every kind of cell may hold, and what is said of the others. */
class CellValuesTest {

    private static final String QUOTE = "\"";

    private static Reading cell(String column, String cell) {
        return cell(column, cell, ReadOptions.DEFAULT);
    }

    private static Reading cell(String column, String cell, ReadOptions options) {
        String quoted = QUOTE + cell.replace(QUOTE, QUOTE + QUOTE) + QUOTE;
        return Reading.of("patient_id,session_number," + column + "\n1,1," + quoted + "\n", options, column);
    }

    private static String problem(String column, String cell) {
        return cell(column, cell).problem();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-31", "1900-01-01", "2199-12-31", "2024-02-29", "2000-02-29", " 2025-04-30\u00A0"})
    void isoDatesAreDays(String cell) {
        Session session = cell("session_date", cell).session();
        assertThat(LocalDate.ofEpochDay(session.date())).isEqualTo(LocalDate.parse(cell.replaceAll("[^0-9-]", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-29, 10 characters like 9999-99-99",
        "2100-02-29, 10 characters like 9999-99-99",
        "2025-04-31, 10 characters like 9999-99-99",
        "2025-13-01, 10 characters like 9999-99-99",
        "2025-00-01, 10 characters like 9999-99-99",
        "2025-01-00, 10 characters like 9999-99-99",
        "2025-01-32, 10 characters like 9999-99-99",
        "1899-12-31, 10 characters like 9999-99-99",
        "2200-01-01, 10 characters like 9999-99-99",
        "01/02/2025, 10 characters like 99/99/9999",
        "2025/01/31, 10 characters like 9999/99/99",
        "2025-01/31, 10 characters like 9999-99/99",
        "2025-1-31, 9 characters like 9999-9-99",
        "20250131, 8 digits",
        "2O25-01-31, 10 characters like 9A99-99-99",
        "2025-O1-31, 10 characters like 9999-A9-99",
        "2025-01-3l, 10 characters like 9999-99-9a",
        "2025-01-31T10:00, 16 characters like 9999-99-99A99:99",
        "2025-01-31T10:00:00, 19 characters like 9999-99-99A99:99...",
    })
    void otherDatesAreRejected(String cell, String found) {
        assertThat(problem("session_date", cell))
                .isEqualTo(
                        "clinic.csv, line 2, column session_date: found " + found
                                + ", expected an ISO date (2025-01-31) that exists, from 1900 to 2199. Give the format with --date-format or in the mapping.");
    }

    @ParameterizedTest
    @CsvSource({
        "dd/MM/yyyy, 03/02/2025",
        "d/M/yyyy, 3/2/2025",
        "M/d/uuuu H:mm:ss, 2/3/2025 9:15:00",
        "yyyy-MM-dd'T'HH:mm:ssX, 2025-02-03T23:45:00Z",
        "'year' yyyy MM dd, year 2025 02 03",
        "dd MMM yyyy, 03 feb 2025",
        "yyyy/MM/dd h:mm:ss a, 2025/02/03 9:30:12 AM",
    })
    void aDateFormatIsFollowed(String format, String cell) {
        Session session = cell("session_date", cell, Reading.dated(format)).session();
        assertThat(LocalDate.ofEpochDay(session.date())).isEqualTo(LocalDate.of(2025, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/02/2025", "2025-02-03", "3/2/2025", "03/02/25", "03/02/1825", "03/02/2025 10:00"})
    void aDateFormatIsStrict(String cell) {
        assertThat(cell("session_date", cell, Reading.dated("dd/MM/yyyy")).problem())
                .endsWith(", expected a date like 31/01/2025 (dd/MM/yyyy).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/MM/YYYY", "HH:mm", "MM/yyyy", "dd/MM", "hello", "dd/MM/yyyy'", "{"})
    void aFormatThatIsNoDateIsRefused(String format) {
        assertThatThrownBy(() -> Reading.dated(format))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The date format '" + format + "' does not describe a date. Write for example dd/MM/yyyy.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/MM/yy", "yy-MM-dd", "MM.uu.dd"})
    void aYearOfTwoDigitsIsRefused(String format) {
        assertThatThrownBy(() -> Reading.dated(format))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The date format '" + format + "' has a year of two digits, whose century is unknown.");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "007, 7", "1000000, 1000000"})
    void sessionNumbersAreWhole(String cell, int number) {
        Reading reading = Reading.of("patient_id,session_number\n1," + cell + "\n");
        assertThat(reading.session().number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000001", "99999999999999999999", "2.0", "-1", "+1", "1e3", "one", "1 000", "٣"})
    void otherSessionNumbersAreRejected(String cell) {
        assertThat(Reading.of("patient_id,session_number\n1," + cell + "\n").problem())
                .endsWith(", expected a whole number from 1 to 1000000.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 100_000})
    void needlesAreCounted(int needles) {
        assertThat(cell("needles", "" + needles).session().needles()).isEqualTo(needles);
    }

    @Test
    void otherNeedlesAreRejected() {
        assertThat(problem("needles", "100001"))
                .isEqualTo("clinic.csv, line 2, column needles: found 6 digits,"
                        + " expected a whole number from 0 to 100000.");
        assertThat(problem("needles", "8.5"))
                .isEqualTo("clinic.csv, line 2, column needles: found 3 characters like 9.9,"
                        + " expected a whole number from 0 to 100000.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "10, 1000000000",
        "10.00000000, 1000000000",
        "2.5, 250000000",
        ".5, 50000000",
        "3.00000001, 300000001",
        "04.20, 420000000",
    })
    void scoresAreExact(String cell, int units) {
        assertThat(cell("pain_before", cell).session().painBefore()).isEqualTo(units);
        assertThat(cell("pain_after", cell).session().painAfter()).isEqualTo(units);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "10.1", "10.00000001", "3.000000001", "-1", "2.", ".", "2,5", "1e1", "NaN", "1.2.3"})
    void otherScoresAreRejected(String cell) {
        assertThat(problem("pain_after", cell))
                .startsWith("clinic.csv, line 2, column pain_after: found ")
                .endsWith(", expected a number from 0 to 10 with at most 8 decimals."
                        + " Decimal commas need --decimal-comma.");
    }

    @Test
    void decimalCommasAreAChoice() {
        assertThat(cell("pain_before", "2,5", Reading.DECIMAL_COMMA).session().painBefore())
                .isEqualTo(250_000_000);
        assertThat(cell("pain_before", ",5", Reading.DECIMAL_COMMA).session().painBefore())
                .isEqualTo(50_000_000);
        assertThat(cell("pain_before", "2.5", Reading.DECIMAL_COMMA).problem())
                .isEqualTo("clinic.csv, line 2, column pain_before: found 3 characters like 9.9, expected a number"
                        + " from 0 to 10 with at most 8 decimals, written with a comma.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.000, 0",
        "24, 1440",
        "1.5, 90",
        "100000, 6000000",
        "100000.0, 6000000",
        "0.0083333333333333, 0",
        "0.00833333333333333333333, 0",
        "0.0083333333333333334, 1",
        "0.00833333333333334, 1",
        "0.3333333333333333, 20",
        "0.33333333333333331, 20",
        "0.325, 20",
        "0.32499999999999999, 19",
        "0.324999999999999999999, 19",
        "1.99999999999999999, 120",
        "1.999999999999999999999, 120",
    })
    void hoursAreRoundedHalfUpToMinutes(String cell, int minutes) {
        Soreness.State state = minutes == 0 ? State.NEVER_SORE : State.ENDED;
        if (minutes == 0 && cell.matches(".*[1-9].*")) {
            assertThat(problem("soreness_hours", cell)).contains("expected hours from 0 to 100000");
        } else {
            assertThat(cell("soreness_hours", cell).session().soreness(SorenessForm.DURATION))
                    .isEqualTo(new Soreness(state, minutes, minutes, false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-6", "100001", "100000.5", "0.001", "24h", "1:30", "two"})
    void otherHoursAreRejected(String cell) {
        for (String column : new String[] {"soreness_hours", "bruise_hours", "fatigue_hours"}) {
            assertThat(problem(column, cell))
                    .startsWith("clinic.csv, line 2, column " + column + ": found ")
                    .endsWith(", expected hours from 0 to 100000, 0 or at least half a minute."
                            + " Decimal commas need --decimal-comma.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "61.5", "130", "130.0", "unknown"})
    void agesAreYears(String cell) {
        assertThat(cell("age", cell).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"131", "130.5", "-1", "sixty"})
    void otherAgesAreRejected(String cell) {
        assertThat(problem("age", cell)).contains(", expected years from 0 to 130. ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Y", "TRUE", "t", "1", "x", "X", "Checked", "  yes\t"})
    void wordsForYes(String cell) {
        assertThat(cell("relief", cell).session().relief()).isEqualTo(Answer.YES);
        assertThat(cell("bruising", cell).answer("bruising")).isEqualTo(Answer.YES);
        assertThat(cell("anticoagulant", cell).category("anticoagulant")).containsExactly("yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "N", "False", "f", "0", "UNCHECKED", "none"})
    void wordsForNo(String cell) {
        assertThat(cell("relief", cell).session().relief()).isEqualTo(Answer.NO);
        assertThat(cell("bruising", cell).answer("bruising")).isEqualTo(Answer.NO);
        assertThat(cell("pregnant", cell).category("pregnant")).containsExactly("no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "na", "N/A", "nr", "Unknown", "-99", "-999", "\u00A0"})
    void wordsForNotRecorded(String cell) {
        assertThat(cell("relief", cell).session().relief()).isEqualTo(Answer.NOT_RECORDED);
        assertThat(cell("bruising", cell).answer("bruising")).isEqualTo(Answer.NOT_RECORDED);
        assertThat(cell("pain_before", cell).session().painBefore()).isEqualTo(Session.NONE);
        assertThat(cell("needles", cell).session().needles()).isEqualTo(Session.NONE);
        assertThat(cell("session_date", cell).session().hasDate()).isFalse();
        assertThat(cell("course_outcome", cell).session().outcome()).isEqualTo(CourseOutcome.NOT_RECORDED);
        assertThat(cell("condition", cell).category("condition")).containsExactly((String) null);
        assertThat(cell("relief", cell).category("relief")).containsExactly((String) null);
        assertThat(cell("soreness_hours", cell)
                        .session()
                        .soreness(SorenessForm.DURATION)
                        .state())
                .isEqualTo(State.NOT_RECORDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mild", "Moderate", "severe", "2", "3", "4", "5"})
    void gradesAreForEventsOnly(String cell) {
        assertThat(cell("nausea", cell).answer("nausea")).isEqualTo(Answer.YES);
        assertThat(problem("relief", cell))
                .endsWith(", expected yes or no. Other words can be given a meaning in the mapping.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"perhaps", "6", "-1", "yes!", "1.0", "yesyesyesyesyes", "ja", "Ä", "nothingatall", "uncheckex"})
    void otherWordsForAnEventAreRejected(String cell) {
        assertThat(problem("nausea", cell))
                .startsWith("clinic.csv, line 2, column nausea: found ")
                .endsWith(", expected yes, no or a grade (none, mild, moderate, severe, 0 to 5)."
                        + " Other words can be given a meaning in the mapping.");
    }

    @ParameterizedTest
    @CsvSource({"completed, COMPLETED", "Dropped_Out, DROPPED_OUT", "ongoing, ONGOING"})
    void outcomes(String cell, CourseOutcome outcome) {
        Reading reading = cell("course_outcome", cell);
        assertThat(reading.session().outcome()).isEqualTo(outcome);
        assertThat(reading.category("course_outcome")).containsExactly(cell.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "course_outcome | completed, dropped_out or ongoing",
                "chronicity | acute, subacute or chronic",
                "muscle_depth | superficial or deep",
            })
    void otherChoicesAreRejected(String column, String expected) {
        assertThat(problem(column, "perhaps"))
                .isEqualTo("clinic.csv, line 2, column " + column + ": found text of 7 letters, expected " + expected
                        + ". Other words can be given a meaning in the mapping.");
    }

    @Test
    void categoriesOfTypedColumnsAreCanonicalOrAsWritten() {
        assertThat(cell("chronicity", " ACUTE ").category("chronicity")).containsExactly("acute");
        assertThat(cell("muscle_depth", "Deep").category("muscle_depth")).containsExactly("deep");
        assertThat(cell("bruising", "severe").category("bruising")).containsExactly("yes");
        assertThat(cell("needles", " 08 ").category("needles")).containsExactly("08");
        assertThat(cell("age", "61.50").category("age")).containsExactly("61.50");
        assertThat(cell("session_date", "2025-01-31").category("session_date")).containsExactly("2025-01-31");
        assertThat(cell("condition", " Neck Pain ").category("condition")).containsExactly("Neck Pain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 1 digit",
                "123456789 | 9 digits",
                "a | text of 1 letter",
                "Müller | text of 6 letters",
                "! | 1 character like ?",
                "Ab-12 (x)% | 10 characters like Aa-99 (a)%",
                "a@b.org | 7 characters like a?a.aaa",
                "x\u0007😀y | 5 characters like a???a",
                "Anna Maria Berger 1970 | 22 characters like Aaaa Aaaaa Aaaaa...",
            })
    void whatWasFoundIsShownByItsShapeOnly(String cell, String found) {
        assertThat(problem("session_date", cell))
                .startsWith("clinic.csv, line 2, column session_date: found " + found + ", expected ");
    }
}
