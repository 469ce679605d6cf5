package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of other projects (src/test/resources/exports) against the parse that they give as right. */
class PublicFilesTest {

    private static final Mapping EACH_ROW = Mapping.parse("mapping.toml", "rows = { patient = 'each-row' }");

    private static byte[] bytes(String file) {
        try (InputStream in = Objects.requireNonNull(PublicFilesTest.class.getResourceAsStream("/exports/" + file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<@Nullable String>> columns(String file, ReadOptions options, String... names) {
        Reading reading = Reading.of(bytes(file), options, names);
        assertThat(reading.problems()).isEmpty();
        List<List<@Nullable String>> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(reading.category(name));
        }
        return columns;
    }

    private static List<List<@Nullable String>> columns(String file, String... names) {
        return columns(file, Reading.with(EACH_ROW), names);
    }

    @Test
    void csvSpectrum() {
        assertThat(columns("csv-spectrum/comma_in_quotes.csv", "city", "zip"))
                .containsExactly(List.of("Anytown, WW"), List.of("08123"));
        assertThat(columns("csv-spectrum/escaped_quotes.csv", "b")).containsExactly(List.of("ha \"ha\" ha", "4"));
        assertThat(columns("csv-spectrum/json.csv", "val"))
                .containsExactly(List.of("{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"));
        assertThat(columns("csv-spectrum/newlines.csv", "a")).containsExactly(List.of("1", "Once upon \na time", "7"));
        assertThat(columns("csv-spectrum/quotes_and_newlines.csv", "b"))
                .containsExactly(List.of("ha \n\"ha\" \nha", "4"));
        assertThat(columns("csv-spectrum/utf8.csv", "c")).containsExactly(List.of("3", "ʤ"));
        assertThat(columns("csv-spectrum/simple_crlf.csv", "a", "c")).containsExactly(List.of("1"), List.of("3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty.csv", "empty_crlf.csv"})
    void quotedBlanksAreBlank(String file) {
        List<List<@Nullable String>> columns = columns("csv-spectrum/" + file, "a", "b", "c");
        assertThat(columns.get(0)).containsExactly("1", "2");
        assertThat(columns.get(1)).containsExactly(null, "3");
        assertThat(columns.get(2)).containsExactly(null, "4");
    }

    @ParameterizedTest
    @CsvSource({
        "utf8_nobom, UTF-8",
        "utf8_bom, UTF-8",
        "utf16le_bom, UTF-16",
        "utf16be_bom, UTF-16BE",
        "utf32le_bom, UTF-32LE",
        "utf32be_bom, UTF-32",
    })
    void encodings(String file, String encoding) {
        ReadOptions options = new ReadOptions(EACH_ROW, Charset.forName(encoding), ',', false, null);
        assertThat(columns("encodings/" + file + ".csv", options, "foo", "üÜß"))
                .containsExactly(List.of("123"), List.of("456"));
    }

    @Test
    void anEncodingThatIsNotGivenIsNamed() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> columns("encodings/utf16le_bom.csv", "foo"))
                .withMessage("clinic.csv, line 1: the file starts with the byte-order mark of UTF-16LE,"
                        + " which is not UTF-8. Give --encoding UTF-16LE.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bom.csv", "bom-dquote-header.csv"})
    void byteOrderMarks(String file) {
        assertThat(columns("miller/" + file, "a", "b")).containsExactly(List.of("1", "4"), List.of("2", "5"));
    }

    @Test
    void miller() {
        assertThat(columns("miller/quoted-comma.csv", "b")).containsExactly(List.of("x,3", "5"));
        assertThat(columns("miller/has-a-blank-line.csv", "a")).containsExactly(List.of("1", "2", "4", "5"));
        assertThat(columns("miller/truncated.csv", "c")).containsExactly(List.of("3", "6", "9"));
        assertThat(columns("miller/modify-defaults.csv", "a", "c"))
                .containsExactly(List.of("1", "4"), List.of("3", "6"));
        assertThat(columns("miller/null-fields.csv", "e").get(0)).containsExactly("5", "10", "12", null, null);
    }

    @Test
    void raggedRowsAreRejectedAndReadingGoesOn() {
        Reading reading = Reading.of(bytes("miller/ragged.csv"), Reading.with(EACH_ROW), "a");
        assertThat(reading.category("a")).containsExactly("1");
        assertThat(reading.problems())
                .containsExactly(
                        "clinic.csv, line 3: found 2 fields, expected 3 fields.",
                        "clinic.csv, line 4: found 4 fields, expected 3 fields."
                                + " A field that holds the delimiter needs quotes.");
    }
}
