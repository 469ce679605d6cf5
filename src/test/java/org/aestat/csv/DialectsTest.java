package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random tables read from CSV and from what a database writes: the same sessions, lines and problems. */
class DialectsTest {

    private static final int TABLES = 60;
    private static final String CHARACTERS = "ab\\\"|,;\tN. \u00E4\u20AC\n";

    private static String field(Random random) {
        StringBuilder field = new StringBuilder();
        int length = random.nextInt(20) == 0 ? random.nextInt(9_000) : random.nextInt(7);
        for (int i = 0; i < length; i++) {
            field.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return field.toString();
    }

    private static List<List<String>> table(Random random) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("patient_id", "session_number", "note", "bruising"));
        int size = random.nextInt(60);
        for (int row = 0; row < size; row++) {
            List<String> fields = new ArrayList<>(List.of(
                    field(random),
                    random.nextInt(9) == 0 ? "x" : "" + (row + 1),
                    field(random),
                    random.nextBoolean() ? "no" : "yes"));
            if (random.nextInt(9) == 0) {
                fields.add("surplus");
            }
            rows.add(fields);
        }
        return rows;
    }

    private static String text(List<List<String>> rows, String delimiter, String end, UnaryOperator<String> written) {
        return rows.stream()
                .map(row -> row.stream().map(written).collect(Collectors.joining(delimiter)) + end)
                .collect(Collectors.joining("\n"));
    }

    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }

    private static String escaped(String field, Dialect dialect) {
        if (field.isEmpty()) {
            return "\\N";
        }
        String delimiter = String.valueOf(dialect.delimiter());
        return field.replace("\\", "\\\\").replace(delimiter, "\\" + delimiter).replace("\n", "\\\n");
    }

    @ParameterizedTest
    @EnumSource
    void theSameAsCsv(Dialect dialect) {
        Random random = new Random(20_240_229);
        ReadOptions options = new ReadOptions(Mapping.NONE, null, null, false, null, dialect, 0);
        String end = dialect.rowsEndWithDelimiter() ? String.valueOf(dialect.delimiter()) : "";
        for (int i = 0; i < TABLES; i++) {
            List<List<String>> rows = table(random);
            Reading csv = Reading.of(text(rows, ",", "", DialectsTest::quoted), "note");
            Reading dump = Reading.of(
                    text(rows, String.valueOf(dialect.delimiter()), end, field -> escaped(field, dialect)),
                    options,
                    "note");

            assertThat(dump.lines()).isEqualTo(csv.lines());
            assertThat(dump.patients()).isEqualTo(csv.patients());
            assertThat(dump.category("note")).isEqualTo(csv.category("note"));
            assertThat(dump.problems())
                    .isEqualTo(csv.problems().stream()
                            .map(problem -> problem.replace(
                                    "A field that holds the delimiter needs quotes.",
                                    "A delimiter within a field needs a backslash before it."))
                            .toList());
        }
    }
}
