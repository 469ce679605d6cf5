package org.aestat.csv;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the codes and labels of a field's choices into what aestat reads. */
final class ChoiceCells {

    private final DictionaryField field;
    private final ValueKind kind;
    private final String dictionary;
    private final Map<String, String> texts = new HashMap<>();

    /**
     * The cells of a field.
     *
     * @param field the field, with choices
     * @param kind what its column holds
     * @param dictionary the name of the data dictionary
     * @throws MappingException if a choice says nothing that such a column holds, or it is not clear which one a cell is
     */
    ChoiceCells(DictionaryField field, ValueKind kind, String dictionary) {
        this.field = field;
        this.kind = kind;
        this.dictionary = dictionary;
        Map<String, String> meanings = new LinkedHashMap<>();
        boolean codes = areCodesNumbers();
        field.choices()
                .forEach((code, label) -> meanings.put(code, codes ? number(code, label) : meaning(code, label)));
        meanings.forEach((code, text) -> texts.put(Words.fold(code), text));
        meanings.forEach((code, text) -> {
            String label = Words.fold(field.choices().getOrDefault(code, ""));
            String asCode = texts.putIfAbsent(label, text);
            if (asCode != null && !asCode.equals(text)) {
                unclear(label);
            }
        });
    }

    /** In a category two choices that swap code and label stay as they are written. */
    private void unclear(String label) {
        if (kind == ValueKind.TEXT) {
            texts.remove(label);
            return;
        }
        throw fault("'" + field.name() + "' has a choice whose code is the label of another. Export the labels under"
                + " other names, or say in a mapping file what the cells mean.");
    }

    /** Whether the codes of a scale are its numbers, and the labels only say what the ends of it mean. */
    private boolean areCodesNumbers() {
        if (kind.isAnswer() || !KnownWords.groups(kind).isEmpty() || kind == ValueKind.TEXT || kind == ValueKind.ID) {
            return false;
        }
        boolean one = false;
        for (Map.Entry<String, String> choice : field.choices().entrySet()) {
            String code = choice.getKey();
            String label = choice.getValue();
            if (!ChoiceWords.isNotRecorded(label)) {
                String number = ChoiceWords.canonical(kind, label);
                if (ChoiceWords.canonical(kind, code) == null || (number != null && !number.equals(code))) {
                    return false;
                }
                one |= number != null || startsWithNumber(label, code);
            }
        }
        return one;
    }

    private static boolean startsWithNumber(String label, String code) {
        return label.startsWith(code)
                && label.length() > code.length()
                && label.substring(code.length()).chars().noneMatch(Character::isDigit);
    }

    private static String number(String code, String label) {
        return ChoiceWords.isNotRecorded(label) ? "na" : code;
    }

    private String meaning(String code, String label) {
        String text = ChoiceWords.canonical(kind, label);
        if (text == null) {
            throw fault("the label of the choice '" + code + "' of '" + field.name()
                    + "' is nothing that its column holds; expected " + kind.expected()
                    + ". A mapping file (--mapping) can say what it means.");
        }
        return text;
    }

    private MappingException fault(String problem) {
        return new MappingException(dictionary, field.line(), problem);
    }

    /** What a cell stands for, or null where it is none of the choices. */
    @Nullable
    String text(String cell) {
        return texts.get(Words.fold(cell));
    }
}
