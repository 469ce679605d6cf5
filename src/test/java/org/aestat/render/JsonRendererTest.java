package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.aestat.JsonSchema;
import org.aestat.result.AuditResult;
import org.aestat.result.CurveTest;
import org.aestat.result.Estimate;
import org.aestat.result.EventRate;
import org.aestat.result.InputSummary;
import org.aestat.result.Quantile;
import org.aestat.result.RowCounts;
import org.aestat.result.RunSettings;
import org.aestat.result.SorenessResult;
import org.aestat.result.Stratum;
import org.aestat.result.Warning;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonRendererTest {

    private static String json(AuditResult result) throws IOException {
        StringWriter out = new StringWriter();
        new JsonRenderer().render(result, out);
        assertThat(JsonSchema.STRICT_PARTS.faults(out.toString())).isEmpty();
        return out.toString();
    }

    private static AuditResult rates(EventRate... rates) {
        return SampleResults.only(SampleResults.PLAIN, List.of(rates), null, null, null);
    }

    private static AuditResult soreness(SorenessResult... results) {
        return SampleResults.only(SampleResults.PLAIN, null, null, List.of(results), null);
    }

    @Test
    void theWholeIsIndentedAndEndsWithANewline() throws IOException {
        AuditResult result = SampleResults.only(SampleResults.SETTINGS, null, null, null, null);
        assertThat(json(result)).isEqualTo("""
                {
                  "schema": "aestat-result/1",
                  "tool": {
                    "name": "aestat",
                    "version": "0.1.0"
                  },
                  "command": "rates",
                  "inputs": [
                    {
                      "file": "clinic.csv",
                      "bytes": 104857,
                      "sha256": "3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b",
                      "rows": {
                        "read": 1200,
                        "used": 1190,
                        "excluded": 8,
                        "rejected": 2
                      }
                    }
                  ],
                  "rows": {
                    "read": 1200,
                    "used": 1190,
                    "excluded": 8,
                    "rejected": 2
                  },
                  "patients": 300,
                  "settings": {
                    "confidence": 0.95,
                    "interval": "auto",
                    "cluster": "patient",
                    "by": [
                      "condition"
                    ],
                    "where": [],
                    "heterogeneity": 1.5,
                    "courseGap": 90,
                    "relief": "default",
                    "among": "sore",
                    "confType": "log-log",
                    "seed": 20240229,
                    "replicates": 500,
                    "stratify": [],
                    "sustained": false
                  },
                  "warnings": []
                }
                """);
    }

    @Test
    void theAnalysesComeInOneOrder() throws IOException {
        String json = json(SampleResults.full());
        assertThat(JsonSchema.STRICT_RESULT.faults(json)).isEmpty();
        List<String> tops = FlatJson.of(json).stream()
                .map(line -> line.split("[.:\\[]", 2)[0])
                .distinct()
                .toList();
        assertThat(tops)
                .containsExactly(
                        "schema",
                        "tool",
                        "command",
                        "inputs",
                        "rows",
                        "patients",
                        "settings",
                        "rates",
                        "benchmarks",
                        "soreness",
                        "sorenessTest",
                        "relief",
                        "warnings");
    }

    @Test
    void theSettingsHoldTheFilters() throws IOException {
        RunSettings settings = new RunSettings(
                0.9,
                "wilson",
                "none",
                List.of(),
                List.of("technique=deep"),
                "2024-01-01",
                "2024-12-31",
                2,
                1.25,
                60,
                "pain -50%",
                "all",
                new RunSettings.Curves("plain", 7, 500, List.of("site"), true));
        assertThat(FlatJson.of(json(SampleResults.only(settings, null, null, null, null)), "settings."))
                .containsExactly(
                        "confidence: 0.9",
                        "interval: wilson",
                        "cluster: none",
                        "by: []",
                        "where[0]: technique=deep",
                        "from: 2024-01-01",
                        "to: 2024-12-31",
                        "heterogeneity: 2",
                        "designEffect: 1.25",
                        "courseGap: 60",
                        "relief: pain -50%",
                        "among: all",
                        "confType: plain",
                        "seed: 7",
                        "replicates: 500",
                        "stratify[0]: site",
                        "sustained: true");
    }

    @Test
    void aRateHasEveryFigure() throws IOException {
        assertThat(FlatJson.of(json(rates(SampleResults.bruising(Stratum.OVERALL, 91))), "rates[0]."))
                .containsExactly(
                        "event: bruising",
                        "stratum: {}",
                        "unit: session",
                        "severity: minor",
                        "events: 91",
                        "denominator: 1150",
                        "notRecorded: 40",
                        "partlyRecorded: 0",
                        "patients: 70",
                        "patientsAssessed: 290",
                        "therapists: 7",
                        "rate: 0.0791304347826087",
                        "interval.method: stabilized",
                        "interval.level: 0.95",
                        "interval.lower: 0.0621",
                        "interval.upper: 0.1014",
                        "interval.clusters: 290",
                        "interval.estimatedDesignEffect: 1.2",
                        "interval.designEffect: 1.18",
                        "interval.effectiveSize: 974.576",
                        "interval.reason: patients have many sessions",
                        "unrecordedBounds.lower: 0.0765",
                        "unrecordedBounds.upper: 0.1101",
                        "frequency.estimate: common",
                        "frequency.lower: common",
                        "frequency.upper: very common",
                        "patientRate.rate: 0.2413793103448276",
                        "patientRate.interval.method: clopper-pearson",
                        "patientRate.interval.level: 0.95",
                        "patientRate.interval.lower: 0.193",
                        "patientRate.interval.upper: 0.295",
                        "perThousandNeedles.events: 91",
                        "perThousandNeedles.needles: 6900",
                        "perThousandNeedles.rate: 13.188",
                        "perThousandNeedles.interval.method: garwood",
                        "perThousandNeedles.interval.level: 0.95",
                        "perThousandNeedles.interval.lower: 10.25",
                        "perThousandNeedles.interval.upper: 16.7");
    }

    @Test
    void whatCannotBeEstimatedHasAReason() throws IOException {
        String json = json(rates(
                SampleResults.unrecorded("fatigue", SampleResults.condition(null)),
                SampleResults.anyMajor(),
                SampleResults.any()));
        assertThat(FlatJson.of(json, "rates[0]."))
                .containsExactly(
                        "event: fatigue",
                        "stratum.condition: null",
                        "unit: session",
                        "severity: minor",
                        "events: 0",
                        "denominator: 0",
                        "notRecorded: 1190",
                        "partlyRecorded: 0",
                        "patients: 0",
                        "patientsAssessed: 0",
                        "notEstimable: not recorded",
                        "unrecordedBounds.lower: 0",
                        "unrecordedBounds.upper: 1");
        assertThat(FlatJson.of(json, "rates[1]."))
                .contains("frequency.notEstimable: fewer than 20 sessions assessed")
                .containsSubsequence(
                        "ladder[0].assumption: design effect 1", "ladder[0].level: 0.95", "ladder[0].upper: 0.3387")
                .noneMatch(line -> line.startsWith("perThousandNeedles"));
        assertThat(FlatJson.of(json, "rates[2].perThousandNeedles."))
                .containsExactly("notEstimable: no needles recorded with it");
    }

    @Test
    void aVerdictHasWhatBelongsToIt() throws IOException {
        AuditResult result = SampleResults.only(
                SampleResults.PLAIN,
                List.of(),
                List.of(SampleResults.notShown(), SampleResults.below(), SampleResults.nothingRecorded(640)),
                null,
                null);
        assertThat(FlatJson.of(json(result), "benchmarks[0]."))
                .containsExactly(
                        "id: pneumothorax",
                        "event: pneumothorax",
                        "stratum: {}",
                        "limit: 0.001",
                        "level: 0.95",
                        "verdict: inconclusive",
                        "reason: the upper bound is above the limit",
                        "events: 0",
                        "denominator: 640",
                        "notRecorded: 0",
                        "rate: 0",
                        "lower: 0",
                        "upper: 0.00467",
                        "sessionsNeeded: 2431",
                        "source: clinical guidance (0.1 % of sessions)",
                        "comparators[0].study: Witt 2009",
                        "comparators[0].events: 2",
                        "comparators[0].denominator: 229230",
                        "comparators[0].unit: patient");
        assertThat(FlatJson.of(json(result), "benchmarks[1]."))
                .contains("verdict: demonstrated below", "holdsToDesignEffect: 1.00033")
                .noneMatch(line -> line.startsWith("sessionsNeeded") || line.startsWith("tippingPoint"));
        assertThat(FlatJson.of(json(result), "benchmarks[2]."))
                .containsSubsequence(
                        "notRecorded: 640",
                        "notEstimable: no session is assessed",
                        "source: " + "clinical guidance (0.1 % of sessions)")
                .noneMatch(line -> line.startsWith("rate"));
    }

    @Test
    void aKaplanMeierCurveHasItsEvents() throws IOException {
        List<String> lines = FlatJson.of(json(soreness(SampleResults.kaplanMeier(Stratum.OVERALL))), "soreness[0].");
        assertThat(lines)
                .startsWith(
                        "stratum: {}",
                        "method: kaplan-meier",
                        "recorded: 1100",
                        "sessions: 700",
                        "neverSore: 400",
                        "resolved: 650",
                        "censored: 50",
                        "relapsed: 0",
                        "notRecorded: 80",
                        "endNotRecorded: 10",
                        "limits.method: log-log",
                        "limits.level: 0.95",
                        "limits.variance: infinitesimal jackknife, clustered by patient",
                        "medianHours.value: 30",
                        "medianHours.lower: 28",
                        "medianHours.upper: 36",
                        "quartileHours.q1: 18.5",
                        "quartileHours.q3: 48",
                        "meanHoursTo72.value: 33.149",
                        "meanHoursTo72.standardError: 1.05",
                        "resolvedBy[0].hours: 12",
                        "resolvedBy[0].probability: 0.104",
                        "resolvedBy[0].lower: 0.081",
                        "resolvedBy[0].upper: 0.127",
                        "resolvedBy[0].atRisk: 690")
                .containsSubsequence(
                        "resolvedBy[5].hours: 168",
                        "resolvedBy[5].notEstimable: beyond the last observed time",
                        "curve[0].hours: 6",
                        "curve[0].atRisk: 700",
                        "curve[0].resolved: 30",
                        "curve[0].censored: 0",
                        "curve[0].sore: 0.95",
                        "curve[0].lower: 0.946",
                        "curve[0].upper: 0.954")
                .noneMatch(line -> line.startsWith("trajectory") || line.contains("fromHours"));
    }

    @Test
    void anNpmleHasBoundsAndADiary() throws IOException {
        assertThat(FlatJson.of(json(soreness(SampleResults.npmle())), "soreness[0]."))
                .containsSubsequence(
                        "method: npmle",
                        "limits.method: bootstrap over patients",
                        "limits.level: 0.95",
                        "limits.seed: 20240229",
                        "limits.replicates: 200",
                        "medianHours.from: 4",
                        "medianHours.to: 20",
                        "quartileHours.q1From: 1.5",
                        "quartileHours.q1To: 4",
                        "quartileHours.notEstimable: q3: more than a quarter are still sore at the last hour",
                        "meanHoursTo72.notEstimable: follow-up ends at 20 h",
                        "resolvedBy[0].hours: 12",
                        "resolvedBy[0].lowerBound: 0.3",
                        "resolvedBy[0].upperBound: 0.52",
                        "resolvedBy[1].hours: 24",
                        "resolvedBy[1].notEstimable: beyond the last observed time",
                        "curve[0].fromHours: 0.5",
                        "curve[0].hours: 1.5",
                        "curve[0].sore: 0.85",
                        "curve[1].fromHours: 1.5",
                        "curve[1].hours: 4",
                        "curve[1].sore: 0.7",
                        "curve[1].lower: 0.6",
                        "curve[1].upper: 0.79",
                        "trajectory[0].hours: 0.5",
                        "trajectory[0].recorded: 233",
                        "trajectory[0].meanScore: 0.4206",
                        "trajectory[0].meanLower: 0.31",
                        "trajectory[0].meanUpper: 0.53",
                        "trajectory[0].sore: 0.2747",
                        "trajectory[0].method: stabilized",
                        "trajectory[0].lower: 0.2184",
                        "trajectory[0].upper: 0.3367",
                        "trajectory[3].hours: 20",
                        "trajectory[3].recorded: 0",
                        "trajectory[3].notEstimable: no score recorded");
    }

    @Test
    void quartilesThatAreMissingSayWhy() throws IOException {
        Quantile first = Quantile.none("too few", null, null);
        Quantile third = Quantile.none("too many", null, null);
        Quantile there = Quantile.at(3, null, null);
        assertThat(quartiles(first, there)).containsExactly("q3: 3", "notEstimable: q1: too few");
        assertThat(quartiles(there, third)).containsExactly("q1: 3", "notEstimable: q3: too many");
        assertThat(quartiles(first, third)).containsExactly("notEstimable: q1: too few; q3: too many");
        assertThat(quartiles(first, first)).containsExactly("notEstimable: q1: too few; q3: too few");
    }

    private static List<String> quartiles(Quantile first, Quantile third) throws IOException {
        SorenessResult curve = SampleResults.kaplanMeier(Stratum.OVERALL);
        SorenessResult result = new SorenessResult(
                curve.stratum(),
                curve.method(),
                curve.counts(),
                Estimate.of(new SorenessResult.Figures(
                        Quantile.none("not reached", 9.0, null),
                        first,
                        third,
                        Estimate.notEstimable("too short"),
                        List.of(),
                        List.of(),
                        SampleResults.LOG_LOG)),
                List.of());
        assertThat(FlatJson.of(json(soreness(result)), "soreness[0].medianHours."))
                .containsExactly("notEstimable: not reached", "lower: 9");
        return FlatJson.of(json(soreness(result)), "soreness[0].quartileHours.");
    }

    @Test
    void sorenessThatCannotBeEstimatedHasAReason() throws IOException {
        assertThat(FlatJson.of(json(soreness(SampleResults.noSoreness(Stratum.OVERALL))), "soreness[0]."))
                .endsWith("endNotRecorded: 0", "notEstimable: no session with soreness");
    }

    @Test
    void aTestBetweenStrata() throws IOException {
        assertThat(test(Estimate.of(new CurveTest.Figures(4.25, 2, 1.25e-12))))
                .containsExactly("test: log-rank", "chiSquare: 4.25", "degreesOfFreedom: 2", "pValue: 1.25E-12");
        assertThat(test(Estimate.notEstimable("fewer than 10 patients")))
                .containsExactly("test: log-rank", "notEstimable: fewer than 10 patients");
    }

    private static List<String> test(Estimate<CurveTest.Figures> estimate) throws IOException {
        AuditResult result = new AuditResult(
                "soreness",
                "0.1.0",
                List.of(),
                0,
                SampleResults.PLAIN,
                null,
                null,
                null,
                List.of(),
                new CurveTest("log-rank", estimate),
                null,
                List.of());
        return FlatJson.of(json(result), "sorenessTest.");
    }

    @Test
    void reliefHasEveryFigure() throws IOException {
        AuditResult result = SampleResults.only(
                SampleResults.PLAIN,
                null,
                null,
                null,
                List.of(SampleResults.relief(Stratum.OVERALL), SampleResults.noRelief(Stratum.OVERALL)));
        assertThat(FlatJson.of(json(result), "relief[0]."))
                .containsSubsequence(
                        "stratum: {}",
                        "definition: column",
                        "estimand: cumulative incidence, ending without relief competing",
                        "courses: 310",
                        "relieved: 190",
                        "ended: 80",
                        "open: 40",
                        "late: 12",
                        "lateWithoutFollowUp: 3",
                        "lateWithoutBaseline: 0",
                        "relievedBeforeEntry: 2",
                        "notAssessed: 25",
                        "orderConflicts: 1",
                        "medianSessions.value: 4",
                        "medianSessions.lower: 3",
                        "relievedBy[1].sessions: 3",
                        "relievedBy[1].probability: 0.412",
                        "relievedBy[1].lower: 0.372",
                        "relievedBy[1].upper: 0.45199999999999996",
                        "relievedBy[1].atRisk: 220",
                        "relievedBy[1].ifNobodyStopped: 0.433",
                        "relievedBy[4].sessions: 10",
                        "relievedBy[4].notEstimable: fewer than 5 courses at risk from session 9",
                        "curve[0].session: 1",
                        "curve[0].atRisk: 310",
                        "curve[0].relieved: 38",
                        "curve[0].ended: 5",
                        "curve[0].censored: 2",
                        "curve[0].probability: 0.123",
                        "curve[0].lower: 0.09",
                        "curve[0].upper: 0.16",
                        "curve[1].session: 2",
                        "curve[1].probability: 0",
                        "daysToRelief.notEstimable: less than half are relieved",
                        "daysToRelief.lower: 21",
                        "sessionsPerWeek: 1.449",
                        "meanPainFall.value: 2.31",
                        "meanPainFall.standardError: 0.149",
                        "unrecordedBounds[0].sessions: 3",
                        "unrecordedBounds[0].lower: 0.38125373134328355",
                        "unrecordedBounds[0].upper: 0.4558805970149254",
                        "unrecordedBounds[1].sessions: 6",
                        "unrecordedBounds[1].lower: 0.5552238805970149",
                        "unrecordedBounds[1].upper: 0.6298507462686567");
        assertThat(FlatJson.of(json(result), "relief[1]."))
                .endsWith("orderConflicts: 0", "notEstimable: no course is assessed");
    }

    @Test
    void reliefHasWhatIsShownBesideTheCurve() throws IOException {
        assertThat(FlatJson.of(
                        json(SampleResults.only(
                                SampleResults.PLAIN, null, null, null, List.of(SampleResults.reliefByPain()))),
                        "relief[0]."))
                .endsWith(
                        "meanPainFall.value: 2.31",
                        "meanPainFall.standardError: 0.149",
                        "unrecordedBounds[0].sessions: 3",
                        "unrecordedBounds[0].lower: 0.38125373134328355",
                        "unrecordedBounds[0].upper: 0.4558805970149254",
                        "unrecordedBounds[1].sessions: 6",
                        "unrecordedBounds[1].lower: 0.5552238805970149",
                        "unrecordedBounds[1].upper: 0.6298507462686567",
                        "heldAtNextVisit.courses: 120",
                        "heldAtNextVisit.held: 90",
                        "openBounds[0].sessions: 1",
                        "openBounds[0].lower: 0.12",
                        "openBounds[0].upper: 0.15",
                        "openBounds[1].sessions: 6",
                        "openBounds[1].lower: 0.55",
                        "openBounds[1].upper: 0.68",
                        "openBounds[2].sessions: 10",
                        "openBounds[2].notEstimable: too few",
                        "second.definition: pain -50%, sustained",
                        "second.courses: 305",
                        "second.relieved: 120",
                        "second.medianSessions.value: 6",
                        "second.medianSessions.lower: 5",
                        "second.relievedBy[0].sessions: 3",
                        "second.relievedBy[0].probability: 0.25",
                        "second.relievedBy[0].lower: 0.21",
                        "second.relievedBy[0].upper: 0.29",
                        "second.relievedBy[0].atRisk: 210",
                        "second.relievedBy[0].ifNobodyStopped: 0.28",
                        "second.relievedBy[1].sessions: 6",
                        "second.relievedBy[1].notEstimable: too few",
                        "second.heldAtNextVisit.courses: 80",
                        "second.heldAtNextVisit.held: 50");
    }

    @Test
    void textFromOutsideStaysTextAndSteersNoTerminal() throws IOException {
        String hostile = "a\"b\\\u001b[2J\n\u0007\u007f\u0085\u009b\u202e\u2028\u2066\ufeffé肩🙂\ud800";
        Stratum stratum = new Stratum(List.of("co\u202el", "col2"), Arrays.<@Nullable String>asList(hostile, null));
        AuditResult result = new AuditResult(
                "rates",
                "0.1.0",
                List.of(new InputSummary(hostile, 1, SampleResults.CLINIC.sha256(), RowCounts.NONE)),
                0,
                SampleResults.PLAIN,
                List.of(SampleResults.unrecorded("fatigue", stratum)),
                null,
                null,
                null,
                null,
                null,
                List.of(new Warning("code", hostile)));
        String json = json(result);
        assertThat(json.codePoints().filter(c -> c != '\n' && ControlCharacters.contains(c)))
                .isEmpty();
        String expected = hostile.replace("\ud800", "\ufffd");
        assertThat(FlatJson.of(json))
                .contains(
                        "inputs[0].file: " + expected,
                        "rates[0].stratum.co\u202el: " + expected,
                        "rates[0].stratum.col2: null",
                        "warnings[0].message: " + expected);
        assertThat(json)
                .contains("a\\\"b\\\\\\u001B[2J\\n\\u0007\\u007F\\u0085\\u009B\\u202E\\u2028\\u2066\\uFEFFé肩🙂");
    }

    @Test
    void noCharacterBeyondTheFirst65536SteersATerminal() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int c = 0x10000; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.getType(c) == Character.FORMAT) {
                all.appendCodePoint(c);
            }
        }
        assertThat(all.codePoints()).hasSizeGreaterThan(100);
        StringWriter out = new StringWriter();

        try (JsonGenerator generator = JsonDocument.generator(out)) {
            generator.writeString(all + "🙂" + all);
        }

        assertThat(out.toString().chars().filter(c -> c > 0x7F)).containsExactly(0xD83D, 0xDE42);
        try (JsonParser parser = new JsonFactory().createParser(out.toString())) {
            parser.nextToken();
            assertThat(parser.getText()).isEqualTo(all + "🙂" + all);
        }
    }

    @Test
    void numbersArePlain() throws IOException {
        SorenessResult.Figures figures = new SorenessResult.Figures(
                Quantile.at(-0.0, 1e15, 2e-3),
                Quantile.at(0.1 + 0.2, 2.0E-3, null),
                Quantile.at(1e300, null, null),
                Estimate.of(new SorenessResult.Mean(40, 1e-9)),
                List.of(),
                List.of(),
                SampleResults.LOG_LOG);
        SorenessResult curve = SampleResults.kaplanMeier(Stratum.OVERALL);
        String json = json(soreness(
                new SorenessResult(curve.stratum(), curve.method(), curve.counts(), Estimate.of(figures), List.of())));
        assertThat(FlatJson.of(json, "soreness[0].m"))
                .contains(
                        "edianHours.value: 0",
                        "edianHours.lower: 1000000000000000",
                        "edianHours.upper: 0.002",
                        "eanHoursTo72.value: 40",
                        "eanHoursTo72.standardError: 1E-9");
        assertThat(FlatJson.of(json, "soreness[0].quartileHours."))
                .containsExactly("q1: 0.30000000000000004", "q3: 1E+300");
    }

    @Test
    void whatIsNotANumberIsRefused() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            SorenessResult curve = SampleResults.kaplanMeier(Stratum.OVERALL);
            SorenessResult broken = new SorenessResult(
                    curve.stratum(),
                    curve.method(),
                    curve.counts(),
                    curve.estimate(),
                    List.of(new SorenessResult.DiaryTime(1, 1, value, null, null, 0.5, "stabilized", null, null)));
            assertThatThrownBy(() -> json(soreness(broken)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("not a finite number in a result: " + value);
        }
    }
}
