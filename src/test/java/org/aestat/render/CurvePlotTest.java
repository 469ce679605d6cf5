package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aestat.result.SorenessResult.CurvePoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurvePlotTest {

    private static CurvePoint point(double hours, double sore) {
        return new CurvePoint(null, hours, null, sore, null, null);
    }

    private static String drawn(Glyphs glyphs, CurvePoint... curve) {
        return new CurvePlot(glyphs)
                .draw(List.of(curve))
                .map(lines -> String.join("\n", lines))
                .orElse("nothing");
    }

    @Test
    void drawsInEighthsOfARow() {
        String plot = drawn(Glyphs.UNICODE, point(0, 0.9), point(24, 0.55), point(48, 0.001), point(60, 0.001));
        assertThat(plot + "\n").isEqualTo("""
                 100 │
                     │████████████████████████
                     │████████████████████████
                     │████████████████████████
                     │████████████████████████▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄
                  50 │████████████████████████████████████████████████
                     │████████████████████████████████████████████████
                     │████████████████████████████████████████████████
                     │████████████████████████████████████████████████
                     │████████████████████████████████████████████████▁▁▁▁▁▁▁▁▁▁▁▁
                   0 └───────────┴───────────┴───────────┴───────────┴───────────┴
                     0          12          24          36          48          60 h
                """);
    }

    @Test
    void drawsInAscii() {
        assertThat(drawn(Glyphs.ASCII, point(1, 0.5), point(2, 0))
                        .lines()
                        .skip(3)
                        .limit(3))
                .containsExactly("     |" + "#".repeat(30), "     |" + "#".repeat(30), "  50 |" + "#".repeat(60));
    }

    @Test
    void leavesBlankWhatNobodyKnows() {
        assertThat(drawn(Glyphs.ASCII, point(6, 0.5), point(50, 0.4)).lines().skip(9))
                .containsExactly(
                        "     |" + "#".repeat(50),
                        "   0 +-----------+-----------+-----------+-----------+-----------+",
                        "     0          12          24          36          48          60 h");
    }

    @Test
    void drawsNothingWithoutTime() {
        assertThat(drawn(Glyphs.ASCII)).isEqualTo("nothing");
        assertThat(drawn(Glyphs.ASCII, point(0, 0))).isEqualTo("nothing");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.5, 1, 7, 24, 25, 167, 1_000, 50_000})
    void everyLengthOfTimeFits(double hours) {
        String plot = drawn(Glyphs.UNICODE, point(hours, 0.2));
        assertThat(plot.lines()).hasSize(12).allSatisfy(line -> assertThat(line.length())
                .isLessThanOrEqualTo(75));
        assertThat(plot).endsWith(" h");
    }
}
