package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.Stratum;
import org.junit.jupiter.api.Test;

class BenchmarkSectionTest {

    private static final String ONE_LOOK = """

            Each verdict is one look at the data, with one-sided 95 % bounds. Whoever repeats it while the data
            grow will be wrong more often than that; it then needs a sequential method.
            """;

    private static final String SOURCE = """
            Source of the limit: clinical guidance (0.1 % of sessions).
            Published: 2 in 229,230 patients (Witt 2009, 0.00087 %).
            """;

    private static String section(BenchmarkVerdict verdict) {
        return Rendered.section(
                SampleResults.only(SampleResults.PLAIN, null, List.of(verdict), null, null), "Do the limits hold?");
    }

    private static String sentence(BenchmarkVerdict verdict) {
        String section = section(verdict);
        assertThat(section).endsWith(SOURCE + ONE_LOOK);
        return section.substring(0, section.length() - (SOURCE + ONE_LOOK).length());
    }

    @Test
    void notShown() {
        assertThat(sentence(SampleResults.notShown())).isEqualTo("""
                Pneumothorax: none in 640 sessions of 250 patients. Not shown to be below 0.1 %: it could be as high
                as 0.47 %; about 2,500 more event-free sessions would show it.
                """);
    }

    @Test
    void shownToBeBelow() {
        assertThat(sentence(SampleResults.below())).isEqualTo("""
                Pneumothorax: none in 2,995 sessions of 900 patients. Shown to be below 0.1 %: it is at most
                0.09998 %. The verdict stands up to a design effect of 1.00.
                """);
    }

    @Test
    void shownToBeBelowWithUnrecordedSessions() {
        assertThat(sentence(SampleResults.belowUnlessUnrecorded(12L))).isEqualTo("""
                Pneumothorax: 2 in 20,000 sessions (0.010 %), in 2 of 5,000 patients. Shown to be below 0.1 %: it is
                at most 0.032 %. The verdict stands up to a design effect of 3.17. It would be lost if 12 of the 30
                sessions without an answer had been yes.
                """);
        String holds = """
                Pneumothorax: 2 in 20,000 sessions (0.010 %), in 2 of 5,000 patients. Shown to be below 0.1 %: it is
                at most 0.032 %. The verdict stands up to a design effect of 3.17. It would stand even if all 30
                sessions without an answer had been yes.
                """;
        assertThat(sentence(SampleResults.belowUnlessUnrecorded(null))).isEqualTo(holds);
        assertThat(sentence(SampleResults.belowUnlessUnrecorded(31L))).isEqualTo(holds);
    }

    @Test
    void shownToBeAbove() {
        assertThat(sentence(SampleResults.above())).isEqualTo("""
                Pneumothorax: 3 in 818 sessions (0.37 %), in 2 of 250 patients. Shown to be above 0.1 %: it is at
                least 0.10004 %. The verdict stands up to a design effect of 1.00.
                """);
    }

    @Test
    void neither() {
        assertThat(sentence(SampleResults.undecided())).isEqualTo("""
                Pneumothorax: 20 in 20,464 sessions (0.098 %), in 19 of 5,000 patients. Shown neither to be below
                0.1 % nor above: it could be as low as 0.065 % and as high as 0.14 %; about 1,300 more event-free
                sessions would show it to be below.
                """);
    }

    @Test
    void tooMuchUnrecorded() {
        assertThat(sentence(SampleResults.tooMuchUnrecorded())).isEqualTo("""
                Pneumothorax: none in 4,000 sessions of 900 patients. Not shown to be below 0.1 %, although the
                bound is 0.075 %: 20.0 % of sessions have no answer, and 3 of them would be enough to lose it.
                """);
    }

    @Test
    void tooFewSessions() {
        assertThat(sentence(SampleResults.tooFew())).isEqualTo("""
                Pneumothorax: 2 in 10 sessions (20.0 %), in 2 of 4 patients. Not shown to be above 0.1 %, although
                the bound is 3.7 %: fewer than 20 sessions are assessed.
                """);
    }

    @Test
    void nothingRecorded() {
        assertThat(sentence(SampleResults.nothingRecorded(640))).isEqualTo("""
                Pneumothorax: not recorded at any of 640 sessions. Nothing can be said about the limit of 0.1 % (no
                session is assessed).
                """);
        assertThat(sentence(SampleResults.nothingRecorded(0))).isEqualTo("""
                Pneumothorax: not recorded at any session. Nothing can be said about the limit of 0.1 % (no session
                is assessed).
                """);
    }

    @Test
    void inAStratumWithoutComparators() {
        BenchmarkVerdict all = SampleResults.notShown();
        BenchmarkVerdict deep = new BenchmarkVerdict(
                all.id(),
                "any_major",
                new Stratum(List.of("technique"), List.of("deep")),
                all.limit(),
                all.level(),
                all.verdict(),
                all.reason(),
                all.counts(),
                all.rate(),
                all.lower(),
                all.upper(),
                null,
                null,
                null,
                "Boyce 2020.",
                List.of(new BenchmarkVerdict.Comparator("Nobody", 0, 0, "session")));
        assertThat(section(deep)).startsWith("""
                Any major event (technique = deep): none in 640 sessions of 250 patients. Not shown to be below
                0.1 %: it could be as high as 0.47 %.
                Source of the limit: Boyce 2020.
                Published: 0 in 0 sessions (Nobody).
                """);
    }
}
