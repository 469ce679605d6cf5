package org.aestat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.aestat.cli.AestatCommand;
import org.aestat.cli.Environment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole runs against an oracle in R: every count, rate, interval, verdict, curve and median of {@code --format json}
 * for the exports of {@code src/test/resources/reference/audit}. generate.R wrote the exports and arguments, oracle.R
 * what is expected.
 */
class AuditReferenceTest {

    /** Words for the reader and figures that do not depend on the data: the oracle has none. */
    private static final List<String> FREE = List.of("reason", "source", "comparators");

    private static final int MOST_SHOWN = 40;

    private final List<String> differences = new ArrayList<>();

    static Stream<String> runs() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".args"))
                    .map(name -> name.substring(0, name.length() - ".args".length()))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(20);
            return names.stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void resultAgreesWithR(String name) throws IOException {
        Map<?, ?> expected = (Map<?, ?>) JsonTree.parse(Files.readString(folder().resolve(name + ".expected.json")));
        Map<?, ?> actual = (Map<?, ?>) JsonTree.parse(run(Files.readAllLines(folder().resolve(name + ".args"))));
        compare("command", expected.get("command"), actual.get("command"));
        Map<?, ?> input = (Map<?, ?>) list(actual.get("inputs")).get(0);
        compare("inputs[0].rows", expected.get("rows"), input.get("rows"));
        rows("rates", expected, actual);
        rows("severity", expected, actual);
        benchmarks(expected, actual);
        compare("soreness", expected.get("soreness"), actual.get("soreness"));
        compare("relief", expected.get("relief"), actual.get("relief"));
        sorenessTest(expected, actual);
        assertThat(differences.stream().limit(MOST_SHOWN))
                .as("%d differences", differences.size())
                .isEmpty();
    }

    private static String run(List<String> words) {
        List<String> args = new ArrayList<>(words);
        args.add("--format");
        args.add("json");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = AestatCommand.run(
                args.toArray(new String[0]),
                new Environment(
                        InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), Map.of(), folder()));
        assertThat(code).as(err.toString()).isZero();
        assertThat(JsonSchema.STRICT_RESULT.faults(out.toString())).isEmpty();
        return out.toString();
    }

    private static Path folder() {
        try {
            URL marker = Objects.requireNonNull(AuditReferenceTest.class.getResource("/reference/audit/oracle.R"));
            return Objects.requireNonNull(Path.of(marker.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The order of events is free, that of an event's strata is not. */
    private void rows(String key, Map<?, ?> expected, Map<?, ?> actual) {
        if (!expected.containsKey(key) || !actual.containsKey(key)) {
            compare(key, expected.get(key), actual.get(key));
            return;
        }
        Map<Object, List<Object>> wanted = byEvent(list(expected.get(key)));
        Map<Object, List<Object>> found = byEvent(list(actual.get(key)));
        if (!wanted.keySet().equals(found.keySet())) {
            differences.add("events: expected " + wanted.keySet() + " but was " + found.keySet());
        }
        wanted.forEach((event, rows) -> compare(key + "[" + event + "]", rows, found.get(event)));
    }

    private static Map<Object, List<Object>> byEvent(List<?> rates) {
        Map<Object, List<Object>> events = new LinkedHashMap<>();
        for (Object rate : rates) {
            events.computeIfAbsent(((Map<?, ?>) rate).get("event"), event -> new ArrayList<>())
                    .add(rate);
        }
        return events;
    }

    private void benchmarks(Map<?, ?> expected, Map<?, ?> actual) {
        if (expected.containsKey("benchmarks")) {
            List<?> overall = list(actual.get("benchmarks")).stream()
                    .filter(verdict -> ((Map<?, ?>) ((Map<?, ?>) verdict).get("stratum")).isEmpty())
                    .toList();
            compare("benchmarks", expected.get("benchmarks"), overall);
        }
    }

    /** Where the oracle has no test, there may be one that says why it is not estimable. */
    private void sorenessTest(Map<?, ?> expected, Map<?, ?> actual) {
        Object found = actual.get("sorenessTest");
        if (expected.containsKey("sorenessTest")) {
            compare("sorenessTest", expected.get("sorenessTest"), found);
        } else if (found != null && !((Map<?, ?>) found).containsKey("notEstimable")) {
            differences.add("sorenessTest: expected none but was " + found);
        }
    }

    private static List<?> list(Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }

    private void compare(String path, Object expected, Object actual) {
        if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> found) {
            objects(path, wanted, found);
        } else if (expected instanceof List<?> wanted && actual instanceof List<?> found) {
            lists(path, wanted, found);
        } else if (expected instanceof Number wanted && actual instanceof Number found) {
            numbers(path, wanted.doubleValue(), found.doubleValue());
        } else if ("*".equals(expected) ? !(actual instanceof String) : !Objects.equals(expected, actual)) {
            differences.add(path + ": expected " + expected + " but was " + actual);
        }
    }

    private void objects(String path, Map<?, ?> expected, Map<?, ?> actual) {
        expected.forEach((key, value) -> {
            if (!"*".equals(key) && !actual.containsKey(key)) {
                differences.add(path + "." + key + ": expected " + value + " but is absent");
            } else if (!"*".equals(key)) {
                compare(path + "." + key, value, actual.get(key));
            }
        });
        for (Object key : actual.keySet()) {
            if (!expected.containsKey(key) && !expected.containsKey("*") && !FREE.contains(key)) {
                differences.add(path + "." + key + ": expected none but was " + actual.get(key));
            }
        }
    }

    private void lists(String path, List<?> expected, List<?> actual) {
        if (expected.size() != actual.size()) {
            differences.add(path + ": expected " + expected.size() + " elements but were " + actual.size());
        }
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            compare(path + "[" + i + "]" + label(expected.get(i)), expected.get(i), actual.get(i));
        }
    }

    private static String label(Object element) {
        return element instanceof Map<?, ?> map && map.containsKey("stratum")
                ? map.get("stratum").toString()
                : "";
    }

    /** A whole number to rounding, another to a relative 1e-8. */
    private void numbers(String path, double expected, double actual) {
        double relative = expected == Math.rint(expected) ? 1e-12 : 1e-8;
        if (!(Math.abs(actual - expected) <= 1e-12 + relative * Math.abs(expected))) {
            differences.add(path + ": expected " + expected + " but was " + actual);
        }
    }
}
