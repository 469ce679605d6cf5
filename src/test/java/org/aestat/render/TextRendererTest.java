package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.aestat.result.AuditResult;
import org.aestat.result.BenchmarkVerdict;
import org.aestat.result.CurveTest;
import org.aestat.result.Estimate;
import org.aestat.result.EventRate;
import org.aestat.result.InputSummary;
import org.aestat.result.ProportionInterval;
import org.aestat.result.ReliefResult;
import org.aestat.result.RowCounts;
import org.aestat.result.RunSettings;
import org.aestat.result.SorenessResult;
import org.aestat.result.Stratum;
import org.aestat.result.Warning;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRendererTest {

    private static final List<String> HOSTILE = List.of(
            "\u001b[31mred\u001b[0m",
            "\u001b]0;title\u0007",
            "\u202Eright to left\u202C",
            "line\nbreak\r\tand tab",
            "\u0085\u009b2J",
            "\ud800 alone",
            "肩こり".repeat(80),
            "🙂".repeat(80),
            "e\u0301".repeat(300),
            "no-space-at-all-".repeat(40),
            " many   spaces ".repeat(30),
            "");

    private static void assertHarmless(String text) {
        assertThat(text.lines().filter(line -> DisplayWidth.of(line) > Page.WIDTH))
                .isEmpty();
        assertThat(text.codePoints()
                        .filter(c -> c != '\n' && (ControlCharacters.contains(c) || ControlCharacters.isSurrogate(c)))
                        .findFirst())
                .isEmpty();
        assertThat(text).doesNotContain(" \n").doesNotContain("\n\n\n").endsWith("\n");
    }

    @Test
    void closesWithDefinitions() {
        assertThat(Rendered.section(SampleResults.full(), "Definitions and limits of the data"))
                .isEqualTo("""
                - A session is one visit of one patient. What is not recorded is never taken as no: it is counted
                  apart and left out of the shares.
                - Any event is yes where one kind of event is yes, and no only where every kind in the export is
                  recorded as no. Major: pneumothorax; all others are minor.
                - 95 % intervals, method auto, with sessions clustered by patient. Where events are too few to show
                  how much patients differ, their log-odds of an event are taken to have a standard deviation of
                  1.5. Clopper-Pearson: exact binomial interval, sessions or patients taken as independent. Garwood:
                  exact Poisson interval. Stabilized: as Korn-Graubard, but where events are few the design effect
                  leans on what patients of differing propensity would cause.
                - Design effect: how many sessions it takes to tell as much as one independent session; above 1
                  where events gather in a few patients.
                - Frequency words are those of the CIOMS (Council for International Organizations of Medical
                  Sciences): very common from 1 in 10, common from 1 in 100, uncommon from 1 in 1,000, rare from 1
                  in 10,000, very rare below. CIOMS counts patients; here the words are used per session.
                - Least recorded is any major: without an answer at 1,178 of 1,190 sessions (99.0 %).
                - Soreness: hours after the session, among sessions with soreness. Kaplan-Meier estimate; who was
                  still sore when last asked counts as sore up to then. Limits allow for several sessions of one
                  patient.
                - Relief: as recorded in the export's column of that name. A course is the sessions of one patient
                  for one condition; where the export neither names nor numbers courses, 90 days without a session
                  end it.
                - Share with relief by a session: cumulative incidence, ending without relief competing. "Had nobody
                  stopped" is the share if those who ended without relief had gone on like the others.
                - Late courses (12) are followed from their first exported session on; what came before is not
                  known.
                - The figures describe this clinic's patients under its present therapists.

                Computed by aestat 0.1.0, command report.
                """);
    }

    @Test
    void showsOnlyWhatWasDone() {
        String rates = Rendered.text(
                SampleResults.only(SampleResults.PLAIN, List.of(), List.of(), List.of(), List.of()), true);
        assertThat(rates)
                .contains("Definitions and limits of the data")
                .doesNotContain("Do the limits hold?")
                .doesNotContain("Adverse events\n")
                .doesNotContain("Soreness after")
                .doesNotContain("Sessions to relief");
        assertThat(Rendered.text(SampleResults.only(SampleResults.PLAIN, null, null, null, null), true))
                .isEqualTo(rates.replace("how long soreness lasts", "adverse events")
                        .replace("─".repeat(52), "─".repeat(43))
                        .replace("command soreness", "command rates"));
        assertThat(Rendered.text(SampleResults.full(), true))
                .containsSubsequence(
                        "Audit of treatment sessions",
                        "Do the limits hold?",
                        "Adverse events",
                        "Soreness after the session",
                        "Sessions to relief",
                        "Definitions and limits of the data");
    }

    @Test
    void anAsciiPageIsAscii() {
        assertThat(Rendered.text(SampleResults.full(), false).chars()).allMatch(c -> c < 0x7F);
        assertThat(Rendered.text(SampleResults.full(), true)).contains("█", "─", "•");
    }

    @Test
    void anEmptyDataSetIsAReportToo() {
        String text = Rendered.text(SampleResults.empty("report"), true);
        assertHarmless(text);
        assertThat(text).contains("0 rows of 1 file", "not recorded at any session", "cannot be estimated");
    }

    @Test
    void fewClustersAreSaid() {
        EventRate rate = SampleResults.bruising(Stratum.OVERALL, 3);
        EventRate.Figures figures = rate.estimate().fold(f -> f, reason -> {
            throw new AssertionError(reason);
        });
        EventRate few = new EventRate(
                rate.event(),
                rate.stratum(),
                rate.severity(),
                rate.counts(),
                Estimate.of(new EventRate.Figures(
                        figures.rate(),
                        new ProportionInterval(
                                "korn-graubard", 0.95, 0.1, 0.2, new ProportionInterval.Clustering(7, 1.0, 1, 9), null),
                        figures.frequency(),
                        figures.patientRate(),
                        figures.patientInterval(),
                        null,
                        null,
                        List.of())),
                null);
        RunSettings settings = new RunSettings(
                0.95,
                "korn-graubard",
                "therapist,site",
                List.of(),
                List.of(),
                "",
                "",
                1.5,
                null,
                90,
                "default",
                "sore",
                RunSettings.Curves.DEFAULT);
        assertThat(Rendered.section(
                        SampleResults.only(settings, List.of(few), null, null, null),
                        "Definitions and limits of the data"))
                .contains("""
                        - Few clusters: some interval rests on no more than 7 clusters (therapist and site), so its width is
                          itself uncertain.
                        """)
                .contains("Korn-Graubard: exact interval widened by the design effect")
                .contains("clustered by therapist and site")
                .contains("for therapists like its present ones");
    }

    @Test
    void independentSessionsAndAllAnswersAndOtherRelief() {
        RunSettings settings = new RunSettings(
                0.95,
                "wilson",
                "none",
                List.of(),
                List.of(),
                "",
                "",
                1.5,
                null,
                90,
                "default",
                "sore",
                RunSettings.Curves.DEFAULT);
        AuditResult result = SampleResults.only(
                settings,
                List.of(SampleResults.pneumothorax(Stratum.OVERALL)),
                null,
                null,
                List.of(SampleResults.noRelief(Stratum.OVERALL)));
        assertThat(Rendered.section(result, "Definitions and limits of the data"))
                .contains("with sessions taken as independent", "before the first one by")
                .doesNotContain("Late courses");
    }

    @ParameterizedTest
    @CsvSource({
        "column, as recorded in the export's column of that name.",
        "pain -30%, pain (0 to 10) after a session lower than before the first one by at least 30 %.",
        "pain -2, pain (0 to 10) after a session lower than before the first one by at least 2 points.",
        "pain<=3, pain (0 to 10) after a session of at most 3.",
        "'pain -2, sustained', 'pain (0 to 10) after a session lower than before the first one by at least 2 points, and"
                + " at every later session with an answer.'",
        "other, other."
    })
    void reliefIsDefinedInWords(String definition, String words) {
        assertThat(definitions(definition).replaceAll("\\s+", " ")).contains("- Relief: " + words + " A course");
        assertThat(definitions("none")).doesNotContain("Relief: ");
    }

    private static String definitions(String definition) {
        ReliefResult relief = SampleResults.noRelief(Stratum.OVERALL);
        ReliefResult defined = new ReliefResult(
                relief.stratum(), definition, relief.estimand(), relief.counts(), relief.estimate(), null, null);
        return Rendered.section(
                SampleResults.only(SampleResults.PLAIN, null, null, null, List.of(defined)),
                "Definitions and limits of the data");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void textFromOutsideIsHarmless(boolean unicode) {
        for (String hostile : HOSTILE) {
            assertHarmless(Rendered.text(hostile(hostile), unicode));
        }
    }

    private static AuditResult hostile(String text) {
        Stratum stratum = new Stratum(List.of(text, "b" + text), Arrays.<@Nullable String>asList(text, null));
        RunSettings settings = new RunSettings(
                0.95,
                text,
                text,
                List.of(text),
                List.of(text),
                text,
                text,
                1.5,
                null,
                90,
                text,
                text,
                RunSettings.Curves.DEFAULT);
        BenchmarkVerdict verdict = new BenchmarkVerdict(
                text,
                text,
                stratum,
                0.001,
                0.95,
                BenchmarkVerdict.Verdict.INCONCLUSIVE,
                text,
                SampleResults.counts(0, 10, 0, 0, 5),
                0.0,
                0.0,
                0.2,
                null,
                null,
                null,
                text,
                List.of(new BenchmarkVerdict.Comparator(text, 1, 2, text)));
        return new AuditResult(
                text,
                text,
                List.of(new InputSummary(text, 1, text, RowCounts.NONE), SampleResults.CLINIC),
                1,
                settings,
                List.of(
                        rate(text, Stratum.OVERALL, 4, 10),
                        rate(text, stratum, 4, 10),
                        SampleResults.unrecorded(text, Stratum.OVERALL),
                        SampleResults.unrecorded(text, stratum)),
                List.of(verdict),
                null,
                List.of(SampleResults.npmle(), diary(stratum), SampleResults.noSoreness(stratum)),
                new CurveTest(text, Estimate.notEstimable(text)),
                List.of(SampleResults.relief(Stratum.OVERALL), SampleResults.relief(stratum)),
                List.of(new Warning(text, text)));
    }

    private static SorenessResult diary(Stratum stratum) {
        SorenessResult npmle = SampleResults.npmle();
        return new SorenessResult(stratum, npmle.method(), npmle.counts(), npmle.estimate(), npmle.trajectory());
    }

    private static EventRate rate(String event, Stratum stratum, long events, long assessed) {
        return new EventRate(
                event,
                stratum,
                "minor",
                new EventRate.Counts(events, assessed, assessed, 0, events, assessed, assessed),
                Estimate.of(new EventRate.Figures(
                        (double) events / assessed,
                        SampleResults.stabilized(0.00012, 0.00034),
                        Estimate.of(new EventRate.FrequencyWords("uncommon", "uncommon", "very common")),
                        (double) events / assessed,
                        SampleResults.exact(0.0000012, 0.0000034),
                        new EventRate.PatientAverage(0.00001234, new EventRate.Bounds(0.00000123, 0.00002345)),
                        Estimate.of(new EventRate.NeedleRate(
                                events, assessed, 0.0001, SampleResults.exact(0.00012, 123_456.7))),
                        SampleResults.ladder())),
                new EventRate.Bounds(0.00000123, 0.999_123));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyPageFits(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            AuditResult result = random(random);
            assertHarmless(Rendered.text(result, true));
            assertHarmless(Rendered.text(result, false));
        }
    }

    private static AuditResult random(Random random) {
        List<Stratum> strata = new ArrayList<>(List.of(Stratum.OVERALL));
        for (int i = random.nextInt(4); i > 0; i--) {
            strata.add(SampleResults.condition(random.nextInt(5) == 0 ? null : word(random)));
        }
        List<EventRate> rates = new ArrayList<>();
        List<SorenessResult> soreness = new ArrayList<>();
        List<ReliefResult> relief = new ArrayList<>();
        String event = word(random);
        for (Stratum stratum : strata) {
            long assessed = 1 + (long) (Math.pow(10, 10 * random.nextDouble()));
            rates.add(rate(event, stratum, (long) (assessed * random.nextDouble()), assessed));
            soreness.add(random.nextBoolean() ? diary(stratum) : SampleResults.kaplanMeier(stratum));
            relief.add(random.nextBoolean() ? SampleResults.relief(stratum) : SampleResults.noRelief(stratum));
        }
        AuditResult full = SampleResults.full();
        return new AuditResult(
                "report",
                "0.1.0",
                List.of(new InputSummary(
                        word(random),
                        random.nextLong(1L << 50),
                        word(random),
                        new RowCounts(9_000_000_000L, 9_000_000_000L, 0, 0))),
                9_000_000_000L,
                full.settings(),
                rates,
                full.benchmarks(),
                null,
                soreness,
                full.sorenessTest(),
                relief,
                List.of(new Warning("w", word(random))));
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(120); i >= 0; i--) {
            int plane = random.nextInt(3);
            word.appendCodePoint(
                    plane == 0
                            ? random.nextInt(0x250)
                            : plane == 1 ? random.nextInt(0x10000) : random.nextInt(0x110000));
        }
        return word.toString();
    }
}
