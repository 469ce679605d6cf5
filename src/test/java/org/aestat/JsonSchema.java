package org.aestat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A schema that {@code aestat schema} prints, for tests. */
public final class JsonSchema {

    /** The schema of results, with every object closed: a key that the schema does not describe is a fault. */
    public static final JsonSchema STRICT_RESULT = new JsonSchema(closed(resource("result")));

    /** The same for results made by hand, which hold any analyses whatever the command, and empty lists. */
    public static final JsonSchema STRICT_PARTS = new JsonSchema(closed(withoutCommands(resource("result"))));

    /** The schema of published results, with every object closed. */
    public static final JsonSchema STRICT_PUBLICATION = new JsonSchema(closed(resource("publication")));

    private static final int MOST_SHOWN = 20;

    private final Schema schema;

    private JsonSchema(JsonNode node) {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(node);
    }

    /** The schema of schemas. */
    public static JsonSchema ofSchemas() {
        return new JsonSchema(
                new ObjectMapper().createObjectNode().put("$ref", SpecificationVersion.DRAFT_2020_12.getDialectId()));
    }

    /** A schema as users get it. */
    public static JsonSchema of(String name) {
        return new JsonSchema(resource(name));
    }

    /** The tree of a schema. */
    public static JsonNode resource(String name) {
        try (InputStream in = Objects.requireNonNull(
                JsonSchema.class.getResourceAsStream("/org/aestat/cli/" + name + ".schema.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses keys that are not described, wherever a schema lists the keys of an object and leaves it open. */
    private static JsonNode closed(JsonNode node) {
        node.forEach(JsonSchema::closed);
        if (node instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && object.has("properties")
                && !object.has("additionalProperties")) {
            boolean composed = object.has("allOf");
            object.set(composed ? "unevaluatedProperties" : "additionalProperties", BooleanNode.FALSE);
        }
        return node;
    }

    private static JsonNode withoutCommands(JsonNode root) {
        ArrayNode parts = ((ObjectNode) root).putArray("allOf");
        root.path("$defs").properties().forEach(definition -> {
            if (definition.getKey().endsWith("Part")) {
                ((ObjectNode) definition.getValue()).remove(List.of("required", "oneOf"));
                definition.getValue().path("properties").forEach(list -> ((ObjectNode) list).remove("minItems"));
                parts.addObject().put("$ref", "#/$defs/" + definition.getKey());
            }
        });
        return root;
    }

    /** What is wrong with a text, nothing if it fits; keys that are not described come last. */
    public List<String> faults(String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .sorted(Comparator.comparing((Error error) -> error.getKeyword().equals("unevaluatedProperties"))
                        .thenComparing(JsonSchema::line))
                .map(JsonSchema::line)
                .toList();
    }

    private static String line(Error error) {
        return error.getInstanceLocation() + ": " + error.getMessage();
    }

    /** Throws if a text, being a result in JSON, does not fit; any other text passes. */
    public static void check(String output) {
        if (!output.startsWith("{") || output.matches("(?s)\\{\\s*\"\\$schema\".*")) {
            return;
        }
        boolean published = output.contains("\"aestat-publication/");
        List<String> faults = (published ? STRICT_PUBLICATION : STRICT_RESULT).faults(output);
        if (!faults.isEmpty()) {
            throw new AssertionError("the result does not fit its schema:\n"
                    + faults.stream().limit(MOST_SHOWN).collect(Collectors.joining("\n")));
        }
    }
}
