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

/** A table of a TOML file whose values are fetched by type, every failure being said with its line. */
public final class TomlSection {

    private final Refusal refusal;
    private final TomlTable table;

    /** What is thrown where a file cannot be used. */
    @FunctionalInterface
    public interface Refusal {

        /**
         * The exception for a problem.
         *
         * @param line the line in the file, from 1
         * @param problem what is wrong and what was expected, as sentences
         */
        RuntimeException at(int line, String problem);
    }

    private TomlSection(Refusal refusal, TomlTable table) {
        this.refusal = refusal;
        this.table = table;
    }

    /** The whole of a file; a text that is not TOML is refused. */
    public static TomlSection ofText(String text, Refusal refusal) {
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError error = result.errors().get(0);
            throw refusal.at(error.position().line(), "this is not valid TOML: " + error.getMessage() + ".");
        }
        return new TomlSection(refusal, result);
    }

    /** The keys, in the order of the file. */
    public Set<String> keys() {
        return table.keySet();
    }

    /** Whether there is such a key. */
    public boolean has(String key) {
        return table.contains(List.of(key));
    }

    /** The line at which a key stands. */
    public int line(String key) {
        return table.inputPositionOf(List.of(key)).line();
    }

    /** The exception for a problem with this key. */
    public RuntimeException at(String key, String problem) {
        return refusal.at(line(key), problem);
    }

    /** The exception for a problem at a line. */
    public RuntimeException refused(int line, String problem) {
        return refusal.at(line, problem);
    }

    /** Refuses keys other than these. */
    public void allowOnly(Collection<String> keys) {
        for (String key : keys()) {
            if (!keys.contains(key)) {
                throw at(
                        key,
                        "'" + key + "' is not known here; expected " + String.join(", ", keys) + "."
                                + NearestName.suggestion(key, keys));
            }
        }
    }

    /** Whether the value is a text. */
    public boolean isText(String key) {
        return table.get(List.of(key)) instanceof String;
    }

    /** Whether the value is a list. */
    public boolean isList(String key) {
        return table.get(List.of(key)) instanceof TomlArray;
    }

    /** Whether the value is a finite number. */
    public boolean isNumber(String key) {
        return table.get(List.of(key)) instanceof Long
                || (table.get(List.of(key)) instanceof Double number && Double.isFinite(number));
    }

    /** A finite number, whole or with decimals. */
    public double number(String key) {
        if (isNumber(key) && table.get(List.of(key)) instanceof Number number) {
            return number.doubleValue();
        }
        throw at(key, "expected a number for '" + key + "'.");
    }

    /** A text that is not blank. */
    public String text(String key) {
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

    /** A table inside this one. */
    public TomlSection section(String key) {
        if (table.get(List.of(key)) instanceof TomlTable section) {
            return new TomlSection(refusal, section);
        }
        throw at(key, "expected a table for '" + key + "'.");
    }

    /** The tables of a list, each headed {@code [[key]]}. */
    public List<TomlSection> sections(String key) {
        List<TomlSection> sections = new ArrayList<>();
        if (table.get(List.of(key)) instanceof TomlArray list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof TomlTable section) {
                    sections.add(new TomlSection(refusal, section));
                }
            }
            if (sections.size() == list.size()) {
                return sections;
            }
        }
        throw at(key, "expected tables, each headed [[" + key + "]].");
    }

    /** The lines at which the tables of a list stand. */
    public List<Integer> lines(String key) {
        List<Integer> lines = new ArrayList<>();
        if (table.get(List.of(key)) instanceof TomlArray list) {
            for (int i = 0; i < list.size(); i++) {
                lines.add(list.inputPositionOf(i).line());
            }
        }
        return lines;
    }

    /** A list of texts that are not blank; whole numbers count as their digits. */
    public List<String> texts(String key) {
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
    public String cell(String key) {
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
