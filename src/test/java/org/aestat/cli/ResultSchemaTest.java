package org.aestat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.aestat.JsonSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of results says what it should, and refuses what is not a result. */
class ResultSchemaTest {

    private static final String[] DIARY = {
        "patient_id,session_date,site,bruising,needles,soreness_at_12h,soreness_at_24h,soreness_at_48h,pain_before,pain_after",
        "A,2025-01-01,North,yes,4,2,1,0,6,5",
        "A,2025-01-09,North,no,5,1,,,5,2",
        "B,2025-01-02,South,no,3,3,0,0,7,7",
        "C,2025-01-03,,,3,0,0,0,,"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"result", "policy", "publication"})
    void theSchemasAreSchemas(String name) {
        assertThat(JsonSchema.ofSchemas().faults(JsonSchema.resource(name).toString()))
                .isEmpty();
    }

    @Test
    void theSchemaOfSchemasRefusesWhatIsNone() {
        assertThat(JsonSchema.ofSchemas().faults("{\"required\": \"name\"}"))
                .containsExactly("/required: string found, array expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "policy", "publication"})
    void everyKeyIsDescribedInASentence(String name) {
        Map<String, String> descriptions = new LinkedHashMap<>();
        JsonNode schema = JsonSchema.resource(name);
        describe("", schema, schema.path("$defs"), descriptions);

        assertThat(descriptions).hasSizeGreaterThan(15);
        assertThat(descriptions)
                .allSatisfy((key, text) -> assertThat(text).as(key).matches("[A-Z].{6,}\\."));
    }

    private static void describe(String path, JsonNode node, JsonNode shared, Map<String, String> descriptions) {
        if (node.path("type").asText().equals("object") || path.endsWith("Figures") || path.endsWith("Part")) {
            node.path("properties").properties().forEach(property -> {
                JsonNode value = property.getValue();
                String reference = value.path("$ref").asText().replace("#/$defs/", "");
                String own = value.path("description").asText();
                descriptions.put(
                        path + "/" + property.getKey(),
                        own.isEmpty()
                                ? shared.path(reference).path("description").asText()
                                : own);
            });
        }
        node.properties()
                .forEach(child -> describe(path + "/" + child.getKey(), child.getValue(), shared, descriptions));
    }

    @Test
    void aResultOfEveryAnalysisFits() throws IOException {
        JsonNode result = report();

        assertThat(JsonSchema.STRICT_RESULT.faults(result.toString())).isEmpty();
        assertThat(JsonSchema.of("result").faults(result.toString())).isEmpty();
    }

    /** Each kind of object once, wherever it stands. */
    @Test
    void noObjectTakesAKeyThatIsNotDescribed() throws IOException {
        assertEachIsRefused(report(), (object, place) -> object.put("undocumented", 1));
    }

    @Test
    void noFigureIsAbsentWithoutAReason() throws IOException {
        assertEachIsRefused(report(), (object, place) -> object.remove("notEstimable"));
    }

    @Test
    void noFractionIsAPercentage() throws IOException {
        for (String key : List.of("rate", "lower", "upper", "probability", "sore", "level", "confidence")) {
            assertEachIsRefused(report(), (object, place) -> {
                if (object.path(key).isNumber()
                        && !place.contains("perThousandNeedles")
                        && !place.endsWith("medianHours")
                        && !place.endsWith("medianSessions")
                        && !place.endsWith("daysToRelief")) {
                    object.put(key, 8.5);
                }
            });
        }
    }

    /** Changes one object of each kind, and demands that the whole is refused wherever something changed. */
    private static void assertEachIsRefused(JsonNode result, BiConsumer<ObjectNode, String> change) {
        Map<String, ObjectNode> objects = new LinkedHashMap<>();
        collect("", result, objects);
        int refused = 0;
        for (Map.Entry<String, ObjectNode> entry : objects.entrySet()) {
            ObjectNode object = entry.getValue();
            Map<String, JsonNode> before = new LinkedHashMap<>();
            object.properties().forEach(field -> before.put(field.getKey(), field.getValue()));
            String text = object.toString();
            change.accept(object, entry.getKey());
            if (!object.toString().equals(text)) {
                assertThat(JsonSchema.STRICT_RESULT.faults(result.toString()))
                        .as(entry.getKey())
                        .isNotEmpty();
                refused++;
            }
            object.removeAll();
            object.setAll(before);
        }
        assertThat(refused).isPositive();
    }

    /** Strata take any key, and stand for themselves. */
    private static void collect(String place, JsonNode node, Map<String, ObjectNode> objects) {
        if (place.endsWith("/stratum")) {
            return;
        }
        if (node instanceof ObjectNode object) {
            objects.putIfAbsent(place + (object.has("notEstimable") ? " without figure" : ""), object);
            object.properties().forEach(child -> collect(place + "/" + child.getKey(), child.getValue(), objects));
        } else {
            node.forEach(child -> collect(place, child, objects));
        }
    }

    @Test
    void theCommandDecidesWhatIsThere() throws IOException {
        String rates = run("rates").toString();
        assertThat(JsonSchema.STRICT_RESULT.faults(rates.replace("\"rates\":[", "\"rate\":[")))
                .contains(": required property 'rates' not found");
        assertThat(JsonSchema.STRICT_RESULT.faults(rates.replace("\"command\":\"rates\"", "\"command\":\"relief\"")))
                .contains(
                        ": required property 'relief' not found",
                        ": property 'rates' is not evaluated and the schema does not allow unevaluated properties");
        assertThat(JsonSchema.STRICT_RESULT.faults(rates.replace("\"command\":\"rates\"", "\"command\":\"rate\"")))
                .contains("/command: does not have a value in the enumeration [\"report\", \"rates\", \"soreness\","
                        + " \"relief\", \"check\", \"validate\", \"plan\", \"init\"]");
    }

    @Test
    void aLaterKeyIsNoFaultForReaders() throws IOException {
        ObjectNode result = (ObjectNode) report();
        result.put("later", 1);
        ((ObjectNode) result.path("rates").path(0)).put("later", 1);

        assertThat(JsonSchema.of("result").faults(result.toString())).isEmpty();
    }

    @Test
    void theTestsOfCommandsRefuseAnUndocumentedKey() throws IOException {
        String text = report().toString();
        JsonSchema.check(text);

        assertThatThrownBy(() -> JsonSchema.check(
                        text.replace("\"patients\":3,\"settings\"", "\"patients\":3,\"x\":1,\"settings\"")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the result does not fit its schema:\n"
                        + ": property 'x' is not evaluated and the schema does not allow unevaluated properties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check.json", "plan.json", "plan-sessions.json"})
    void resultsOfOtherCommandsFit(String name) throws IOException {
        assertThat(JsonSchema.STRICT_RESULT.faults(example(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "below": 0.001 | "below": 0.001, "above": 0.001
            "below": 0.001 | "below": 10
            "below": 20.5 | "below": -20.5
            "value": 0.0008 | "value": 8
            "value": -0.01 | "value": -1.5
            "verdict": "breach" | "verdict": "failed"
            "effect": "warn" | "effect": "error"
            "of": "sessions" | "of": "session"
            "unit": "fraction" | "unit": "percent"
            "notEstimable": "no session is assessed" | "effect": "fail"
            "notEstimable": "no session is assessed" | "notEstimable": "no session is assessed", "value": 0
            "line": 7 | "line": 0
            "side": "upper" | "side": "above"
            "code": 4 | "code": 1
            "applies": [4, 5] | "applies": [0]
            "signalDate": "2025-03-01", | ''
            "signalDate": "2025-03-01" | "signalDate": "1 March"
            "fewestEvents": 4 | "ratio": 2
            "cluster": "patient" | "cluster": "clinic"
            """)
    void aCheckThatIsNoneIsRefused(String good, String bad) throws IOException {
        String text = example("check.json");
        assertThat(text).contains(good);

        assertThat(JsonSchema.STRICT_RESULT.faults(text.replaceFirst(Pattern.quote(good), bad)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "severity":"error" | "severity":"fatal"
            "code":"E105" | "code":"105"
            "count":1, | "count":0,
            "line":2 | "line":0
            "examples":[{ | "examples":[],"more":[{
            "share":1 | "share":100
            "share":1 | "notEstimable":"no session","share":1
            "month":"2025-02" | "month":"2025-13"
            "undated":0 | "undated":-1
            "asOf":"2025-03-01" | "asOf":"March"
            "reason":"no column age" | "why":"no column age"
            """)
    void aValidationThatIsNoneIsRefused(String good, String bad) throws IOException {
        CommandLineRun run = new Workspace(folder)
                .file("clinic.csv", "patient_id,session_date,needles", "A,2025-02-01,x", "A,2025-02-02,4")
                .run("validate", "clinic.csv", "--as-of", "2025-03-01", "--format", "json");
        String text = new ObjectMapper().readTree(run.out()).toString();
        assertThat(text).contains(good);

        assertThat(JsonSchema.STRICT_RESULT.faults(text.replaceFirst(Pattern.quote(good), bad)))
                .isNotEmpty();
    }

    @Test
    void aPlanHasRowsOrWhatSessionsShow() throws IOException {
        assertThat(JsonSchema.STRICT_RESULT.faults(example("plan.json").replace("\"plan\": [", "\"rows\": [")))
                .isNotEmpty();
        assertThat(JsonSchema.STRICT_RESULT.faults(example("plan-sessions.json").replace("\"shows\"", "\"plan\"")))
                .contains("/plan: object found, array expected");
    }

    private JsonNode report() throws IOException {
        return run("report", "--by", "site");
    }

    private JsonNode run(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.addAll(1, List.of("clinic.csv", "--format", "json"));
        CommandLineRun run = new Workspace(folder).file("clinic.csv", DIARY).run(words.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static String example(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ResultSchemaTest.class.getResourceAsStream("/schema/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
