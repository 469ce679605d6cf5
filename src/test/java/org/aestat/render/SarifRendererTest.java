package org.aestat.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.aestat.result.CheckResult;
import org.aestat.result.Stratum;
import org.aestat.result.ThresholdResult;
import org.aestat.result.ThresholdResult.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SarifRendererTest {

    private static final String RESULT = "runs[0].results[0].";
    private static final String PRINT = "partialFingerprints.primaryLocationLineHash: ";

    static Stream<CheckResult> results() {
        return Stream.of(SampleChecks.mixed(), SampleChecks.hostile(), SampleChecks.many(12), SampleChecks.holds());
    }

    @ParameterizedTest
    @MethodSource("results")
    void theSchemaHolds(CheckResult result) throws IOException {
        String page = render(result);

        assertThat(errors(page)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoLog() throws IOException {
        String page = render(SampleChecks.mixed()).replace("\"level\": \"error\"", "\"level\": \"fatal\"");

        assertThat(errors(page)).isNotEmpty();
    }

    @Test
    void aBreachHasItsRuleItsPlaceAndItsSentence() throws IOException {
        String page = render(SampleChecks.mixed());

        assertThat(FlatJson.of(page, "runs[0].tool.driver."))
                .startsWith(
                        "name: aestat",
                        "version: 0.1.0",
                        "rules[0].id: pneumothorax-below-0-1-30780c15",
                        "rules[0].name: Pneumothorax below 0.1 %",
                        "rules[0].shortDescription.text: Pneumothorax below 0.1 %",
                        "rules[0].fullDescription.text: Holds where rate(pneumothorax) < 0.1 %, evidence demonstrated.",
                        "rules[0].help.text: A breach: the data show that the limit is not kept. Inconclusive: the data "
                                + "cannot tell. Passes are not listed.",
                        "rules[0].defaultConfiguration.level: error");
        assertThat(FlatJson.of(page, RESULT))
                .containsExactly(
                        "ruleId: pneumothorax-below-0-1-30780c15",
                        "ruleIndex: 0",
                        "level: error",
                        "message.text: Pneumothorax below 0.1 %: Breach of rate(pneumothorax) < 0.1 %: the lower bound "
                                + "is above the limit. Observed 0.37 % (3 of 818 sessions, 5 not recorded). Lower bound "
                                + "0.10004 % (one-sided 97.5 %).",
                        "locations[0].physicalLocation.artifactLocation.uri: safety/policy.toml",
                        "locations[0].physicalLocation.region.startLine: 3",
                        PRINT + "bd2758519899ca72a86494faf7e6692b49facbf95ae4d9435a666735ab0fd38e",
                        "partialFingerprints.thresholdAndStratum/v1: "
                                + "bd2758519899ca72a86494faf7e6692b49facbf95ae4d9435a666735ab0fd38e",
                        "properties.verdict: breach",
                        "properties.effect: fail");
    }

    @Test
    void levelsAreThoseOfTheEffectsAndPassesAreLeftOut() throws IOException {
        List<String> lines = FlatJson.of(render(SampleChecks.mixed()), "runs[0].results");

        assertThat(lines.stream().filter(line -> line.contains(".level: ")))
                .containsExactly(
                        "[0].level: error",
                        "[1].level: warning",
                        "[2].level: error",
                        "[3].level: warning",
                        "[4].level: note",
                        "[5].level: error",
                        "[6].level: error");
        assertThat(lines).contains("[6].ruleIndex: 0", "[6].locations[0].physicalLocation.region.startLine: 3");
    }

    @Test
    void theRunHasExitCodeAndWarnings() throws IOException {
        assertThat(FlatJson.of(render(SampleChecks.mixed()), "runs[0].invocations[0]."))
                .containsExactly(
                        "executionSuccessful: true",
                        "exitCode: 4",
                        "toolExecutionNotifications[0].descriptor.id: few-patients-with-event",
                        "toolExecutionNotifications[0].level: warning",
                        "toolExecutionNotifications[0].message.text: Only 3 patients had pneumothorax; its interval is "
                                + "rough.");
    }

    @Test
    void fingerprintsStayWhenFiguresChangeAndDifferBetweenStrata() throws IOException {
        String breach = fingerprint(
                SampleChecks.threshold("T", "rate(a)", 3, SampleChecks.breach(SampleChecks.site("A"), Effect.FAIL)));

        assertThat(fingerprint(SampleChecks.threshold(
                        "T", "rate(a)", 8, SampleChecks.open(SampleChecks.site("A"), Effect.WARN))))
                .isEqualTo(breach);
        assertThat(Stream.of(
                        fingerprint(threshold("T", SampleChecks.site("B"))),
                        fingerprint(threshold("T", SampleChecks.site("A\u202E"))),
                        fingerprint(threshold("T", SampleChecks.site(""))),
                        fingerprint(threshold("T", SampleChecks.site(null))),
                        fingerprint(threshold("T", new Stratum(List.of("therapist"), List.of("A")))),
                        fingerprint(threshold("T2", SampleChecks.site("A"))),
                        fingerprint(threshold("T", Stratum.OVERALL)),
                        breach))
                .doesNotHaveDuplicates();
    }

    @Test
    void textsHoldNeitherLinksNorPlaceholders() throws IOException {
        assertThat(FlatJson.of(render(SampleChecks.hostile()), RESULT + "message."))
                .singleElement()
                .asString()
                .contains("[l] (http://x)", "{{0}}")
                .doesNotContain("](");
    }

    private static ThresholdResult threshold(String name, Stratum stratum) {
        return SampleChecks.threshold(name, "rate(a)", 3, SampleChecks.breach(stratum, Effect.FAIL));
    }

    private static String fingerprint(ThresholdResult threshold) throws IOException {
        CheckResult result = SampleChecks.check(List.of(threshold), List.of(), 4, List.of(4));
        return FlatJson.of(render(result), RESULT + PRINT).get(0);
    }

    private static String render(CheckResult result) throws IOException {
        return CheckFormatsTest.render(new SarifRenderer(), result);
    }

    private static List<Error> errors(String page) throws IOException {
        try (InputStream text = SarifRendererTest.class.getResourceAsStream("/schema/sarif-2.1.0-rtm.5.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            return schema.validate(
                    page, InputFormat.JSON, run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)));
        }
    }
}
