package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.aestat.JsonSchema;
import org.aestat.session.AdverseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** The schema of policies takes what a policy may say and refuses what it may not, in the way of an editor. */
class PolicySchemaTest {

    private static final JsonSchema SCHEMA = JsonSchema.of("policy");

    private static final String POLICY = """
            [defaults]
            confidence = 0.95
            cluster = "patient,therapist"
            evidence = "demonstrated"
            inconclusive = "fail"
            severity = "error"
            adjust = "holm"

            [[threshold]]
            name = "Pneumothorax below 0.1 %"
            metric = "rate(pneumothorax)"
            below = 0.001
            evidence = "not-exceeded"
            by = ["site", "technique"]
            where = { technique = "deep", site = ["North", "South"] }
            severity = "warning"
            inconclusive = "pass"
            confidence = 0.99
            cluster = "none"
            adjust = "none"

            [[threshold]]
            name = "Few rows are rejected"
            metric = "rejected_rows"
            below = 5

            [sequential]
            method = "maxsprt-poisson"
            thresholds = ["Pneumothorax below 0.1 %"]
            from = 2025-01-01
            state = "surveillance.json"
            alpha = 0.05
            length = 20000
            fewest_events = 4
            """;

    private static List<String> faults(String policy) {
        TomlParseResult toml = Toml.parse(policy);
        assertThat(toml.errors()).isEmpty();
        return SCHEMA.faults(toml.toJson());
    }

    private static List<String> faultsOf(String metric, String limit) {
        return faults("[[threshold]]\nname = 'one'\nevidence = 'point'\nmetric = '" + metric + "'\n" + limit);
    }

    @Test
    void everyKeyIsTaken() {
        assertThat(faults(POLICY)).isEmpty();
        assertThat(faults(POLICY.replaceFirst("(?s)alpha.*", "")
                        .replace("maxsprt-poisson\"", "cusum\"\nratio = 2\nrun_length = 20000")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rate(pneumothorax)        | below = 0.001
            rate(pneumothorax)        | below = '0.1 %'
            rate(cough)               | above = '99%'
            patient_rate(any_minor)   | below = 0.5
            count(nerve_injury)       | below = 1
            soreness.resolved_by(48h) | above = 0.9
            soreness.resolved_by(1.5h)| above = '5 %'
            soreness.median_hours     | below = 36.5
            relief.by_session(6)      | above = 0.5
            relief.median_sessions    | below = 6
            not_recorded(soreness)    | below = '10 %'
            contraindicated_sessions  | below = 1
            change(rate(bruising))    | below = -0.02
            """)
    void everyMetricIsTaken(String metric, String limit) {
        assertThat(faultsOf(metric, limit)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rate(pneumothorax)        | below = 1
            rate(pneumothorax)        | below = 0
            rate(pneumothorax)        | below = -0.001
            rate(pneumothorax)        | below = '0.1'
            rate(pneumothorax)        | below = true
            rate(pneumothorax)        | limit = 0.001
            rate pneumothorax         | below = 0.001
            rates(pneumothorax)       | below = 0.001
            rate(Pneumo Thorax)       | below = 0.001
            count(nerve_injury)       | below = '1 %'
            count(nerve_injury)       | below = -1
            soreness.resolved_by(48)  | above = 0.9
            soreness.resolved_by(48h) | above = 90
            relief.by_session(0)      | above = 0.5
            relief.median_hours       | below = 6
            not_recorded(soreness)    | below = 10
            change(bruising)          | below = 0.02
            change(rate(bruising))    | below = -1
            """)
    void otherMetricsAndLimitsAreRefused(String metric, String limit) {
        assertThat(faultsOf(metric, limit)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            confidence = 0.95             | confidence = 95
            confidence = 0.99             | confidence = 1.0
            confidence = 0.99             | confidence = 0.4
            cluster = "none"              | cluster = "clinic"
            evidence = "not-exceeded"     | evidence = "shown"
            evidence = "demonstrated"     | proof = "demonstrated"
            severity = "warning"          | severity = "major"
            inconclusive = "pass"         | inconclusive = "ignore"
            adjust = "holm"               | adjust = "bonferroni"
            by = ["site", "technique"]    | by = []
            by = ["site", "technique"]    | groups = "site"
            where = {                     | where = { age = [],
            below = 0.001                 | below = 0.001 // above = 0.0001
            metric = "rejected_rows"      | metric = "rejected_rows" // evidence = "demonstrated"
            name = "Few rows are rejected"| ''
            method = "maxsprt-poisson"    | method = "sprt"
            alpha = 0.05                  | alpha = 5
            alpha = 0.05                  | ratio = 2
            from = 2025-01-01             | from = "January"
            length = 20000                | length = 0.5
            [defaults]                    | [default]
            [[threshold]]                 | [[thresholds]]
            """)
    void aMistakeIsRefused(String good, String bad) {
        assertThat(POLICY).contains(good);

        assertThat(faults(POLICY.replace(good, bad.replace(" // ", "\n")))).isNotEmpty();
    }

    @Test
    void evidenceStandsWithTheThresholdOrWithTheDefaults() {
        String threshold = "[[threshold]]\nname = 'one'\nmetric = 'rate(any)'\nbelow = 0.5\n";

        assertThat(faults(threshold)).containsExactly("/threshold/0: required property 'evidence' not found");
        assertThat(faults(threshold + "evidence = 'point'")).isEmpty();
        assertThat(faults(threshold + "[defaults]\nevidence = 'point'")).isEmpty();
        assertThat(faults(threshold.replace("rate(any)", "count(any)"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[defaults]\nevidence = 'point'", "threshold = []"})
    void aPolicyHasAThreshold(String policy) {
        assertThat(faults(policy)).isNotEmpty();
    }

    /** What editors propose is a metric, and names every event. */
    @Test
    void theProposedMetricsAreMetrics() {
        List<String> proposed = new ArrayList<>();
        JsonNode metric = JsonSchema.resource("policy").at("/$defs/threshold/properties/metric/anyOf/0/enum");
        metric.forEach(text -> proposed.add(text.asText()));

        for (AdverseEvent event : AdverseEvent.CANONICAL) {
            assertThat(proposed)
                    .contains("rate(" + event.name() + ")", "patient_rate(" + event.name() + ")")
                    .contains("count(" + event.name() + ")");
        }
        JsonNode patterns = JsonSchema.resource("policy").path("$defs");
        assertThat(proposed).allMatch(text -> List.of("fractionMetric", "countMetric", "medianMetric").stream()
                .flatMap(kind -> patterns.path(kind).findValuesAsText("pattern").stream())
                .anyMatch(text::matches));
    }
}
