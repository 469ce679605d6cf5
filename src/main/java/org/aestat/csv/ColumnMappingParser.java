package org.aestat.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a mapping file says about single columns, and about words in general. */
final class ColumnMappingParser {

    private static final List<String> ANSWERS = List.of("yes", "no", "not_recorded");

    private final WordLists words;
    private final ReadOptions canonical;

    /**
     * A parser that knows the words of the whole file.
     *
     * @param values the section with these words, or null
     */
    ColumnMappingParser(@Nullable TomlSection values) {
        if (values == null) {
            words = WordLists.NONE;
        } else {
            values.allowOnly(ANSWERS);
            words = words(values, new HashMap<>());
        }
        canonical = new ReadOptions(Mapping.general(words), null, null, false, null);
    }

    /** The words of the whole file. */
    WordLists words() {
        return words;
    }

    /**
     * What stands under a key: a header, several headers, or a table.
     *
     * @param section where the key stands
     * @param key the key
     * @param kind what the column holds
     * @param further keys that the table may have besides those of a column
     */
    ColumnMapping parse(TomlSection section, String key, ValueKind kind, List<String> further) {
        int line = section.line(key);
        if (section.isText(key)) {
            return new ColumnMapping(List.of(section.text(key)), null, Map.of(), WordLists.NONE, line);
        }
        if (section.isList(key)) {
            return new ColumnMapping(headers(section, key, kind), null, Map.of(), WordLists.NONE, line);
        }
        TomlSection entry = section.section(key);
        List<String> allowed = new ArrayList<>(keys(kind));
        allowed.addAll(further);
        entry.allowOnly(allowed);
        Map<String, String> meanings = new HashMap<>();
        WordLists own = words(entry, meanings);
        return new ColumnMapping(
                entry.has("column") ? headers(entry, "column", kind) : List.of(),
                entry.has("format") ? format(entry) : null,
                entry.has("values") ? values(entry, kind, own, meanings) : Map.of(),
                own,
                line);
    }

    private static List<String> headers(TomlSection section, String key, ValueKind kind) {
        if (!section.isList(key)) {
            return List.of(section.text(key));
        }
        if (kind != ValueKind.ID) {
            throw section.at(key, "only patient_id, session_id and course_id can be made of several columns.");
        }
        return section.texts(key);
    }

    private static List<String> keys(ValueKind kind) {
        return switch (kind) {
            case ID -> List.of("column");
            case DATE -> List.of("column", "format", "values", "not_recorded");
            case YES_NO, EVENT -> List.of("column", "values", "yes", "no", "not_recorded");
            default -> List.of("column", "values", "not_recorded");
        };
    }

    private static String format(TomlSection entry) {
        String format = entry.text("format");
        try {
            DateParser.ofPattern(format);
        } catch (IllegalArgumentException e) {
            throw entry.at("format", String.valueOf(e.getMessage()));
        }
        return format;
    }

    private static WordLists words(TomlSection section, Map<String, String> meanings) {
        Map<String, Set<String>> words = new HashMap<>();
        for (String answer : ANSWERS) {
            Set<String> folded = new LinkedHashSet<>();
            words.put(answer, folded);
            if (section.has(answer)) {
                for (String word : section.texts(answer)) {
                    String key = Words.fold(word);
                    claim(section, answer, word, meanings.put(key, answer), answer);
                    folded.add(key);
                }
            }
        }
        return new WordLists(set(words, "yes"), set(words, "no"), set(words, "not_recorded"));
    }

    private static Set<String> set(Map<String, Set<String>> words, String answer) {
        return words.getOrDefault(answer, Set.of());
    }

    private static void claim(TomlSection section, String key, String word, @Nullable String earlier, String meaning) {
        if (earlier != null && !earlier.equals(meaning)) {
            throw section.at(
                    key, "the word '" + word + "' has two meanings here: " + earlier + " and " + meaning + ".");
        }
    }

    private Map<String, String> values(TomlSection entry, ValueKind kind, WordLists own, Map<String, String> meanings) {
        TomlSection section = entry.section("values");
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : section.keys()) {
            String key = Words.fold(word);
            if (key.isEmpty()) {
                throw section.at(word, "a blank cell is always not recorded; it cannot stand for something else.");
            }
            String text = section.cell(word);
            check(section, word, kind, own, text);
            claim(section, word, word, meanings.put(key, text), text);
            values.put(key, text);
        }
        return values;
    }

    /** Refuses a text that is not a cell of such a column in canonical form. */
    void check(TomlSection section, String key, ValueKind kind, WordLists own, String text) {
        ColumnMapping wordsOnly = new ColumnMapping(List.of(), null, Map.of(), own, 0);
        ColumnReader reader = new ColumnReader(kind, wordsOnly, canonical);
        if (kind != ValueKind.TEXT && reader.read(Cell.of(text)) == CellParser.REJECTED) {
            throw section.at(key, "'" + text + "' does not fit there; expected " + kind.expected() + ".");
        }
    }
}
