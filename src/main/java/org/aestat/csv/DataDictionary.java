package org.aestat.csv;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The data dictionary of a REDCap project: what its fields are, and the choices that they offer. Immutable. */
public final class DataDictionary {

    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Set<String> WITH_CHOICES = Set.of("checkbox", "radio", "dropdown");
    private static final List<List<String>> HEADERS = List.of(
            List.of("variable_/_field_name", "field_name"),
            List.of("form_name"),
            List.of("section_header"),
            List.of("field_type"),
            List.of("field_label"),
            List.of("choices,_calculations,_or_slider_labels", "select_choices_or_calculations"),
            List.of("identifier?", "identifier"),
            List.of("branching_logic_(show_field_only_if...)", "branching_logic"));

    private final String fileName;
    private final Map<String, DictionaryField> fields = new LinkedHashMap<>();
    private final Map<String, Optional<DictionaryField>> byLabel = new HashMap<>();

    private DataDictionary(String fileName) {
        this.fileName = fileName;
    }

    /**
     * Reads a data dictionary in CSV, as REDCap's designer or its API writes it.
     *
     * @param fileName its name, for messages
     * @param text its text
     * @throws MappingException if it is none
     */
    public static DataDictionary parse(String fileName, String text) {
        DataDictionary dictionary = new DataDictionary(fileName);
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Records records = new Records(new StringReader(content), fileName, 1, ',');
        List<String> cells = new ArrayList<>();
        int[] places = null;
        int width = 0;
        try {
            while (records.next(Delimiter.collector(cells))) {
                int line = Math.toIntExact(records.line());
                if (places == null) {
                    width = cells.size();
                    places = places(fileName, line, cells);
                } else if (cells.size() != width) {
                    throw new MappingException(
                            fileName,
                            line,
                            "found " + RowProblem.count(cells.size()) + ", expected " + RowProblem.count(width) + ".");
                } else {
                    dictionary.add(cells, places, line);
                }
                cells.clear();
            }
        } catch (InputException e) {
            throw new MappingException(fileName, Math.toIntExact(Math.max(1, e.line())), "it is not a CSV file.");
        }
        if (dictionary.fields.isEmpty()) {
            throw new MappingException(fileName, 1, "it has no fields; expected the data dictionary of a project.");
        }
        return dictionary;
    }

    private static int[] places(String fileName, int line, List<String> header) {
        List<String> names = header.stream().map(CanonicalColumns::normalise).toList();
        int[] places = new int[HEADERS.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = HEADERS.get(i).stream()
                    .mapToInt(names::indexOf)
                    .filter(place -> place >= 0)
                    .findFirst()
                    .orElse(-1);
            if (places[i] < 0) {
                throw new MappingException(
                        fileName,
                        line,
                        "it lacks a column of a data dictionary, '"
                                + HEADERS.get(i).get(HEADERS.get(i).size() - 1)
                                + "'. Download the dictionary from REDCap as CSV.");
            }
        }
        return places;
    }

    private void add(List<String> cells, int[] places, int line) {
        String name = cells.get(places[0]);
        String type = Words.fold(cells.get(places[3]));
        DictionaryField field = new DictionaryField(
                name,
                CanonicalColumns.normalise(cells.get(places[1])),
                plain(cells.get(places[2])),
                type,
                plain(cells.get(places[4])),
                choices(type, cells.get(places[5]), line),
                Words.fold(cells.get(places[6])).equals("y"),
                !cells.get(places[7]).isEmpty(),
                line);
        if (name.isEmpty() || fields.putIfAbsent(CanonicalColumns.normalise(name), field) != null) {
            throw new MappingException(fileName, line, "every field needs a name of its own.");
        }
        byLabel.merge(HeaderKey.words(field.label()), Optional.of(field), (first, second) -> Optional.empty());
    }

    private static String plain(String label) {
        return TAG.matcher(label).replaceAll(" ").strip();
    }

    private Map<String, String> choices(String type, String text, int line) {
        if (type.equals("yesno")) {
            return ordered("1", "Yes", "0", "No");
        }
        if (type.equals("truefalse")) {
            return ordered("1", "True", "0", "False");
        }
        Map<String, String> choices = new LinkedHashMap<>();
        if (WITH_CHOICES.contains(type)) {
            for (String choice : text.split("\\|", -1)) {
                int comma = choice.indexOf(',');
                String code = comma < 0 ? "" : choice.substring(0, comma).strip();
                if (code.isEmpty()
                        || choices.put(code, plain(choice.substring(comma + 1).strip())) != null) {
                    throw new MappingException(
                            fileName,
                            line,
                            "the choices are not as REDCap has them; expected a code of its own and a label for each,"
                                    + " such as \"1, Yes | 0, No\".");
                }
            }
        }
        return choices;
    }

    private static Map<String, String> ordered(String first, String its, String second, String label) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(first, its);
        choices.put(second, label);
        return choices;
    }

    /** The name of the file. */
    public String fileName() {
        return fileName;
    }

    /** The first field, which is the record's id. */
    DictionaryField first() {
        return fields.values().iterator().next();
    }

    /** The field with this name, or null. */
    @Nullable
    DictionaryField named(String name) {
        return fields.get(CanonicalColumns.normalise(name));
    }

    /** The only field with this label, or null. */
    @Nullable
    DictionaryField labelled(String label) {
        return byLabel.getOrDefault(HeaderKey.words(plain(label)), Optional.empty())
                .orElse(null);
    }

    /** The checkbox field of which this is a choice's column, {@code field___code}, or null. */
    @Nullable
    DictionaryField ofChoice(String header) {
        String name = CanonicalColumns.normalise(header);
        for (int at = name.indexOf("___"); at > 0; at = name.indexOf("___", at + 1)) {
            DictionaryField field = fields.get(name.substring(0, at));
            if (field != null && field.isCheckbox()) {
                return field;
            }
        }
        return null;
    }

    /** Whether this is the name of an instrument. */
    boolean hasForm(String form) {
        return fields.values().stream().anyMatch(field -> field.form().equals(form));
    }
}
