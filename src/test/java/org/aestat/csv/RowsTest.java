package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.aestat.session.AdverseEvent;
import org.aestat.session.Answer;
import org.aestat.session.Session;
import org.aestat.session.SessionLayout;
import org.aestat.session.SessionLayout.Field;
import org.aestat.session.Soreness;
import org.aestat.session.Soreness.State;
import org.aestat.session.SorenessForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How cells make a row, and which rows are rejected. */
class RowsTest {

    @Test
    void aRowFillsASession() {
        Reading reading = Reading.of("""
                Session ID,Patient-ID,Session Date,session_number,Site,Therapist,condition,needles,pain_before,pain_after,relief,Bruising,pneumothorax
                s1,p1,2025-01-31,3,north,th1,neck pain,8,6.5,3,yes,mild,no
                """, "condition");
        Session session = reading.session();
        assertThat(reading.ids()).containsExactly("s1");
        assertThat(reading.lines()).containsExactly(2L);
        assertThat(reading.patients()).containsExactly("north|p1");
        assertThat(reading.table().therapists().text(session.therapist())).isEqualTo("north\0th1");
        assertThat(session.number()).isEqualTo(3);
        assertThat(session.needles()).isEqualTo(8);
        assertThat(session.painBefore()).isEqualTo(650_000_000);
        assertThat(session.painAfter()).isEqualTo(300_000_000);
        assertThat(session.relief()).isEqualTo(Answer.YES);
        assertThat(reading.answer("bruising")).isEqualTo(Answer.YES);
        assertThat(reading.answer("pneumothorax")).isEqualTo(Answer.NO);
        assertThat(reading.category("condition")).containsExactly("neck pain");
        assertThat(session.courseId()).isZero();
    }

    @Test
    void aLayoutMayHoldMoreAndLessThanTheExport() {
        SessionLayout layout = new SessionLayout(
                List.of(new AdverseEvent("nausea", false), new AdverseEvent("bruising", false)),
                List.of("region", "ward"),
                List.of(60, 1440),
                Set.of(Field.NUMBER, Field.NEEDLES));
        Reading reading = Reading.of(
                Reading.open(
                        "patient_id,session_number,bruising,bleeding,soreness_at_24h,soreness_at_2h,condition,Ward\n"
                                + "1,1,yes,no,4,2,neck,A\n",
                        ReadOptions.DEFAULT),
                layout);
        Session session = reading.session();
        assertThat(reading.answer("nausea")).isEqualTo(Answer.NOT_RECORDED);
        assertThat(reading.answer("bruising")).isEqualTo(Answer.YES);
        assertThat(session.diaryScore(0)).isEqualTo(Session.NONE);
        assertThat(session.diaryScore(1)).isEqualTo(400_000_000);
        assertThat(session.needles()).isEqualTo(Session.NONE);
        assertThat(reading.category("region")).containsExactly((String) null);
        assertThat(reading.category("ward")).containsExactly("A");
    }

    @Test
    void columnsThatNobodyAskedForAreStillValidated() {
        Reading reading = Reading.of(
                Reading.open(
                        "patient_id,session_number,pain_before,lymphedema\n1,1,12,no\n2,1,1,?\n", ReadOptions.DEFAULT),
                new SessionLayout(List.of(), List.of(), List.of(), Set.of()));
        assertThat(reading.problems()).containsExactly("""
                        clinic.csv, line 2, column pain_before: found 2 digits, \
                        expected a number from 0 to 10 with at most 8 decimals. Decimal commas need --decimal-comma.""", """
                        clinic.csv, line 3, column lymphedema: found 1 character like ?, \
                        expected yes or no. Other words can be given a meaning in the mapping.""");
    }

    @Test
    void theFirstBadCellOfARowIsReported() {
        assertThat(Reading.of("patient_id,age,session_number\n1,old,first\n").problem())
                .startsWith("clinic.csv, line 2, column age: found text of 3 letters, expected years");
    }

