package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aestat.result.AuditResult;
import org.aestat.result.InputSummary;
import org.aestat.result.RowCounts;
import org.aestat.result.RunSettings;
import org.aestat.result.Warning;
import org.junit.jupiter.api.Test;

class DataSectionTest {

    @Test
    void whatWasReadAndLeftOut() {
        assertThat(Rendered.section(
                        SampleResults.full(), "Audit of treatment sessions: adverse events, soreness and relief"))
                .isEqualTo("""
                Read: 1,200 rows of 1 file. Used: 1,190 sessions of 300 patients. Excluded by the filters: 8.
                Rejected as unreadable: 2.
                Shown for all sessions and apart by: condition.

                  File        Rows read   Used  Excluded  Rejected    Bytes  SHA-256 begins
                  clinic.csv      1,200  1,190         8         2  104,857  3a7bd3e2360a

                Warning: Only 3 patients had bleeding; its interval is rough.
                """);
    }

    @Test
    void severalFilesWithFilters() {
        RunSettings settings = new RunSettings(
                0.95,
                "auto",
                "patient",
                List.of("site", "technique"),
                List.of("technique=deep", "site=A"),
                "2024-01-01",
                "2024-12-31",
                1.5,
                null,
                90,
                "default",
                "sore",
                RunSettings.Curves.DEFAULT);
        AuditResult result = new AuditResult(
                "rates",
                "0.1.0",
                List.of(
                        new InputSummary("-", 1_000_000, "0123456789abcdef", new RowCounts(10, 8, 1, 1)),
                        new InputSummary(
                                "exports/of/a/clinic/with/a/very/long/path/2024.csv.gz", 5, "", RowCounts.NONE)),
                1,
                settings,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new Warning("a", "First."), new Warning("b", "Second.")));
        assertThat(Rendered.section(result, "Audit of treatment sessions: adverse events"))
                .isEqualTo("""
                Read: 10 rows of 2 files. Used: 8 sessions of 1 patient. Excluded by the filters: 1. Rejected as
                unreadable: 1.
                Only sessions with: technique=deep; site=A; from 2024-01-01; to 2024-12-31.
                Shown for all sessions and apart by: site, technique.

                  File                                Rows read  Used  Excluded  Rejected      Bytes  SHA-256 begins
                  standard input                             10     8         1         1  1,000,000  0123456789ab
                  exports/of/a/cli...ath/2024.csv.gz          0     0         0         0          5
                  all                                        10     8         1         1

                Warning: First.

                Warning: Second.
                """);
    }

    @Test
    void theTitleNamesTheAnalysis() {
        assertThat(Rendered.text(SampleResults.empty("soreness"), true))
                .startsWith("Audit of treatment sessions: how long soreness lasts\n────");
        assertThat(Rendered.text(SampleResults.empty("relief"), false))
                .startsWith("Audit of treatment sessions: sessions to relief\n----");
    }
}
