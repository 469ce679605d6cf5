package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aestat.session.AdverseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapping may say about a file of adverse events. */
class EventFileMappingTest {

    private static Mapping mapping(String text) {
        return Mapping.parse("mapping.toml", text);
    }

    @Test
    void theExampleOfTheDocumentationIsAccepted() throws IOException {
        String page = Files.readString(Path.of("docs", "csv-format.md"));
        int end = page.indexOf("```", page.indexOf("[events_file]\ncomplete"));

        Mapping mapping = mapping(page.substring(page.lastIndexOf("```toml", end) + 7, end));

        assertThat(mapping.completeEvents())
                .hasSize(AdverseEvent.CANONICAL.size() + 1)
                .endsWith("cough");
        assertThat(mapping.ignoredTerms()).containsExactly("Common cold");
        assertThat(mapping.eventsFileLine()).isPositive();
        assertThat(mapping.eventsWithinDays()).isNegative();
    }

    @Test
    void whatIsNotSaidIsStrict() {
        assertThat(Mapping.NONE.completeEvents()).isEmpty();
        assertThat(Mapping.NONE.eventsFileLine()).isZero();
        assertThat(mapping("[events_file]\ncomplete = false").completeEvents()).isEmpty();
        assertThat(mapping("[events_file]\nattribute = \"same-day\"").eventsWithinDays())
                .isNegative();
        assertThat(mapping("[events_file]\nattribute = \"latest-session\"").eventsWithinDays())
                .isEqualTo(100_000);
    }

    @Test
    void declaredEventsHaveTheirClassInTheVocabulary() {
        List<AdverseEvent> vocabulary = mapping("[events]\nfainting = { major = true }\ncough = \"cough\"")
                .vocabulary();

        assertThat(vocabulary)
                .hasSize(20)
                .contains(new AdverseEvent("fainting", true))
                .endsWith(new AdverseEvent("cough", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "complet = true | 'complet' is not known here; expected columns, complete, terms, ignore, attribute,"
                        + " within_days. Did you mean 'complete'?",
                "complete = \"yes\" | expected true or false for 'complete'.",
                "complete = [\"brusing\"] | 'brusing' is not an adverse event that aestat knows. Did you mean"
                        + " 'bruising'?",
                "columns = { evnt = \"x\" } | 'evnt' is not a column of a file of events. Did you mean 'event'?",
                "columns = { event = { values = { a = \"b\" } } } | 'event' does not say its column; expected column ="
                        + " \"a header\".",
                "columns = { event = \"Term\", grade = \"term\" } | the header 'term' is used twice.",
                "columns = { event = [\"a\", \"b\"] } | only patient_id, session_id and course_id can be made of several"
                        + " columns.",
                "columns = { onset = { column = \"a\", format = \"dd/MM/yy\" } } | The date format 'dd/MM/yy' has a year"
                        + " of two digits, whose century is unknown.",
                "terms = { contusion = \"brusing\" } | 'brusing' is not an adverse event that aestat knows. Did you mean"
                        + " 'bruising'?",
                "terms = { RASH = \"infection\", rash = \"fatigue\" } | the term 'rash' is given a meaning twice.",
                "ignore = [\"a\", \"A\"] | the term 'A' is given a meaning twice.",
                "attribute = \"latest\" | expected \"same-day\" or \"latest-session\" for 'attribute'.",
                "within_days = 7 | 'within_days' goes with attribute = \"latest-session\" only."
            })
    void refused(String line, String problem) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapping("[events_file]\n" + line))
                .withMessage("mapping.toml, line 2: " + problem);
    }

    @ParameterizedTest
    @CsvSource({"-1", "0.5", "100001"})
    void refusedDays(String days) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapping("[events_file]\nattribute = \"latest-session\"\nwithin_days = " + days))
                .withMessage("mapping.toml, line 3: expected whole days from 0 to 100000 for 'within_days'.");
    }

    @Test
    void anEventWithoutAColumnNeedsAFileOfEvents() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapping("[events]\ncough = { major = true }"))
                .withMessage(
                        "mapping.toml, line 2: the event 'cough' needs its column; expected column = \"a header\".");
    }

    @Test
    void oneHeaderCanBeTheDayAndTheOnset() {
        assertThat(mapping("[events_file.columns]\nsession_date = \"Day\"\nonset = \"day\"")
                        .eventsFileLine())
                .isPositive();
    }
}
