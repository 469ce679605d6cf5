package org.aestat.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a stored JSON document, whose values are fetched by type.
 *
 * @param place where it stands, for messages; empty for the document itself
 * @param values its values: texts, {@code Double}, {@code Boolean}, maps, lists, null
 */
record StoredObject(String place, Map<String, @Nullable Object> values) {

    private static final double LARGEST_EXACT_INTEGER = 0x1p53;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * A document that is one object.
     *
     * @throws StoredJsonException if it is no JSON, or no object
     */
    static StoredObject of(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new StoredJsonException("it is no JSON object");
            }
            StoredObject document = new StoredObject("", object(parser));
            if (parser.nextToken() != null) {
                throw new StoredJsonException("something stands behind the JSON object");
            }
            return document;
        } catch (IOException e) {
            throw new StoredJsonException("it is no JSON");
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            values.put(name, value(parser));
        }
        return values;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<@Nullable Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                yield elements;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            default -> null;
        };
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    String text(String key) {
        if (values.get(key) instanceof String text) {
            return text;
        }
        throw wrong(key, "text");
    }

    @Nullable
    String textIfAny(String key) {
        return has(key) ? text(key) : null;
    }

    double number(String key) {
        if (values.get(key) instanceof Double number && Double.isFinite(number)) {
            return number;
        }
        throw wrong(key, "number");
    }

    @Nullable
    Double numberIfAny(String key) {
        return has(key) ? (Double) number(key) : null;
    }

    long count(String key) {
        if (values.get(key) instanceof Double number
                && number >= 0
                && number <= LARGEST_EXACT_INTEGER
                && number == Math.rint(number)) {
            return number.longValue();
        }
        throw wrong(key, "count");
    }

    StoredObject object(String key) {
        return nested(key, values.get(key));
    }

    List<StoredObject> objects(String key) {
        List<StoredObject> objects = new ArrayList<>();
        for (Object element : list(key)) {
            objects.add(nested(key, element));
        }
        return objects;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(key)) {
            if (!(element instanceof String text)) {
                throw wrong(key, "list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    private List<?> list(String key) {
        if (values.get(key) instanceof List<?> list) {
            return list;
        }
        throw wrong(key, "list");
    }

    private StoredObject nested(String key, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((name, entry) -> entries.put(String.valueOf(name), entry));
            return new StoredObject(path(key), entries);
        }
        throw wrong(key, "object");
    }

    private String path(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private StoredJsonException wrong(String key, String type) {
        return new StoredJsonException(
                "'" + path(key) + "' is " + (values.containsKey(key) ? "no " + type : "missing"));
    }
}
