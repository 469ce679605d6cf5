package org.aestat.csv;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A field of a REDCap project.
 *
 * @param name its variable name
 * @param form the instrument that it stands in
 * @param section the section header above it, or empty
 * @param type the kind of field, such as {@code checkbox}
 * @param label what the form asks
 * @param choices codes and what they are labelled, in the order of the dictionary
 * @param identifier whether it tells who somebody is
 * @param conditional whether it is shown only under a condition
 * @param line where the dictionary says so
 */
record DictionaryField(
        String name,
        String form,
        String section,
        String type,
        String label,
        Map<String, String> choices,
        boolean identifier,
        boolean conditional,
        int line) {

    DictionaryField {
        choices = new LinkedHashMap<>(choices);
    }

    boolean isCheckbox() {
        return type.equals("checkbox");
    }

    /** All that says what the field is about. */
    String context() {
        return String.join(" ", name, form, section, label);
    }
}
