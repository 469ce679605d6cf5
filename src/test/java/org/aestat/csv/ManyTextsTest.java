package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many texts a column has, short or long, seen before or not, a session has its own. */
class ManyTextsTest {

    private static final String HEADER = "patient_id,session_date,site,therapist,condition,technique\n";

    /** A text of few or many, of which some are too long or too foreign to be remembered, and some are blank. */
    private static String text(String start, Random random, int different) {
        int number = random.nextInt(different);
        return switch (number % 7) {
            case 0 -> "";
            case 1 -> start + " a little longer " + number;
            case 2 -> "ä" + start + number;
            default -> start + number;
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40, 600, 3_000})
    void everySessionHasItsTexts(int different) {
        Random random = new Random(different);
        StringBuilder export = new StringBuilder(HEADER);
        List<String> conditions = new ArrayList<>();
        List<String> techniques = new ArrayList<>();
        List<String> therapists = new ArrayList<>();
        for (int row = 0; row < 6_000; row++) {
            String site = text("C", random, 1 + different / 3);
            String therapist = text("T", random, different);
            conditions.add(text("c", random, different));
            techniques.add(text("t", random, 5));
            therapists.add(therapist.isEmpty() ? "" : site + '/' + therapist);
            export.append(String.join(
                            ",", "P" + row, "2025-01-31", site, therapist, conditions.get(row), techniques.get(row)))
                    .append('\n');
        }

        Reading reading = Reading.of(export.toString(), "condition", "technique");

        Map<Integer, String> persons = new HashMap<>();
        for (int row = 0; row < conditions.size(); row++) {
            assertThat(written(reading, 0, row)).isEqualTo(conditions.get(row));
            assertThat(written(reading, 1, row)).isEqualTo(techniques.get(row));
            int therapist = reading.table().session(row).therapist();
            assertThat(therapist == 0).isEqualTo(therapists.get(row).isEmpty());
            assertThat(persons.computeIfAbsent(therapist, code -> "")).isIn("", therapists.get(row));
            persons.put(therapist, therapists.get(row));
        }
        assertThat(persons.values()).doesNotHaveDuplicates();
    }

    private static String written(Reading reading, int category, int row) {
        String text = reading.table().session(row).categoryText(category);
        return text == null ? "" : text;
    }
}
