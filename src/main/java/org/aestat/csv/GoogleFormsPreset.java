package org.aestat.csv;

import java.util.Set;

/** Reads responses of Google Forms: questions as headers, the answers to a checkbox question in one cell. */
final class GoogleFormsPreset {

    private static final Set<String> IDENTIFYING = Set.of("email_address", "username", "email");

    private GoogleFormsPreset() {}

    /** The responses as they are read from here on. */
    static PresetExport reshape(PresetTable table, ReadOptions options) {
        return new SurveyPreset(table, options.mapping(), IDENTIFYING, GoogleFormsPreset::recognise).export();
    }

    private static void recognise(PresetColumns columns, int place) {
        String question = columns.label(place);
        String name = PresetColumns.meaning(question, question);
        if (name != null && !question.equals("Timestamp")) {
            columns.recognise(place, name);
        }
    }
}
