package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Codes are public: a change of one of them breaks scripts. */
class ProblemCodeTest {

    @Test
    void codesAreNeverRenumbered() {
        assertThat(Arrays.stream(ProblemCode.values()).map(code -> code + " " + code.code()))
                .containsExactly(
                        "FIELD_COUNT E101",
                        "PATIENT_MISSING E102",
                        "PLACE_MISSING E103",
                        "DATE E104",
                        "WHOLE_NUMBER E105",
                        "SCORE E106",
                        "SCORE_RANGE E107",
                        "HOURS E108",
                        "AGE E109",
                        "YES_NO E110",
                        "EVENT E111",
                        "EVENT_LIST E112",
                        "CHOICE E113",
                        "SESSION_REPEATED E114",
                        "LIST_CONTRADICTED E115",
                        "CLEAR_BEFORE_SORE E116",
                        "UNENDED_NOTHING E117",
                        "HOURS_WITHOUT_EVENT E118",
                        "CHOICES_CONTRADICTED E119",
                        "SESSION_UNSAID E120",
                        "EVENT_UNKNOWN E121",
                        "EVENT_TIMES E122",
                        "SESSION_NOT_FOUND E123",
                        "SESSION_AMBIGUOUS E124",
                        "SESSION_CONTRADICTED E125",
                        "PATIENT_NOT_FOUND E126",
                        "PATIENT_REPEATED E127",
                        "COURSE_ORDER E201",
                        "FUTURE_DATE E202",
                        "AGE_RANGE E203",
                        "AGE_FALLING E204",
                        "BEFORE_FIRST W301",
                        "TWO_SITES W302",
                        "DUPLICATE W303",
                        "SORENESS_HALF W304");
    }

    @Test
    void theDocumentHasEveryCodeAndNoOther() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/problems.md")).stream()
                .filter(line -> line.matches("\\| [A-Z]\\d+ .*"))
                .map(line -> line.replaceFirst(" \\|[^|]*\\|$", ""))
                .toList();

        assertThat(rows)
                .isEqualTo(Arrays.stream(ProblemCode.values())
                        .map(code -> "| " + code.code() + " | " + code.sentence())
                        .toList());
    }
}
