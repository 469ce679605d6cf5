package org.aestat.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** A table of a mapping file whose values are fetched by type, every failure being said with its line. */
final class TomlSection {

    private final String file;
    private final TomlTable table;

    private TomlSection(String file, TomlTable table) {
        this.file = file;
        this.table = table;
    }

    /**
     * The whole of a mapping file.
     *
     * @throws MappingException if the text is not TOML
     */
    static TomlSection ofText(String file, String text) {
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError error = result.errors().get(0);
            throw new MappingException(
                    file, error.position().line(), "this is not valid TOML: " + error.getMessage() + ".");
        }
        return new TomlSection(file, result);
    }

    Set<String> keys() {
        return table.keySet();
    }

    boolean has(String key) {
        return table.contains(List.of(key));
    }

    int line(String key) {
        return table.inputPositionOf(List.of(key)).line();
    }

    /** The exception for a problem with this key. */
    MappingException at(String key, String problem) {
        return new MappingException(file, line(key), problem);
    }

    /** Refuses keys other than these. */
    void allowOnly(Collection<String> keys) {
        for (String key : keys()) {
            if (!keys.contains(key)) {
                throw at(
                        key,
                        "'" + key + "' is not known here; expected " + String.join(", ", keys) + "."
                                + NearestName.suggestion(key, keys));
            }
        }
    }

    boolean isText(String key) {
        return table.get(List.of(key)) instanceof String;
    }

    boolean isList(String key) {
        return table.get(List.of(key)) instanceof TomlArray;
    }

    /** A text that is not blank. */
    String text(String key) {
        if (table.get(List.of(key)) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw at(key, "expected a text in quotes for '" + key + "'.");
    }

    boolean flag(String key) {
        if (table.get(List.of(key)) instanceof Boolean flag) {
            return flag;
        }
        throw at(key, "expected true or false for '" + key + "'.");
    }

    TomlSection section(String key) {
        if (table.get(List.of(key)) instanceof TomlTable section) {
            return new TomlSection(file, section);
        }
        throw at(key, "expected a table for '" + key + "'.");
    }

    /** A list of texts that are not blank; whole numbers count as their digits. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (table.get(List.of(key)) instanceof TomlArray list) {
            for (Object element : list.toList()) {
                String text = element instanceof String || element instanceof Long ? element.toString() : "";
                if (text.isBlank()) {
                    throw at(key, "expected only texts in the list '" + key + "', and none of them blank.");
                }
                texts.add(text);
            }
        }
        if (texts.isEmpty()) {
            throw at(key, "expected a list of texts for '" + key + "', for example [\"a\", \"b\"].");
        }
        return texts;
    }

    /** The text of a cell, given as a text, a number, a day, true or false. */
    String cell(String key) {
        Object value = table.get(List.of(key));
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        if (value instanceof String
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof LocalDate) {
            return value.toString();
        }
        throw at(key, "expected a text or a number for '" + key + "'.");
    }
}
