package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The grades of coughing in a real trial against a tabulation in R. */
class LicoriceGradesTest {

    private static JsonResult result;

    @BeforeAll
    static void run() {
        result = new Workspace(Path.of("samples"))
                .json("rates", "licorice_gargle.csv", "--mapping", "licorice.toml", "--by", "treat");
    }

    @ParameterizedTest(name = "treat {0}, grade {1}")
    @CsvFileSource(resources = "/reference/severity/licorice.csv", numLinesToSkip = 1)
    void agreesWithR(
            String treat,
            int grade,
            long worst,
            long events,
            long denominator,
            long notRecorded,
            double lower,
            double upper) {
        Map<String, ?> stratum = treat.equals("all") ? Map.of() : Map.of("treat", treat);
        JsonResult cough = result.row("severity", Map.of("event", "cough", "stratum", stratum));

        assertThat(cough.list("worstGrade").get(grade).number("grade")).isEqualTo(grade);
        assertThat(cough.list("worstGrade").get(grade).number("patients")).isEqualTo(worst);
        assertThat(cough.list("worstGrade")).hasSize(4);
        if (grade > 0) {
            JsonResult atLeast = cough.list("atLeast").get(grade - 1);
            assertThat(atLeast.number("grade")).isEqualTo(grade);
            assertThat(atLeast.number("events")).isEqualTo(events);
            assertThat(atLeast.number("denominator")).isEqualTo(denominator);
            assertThat(atLeast.number("notRecorded")).isEqualTo(notRecorded);
            assertThat(atLeast.number("interval", "lower")).isCloseTo(lower, within(1e-12));
            assertThat(atLeast.number("interval", "upper")).isCloseTo(upper, within(1e-12));
        }
    }
}