    @Test
    void aWrongNumberOfFieldsGoesBeforeBadCells() {
        Reading reading = Reading.of("patient_id,session_number,age\n1,1\n\n2,one,2,3\n3,1,4\n4\n");
        assertThat(reading.problems())
                .containsExactly(
                        "clinic.csv, line 2: found 2 fields, expected 3 fields.",
                        "clinic.csv, line 4: found 4 fields, expected 3 fields."
                                + " A field that holds the delimiter needs quotes.",
                        "clinic.csv, line 6: found 1 field, expected 3 fields.");
        assertThat(reading.lines()).containsExactly(5L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\" \"", "\u00A0"})
    void aBlankPatientIsRejected(String id) {
        assertThat(Reading.of("session_number,patient_id\n1," + id + "\n").problem())
                .isEqualTo("clinic.csv, line 2, column patient_id: found blank, expected an id.");
    }

    @Test
    void wordsForNotRecordedAreIds() {
        Reading reading =
                Reading.of("session_id,patient_id,course_id,session_number\nNA, unknown ,-99,1\n n/a,0,,1\n,1,x,1\n");
        assertThat(reading.patients()).containsExactly("unknown", "0", "1");
        assertThat(reading.ids()).containsExactly("NA", "n/a", "");
        assertThat(reading.table().courseIds().text(reading.table().session(0).courseId()))
                .isEqualTo("-99");
        assertThat(reading.table().session(1).courseId()).isZero();
    }

    @Test
    void aRowNeedsADateOrANumber() {
        Reading both = Reading.of("patient_id,session_date,session_number\n1,,na\n2,2025-01-31,\n3,,2\n");
        assertThat(both.problems())
                .containsExactly("clinic.csv, line 2: found neither a session_date nor a session_number,"
                        + " expected one of them.");
        assertThat(both.lines()).containsExactly(3L, 4L);
        assertThat(Reading.of("patient_id,session_date\n1,\n").problem())
                .isEqualTo("clinic.csv, line 2, column session_date: found nothing recorded,"
                        + " expected an ISO date (2025-01-31) that exists, from 1900 to 2199.");
        assertThat(Reading.of("patient_id,Session Number\n1,NR\n").problem())
                .isEqualTo("clinic.csv, line 2, column Session Number: found nothing recorded,"
                        + " expected a whole number from 1 to 1000000.");
    }

    @Test
    void patientsAndTherapistsBelongToTheirSite() {
        Reading reading = Reading.of("""
                patient_id,session_number,site,therapist
                1,1,a,x
                1,2,b,x
                1,3,,x
                1,4,a,
                1,5,unknown,x
                """);
        assertThat(reading.patients()).containsExactly("a|1", "b|1", "|1");
        assertThat(reading.table().therapists().size()).isEqualTo(3);
        assertThat(reading.table().session(3).therapist()).isZero();
        assertThat(reading.table().session(4).therapist())
                .isEqualTo(reading.table().session(2).therapist());
        Reading withoutSite = Reading.of("patient_id,session_number,therapist\n1,1,x\n");
        assertThat(withoutSite.patients()).containsExactly("1");
        assertThat(withoutSite.table().therapists().text(1)).isEqualTo("x");
    }

    @Test
    void rejectedRowsLeaveNoTexts() {
        Reading reading = Reading.of("patient_id,condition,therapist,session_number\n1,neck,x,old\n", "condition");
        assertThat(reading.table().patients().size()).isZero();
        assertThat(reading.table().therapists().size()).isZero();
        assertThat(reading.table().categoryTexts(0).size()).isZero();
    }

    @Test
    void theSourceIsACategory() {
        Reading reading = Reading.of("patient_id,session_number\n1,1\n2,1\n", "source");
        assertThat(reading.category("source")).containsExactly("clinic.csv", "clinic.csv");
        assertThat(reading.table().categoryTexts(0).size()).isOne();
    }

