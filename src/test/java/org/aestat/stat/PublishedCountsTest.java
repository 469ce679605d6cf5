package org.aestat.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Counts that studies print: rates and intervals against R's {@code binom.test}, and the table of the methods page. */
class PublishedCountsTest {

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private static List<NamedCsvRecord> published() throws IOException {
        try (InputStream bytes = Objects.requireNonNull(
                PublishedCountsTest.class.getResourceAsStream("/reference/published/published.csv"))) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text).stream()
                    .toList();
        }
    }

    @Test
    void everyCountAgreesWithR() throws IOException {
        assertThat(published()).hasSize(32).allSatisfy(row -> {
            double events = Double.parseDouble(row.getField("events"));
            double denominator = Double.parseDouble(row.getField("denominator"));
            Limits limits = ProportionMethod.CLOPPER_PEARSON.limits(events, denominator, 0.95);
            double lower = Double.parseDouble(row.getField("lower"));
            double upper = Double.parseDouble(row.getField("upper"));

            assertThat(limits.lower()).isCloseTo(lower, within(1e-10 * lower));
            assertThat(limits.upper()).isCloseTo(upper, within(1e-10 * upper));
        });
    }

    @Test
    void theTableOfTheMethodsPageHoldsEveryCount() throws IOException {
        String page = Files.readString(Path.of("docs/methods.md"), StandardCharsets.UTF_8);
        for (NamedCsvRecord row : published()) {
            double events = Double.parseDouble(row.getField("events"));
            double denominator = Double.parseDouble(row.getField("denominator"));
            Limits limits = ProportionMethod.CLOPPER_PEARSON.limits(events, denominator, 0.95);
            String start = "| " + row.getField("study") + " | " + row.getField("event") + " | " + row.getField("unit");
            String figures = " | " + percent(events / denominator) + " | " + percent(limits.lower()) + " to "
                    + percent(limits.upper()) + " | ";

            assertThat(page.lines().filter(line -> line.startsWith(start + " | ")))
                    .as(start)
                    .singleElement()
                    .asString()
                    .contains(figures);
        }
    }

    private static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).round(THREE_DIGITS);
        return percent.signum() == 0 ? "0" : percent.toPlainString();
    }
}
