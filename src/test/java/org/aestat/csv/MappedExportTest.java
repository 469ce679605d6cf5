package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.aestat.session.AdverseEvent;
import org.aestat.session.Answer;
import org.aestat.session.Session;
import org.aestat.session.Soreness;
import org.aestat.session.Soreness.State;
import org.aestat.session.SorenessForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports read with a mapping. */
class MappedExportTest {

    private static void assertMisfit(String mapping, String header, int line, String problem) {
        ReadOptions options = Reading.with(mapping);
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Reading.open(header, options))
                .withMessage("mapping.toml, line " + line + ": " + problem);
    }

    @Test
    void theExampleOfTheContract() {
        Reading reading = Reading.of(
                """
                centre,id,Visit,session,AE - bruise,ae-bleed,Cough (extubation),throat 0.5
                A,7,31/01/2025,Second,1_YES,oui,3,2.5
                """,
                Reading.with("""
                        [columns]
                        patient_id     = ["centre", "id"]
                        session_date   = { column = "Visit", format = "dd/MM/yyyy" }
                        session_number = { column = "session", values = { first = 1, second = 2 } }
                        bruising       = { column = "AE - bruise", yes = ["1_yes"], no = ["0_no"], not_recorded = ["9"] }
                        bleeding       = "AE - bleed"
                        [values]
                        yes = ["oui"]
                        not_recorded = ["-88"]
                        [events]
                        cough = { column = "Cough (extubation)", kind = "grade", major = true }
                        [diary]
                        "throat 0.5" = 0.5
                        [constants]
                        technique = "deep"
                        """.replace("AE - bleed", "ae bleed")),
                "technique",
                "cough",
                "throat 0.5",
                "session",
                "region");
        Session session = reading.session();
        assertThat(reading.patients()).containsExactly("A|7");
        assertThat(LocalDate.ofEpochDay(session.date())).isEqualTo("2025-01-31");
        assertThat(session.number()).isEqualTo(2);
        assertThat(reading.answer("bruising")).isEqualTo(Answer.YES);
        assertThat(reading.answer("bleeding")).isEqualTo(Answer.YES);
        assertThat(reading.answer("cough")).isEqualTo(Answer.YES);
        assertThat(reading.table().layout().events())
                .containsExactly(
                        new AdverseEvent("bruising", false),
                        new AdverseEvent("bleeding", false),
                        new AdverseEvent("cough", true, true));
        assertThat(reading.table().layout().diaryMinutes()).containsExactly(30);
        assertThat(session.diaryScore(0)).isEqualTo(250_000_000);
        assertThat(reading.category("technique")).containsExactly("deep");
        assertThat(reading.category("cough")).containsExactly("yes");
        assertThat(reading.category("throat 0.5")).containsExactly("2.5");
        assertThat(reading.category("session_number")).containsExactly("Second");
        assertThat(reading.category("region")).containsExactly((String) null);
    }

    @Test
    void everyPartOfAPatientMustBeThere() {
        Reading reading = Reading.of(
                "centre,id,session_number,s1,s2,c1,c2\nA,,1,,,,\n ,7,1,,,,\nA,7,1,x,,y,\nA,7,2,x,z,y,w\n",
                Reading.with("""
                        [columns]
                        patient_id = { column = ["centre", "id"] }
                        session_id = ["s1", "s2"]
                        course_id  = ["c1", "c2"]
                        """));
        assertThat(reading.problems())
                .containsExactly(
                        "clinic.csv, line 2, column id: found blank, expected an id.",
                        "clinic.csv, line 3, column centre: found blank, expected an id.");
        assertThat(reading.ids()).containsExactly("", "x\0z");
        assertThat(reading.table().session(0).courseId()).isZero();
        assertThat(reading.table().courseIds().text(1)).isEqualTo("y\0w");
    }

    @ParameterizedTest
    @CsvSource({
        "ja, YES",
        "JA, YES",
        "9, NOT_RECORDED",
        "1, NO",
        "maybe, YES",
        "no, NO",
        "mild, YES",
        "aye, NO",
        "-99, NOT_RECORDED",
        "NÄ, NO",
        "Ganz SICHER nicht, NO",
        "ganz sicher doch, YES",
        "unchecked, NO",
    })
    void theNearestMeaningOfAWordCounts(String cell, Answer answer) {
        Reading reading = Reading.of("patient_id,session_number,x\n1,1," + cell + "\n", Reading.with("""
                        [columns]
                        bruising = { column = "x", no = ["1", "aye", "nä", "ganz sicher nicht"], not_recorded = ["9"], values = { maybe = "mild" } }
                        [values]
                        yes = ["ja", "aye", "9", "Ganz sicher doch"]
                        """));
        assertThat(reading.answer("bruising")).isEqualTo(answer);
    }

    @Test
    void wordsOfTheFileReachEveryColumnButIds() {
        Reading reading = Reading.of(
                "patient_id,session_number,needles,condition,ward,bruising\n-88,1,-88,-88,-88,-88\n",
                Reading.with("values = { not_recorded = [-88] }"),
                "condition",
                "ward");
        assertThat(reading.session().needles()).isEqualTo(Session.NONE);
        assertThat(reading.category("condition")).containsExactly((String) null);
        assertThat(reading.category("ward")).containsExactly((String) null);
        assertThat(reading.answer("bruising")).isEqualTo(Answer.NOT_RECORDED);
        assertThat(reading.patients()).containsExactly("-88");
    }

    @Test
    void translatedTextsAreCanonical() {
        ReadOptions options = new ReadOptions(Mapping.parse("mapping.toml", """
                        [columns]
                        pain_before    = { column = "pain", values = { some = 2.5, much = "8" } }
                        session_date   = { column = "day", values = { start = 2025-01-31 } }
                        condition      = { column = "code", values = { "M54.2" = "neck pain" } }
                        adverse_events = { column = "ae", values = { bruise = "bruising", nil = "none" } }
                        """), null, null, true, "dd.MM.yyyy");
        Reading reading = Reading.of(
                "patient_id;day;pain;code;ae\n1;Start;SOME;m54.2;Bruise;extra\n2;01.02.2025;3,5;M54.3;nil\n"
                        .replace(";extra", "; bleeding")
                        .replace("Bruise; bleeding", "\"Bruise; bleeding\""),
                options,
                "condition");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.table().session(0).date())
                .isEqualTo((int) LocalDate.of(2025, 1, 31).toEpochDay());
        assertThat(reading.table().session(1).date())
                .isEqualTo((int) LocalDate.of(2025, 2, 1).toEpochDay());
        assertThat(reading.table().session(0).painBefore()).isEqualTo(250_000_000);
        assertThat(reading.table().session(1).painBefore()).isEqualTo(350_000_000);
        assertThat(reading.category("condition")).containsExactly("neck pain", "M54.3");
        assertThat(List.of(0, 1, 2))
                .extracting(event -> reading.table().session(0).answer(event))
                .containsExactly(Answer.YES, Answer.YES, Answer.NO);
        assertThat(reading.table().session(1).answer(0)).isEqualTo(Answer.NO);
    }

    @Test
    void aYesNoEventTakesNoGrades() {
        ReadOptions options = Reading.with(
                "[events]\ncough = { column = 'Husten', kind = 'yes/no' }\nbruising = { kind = 'yes/no' }\n");
        Reading reading =
                Reading.of("patient_id,session_number,Husten,bruising\n1,1,1,0\n2,1,mild,0\n3,1,1,2\n", options);
        assertThat(reading.lines()).containsExactly(2L);
        assertThat(reading.problems())
                .containsExactly(
                        "clinic.csv, line 3, column Husten: found text of 4 letters, expected yes or no."
                                + " Other words can be given a meaning in the mapping.",
                        "clinic.csv, line 4, column bruising: found 1 digit, expected yes or no."
                                + " Other words can be given a meaning in the mapping.");
    }

    @Test
    void theMappingChangesWhatIsMajor() {
        String header = "patient_id,session_number,infection,fainting,x\n";
        Mapping mapping = Mapping.parse("mapping.toml", """
                [events]
                wheal = { column = "x", major = true }
                fainting = { major = true, yes = ["ohnmacht"] }
                infection = { major = false }
                nausea = { major = true }
                """);
        Reading reading = Reading.of(header + "1,1,no,Ohnmacht,no\n", Reading.with(mapping));
        assertThat(reading.answer("fainting")).isEqualTo(Answer.YES);
        assertThat(reading.table().layout().events())
                .containsExactly(
                        new AdverseEvent("fainting", true),
                        new AdverseEvent("infection", false),
                        new AdverseEvent("wheal", true));
    }

    @Test
    void aListOfEventsKnowsOnlyCanonicalOnes() {
        Reading reading = Reading.of(
                "patient_id,session_number,adverse_events,x\n1,1,none,yes\n2,1,wheal,yes\n",
                Reading.with("events = { wheal = 'x', bruising = { major = true } }"));
        assertThat(reading.lines()).containsExactly(2L);
        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.table().layout().events()).hasSize(20).contains(new AdverseEvent("bruising", true));
        assertThat(reading.table().session(0).answer(19)).isEqualTo(Answer.YES);
    }

    @Test
    void constantsStandInEveryRow() {
        Reading reading = Reading.of(
                "patient_id\n1\n2\n",
                new ReadOptions(Mapping.parse("mapping.toml", """
                                [constants]
                                session_date = 2025-01-31
                                pain_before = 2.5
                                site = "north"
                                adverse_events = "bruising"
                                soreness_hours = 2
                                soreness_resolved = false
                                soreness_at_24h = 1
                                """), null, null, true, "dd/MM/yyyy"),
                "site",
                "pain_before");
        assertThat(reading.patients()).containsExactly("north|1", "north|2");
        for (int row = 0; row < 2; row++) {
            Session session = reading.table().session(row);
            assertThat(LocalDate.ofEpochDay(session.date())).isEqualTo("2025-01-31");
            assertThat(session.painBefore()).isEqualTo(250_000_000);
            assertThat(session.answer(0)).isEqualTo(Answer.YES);
            assertThat(session.diaryScore(0)).isEqualTo(Session.SCORE_UNITS);
            assertThat(session.soreness(SorenessForm.DURATION))
                    .isEqualTo(new Soreness(State.STILL_SORE, 120, 0, false));
        }
        assertThat(reading.category("site")).containsExactly("north", "north");
        assertThat(reading.category("pain_before")).containsExactly("2.5", "2.5");
    }

    @Test
    void aConstantForAColumnThatIsThere() {
        assertMisfit(
                "[constants]\nsite = 'north'\n",
                "patient_id,session_number,Site\n",
                2,
                "'site' cannot be the same in every row, because clinic.csv has the column 'Site'.");
        assertMisfit(
                "[constants]\n'soreness_at_24.0h' = 1\n",
                "patient_id,session_number,soreness_at_24h\n",
                2,
                "'soreness_at_24.0h' cannot be the same in every row,"
                        + " because clinic.csv has the column 'soreness_at_24h'.");
    }

    @Test
    void everyRowItsOwnPatient() {
        ReadOptions options = Reading.with("rows = { patient = 'each-row' }");
        Reading reading = Reading.of("bruising,session_date\nyes,\nno,2025-01-31\nno,\n", options);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.patients()).containsExactly("", "", "");
        assertThat(IntStream.range(0, 3).mapToObj(reading.table()::patient)).containsExactly(1, 2, 3);
        assertMisfit(
                "rows = { patient = 'each-row' }",
                "patient_id,bruising\n",
                1,
                "every row cannot be its own patient, because clinic.csv has the column 'patient_id'.");
    }

    @Test
    void headersThatAreMissing() {
        assertMisfit(
                "[columns]\nsite = 'Wrad'\n",
                "patient_id,session_number,Ward,condition\n",
                2,
                "clinic.csv has no column 'Wrad'. Did you mean 'Ward'?");
        assertMisfit(
                "[events]\ncough = { column = 'cough_1' }\n",
                "patient_id,session_number\n",
                2,
                "clinic.csv has no column 'cough_1'.");
        assertMisfit(
                "[diary]\n\"pain.24\" = 24\n",
                "patient_id,session_number,pain_24\n",
                2,
                "clinic.csv has no column 'pain.24'. Did you mean 'pain_24'?");
    }

    @Test
    void theMappingGoesBeforeTheHeadersOwnNames() {
        Reading reading = Reading.of(
                "patient_id,session_number,condition,Diagnosis,soreness_at_24h,d24,cough,husten,site\n1,1,a,b,3,4,yes,no,x\n",
                Reading.with("""
                        [columns]
                        condition = "Diagnosis"
                        therapist = "site"
                        [events]
                        cough = "husten"
                        [diary]
                        d24 = 24
                        """),
                "Diagnosis");
        assertThat(reading.category("condition")).containsExactly("b");
        assertThat(reading.session().diaryScore(0)).isEqualTo(4 * Session.SCORE_UNITS);
        assertThat(reading.answer("cough")).isEqualTo(Answer.NO);
        assertThat(reading.table().therapists().text(1)).isEqualTo("x");
        assertThat(reading.patients()).containsExactly("1");
        assertThat(reading.reader().columns().notes())
                .containsExactly(
                        "clinic.csv: the column 'condition' is not used, because mapping.toml takes 'Diagnosis' in its place.",
                        "clinic.csv: the column 'soreness_at_24h' is not used, because mapping.toml takes 'd24' in its place.",
                        "clinic.csv: the column 'cough' is not used, because mapping.toml takes 'husten' in its place.");
    }

    @Test
    void aColumnTakenForSomethingElseIsNotTheRequiredOne() {
        ReadOptions options = Reading.with("[columns]\ntherapist = 'patient_id'\n");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Reading.open("patient_id,session_number\n", options))
                .withMessage("clinic.csv, line 1: there is no column 'patient_id'."
                        + " A mapping file (--mapping) can name the column that holds it.");
    }

    @Test
    void diaryColumnsMayBeMappedByName() {
        Reading reading = Reading.of(
                "patient_id,session_number,day 1\n1,1,bad\n",
                Reading.with("[columns]\n'soreness_at_24h' = { column = 'day 1', values = { bad = 7 } }\n"));
        assertThat(reading.table().layout().diaryMinutes()).containsExactly(1440);
        assertThat(reading.session().diaryScore(0)).isEqualTo(7 * Session.SCORE_UNITS);
    }
}