    @Test
    void textsOfAnyLengthAndScriptAreKept() {
        String text = "Nacken-Schulter-Ärm \uD83D\uDE00 ".repeat(100) + ".";
        Reading reading = Reading.of(
                "patient_id,session_number,condition,site\n" + text + ",1," + text + "," + text + "\n", "condition");
        assertThat(reading.category("condition")).containsExactly(text);
        assertThat(reading.patients()).containsExactly(text + "|" + text);
    }

    @ParameterizedTest
    @CsvSource({
        "bruising; bleeding, YES, YES, NO",
        "'bruising;', YES, NO, NO",
        "' Bruising ;;BLEEDING;bruising', YES, YES, NO",
        "Pain-During, NO, NO, YES",
        "pain during, NO, NO, YES",
        "none, NO, NO, NO",
        "NONE, NO, NO, NO",
        "unknown, NOT_RECORDED, NOT_RECORDED, NOT_RECORDED",
        "'', NOT_RECORDED, NOT_RECORDED, NOT_RECORDED",
    })
    void aListAnswersForAllEvents(String list, Answer bruising, Answer bleeding, Answer painDuring) {
        Reading reading = Reading.of("patient_id,session_number,adverse_events\n1,1," + list + "\n", "adverse_events");
        assertThat(reading.eventNames())
                .isEqualTo(
                        AdverseEvent.CANONICAL.stream().map(AdverseEvent::name).toList());
        assertThat(reading.answer("bruising")).isEqualTo(bruising);
        assertThat(reading.answer("bleeding")).isEqualTo(bleeding);
        assertThat(reading.answer("pain_during")).isEqualTo(painDuring);
        assertThat(reading.answer("broken_needle")).isEqualTo(bruising.isRecorded() ? Answer.NO : Answer.NOT_RECORDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bruise",
                "bruising; none",
                "none; bruising",
                "bruising bleeding",
                ";",
                "0",
                "no",
                "any",
                "unknown;bruising"
            })
    void otherListsAreRejected(String list) {
        assertThat(Reading.of("patient_id,session_number,adverse_events\n1,1," + list + "\n")
                        .problem())
                .endsWith(", expected names of adverse events joined by ';', or none."
                        + " An example is 'bruising; bleeding'.");
    }

    @Test
    void aListAndAColumnMustAgree() {
        Reading reading = Reading.of("""
                patient_id,session_number,Bruising,adverse_events
                1,1,yes,bruising
                2,1,,bruising
                3,1,no,none
                4,1,,none
                5,1,yes,
                6,1,yes,none
                7,1,no,bruising; bleeding
                """);
        assertThat(reading.table().size()).isEqualTo(5);
        int bruising = reading.eventNames().indexOf("bruising");
        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(row -> reading.table().session(row).answer(bruising))
                .containsExactly(Answer.YES, Answer.YES, Answer.NO, Answer.NO, Answer.YES);
        assertThat(reading.problems())
                .containsExactly(
                        "clinic.csv, line 7, column Bruising: found 'yes' although adverse_events does not list it,"
                                + " expected the same in both columns.",
                        "clinic.csv, line 8, column Bruising: found 'no' although adverse_events lists it,"
                                + " expected the same in both columns.");
    }

