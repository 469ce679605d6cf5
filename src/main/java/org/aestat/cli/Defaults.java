package org.aestat.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aestat.csv.NearestName;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What holds for options that are not given: the variable {@code AESTAT_} with the option's name, else the key of that
 * name in {@code aestat.toml} in the working directory.
 */
final class Defaults implements IDefaultValueProvider {

    /** What stands between the values of an option that takes several. */
    static final String LINE = "\n";

    /** The settings of a working directory. */
    static final String FILE = "aestat.toml";

    private static final Set<String> OPTIONS = Set.of(
            "allow-inconclusive",
            "among",
            "ascii",
            "by",
            "cluster",
            "conf-type",
            "confidence",
            "course-gap",
            "date-format",
            "decimal-comma",
            "delimiter",
            "dialect",
            "encoding",
            "events",
            "fail-on-warning",
            "format",
            "from",
            "heterogeneity",
            "interval",
            "mapping",
            "max-rejected",
            "min-cell",
            "policy",
            "preset",
            "publish",
            "quiet",
            "relief",
            "replicates",
            "seed",
            "skip",
            "stratify",
            "subjects",
            "sustained",
            "to",
            "where");

    private static final Set<String> COLUMNS = Set.of("by", "stratify");

    private final Map<String, String> variables;
    private final Map<String, String> file;

    /**
     * The defaults of an environment.
     *
     * @throws UsageException if {@code aestat.toml} cannot be used
     */
    Defaults(Environment environment) {
        variables = environment.variables();
        Path directory = environment.directory();
        file = Files.isRegularFile(directory.resolve(FILE)) ? read(directory) : Map.of();
    }

    private static Map<String, String> read(Path directory) {
        TomlParseResult toml = Toml.parse(new SmallFile("settings", FILE).text(directory));
        if (toml.hasErrors()) {
            throw new UsageException(FILE + ", " + toml.errors().get(0).position() + ": not TOML.");
        }
        Map<String, String> values = new TreeMap<>();
        for (String key : toml.keySet()) {
            if (!OPTIONS.contains(key)) {
                throw new UsageException(FILE + ", " + toml.inputPositionOf(List.of(key)) + ": no option '" + key + "'."
                        + NearestName.suggestion(key, new TreeSet<>(OPTIONS)));
            }
            values.put(key, text(key, toml));
        }
        return values;
    }

    private static String text(String key, TomlParseResult toml) {
        Object value = toml.get(List.of(key));
        boolean several = COLUMNS.contains(key) || key.equals("where");
        if (several && value instanceof TomlArray list && list.toList().stream().allMatch(String.class::isInstance)) {
            Stream<String> texts = list.toList().stream().map(String.class::cast);
            return COLUMNS.contains(key)
                    ? texts.map(Defaults::quoted).collect(Collectors.joining(","))
                    : texts.collect(Collectors.joining(LINE));
        }
        if (value instanceof TomlTable || value instanceof TomlArray) {
            throw new UsageException(FILE + ", " + toml.inputPositionOf(List.of(key)) + ": expected "
                    + (several ? "a text or a list of texts" : "one value") + " for '" + key + "'.");
        }
        return String.valueOf(value);
    }

    private static String quoted(String column) {
        return column.contains(",") ? '"' + column + '"' : column;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String name = name(option);
        if (!OPTIONS.contains(name)) {
            return null;
        }
        String variable = variables.get(variable(name));
        return variable != null && !variable.isEmpty() ? variable : file.get(name);
    }

    /** Where the value of an option that is not given stands. */
    String place(OptionSpec option) {
        String name = name(option);
        return variables.getOrDefault(variable(name), "").isEmpty() ? FILE : variable(name);
    }

    private static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }

    private static String variable(String name) {
        return "AESTAT_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
