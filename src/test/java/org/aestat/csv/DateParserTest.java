package org.aestat.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Days since 1970-01-01, held against {@link LocalDate}. */
class DateParserTest {

    @Test
    void everyDayThatCanStandInAnExport() {
        LocalDate end = LocalDate.of(2200, 1, 1);
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            assertThat(DateParser.ISO.parse(Cell.of(day.toString()))).isEqualTo((int) day.toEpochDay());
        }
    }
}
