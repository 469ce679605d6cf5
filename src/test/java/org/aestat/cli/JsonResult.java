package org.aestat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aestat.JsonTree;

/**
 * A part of a result in JSON: an object with its entries.
 *
 * @param entries the entries
 */
record JsonResult(Map<?, ?> entries) {

    static JsonResult of(String text) {
        try {
            return new JsonResult((Map<?, ?>) JsonTree.parse(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value under a key, or null. */
    Object get(String key) {
        return entries.get(key);
    }

    /** The number at the end of a path of keys, or null where it breaks off. */
    Double number(String... path) {
        Object value = entries;
        for (String key : path) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return (Double) value;
    }

    JsonResult object(String key) {
        return new JsonResult((Map<?, ?>) entries.get(key));
    }

    /** The objects of a list. */
    List<JsonResult> list(String key) {
        List<JsonResult> objects = new ArrayList<>();
        for (Object element : (List<?>) entries.get(key)) {
            objects.add(new JsonResult((Map<?, ?>) element));
        }
        return objects;
    }

    /** The only object of a list that has these entries. */
    JsonResult row(String key, Map<String, ?> expected) {
        List<JsonResult> found = list(key).stream()
                .filter(row -> expected.keySet().stream().allMatch(name -> equal(row.get(name), expected.get(name))))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " rows of " + key + " with " + expected);
        }
        return found.get(0);
    }

    private static boolean equal(Object value, Object expected) {
        return expected instanceof Integer number ? Double.valueOf(number).equals(value) : expected.equals(value);
    }

    /** The rate of an event over all sessions. */
    JsonResult rate(String event) {
        return row("rates", Map.of("event", event, "stratum", Map.of()));
    }

    JsonResult rate(String event, Map<String, ?> stratum) {
        return row("rates", Map.of("event", event, "stratum", stratum));
    }

    JsonResult benchmark(String id) {
        return row("benchmarks", Map.of("id", id));
    }

    /** The rows of an input: read, used, excluded, rejected. */
    List<Integer> rows(int input) {
        JsonResult rows = list("inputs").get(input).object("rows");
        return List.of("read", "used", "excluded", "rejected").stream()
                .map(name -> rows.number(name).intValue())
                .toList();
    }

    List<String> warningCodes() {
        return list("warnings").stream()
                .map(warning -> (String) warning.get("code"))
                .toList();
    }

    /** The message of the warning with this code. */
    String warning(String code) {
        return (String) row("warnings", Map.of("code", code)).get("message");
    }
}