    @Test
    void aListIgnoresEventsThatTheLayoutDoesNotHold() {
        Reading reading = Reading.of(
                Reading.open("patient_id,session_number,adverse_events\n1,1,nausea\n", ReadOptions.DEFAULT),
                new SessionLayout(List.of(new AdverseEvent("nausea", false)), List.of(), List.of(), Set.of()));
        assertThat(reading.answer("nausea")).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "30, yes, ENDED, 1800, 1800",
        "30, no, STILL_SORE, 1800, 0",
        "30, '', END_NOT_RECORDED, 0, 0",
        "0, yes, NEVER_SORE, 0, 0",
        "0, '', NEVER_SORE, 0, 0",
        "'', no, NOT_RECORDED, 0, 0",
    })
    void sorenessOfADuration(String hours, String resolved, State state, int after, int by) {
        Reading reading = Reading.of(
                "patient_id,session_number,soreness_hours,soreness_resolved\n1,1," + hours + "," + resolved + "\n");
        assertThat(reading.session().soreness(SorenessForm.DURATION)).isEqualTo(new Soreness(state, after, by, false));
    }

    @Test
    void neverSoreCannotBeUnresolved() {
        assertThat(Reading.of("patient_id,session_number,soreness_resolved,soreness_hours\n1,1,no,0\n")
                        .problem())
                .isEqualTo("clinic.csv, line 2, column soreness_resolved: found 'no' beside 0 hours of soreness,"
                        + " expected 'yes' or a blank.");
    }

    @ParameterizedTest
    @CsvSource({
        "4, 20, ENDED, 240, 1200",
        "20, 20, ENDED, 1200, 1200",
        "'', 20, ENDED, 0, 1200",
        "4, '', STILL_SORE, 240, 0"
    })
    void sorenessOfAnInterval(String last, String clear, State state, int after, int by) {
        Reading reading =
                Reading.of("patient_id,session_number,soreness_last_sore_hours,soreness_first_clear_hours\n1,1," + last
                        + "," + clear + "\n");
        assertThat(reading.session().soreness(SorenessForm.INTERVAL)).isEqualTo(new Soreness(state, after, by, false));
    }

    @Test
    void sorenessCannotClearBeforeItsLastHour() {
        assertThat(Reading.of(
                                "patient_id,session_number,soreness_last_sore_hours,soreness_first_clear_hours\n1,1,20,4\n")
                        .problem())
                .isEqualTo("clinic.csv, line 2, column soreness_first_clear_hours: found a time before the last sore"
                        + " hour, expected that hour or a later one.");
    }

    @Test
    void diaryTimesAreInTheHeader() {
        Reading reading = Reading.of(
                "patient_id,session_number,soreness_at_24h,Soreness at 1.5H,soreness-at-.5h,soreness_at_0h,soreness_at_2d\n"
                        + "1,1,3,4,5,6,7\n");
        assertThat(reading.table().layout().diaryMinutes()).containsExactly(0, 30, 90, 1440);
        assertThat(List.of(0, 1, 2, 3))
                .extracting(time -> reading.session().diaryScore(time) / Session.SCORE_UNITS)
                .containsExactly(6, 5, 4, 3);
        assertThat(reading.reader().columns().categoryNames()).contains("soreness_at_2d");
    }

    @Test
    void linesArePhysicalLines() {
        Reading reading = Reading.of(
                "patient_id,session_number,condition\n" // 1
                        + "1,1,\"a\nb\"\n" // 2, 3
                        + "\n" // 4
                        + "2,1,\"a\r\nb\"\r\n" // 5, 6
                        + "3,1,\"a\rb\nc\"\r" // 7, 8, 9
                        + "4,x,\r" // 10
                        + "5,1,\"\"\"\r\"\"\n\"\n" // 11, 12, 13
                        + "6,1,",
                "condition");
        assertThat(reading.lines()).containsExactly(2L, 5L, 7L, 11L, 14L);
        assertThat(reading.problems()).singleElement().asString().startsWith("clinic.csv, line 10, ");
        assertThat(reading.category("condition")).containsExactly("a\nb", "a\r\nb", "a\rb\nc", "\"\r\"", null);
    }

    @Test
    void anExportIsReadOnce(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "patient_id,session_number\n1,1\n");
        try (ExportReader reader = ExportReader.open(new InputSource("a.csv", file), null, ReadOptions.DEFAULT)) {
            assertThatThrownBy(reader::bytes)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the export was not read to its end");
            Reading reading = Reading.of(reader);
            assertThat(reading.lines()).containsExactly(2L);
            assertThatThrownBy(() -> Reading.of(reader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("an export is read once");
        }
    }

    @Test
    void aHeaderWithoutRowsIsAnEmptyDataSet() {
        Reading reading = Reading.of("patient_id,session_number");
        assertThat(reading.table().size()).isZero();
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.reader().bytes()).isEqualTo(25);
    }
}
