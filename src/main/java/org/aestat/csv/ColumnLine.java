package org.aestat.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aestat.csv.KnownWords.Group;
import org.aestat.csv.KnownWords.Word;
import org.jspecify.annotations.Nullable;

/** The line of a mapping that gives a column its meaning. */
final class ColumnLine {

    private static final String FILL_IN = "?";
    private static final List<String> ANSWERS = List.of("yes", "no", "not_recorded");

    private final String name;
    private final String header;
    private @Nullable String format;
    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * A line without words.
     *
     * @param name aestat's name for the column
     * @param header its name in the export
     */
    ColumnLine(String name, String header) {
        this.name = name;
        this.header = header;
    }

    /** A line with the words of the export that aestat has to be told. */
    static ColumnLine of(ProfiledColumn column, ValueKind kind) {
        ColumnLine line = new ColumnLine(column.name(), column.label());
        List<Group> groups = new ArrayList<>(KnownWords.groups(kind));
        if (kind != ValueKind.ID) {
            groups.add(Group.NOT_RECORDED);
        }
        for (Word word : column.profile().wordsOf(groups)) {
            if (!word.own()) {
                switch (word.group()) {
                    case YES -> line.word("yes", word.text());
                    case NO -> line.word("no", word.text());
                    case NOT_RECORDED -> line.word("not_recorded", word.text());
                    default -> line.values.put(word.text(), word.canonical());
                }
            }
        }
        return line;
    }

    /** Adds the format of dates. */
    ColumnLine format(String pattern) {
        format = pattern;
        return this;
    }

    /** Adds a word for an answer. */
    ColumnLine word(String answer, String word) {
        words.computeIfAbsent(answer, key -> new ArrayList<>()).add(word);
        return this;
    }

    /** Adds places for the words that have to be filled in. */
    ColumnLine toFillIn(ValueKind kind) {
        if (kind.isAnswer()) {
            return word("yes", FILL_IN).word("no", FILL_IN);
        }
        values.put(FILL_IN, kind.choices().isEmpty() ? FILL_IN : kind.choices().get(0));
        return this;
    }

    /** Whether it says more than that the column has another name. */
    boolean saysMore() {
        return format != null || !words.isEmpty() || !values.isEmpty();
    }

    /** The line. */
    String text() {
        if (!saysMore()) {
            return TomlText.key(name) + " = " + TomlText.quoted(header);
        }
        List<String> parts = new ArrayList<>();
        parts.add("column = " + TomlText.quoted(header));
        if (format != null) {
            parts.add("format = " + TomlText.quoted(format));
        }
        for (String answer : ANSWERS) {
            if (words.containsKey(answer)) {
                parts.add(answer + " = " + TomlText.list(words.getOrDefault(answer, List.of())));
            }
        }
        if (!values.isEmpty()) {
            parts.add(values.entrySet().stream()
                    .map(value -> TomlText.quoted(value.getKey()) + " = " + TomlText.quoted(value.getValue()))
                    .collect(Collectors.joining(", ", "values = { ", " }")));
        }
        return TomlText.key(name) + " = { " + String.join(", ", parts) + " }";
    }
}
