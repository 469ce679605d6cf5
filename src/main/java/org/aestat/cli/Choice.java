package org.aestat.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * An option, or words that are none, with what was chosen. It is described in code: annotations on fields say the same,
 * but reading those of a command takes Java longer than analysing a clinic's year, and at every start.
 *
 * @param <T> what a user chooses with it
 */
final class Choice<T> implements IGetter, ISetter {

    private final ArgSpec description;
    private @Nullable Object value;

    private Choice(OptionSpec.Builder description, @Nullable T value) {
        this.description =
                description.getter(this).setter(this).initialValue(value).build();
        this.value = value;
    }

    private Choice(PositionalParamSpec.Builder description, @Nullable T value) {
        this.description =
                description.getter(this).setter(this).initialValue(value).build();
        this.value = value;
    }

    /**
     * An option with a value.
     *
     * @param name the option's name
     * @param label what stands for its value in the help
     * @param type the value's type
     * @param converter what checks the value and reads it
     * @param help the option's line in the help
     */
    static <T> Choice<T> of(String name, String label, Class<T> type, ITypeConverter<T> converter, String help) {
        return new Choice<>(described(name, label, help).type(type).converters(converter), null);
    }

    /**
     * An option that has a value in any case.
     *
     * @param usual its value where none is given
     * @param written the same as it is written
     */
    static <T> Choice<T> of(
            String name, String label, T usual, String written, ITypeConverter<T> converter, String help) {
        return new Choice<>(
                described(name, label, help)
                        .type(usual.getClass())
                        .converters(converter)
                        .defaultValue(written),
                usual);
    }

    /** An option whose value is any text. */
    static Choice<String> text(String name, String label, String help) {
        return new Choice<>(described(name, label, help).type(String.class), null);
    }

    /** An option whose value is any text, the usual one where none is given. */
    static Choice<String> text(String name, String label, String usual, String help) {
        return new Choice<>(described(name, label, help).type(String.class).defaultValue(usual), usual);
    }

    /** An option whose value is any text, and which must be given. */
    static Choice<String> required(String name, String label, String help) {
        return new Choice<>(described(name, label, help).type(String.class).required(true), "");
    }

    /** An option without a value. */
    static Choice<Boolean> flag(String name, String help) {
        return new Choice<>(OptionSpec.builder(name).type(boolean.class).description(help), false);
    }

    /** An option that may be given again. */
    static <T> Choice<List<T>> several(
            String name, String label, Class<?> type, ITypeConverter<T> converter, String help) {
        return new Choice<>(repeated(name, label, type, help).converters(converter), List.of());
    }

    /** An option that may be given again; a default has its values on lines of their own. */
    static <T> Choice<List<T>> lines(
            String name, String label, Class<?> type, ITypeConverter<T> converter, String help) {
        return new Choice<>(
                repeated(name, label, type, help)
                        .converters(converter)
                        .splitRegex(Defaults.LINE)
                        .hideParamSyntax(true),
                List.of());
    }

    /** An option that may be given again, or with names that commas stand between. */
    static Choice<List<String>> names(String name, String label, String help) {
        return new Choice<>(repeated(name, label, String.class, help).splitRegex(","), List.of());
    }

    /** The words that are no options, as many as the range says. */
    static Choice<List<String>> words(String label, String range, String help) {
        return new Choice<>(
                PositionalParamSpec.builder()
                        .paramLabel(label)
                        .index("0..*")
                        .arity(range)
                        .required(!range.startsWith("0"))
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description(help),
                List.of());
    }

    /** The one word that is no option. */
    static Choice<String> word(String label, String help) {
        return new Choice<>(
                PositionalParamSpec.builder()
                        .paramLabel(label)
                        .index("0")
                        .arity("1")
                        .required(true)
                        .type(String.class)
                        .description(help),
                "");
    }

    private static OptionSpec.Builder described(String name, String label, String help) {
        return OptionSpec.builder(name).paramLabel(label).description(help);
    }

    private static OptionSpec.Builder repeated(String name, String label, Class<?> type, String help) {
        return described(name, label, help).type(List.class).auxiliaryTypes(type);
    }

    /** Makes choices known to a command, in the order of its help. */
    static void describe(CommandSpec command, Choice<?>... choices) {
        for (Choice<?> choice : choices) {
            command.add(choice.description);
        }
    }

    /** What was chosen, where there is a usual value. */
    T value() {
        return Objects.requireNonNull(given());
    }

    /** What was chosen, or null. */
    @SuppressWarnings("unchecked")
    @Nullable
    T given() {
        return (T) value;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // as picocli declares it
    public <V> V get() {
        return (V) value;
    }

    @Override
    public <V> V set(V chosen) {
        value = chosen;
        return chosen;
    }
}
