package org.aestat.render;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aestat.result.Stratum;
import org.jspecify.annotations.Nullable;

/** The names of events and strata in words. */
final class Names {

    private static final Set<String> COMPOSITES = Set.of("any", "any_minor", "any_major");

    private Names() {}

    /** An event's name in words, "pain during". */
    static String event(String name) {
        return "any".equals(name) ? "any event" : name.replace('_', ' ');
    }

    /** Whether the name is that of a composite of events. */
    static boolean isComposite(String event) {
        return COMPOSITES.contains(event);
    }

    /** An event's name inside a sentence, "any major event". */
    static String eventInSentence(String name) {
        return isComposite(name) && !"any".equals(name) ? event(name) + " event" : event(name);
    }

    /** The text with a capital letter. */
    static String capitalised(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
    }

    /** The columns that make the strata, "condition, technique". */
    static String columns(Stratum stratum) {
        return String.join(", ", stratum.columns());
    }

    /** A stratum under the heading of its columns, "neck pain, deep". */
    static String values(Stratum stratum, String overall) {
        return stratum.isOverall()
                ? overall
                : stratum.values().stream().map(Names::value).collect(Collectors.joining(", "));
    }

    /** A stratum by itself, "condition = neck pain, technique = deep". */
    static String stratum(Stratum stratum, String overall) {
        List<String> columns = stratum.columns();
        return stratum.isOverall()
                ? overall
                : IntStream.range(0, columns.size())
                        .mapToObj(i ->
                                columns.get(i) + " = " + value(stratum.values().get(i)))
                        .collect(Collectors.joining(", "));
    }

    private static String value(@Nullable String value) {
        return value == null ? "(not recorded)" : value;
    }
}
